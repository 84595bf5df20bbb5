// In which encoding a dump is, as the site states it: one for all dumps, or one by glob.
import type { ReadingOptions } from '../config/loader-options.ts';
import { type ByGlob, namesByGlob } from './by-glob.ts';

const UTF8 = 'utf-8';

/** Finds the encodings of dumps that have no byte order mark, by their names. */
export type EncodingFinder = Pick<ByGlob<string, string>, 'find'>;

export const encodingsOf = ({ encoding = UTF8 }: Pick<ReadingOptions, 'encoding'> = {}): EncodingFinder =>
  namesByGlob(encoding, UTF8);
