// What a function that looks for a format is given, and what it answers.
import type { Buffer } from 'node:buffer';
import type { FieldNames } from '../fields/names.ts';
import type { Format } from '../format.ts';
import type { Separator } from '../readers/cells.ts';
import type { Wraps } from '../text/wraps.ts';
import type { Refusal } from './signatures.ts';

/** What is known of a dump besides its first bytes. */
export interface SniffedFile {
  /** Its name: the extension counts where the bytes leave a choice. */
  name: string;
  /** Whether the bytes are all there is. */
  isWhole: boolean;
  names: FieldNames;
}

/** The head of a dump as text, for the functions that look at it. */
export interface Head extends SniffedFile {
  bytes: Buffer;
  text: string;
  /** Its lines; the last one is left out where it may go on. */
  lines: readonly string[];
}

/** A format, or what a file is instead, and what that rests on. */
export type Sniffed =
  | ({ format: Format; because: string; separator?: Separator } & Partial<Wraps>)
  | { refused: Refusal };
