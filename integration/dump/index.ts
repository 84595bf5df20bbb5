// The way into this folder: a dump's bytes in, its stories, messages and ledger out.
import { Buffer } from 'node:buffer';
import type { Message } from './messages.ts';
import { DumpReader } from './reader.ts';
import type { DumpOptions, Found } from './reading.ts';
import type { DumpStory, Ledger } from './types.ts';

export { type Body, readBlocks } from './blocks.ts';
export { readStoryLedger, readStoryText, type StoryText } from './body.ts';
export type { Checkpoint } from './checkpoints.ts';
export type { SavedDialect } from './heads/dialect.ts';
export { isBareBy } from './heads/loose-names.ts';
export { isSeparatorText, type Layout, saysWhatParts } from './layout.ts';
export { addLedger, emptyLedger } from './ledger.ts';
export { cleanLine, countWords, PlainBytes } from './lines/characters.ts';
export { Decoder, encodingNamed, encodingOf, SAY_ENCODING } from './lines/decoding.ts';
export { MESSAGES, type Message, type MessageCode, message, type Severity, shorten } from './messages.ts';
export { type ReadPage, readPage } from './page.ts';
export { isExplicitByline, readByline } from './phrases/bylines.ts';
export { isAgencyCredit, readCaption } from './phrases/captions.ts';
export { sameLine } from './phrases/comparison.ts';
export { readDateline } from './phrases/datelines.ts';
export { findDays, isCalendarDay, westernDates } from './phrases/dates.ts';
export { filedDay } from './phrases/filed-day.ts';
export { gregorianDay } from './phrases/jalali.ts';
export { isClosed } from './phrases/marks.ts';
export { readSigner } from './phrases/signers.ts';
export {
  type Piece,
  type ReadSegment,
  readInSegments,
  readSegment,
  type Segment,
} from './read-in-segments.ts';
export { DumpReader } from './reader.ts';
export type { DumpOptions, Found, Resumption, Seam } from './reading.ts';
export * from './types.ts';

/** A dump read whole. */
export interface ReadDump {
  lines: number;
  ledger: Ledger;
  stories: DumpStory[];
  messages: Message[];
}

/**
 * Reads a dump that is in memory; `DumpReader` reads one that is not.
 * @returns its stories and messages in dump order, and what every line was taken for
 * Never throws for content: what is odd is a message.
 */
export function readDump(dump: string | Uint8Array, options?: DumpOptions): ReadDump {
  const reader = new DumpReader(options);
  const found: Found[] = [
    ...reader.push(typeof dump === 'string' ? Buffer.from(dump) : dump),
    ...reader.end(),
  ];
  return {
    lines: reader.lines,
    ledger: reader.ledger,
    stories: found.flatMap((each) => each.story ?? []),
    messages: found.flatMap((each) => each.message ?? []),
  };
}
export { textFaults } from './text-faults.ts';
