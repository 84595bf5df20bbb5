// Segments of a dump that begin anywhere, each read without what stands above it, and put together so that the result is
// that of reading the dump from its beginning. A reader that begins in the middle of a story soon comes to the
// beginning of another. Where the reader of the segment above, which reads on for a while, comes to the same place in
// the same state, all below is what it would find itself.
import { type Checkpoint, Checkpoints, type KnownMarks } from './checkpoints.ts';
import type { SavedDialect } from './heads/dialect.ts';
import { claimedLines, emptyLedger } from './ledger.ts';
import { DumpReader } from './reader.ts';
import { type DumpOptions, type Found, PROVEN_BY, type Resumption, type Seam } from './reading.ts';
import { type Ledger, LINE_CLASSES } from './types.ts';

/** So many of the stories that begin in a chunk may be where two readers meet, as the one above and the one below see them. */
const EXITS = 4;
const ENTRIES = 8;
/** Of the chunk below a segment so many bytes are read at a time. */
const PART = 2 ** 14;
/** So many lines at the beginning of a segment may look otherwise than to a reader that knows what stands above. */
const UNSURE_LINES = 2;

/** Where a segment begins: anywhere, in the middle of a line too. */
export interface SegmentStart {
  /** Byte offset of its first byte. */
  offset: number;
  /** The line that this byte is in, 1-based. */
  line: number;
  /** How the dump's stories look, as its opening showed. */
  dialect: SavedDialect;
}

/** What was found in a chunk. */
export interface ReadChunk<T = Found> {
  found: T[];
  /** The first stories that begin in it. */
  seams: Seam[];
}

/** What a reader knows once it has read all that it reads. */
export interface SegmentTotals {
  lines: number;
  ledger: Ledger;
  marks: KnownMarks;
}

/** Reads one segment, chunk by chunk. */
export class SegmentReader {
  readonly #reader: DumpReader;
  #seams: Seam[] = [];
  #most = ENTRIES;
  #stops = false;
  /** Where the chunk begins that is read. */
  #chunk: number;
  #end: number;

  /** @param start where it begins; default: where the dump does, or where an earlier reading of it ended */
  constructor(options: DumpOptions, start?: SegmentStart, from?: Resumption) {
    const unsure = start ? UNSURE_LINES : 0;
    const place = start ? { ...start, gap: 0, ledger: emptyLedger() } : from;
    this.#chunk = place?.offset ?? 0;
    this.#end = this.#chunk;
    this.#reader = new DumpReader(options, place, {
      // It comes to the last stories of a chunk when it reads the next.
      wants: (offset, above) => offset >= this.#chunk && above >= unsure && this.#seams.length < this.#most,
      add: (seam) => {
        this.#seams.push(seam);
        return !this.#stops || this.#seams.length < this.#most;
      },
    });
  }

  push(chunk: Uint8Array): ReadChunk {
    this.#begin(chunk);
    const found = this.#reader.push(chunk);
    return { found, seams: this.#takeSeams() };
  }

  /** Reads the chunk below its segment, as far as another reader may take over; it reads nothing after that. */
  pushLast(chunk: Uint8Array): ReadChunk {
    this.#most = EXITS;
    this.#stops = true;
    this.#begin(chunk);
    const found: Found[] = [];
    // Its lines are made as far as they are read: most of it is read by another alone.
    for (let at = 0; at < chunk.length && this.#seams.length < EXITS; at += PART) {
      const above = found.length;
      const known = this.#seams.length;
      found.push(...this.#reader.push(chunk.subarray(at, at + PART)));
      for (const seam of this.#seams.slice(known)) seam.found += above;
    }
    const seams = this.#takeSeams();
    return { found: found.slice(0, seams.at(-1)?.found ?? 0), seams };
  }

  #begin(chunk: Uint8Array): void {
    this.#chunk = this.#end;
    this.#end += chunk.length;
  }

  #takeSeams(): Seam[] {
    const seams = this.#seams;
    this.#seams = [];
    return seams;
  }

  /** @returns the rest, where the dump ends here */
  end(): Found[] {
    return this.#reader.end();
  }

  /** How the dump's stories look, once the rest of it can be read in segments. */
  get settled(): SavedDialect | undefined {
    return this.#reader.settled;
  }

  /** How they look, at the end. */
  get dialect(): SavedDialect {
    return this.#reader.dialect;
  }

  get totals(): SegmentTotals {
    const { lines, ledger, marks } = this.#reader;
    return { lines, ledger, marks };
  }
}

/** What is known of a dump that was read to its end. */
export interface DumpTotals {
  lines: number;
  ledger: Ledger;
  checkpoint: Checkpoint | undefined;
}

/** Puts together what the readers of one dump's segments know. */
export class SegmentChain {
  readonly #checkpoints: Checkpoints;
  /** What has to be added to what the present reader counts. */
  #missing: { ledger: Ledger; read: number } = { ledger: emptyLedger(), read: 0 };
  /** Byte offset of the story at which the present reader took over. */
  #joined = Number.NEGATIVE_INFINITY;

  /** @param from where reading began, in a dump that was read before */
  constructor(from?: Resumption) {
    this.#checkpoints = new Checkpoints(PROVEN_BY, from);
  }

  /**
   * Goes from the reader of one segment to that of the next, where they meet.
   * @param exits the first stories of a chunk, as the former reads them
   * @param entries the same as the latter does
   * @returns where: what the former finds up to there is followed by what the latter finds from there on
   */
  join(exits: readonly Seam[], entries: readonly Seam[]): { exit: Seam; entry: Seam } | undefined {
    for (const exit of exits) {
      const entry = entries.find(({ state }) => state === exit.state);
      if (!entry) continue;
      this.#takeOver(exit.marks);
      const { ledger, read } = this.#missing;
      this.#missing = {
        ledger: added(added(ledger, exit.ledger), entry.ledger, -1),
        read: read + exit.read - entry.read,
      };
      this.#joined = exit.offset;
      return { exit, entry };
    }
    return undefined;
  }

  /** @param totals of the reader that came to the dump's end */
  end({ lines, ledger, marks }: SegmentTotals): DumpTotals {
    this.#takeOver(marks);
    return { lines, ledger: this.#whole(ledger, lines), checkpoint: this.#checkpoints.proven };
  }

  #takeOver({ proven, pending }: KnownMarks): void {
    const { read: missing } = this.#missing;
    const known = {
      proven: proven && this.#placed(proven),
      pending: pending.map(({ checkpoint, above, read }) => ({
        checkpoint: this.#placed(checkpoint),
        above: above + missing,
        read: read + missing,
      })),
    };
    this.#checkpoints.follow(known, this.#joined);
  }

  #placed({ offset, line, gap, ledger }: Checkpoint): Checkpoint {
    return { offset, line, gap, ledger: this.#whole(ledger, line - 1) };
  }

  /** @param lines how many there are: those that are claimed by nothing are blank */
  #whole(ledger: Ledger, lines: number): Ledger {
    const whole = added(this.#missing.ledger, ledger);
    return { ...whole, blank: lines - claimedLines(whole) };
  }
}

function added(one: Ledger, other: Ledger, times = 1): Ledger {
  const sum = { ...one };
  for (const name of LINE_CLASSES) sum[name] += times * other[name];
  return sum;
}
