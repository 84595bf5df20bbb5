// What a part of the wirecopy command is made of.
import type { Buffer } from 'node:buffer';

/** A stream, as far as the command needs it: process.stdout is one. */
export interface Output {
  /**
   * @param written called once the stream is done with the piece
   * @returns false where the caller had better wait for the stream to drain
   */
  write(piece: string | Buffer, written?: () => void): unknown;
  once?(event: 'drain', listener: () => void): unknown;
  isTTY?: boolean | undefined;
  /** Width of the terminal. */
  columns?: number | undefined;
  /** Whether the terminal shows colours and the user wants them (NO_COLOR, FORCE_COLOR). */
  hasColors?(): boolean;
}

/** One of the things that `wirecopy` does. */
export interface Command {
  /** Says how it is called, and what its exit codes mean. */
  usage: string;
  /**
   * Reads its arguments.
   * @returns what does it, with the exit code as its outcome; nothing where only help was asked for
   * @throws Error where they are wrong
   */
  prepare(args: readonly string[]): Run | undefined;
}

/**
 * Does what a command was asked to do.
 * @param onTick called every now and then while it works
 */
export type Run = (out: Output, err: Output, onTick: () => void) => Promise<0 | 1>;
