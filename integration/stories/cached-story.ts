// A story as the cache of its dump has it: its record, where that stands in the file of records, and a key of it.
import { hash } from 'node:crypto';
import type { StoryRecord } from './story-reader.ts';

/** Hexadecimal digits of a story's key. */
const KEY_LENGTH = 16;

/** Where a record is in the file of records, and its digest. */
interface RecordReference {
  record: { offset: number; length: number; key: string };
}

export type CachedStory = StoryRecord & RecordReference;

/** @param location byte offset and length of its line in the file of records */
export function cachedStory(
  story: StoryRecord,
  [offset, length]: [number, number],
  dump: string,
): CachedStory {
  return { ...story, record: { offset, length, key: recordKey(story, dump) } };
}

/**
 * A digest of all that pages show of a story, the name of its dump among it. Where it stands in the dump is no part of it: an
 * edit there would otherwise make the pages of all stories below it anew.
 */
function recordKey(story: StoryRecord, dump: string): string {
  const { lines: _, bytes: __, body: ___, kept: ____, ...shown } = story;
  return hash('sha256', `${dump} ${JSON.stringify(shown)}`, 'hex').slice(0, KEY_LENGTH);
}

/** A record was written by this package, under this version: its file has the digest it was left with. */
export function parseRecord(line: string): StoryRecord {
  return JSON.parse(line);
}
