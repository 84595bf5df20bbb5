// What is found in a segment of a dump, in few pieces: to hand a thousand stories from one thread to another as objects
// takes longer than to find them.
import type { Block, Message, ReadSegment } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { checkedStory, printedJson } from './checked-story.ts';
import {
  OPEN,
  type ParsedStory,
  type ReaderEvent,
  type StoryReader,
  type StoryRecord,
} from './story-reader.ts';
import type { TextStore } from './text-store.ts';

/** What is wanted of stories: their records and what is kept of their texts, or what of them is printed, or listed. */
export type StoryForm = 'kept' | 'printed' | 'listed';

/** A story that was found elsewhere. */
export interface PackedStory {
  kind: 'packed';
  /** As JSON: its record where it is kept or its language is open, else a `CheckedStory`. */
  json: string;
  /** Its text as it is kept, or all that is printed of it, as JSON; its blocks as JSON where its language is open. */
  text: Uint8Array;
  /** Whether its language is to be decided. */
  isOpen: boolean;
}

/** What a segment has, in order. */
export type SegmentEvent = PackedStory | { kind: 'message'; message: Message };

/** A story, by how many bytes its text has (whose language is open, by one more, below nought), or a message. */
type Entry = number | Message;

/** A segment, packed. */
export interface PackedSegment extends ReadSegment<Entry> {
  /** Records of all its stories as JSON, one a line. */
  records: string;
  /** Their texts, one behind the other. */
  texts: Uint8Array<ArrayBuffer>;
}

/** A story as one that was found elsewhere is. */
function packStory(parsed: ParsedStory, form: StoryForm, texts: TextStore): PackedStory {
  const { blocks, classes: _, ...record } = parsed;
  const isOpen = record.lang === OPEN;
  if (isOpen || form === 'kept') {
    const json = JSON.stringify(record satisfies StoryRecord);
    const text = isOpen ? texts.add(JSON.stringify(blocks)) : texts.addKept(blocks, record.digest);
    return { kind: 'packed', json, text, isOpen };
  }
  const text = form === 'printed' ? texts.add(printedJson(parsed)) : NO_TEXT;
  return { kind: 'packed', json: JSON.stringify(checkedStory(parsed)), text, isOpen };
}

const NO_TEXT = new Uint8Array();

/** @returns a story whose language was open, as one whose language was known */
export async function decideStory(
  { json, text }: PackedStory,
  file: DumpFile,
  reader: StoryReader,
  form: StoryForm,
  texts: TextStore,
): Promise<PackedStory> {
  // Written by this package, in another thread.
  const blocks: Block[] = JSON.parse(Buffer.from(text).toString());
  const record = await reader.decide(file, JSON.parse(json), blocks);
  return packStory({ ...record, blocks, classes: [] }, form, texts);
}

/** Packs a segment, to be sent. */
export function packSegment(read: ReadSegment<SegmentEvent>): PackedSegment {
  const records: string[] = [];
  const texts: Uint8Array[] = [];
  const pack = (events: readonly SegmentEvent[]) =>
    events.map((event): Entry => {
      if (event.kind === 'message') return event.message;
      records.push(event.json);
      texts.push(event.text);
      return event.isOpen ? -event.text.length - 1 : event.text.length;
    });
  return { ...mapped(read, pack), records: records.join('\n'), texts: joined(texts) };
}

/** @returns the segment as it was packed */
export function unpackSegment({ records, texts, ...read }: PackedSegment): ReadSegment<SegmentEvent> {
  const lines = records.split('\n');
  let at = 0;
  let offset = 0;
  return mapped(read, (entries) =>
    entries.map((entry): SegmentEvent => {
      if (typeof entry !== 'number') return { kind: 'message', message: entry };
      const isOpen = entry < 0;
      const text = texts.subarray(offset, offset + (isOpen ? -entry - 1 : entry));
      offset += text.length;
      return { kind: 'packed', json: lines[at++] ?? '', text, isOpen };
    }),
  );
}

/** In the order in which texts stand behind one another. */
function mapped<From, To>(read: ReadSegment<From>, map: (list: readonly From[]) => To[]): ReadSegment<To> {
  const { entries, totals } = read;
  const found = read.found.map(map);
  const below = { found: map(read.below.found), seams: read.below.seams };
  return { found, below, rest: map(read.rest), entries, totals };
}

/** Decides about all stories of a segment that are open. */
export async function decideSegment(
  read: ReadSegment<SegmentEvent>,
  decide: (story: PackedStory) => Promise<PackedStory>,
): Promise<ReadSegment<SegmentEvent>> {
  const decided = new Map<SegmentEvent, PackedStory>();
  for (const event of [...read.found, read.below.found, read.rest].flat())
    if (event.kind === 'packed' && event.isOpen) decided.set(event, await decide(event));
  return decided.size === 0
    ? read
    : mapped(read, (events) => events.map((event) => decided.get(event) ?? event));
}

/** In memory of their own, which can be given away. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @returns the events of a reader as those of a segment */
export function packEvents(
  events: readonly ReaderEvent<ParsedStory>[],
  form: StoryForm,
  texts: TextStore,
): SegmentEvent[] {
  return events.flatMap((event) => {
    if (event.kind === 'story') return packStory(event.story, form, texts);
    return event.kind === 'message' ? event : [];
  });
}
