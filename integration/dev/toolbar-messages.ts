// The messages between the dev toolbar app and the server.
import type { Severity } from '../dump/messages.ts';
import type { Ledger } from '../dump/types.ts';

/** Sent by the app, about a page. */
export const QUESTION_EVENT = 'astro-wirecopy:ask';
export const ANSWER_EVENT = 'astro-wirecopy:answer';

export interface Question {
  /** Path of the page. */
  path: string;
}

/** A message about a line of a dump. */
export interface ToolbarMessage {
  severity: Severity;
  code: string;
  text: string;
  location?: FileLocation;
}

/** A line of a file, to be opened in an editor. */
export interface FileLocation {
  /** Absolute path. */
  file: string;
  /** Path relative to the project's root. */
  name: string;
  line: number;
  column: number;
}

/** A dump, or the part of it that a page shows. */
export interface DumpRange {
  location: FileLocation;
  /** First and last. */
  lines: readonly [first: number, last: number];
}

export interface Answer {
  path: string;
  /** The story on the page, or the section. */
  title: string;
  /** Whether the page is a story's. */
  isStory: boolean;
  ranges: DumpRange[];
  moreRanges: number;
  /** What the lines were taken for; absent where that is no longer known. */
  ledger?: Ledger;
  messages: ToolbarMessage[];
  moreMessages: number;
}
