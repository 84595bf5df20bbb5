// What it takes to read a dump: which one, how, and what is known of it from the last build.
import type { TextOptions } from '../files/dump-text.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import type { KnownFormat } from '../formats/format.ts';
import type { DumpState } from './dump-state.ts';

/** What it takes to read a dump, in this thread or in another. */
export interface DumpRequest {
  file: DumpFile;
  format: KnownFormat;
  /** Path of the file of records. */
  records: string;
  version: string;
  size: number;
  digest: string;
  encoding: string;
  copies: NonNullable<TextOptions['copies']>;
  /** What is known of the dump, where it begins as it did. */
  state: DumpState | undefined;
}

/** Records of the stories above the place from which a dump that has grown is read on. */
export interface RecordsAbove {
  /** Where they end in the file of records. */
  end: number;
  stories: number;
  /** Where their texts end. */
  textsEnd: number;
}
