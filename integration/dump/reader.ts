// Bytes to stories. Goes through the lines of a dump once, with a short look ahead, decides at every promising
// place whether a story begins there, and books each line in the ledger.

import { type Checkpoint, Checkpoints, type KnownMarks } from './checkpoints.ts';
import { WHOLE_PAGE } from './confidence.ts';
import { finishStory } from './finish-story.ts';
import {
  type Dialect,
  isControl,
  isFooter,
  isSeparator,
  restoreDialect,
  type SavedDialect,
  SNIFFED_BYTES,
  saveDialect,
  withLayout,
} from './heads/dialect.ts';
import { Furniture } from './heads/furniture.ts';
import { HEAD_REACH, type Head, isNeverHeadline } from './heads/head.ts';
import { LOOK_BACK, type Opening, type OpeningContext } from './heads/openings.ts';
import { storyFinder } from './heads/page-story.ts';
import { namesHeadline } from './heads/page-title.ts';
import { CLOSE, THRESHOLD } from './heads/scoring.ts';
import { setApart } from './heads/set-apart.ts';
import { sniffDialect } from './heads/sniff-dialect.ts';
import { learnDialect } from './learn-dialect.ts';
import { claimedLines, emptyLedger } from './ledger.ts';
import { EntityDecoder } from './lines/entities.ts';
import { type Line, LineSplitter } from './lines/lines.ts';
import { message } from './messages.ts';
import { begins, openingAt } from './next-opening.ts';
import { gapOfWholePages, PageCutter } from './page-cutter.ts';
import { ruleMark } from './phrases/rules.ts';
import { dayAlone } from './phrases/stamps.ts';
import { aboveMessage, cutMessage, joinMessage, orphanMessage, tooLongMessage } from './reader-messages.ts';
import { type DumpOptions, type Found, PROVEN_BY, type Resumption, type SeamWatch } from './reading.ts';
import type { Ledger } from './types.ts';
import { WholePages } from './whole-pages.ts';

/** A longer run of lines without a head is no story; also what keeps memory bounded. */
const MAX_STORY_BYTES = 8 * 2 ** 20;

/**
 * Reads one dump, chunk by chunk. Holds one story and a short look ahead, never the whole.
 * Never throws for content: what is odd is found as a message.
 */
export class DumpReader {
  /** Lines by class, of everything found so far. */
  readonly ledger: Ledger;
  readonly #splitter: LineSplitter;
  readonly #entities = new EntityDecoder();
  readonly #options: DumpOptions;
  /** The lines that the options name. */
  readonly #named: Furniture;
  readonly #checkpoints: Checkpoints;
  /** Where reading went on. */
  readonly #from: Resumption | undefined;
  readonly #watch: SeamWatch | undefined;
  /** Whether nothing more is to be found. */
  #isStopped = false;
  /** Lines that are not blank, so far. */
  #written = 0;
  #dialect: Dialect | undefined;
  /** Lines that belong to no story found yet. */
  #lines: Line[] = [];
  /** The head that `#lines` begins with; none before the dump's first. */
  #head: Head | undefined;
  /** Index into `#lines` of the next line to look at. */
  #at = 0;
  /** Openings around the last anchor, by their index in `#lines`. */
  #seen: OpeningContext['seen'] = new Map();
  #anyHead = false;
  /** The dump's pages, where they were copied whole. */
  #pages: WholePages | undefined;
  /** How many lines above the head were taken for its page's furniture, and may be its headline for all that is known. */
  #above = 0;
  /** The last line of which it was said that no story begins there. */
  #joined = 0;
  /** Whether the run of lines before the first head, or after a cut-off story, was reported. */
  #reported = false;

  /** @param from where to go on, in a dump that still begins with the bytes that were read up to there */
  constructor(options: DumpOptions = {}, from?: Resumption, watch?: SeamWatch) {
    this.#options = options;
    this.#named = new Furniture(options.furniture ?? []);
    this.#splitter = new LineSplitter(from);
    this.ledger = from ? { ...from.ledger } : emptyLedger();
    this.#checkpoints = new Checkpoints(PROVEN_BY, from);
    this.#from = from;
    this.#watch = watch;
    if (!from) return;
    this.#dialect = withLayout(restoreDialect(from.dialect), options.layout);
    this.#anyHead = true;
  }

  /** The last position from which a later reading can go on; known once the dump was read to its end. */
  get checkpoint(): Checkpoint | undefined {
    return this.#checkpoints.proven;
  }

