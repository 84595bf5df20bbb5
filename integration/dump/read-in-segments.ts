// Reads a dump in segments, wherever they are read: hands them out, takes what comes back in their order, and where two
// readers do not meet, reads on itself.

import type { SavedDialect } from './heads/dialect.ts';
import type { DumpOptions, Found, Resumption, Seam } from './reading.ts';
import {
  type DumpTotals,
  type ReadChunk,
  SegmentChain,
  SegmentReader,
  type SegmentStart,
  type SegmentTotals,
} from './segments.ts';

/** A piece of a dump's text. */
export interface Piece<T> {
  bytes: Uint8Array;
  /** What was found while the text was made of the file. */
  before: readonly T[];
}

/** A part of a dump that is read by itself. */
export interface Segment {
  start: SegmentStart;
  chunks: Uint8Array[];
  /** The chunk below; none at the dump's end. */
  next: Uint8Array | undefined;
}

/** What was found in a segment. */
export interface ReadSegment<T> {
  /** By chunk. */
  found: T[][];
  /** The first stories of its first chunk. */
  entries: Seam[];
  /** What its reader found in the chunk below, as far as it read that. */
  below: ReadChunk<T>;
  /** What was found at the dump's end, where it ends here. */
  rest: T[];
  totals: SegmentTotals;
}

/** Makes of each thing that a reader finds one other. */
type Convert<T> = (found: readonly Found[]) => Promise<T[]>;

/** Reads one segment, in whichever thread. */
export async function readSegment<T>(
  { start, chunks, next }: Segment,
  options: DumpOptions,
  convert: Convert<T>,
): Promise<ReadSegment<T>> {
  const reader = new SegmentReader(options, start);
  const found: T[][] = [];
  let entries: Seam[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const read = reader.push(chunk);
    if (at === 0) entries = read.seams;
    found.push(await convert(read.found));
  }
  const below = next ? reader.pushLast(next) : { found: [], seams: [] };
  const rest = next ? [] : await convert(reader.end());
  return {
    found,
    entries,
    below: { found: await convert(below.found), seams: below.seams },
    rest,
    totals: reader.totals,
  };
}

/** How a dump is read in segments. */
export interface SegmentedReading<T> {
  options: DumpOptions;
  /** Where to go on, in a dump that was read before and has grown. */
  from?: Resumption | undefined;
  /** A segment has as many bytes, or a chunk more. */
  segmentBytes: number;
  /** So many segments may be read at a time. */
  ahead: number;
  convert: Convert<T>;
  /** Has a segment read. */
  read(segment: Segment): Promise<ReadSegment<T>>;
  /** Told of the bytes of a piece that nobody reads any more. */
  release(bytes: Uint8Array): void;
}

/** A segment that was handed out. */
interface Waiting<T> {
  segment: Segment;
  before: (readonly T[])[];
  isRead: boolean;
  read: Promise<ReadSegment<T>>;
}

/**
 * Reads a dump.
 * @param pieces its text; their bytes are kept until they are released
 * @returns what one reader of all would find, by pieces, and at last what is known of the dump
 */
export async function* readInSegments<T>(
  pieces: AsyncIterable<Piece<T>>,
  reading: SegmentedReading<T>,
): AsyncGenerator<T[], DumpTotals & { dialect: SavedDialect }> {
  const { options, from, convert } = reading;
  const first = new SegmentReader(options, undefined, from);
  const source = new SegmentSource(pieces, from);
  for (let piece = await source.next(); piece; piece = await source.next()) {
    const found = await convert(first.push(piece.bytes).found);
    reading.release(piece.bytes);
    yield [...piece.before, ...found];
    if (source.taken >= reading.segmentBytes && first.settled) break;
  }
  const { settled } = first;
  const chain = new SegmentChain(from);
  /** Who has read all above, where that is no reader of a segment that was handed out. */
  let live: SegmentReader | undefined = first;
  let last: { segment: Segment; read: ReadSegment<T> } | undefined;
  for await (const { segment, before, read } of settled ? handOut(source, settled, reading) : []) {
    let above: ReadChunk<T> | undefined = live ? undefined : last?.read.below;
    let joint: ReturnType<SegmentChain['join']> = above && chain.join(above.seams, read.entries);
    if (!joint) {
      live ??= readAgain(options, last?.segment);
      const pushed = live.push(segment.chunks[0] ?? NOTHING);
      above = { found: await convert(pushed.found), seams: pushed.seams };
      joint = chain.join(above.seams, read.entries);
    }
    const reader: SegmentReader | undefined = joint ? undefined : live;
    live = reader;
    const { found = [] } = above ?? {};
    const own = joint
      ? [...found.slice(0, joint.exit.found), ...(read.found[0] ?? []).slice(joint.entry.found)]
      : found;
    yield [...(before[0] ?? []), ...own];
    for (let at = 1; at < segment.chunks.length; at++) {
      const chunk = segment.chunks[at] ?? NOTHING;
      yield [
        ...(before[at] ?? []),
        ...(reader ? await convert(reader.push(chunk).found) : (read.found[at] ?? [])),
      ];
    }
    last?.segment.chunks.forEach(reading.release);
    last = { segment, read };
  }
  yield live ? await convert(live.end()) : (last?.read.rest ?? []);
  const totals = live?.totals ?? last?.read.totals ?? first.totals;
  return { ...chain.end(totals), dialect: first.dialect };
}

