// What a part of the wirecopy command is made of.
import type { Output } from './check/output.ts';

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
 * @param between called now and then, where much is done
 */
export type Run = (out: Output, err: Output, between: () => void) => Promise<0 | 1>;