  /** How the dump's stories look, once it was read to its end. */
  get dialect(): SavedDialect {
    return saveDialect(this.#dialect ?? sniffDialect([], this.#options.furniture).dialect);
  }

  /** What is known of places to go on from. */
  get marks(): KnownMarks {
    return this.#checkpoints.known;
  }

  /** How the dump's stories look, as soon as what is found below a seam depends on nothing else above it. */
  get settled(): SavedDialect | undefined {
    return this.#dialect && !this.#pages ? saveDialect(this.#dialect) : undefined;
  }

  /** Lines read so far. */
  get lines(): number {
    return this.#splitter.count;
  }

  /** @param chunk bytes in file order; it may end anywhere @returns what is known now that was not before */
  push(chunk: Uint8Array): Found[] {
    const lines = this.#splitter.push(chunk);
    const found = this.#takeMessages();
    for (const line of lines) this.#add(line, found);
    return found;
  }

  /** @returns the rest, once the last chunk was pushed */
  end(): Found[] {
    const lines = this.#splitter.end();
    const found = this.#takeMessages();
    for (const line of lines) this.#add(line, found);
    this.#dialect ??= this.#learn(found);
    this.#keep(this.#pages?.end(found) ?? []);
    while (this.#at < this.#lines.length) this.#look(this.#dialect, found);
    this.#endStory(this.#lines, found);
    this.ledger.blank += this.#splitter.blank + this.#entities.blank;
    if (!this.#anyHead && !this.#reported && !this.#pages?.hasIndex) {
      found.push({ message: message('empty', Math.max(1, this.lines), 1, 'This dump holds no text.') });
    }
    return found;
  }

  /** Learns how the dump's stories look; of whole pages, only their stories are kept. */
  #learn(found: Found[]): Dialect {
    const { lines, echoes, messages, ...learned } = learnDialect(this.#lines, this.#entities, this.#options);
    let { dialect } = learned;
    for (const each of messages) found.push({ message: each });
    this.#lines = lines;
    this.#written = lines.length;
    const isFirst = this.#lines.length > 0 && !this.#anyHead && !dialect.stated?.isHeadlineFirst;
    const find = storyFinder(dialect.weights);
    const gap = isFirst ? gapOfWholePages(lines, echoes, dialect, find) : undefined;
    if (gap !== undefined) {
      // Nothing parts stories within a page.
      dialect = { ...dialect, gap, shape: undefined };
      this.#pages = new WholePages(new PageCutter(dialect, find), this.ledger);
      for (const line of this.#lines.splice(0)) this.#keep(this.#pages.push(line, found));
    }
    return dialect;
  }

  #keep(lines: readonly Line[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  #takeMessages(): Found[] {
    return this.#splitter.messages.splice(0).map((each) => ({ message: each }));
  }

  #add(read: Line, found: Found[]): void {
    if (this.#isStopped) return;
    const line = this.#dialect?.escaped ? this.#entities.decode(read) : read;
    if (!line) return;
    if (this.#dialect) setApart(this.#pages?.last ?? this.#lines.at(-1), line, this.#dialect);
    if (this.#pages) this.#keep(this.#pages.push(line, found));
    else this.#lines.push(line);
    this.#written++;
    if (!this.#dialect) {
      if (line.start < SNIFFED_BYTES) return;
      this.#dialect = this.#learn(found);
    }
    while (this.#at + HEAD_REACH < this.#lines.length && !this.#isStopped) this.#look(this.#dialect, found);
  }

  /** Looks at one line: whether it begins a story, or shows that one began shortly above. */
  #look(dialect: Dialect, found: Found[]): void {
    const line = this.#lines[this.#at];
    const ofPage = line && this.#pages?.take(line);
    if (ofPage) {
      const at = this.#at++;
      if (ofPage.head) this.#begin({ top: at, start: at, head: ofPage.head }, dialect, found);
      return;
    }
    const floor = this.#head?.classes.length ?? 0;
    const isFirst = !this.#anyHead && !this.#reported;
    const opening = openingAt(this.#lines, this.#at++, { floor, isFirst, dialect, seen: this.#seen });
    const above = { dialect, anyHead: this.#anyHead, inStory: this.#head !== undefined };
    if (opening && begins(this.#lines, opening, above)) this.#begin(opening, dialect, found);
    else {
      if (opening) this.#reportJoin(opening, found);
      this.#keepShort(found);
    }
  }

  /** Says that a line nearly began a story. */
  #reportJoin({ start, head }: Opening, found: Found[]): void {
    if (!this.#anyHead || head.score < THRESHOLD - CLOSE) return;
    const line = this.#lines[start]?.number ?? 1;
    // Several lines of a head can lead to it.
    if (line <= this.#joined) return;
    this.#joined = line;
    found.push({ message: joinMessage(line, head) });
  }

  /** Ends the story so far above an opening, and begins the next one there. */
  #begin({ top: below, start, head }: Opening, dialect: Dialect, found: Found[]): void {
    dialect.weights.windows.limit();
    const title = this.#titleAbove(below, head);
    const top = title ? below - 1 : below;
    this.#endStory(this.#lines.slice(0, top), found);
    this.#mark(this.#lines[top], this.#lines.length - top);
    const leftOut = this.#lines.slice(top, start);
    this.#bookAbove(leftOut, dialect, found);
    this.#above = leftOut.filter((line) => line !== title && !isNeverHeadline(line, dialect)).length;
    const above = this.#written - this.#lines.length + top;
    this.#lines = this.#lines.slice(start);
    if (this.#seen.size > 0) this.#seen = new Map();
    this.#head = head;
    this.#anyHead = true;
    this.#reported = false;
    this.#at = head.classes.length;
    if (head.score - THRESHOLD < CLOSE)
      found.push({ message: cutMessage(this.#lines[0]?.number ?? 1, head) });
    this.#offerSeam(head, above, found.length);
  }

  /** The title of a page right above the first of its other lines: it names the headline, and is of no other story. */
  #titleAbove(top: number, { headline }: Head): Line | undefined {
    const line = this.#lines[top - 1];
    const ofHead = this.#head?.classes.length ?? 0;
    const isFree = top > ofHead || (top === 1 && ofHead === 1);
    return line && isFree && namesHeadline(line.text, headline) ? line : undefined;
  }

  /** Gives whoever wants it the place where a story begins. */
  #offerSeam(head: Head, above: number, found: number): void {
    const [first, last] = [this.#lines[0], this.#lines.at(-1)];
    // What pages are cut to depends on their lines above.
    if (!first || !last || this.#pages || !this.#watch?.wants(first.start, above)) return;
    // What was said of lines above is not said again.
    const joined = Math.max(this.#joined, first.number - 1);
    const lines = [first.number, first.gap, last.number, this.#lines.length, joined];
    this.#isStopped = !this.#watch.add({
      state: JSON.stringify([...lines, this.#at, this.#above, head]),
      offset: first.start,
      found,
      read: this.#written,
      ledger: { ...this.ledger },
      marks: this.#checkpoints.known,
    });
  }

  /** Books the lines of a page above its headline; what no table and no recurrence calls furniture is reported. */
  #bookAbove(lines: readonly Line[], dialect: Dialect, found: Found[]): void {
    this.ledger.furniture += lines.length;
    for (const line of lines) if (!isControl(line, dialect)) found.push({ message: aboveMessage(line) });
  }

  /** Remembers that a story begins here; a checkpoint once enough lines below have proved it. */
  #mark(line: Line | undefined, below: number): void {
    // A dump that was shorter than what is sniffed can look otherwise once it has grown.
    // The furniture of pages below is in the ledger already where pages are cut.
    if (!line || this.lines === 0 || this.#pages || (line.start < SNIFFED_BYTES && !this.#from)) return;
    if (!this.#checkpoints.takes(line.number)) return;
    const claimed = claimedLines(this.ledger);
    const checkpoint: Checkpoint = {
      offset: line.start,
      line: line.number,
      gap: line.gap,
      ledger: { ...this.ledger, blank: line.number - 1 - claimed },
    };
    this.#checkpoints.add({ checkpoint, above: this.#written - below, read: this.#written });
  }

  /** Ends what `lines` are: a story, or lines that belong to none. */
  #endStory(lines: readonly Line[], found: Found[]): void {
    const head = this.#head;
    const first = lines[0];
    if (!first) return;
    const readable = lines.filter((line) => line.text !== '');
    this.ledger.unclaimed += lines.length - readable.length;
    this.ledger.furniture += dropLast(readable, (line) => this.#isBelowStories(line));
    if (!head) {
      this.#bookOrphans(readable, found);
      return;
    }
    const dialect = this.#dialect;
    if (!dialect) return;
    const above = this.#pages ? WHOLE_PAGE : this.#above;
    const { fileDay } = this.#options;
    found.push(...finishStory(readable, head, { dialect, fileDay, above }, this.ledger));
  }

  /** Whether a line is of no story where it stands at the end of one. */
  #isBelowStories(line: Line): boolean {
    if (this.#named.has(line.text) || ruleMark(line.text) !== undefined) return true;
    if (!this.#dialect || !(isSeparator(line, this.#dialect) || isFooter(line, this.#dialect))) return false;
    // A day that parts stories dates the one above.
    return dayAlone(line.text) === undefined;
  }

  /** Books lines above which no headline stands. */
  #bookOrphans(lines: readonly Line[], found: Found[]): void {
    const first = lines[0];
    this.ledger.unclaimed += lines.length;
    if (!first || this.#reported) return;
    this.#reported = true;
    found.push({ message: orphanMessage(first) });
  }

  /** Lets go of lines that can be part of no story any more. */
  #keepShort(found: Found[]): void {
    const settled = this.#at - LOOK_BACK - 1;
    const first = this.#lines[0];
    const last = this.#lines[settled];
    if (!first || !last || last.end - first.start <= MAX_STORY_BYTES) return;
    this.#endStory(this.#lines.slice(0, settled), found);
    if (this.#head) {
      found.push({ message: tooLongMessage(last.number, this.#head) });
      this.#reported = true;
    }
    this.#head = undefined;
    this.#lines = this.#lines.slice(settled);
    this.#seen = new Map();
    this.#at -= settled;
  }
}

/** Takes items off the end of a list as long as they are of a kind. @returns how many */
function dropLast<T>(list: T[], test: (item: T) => boolean): number {
  const kept = list.findLastIndex((item) => !test(item)) + 1;
  return list.splice(kept).length;
}