const NOTHING = new Uint8Array();

/** @returns a reader that has read one segment, as its own has */
function readAgain(options: DumpOptions, segment: Segment | undefined): SegmentReader {
  const reader = new SegmentReader(options, segment?.start);
  for (const chunk of segment?.chunks ?? []) reader.push(chunk);
  return reader;
}

/** Hands out the segments of what is left of a dump. @returns them in their order, read */
async function* handOut<T>(
  source: SegmentSource<T>,
  dialect: SavedDialect,
  { segmentBytes, ahead, read }: SegmentedReading<T>,
): AsyncGenerator<{ segment: Segment; before: (readonly T[])[]; read: ReadSegment<T> }> {
  const queue: Waiting<T>[] = [];
  for (;;) {
    // No more than it takes for nobody to wait.
    while (queue.length < ahead && !queue[0]?.isRead) {
      const taken = await source.takeSegment(segmentBytes, dialect);
      if (!taken) break;
      const waiting: Waiting<T> = { ...taken, isRead: false, read: read(taken.segment) };
      // Whoever comes to it is told of an error.
      waiting.read.then(
        () => {
          waiting.isRead = true;
        },
        () => undefined,
      );
      queue.push(waiting);
    }
    const first = queue.shift();
    if (!first) return;
    yield { ...first, read: await first.read };
  }
}

const LINE_FEED = 0x0a;

/** The pieces of a dump, with their place in it. */
class SegmentSource<T> {
  /** Bytes so far. */
  taken = 0;
  readonly #pieces: AsyncIterator<Piece<T>>;
  #offset: number;
  #line: number;
  #ahead: Piece<T> | undefined;

  constructor(pieces: AsyncIterable<Piece<T>>, from: Resumption | undefined) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#offset = from?.offset ?? 0;
    this.#line = from?.line ?? 1;
  }

  /** @returns the next piece; nothing at the dump's end */
  async next(): Promise<Piece<T> | undefined> {
    const piece = await this.#peek();
    this.#ahead = undefined;
    if (!piece) return undefined;
    this.taken += piece.bytes.length;
    this.#offset += piece.bytes.length;
    this.#line += feedsIn(piece.bytes);
    return piece;
  }

  /** @returns a segment of at least so many bytes, where there are so many left */
  async takeSegment(
    bytes: number,
    dialect: SavedDialect,
  ): Promise<{ segment: Segment; before: (readonly T[])[] } | undefined> {
    const start = { offset: this.#offset, line: this.#line, dialect };
    const pieces: Piece<T>[] = [];
    for (let size = 0; size < bytes; ) {
      const piece = await this.next();
      if (!piece) break;
      pieces.push(piece);
      size += piece.bytes.length;
    }
    if (pieces.length === 0) return undefined;
    const next = (await this.#peek())?.bytes;
    const segment = { start, chunks: pieces.map((piece) => piece.bytes), next };
    return { segment, before: pieces.map(({ before }) => before) };
  }

  async #peek(): Promise<Piece<T> | undefined> {
    if (!this.#ahead) {
      const { value, done } = await this.#pieces.next();
      this.#ahead = done ? undefined : value;
    }
    return this.#ahead;
  }
}

function feedsIn(bytes: Uint8Array): number {
  let count = 0;
  // Twice as fast as a look at each byte.
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
