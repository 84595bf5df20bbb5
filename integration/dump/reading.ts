// What a reader of dumps is given, and what it finds.

import type { Checkpoint, KnownMarks } from './checkpoints.ts';
import type { Doubts } from './doubts.ts';
import type { SavedDialect } from './heads/dialect.ts';
import { HEAD_REACH } from './heads/head.ts';
import { LOOK_BACK } from './heads/openings.ts';
import type { Layout } from './layout.ts';
import type { Message } from './messages.ts';
import type { CalendarDay, DumpStory, Ledger } from './types.ts';

export interface DumpOptions {
  /**
   * Lines that are page controls in these dumps, besides the ones every dump may have: in heads, above them, and
   * where they close a story. Default: none.
   */
  furniture?: readonly string[];
  /** How stories stand in these dumps. Default: as they show. */
  layout?: Layout;
  /** The day that the dump's file name states. Default: none. */
  fileDay?: CalendarDay;
}

/** What it takes to read on from a checkpoint. */
export interface Resumption extends Checkpoint {
  /** How the dump's stories look, as its opening showed. */
  dialect: SavedDialect;
}

/** What a reader finds: a story, or something to say. */
export type Found =
  | {
      story: DumpStory;
      /** How sure it is that the story was read right, from 0 to 1; none where its format states all. */
      confidence?: number;
      /** What that was weighed from. */
      doubts?: Doubts;
      message?: never;
    }
  | { message: Message; story?: never; confidence?: never; doubts?: never };

/** No decision above a line reads further below it than this. */
export const PROVEN_BY = 2 * (HEAD_REACH + LOOK_BACK);

/** A story's beginning, with all that decides what is found below it. */
export interface Seam {
  /** Equal for two readers that find the same from here on. */
  state: string;
  /** Byte offset of its first line. */
  offset: number;
  /** How much was found above, in the push that came to it. */
  found: number;
  /** How many lines that are not blank were read. */
  read: number;
  /** What the lines above were taken for; blank ones are not counted yet. */
  ledger: Ledger;
  marks: KnownMarks;
}

/** Whoever wants to know where stories begin. */
export interface SeamWatch {
  /**
   * @param offset of the story's first line, in bytes
   * @param above how many lines that are not blank stand above it
   */
  wants(offset: number, above: number): boolean;
  /** @returns whether to read on */
  add(seam: Seam): boolean;
}
