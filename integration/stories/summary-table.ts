// What lists show of all stories of an index, in memory that the threads of a build share: a summary as an object of its own
// would take 450 bytes in each of them. Of each story there are a few numbers, and its id, key and headline one behind the
// other. What many stories have in common (a day, places, who wrote them) is the number of a value that stands once.
import { Buffer } from 'node:buffer';
import { statSync } from 'node:fs';
import { linesOf } from '../files/json-lines.ts';
import type { SummaryFields } from '../story.ts';
import { NumberedTexts } from '../utils/numbered-texts.ts';
import { processWide } from '../utils/process-wide.ts';
import type { CorrectedStory } from './correction.ts';
import { type HashMemory, HashTable, hashMemory, hashOf, hashOfText } from './hash-table.ts';
import {
  isRetracted,
  MOST_RELATED,
  parseRow,
  type RecordLocation,
  type StorySummary,
  type SummaryRow,
} from './story-summary.ts';

/** Which number of a story is what. A value that a story has not is the first, an empty text. */
const ID_LENGTH = 0;
const KEY_LENGTH = 1;
const HEADLINE_LENGTH = 2;
const DUMP = 3;
const RECORD_LENGTH = 4;
const IS_RTL = 5;
const IS_FAR = 6;
const BASIS = 7;
const LANG = 8;
const DAY = 9;
const PLACES = 10;
const SECTION = 11;
const BYLINE = 12;
const AGENCY = 13;
const RELATED = 14;
const NUMBERS = RELATED + MOST_RELATED;

/** The first of the values. */
const NO_VALUE = '';

/** Offsets of a story, which may be beyond 32 bits. */
const TEXT = 0;
const RECORD = 1;
const OFFSETS = 2;

const BASES = [undefined, 'stated', 'file', 'photo'] as const;

/** A table as one thread gives it to another; it survives a structured clone, which shares the memory. */
export interface SharedSummaries {
  /** Digest of the file that it was read from. */
  digest: string;
  stories: number;
  text: SharedArrayBuffer;
  numbers: SharedArrayBuffer;
  offsets: SharedArrayBuffer;
  values: readonly string[];
  /** Stories that an editor corrected, by their numbers. */
  corrected: ReadonlyMap<number, CorrectedStory>;
  /** Positions of stories among the published ones, by their ids. */
  positions: HashMemory<SharedArrayBuffer>;
}

/** The summaries of an index, by their numbers: the order of the site, the retracted ones among them. */
export class SummaryTable {
  /** Every story but the retracted, in the order of the site: newest first, then undated ones in dump order. */
  readonly published: readonly StorySummary[];
  /** The retracted ones, in the same order. */
  readonly retracted: readonly StorySummary[];
  readonly #shared: SharedSummaries;
  readonly #text: Buffer;
  readonly #numbers: Int32Array;
  readonly #offsets: Float64Array;
  readonly #positions: HashTable;
  /** Of values that are days or lists of places: what they stand for, once it was asked for. */
  readonly #days: Date[] = [];
  readonly #places: string[][] = [];

  constructor(shared: SharedSummaries) {
    this.#shared = shared;
    this.#text = Buffer.from(shared.text);
    this.#numbers = new Int32Array(shared.numbers);
    this.#offsets = new Float64Array(shared.offsets);
    this.#positions = new HashTable(0, shared.positions);
    const [published, retracted]: [StorySummary[], StorySummary[]] = [[], []];
    for (let story = 0; story < shared.stories; story++) {
      const summary = new TableSummary(this, story);
      (isRetracted(summary) ? retracted : published).push(summary);
    }
    this.published = published;
    this.retracted = retracted;
  }

  /** @returns the position of a story among the published ones, if it is one of them */
  positionOf(id: string): number | undefined {
    return this.#positions.at(hashOfText(id)).find((position) => this.published[position]?.id === id);
  }

  id(story: number): string {
    return this.#textOf(story, 0, this.#number(story, ID_LENGTH));
  }

  key(story: number): string {
    return this.#textOf(story, this.#number(story, ID_LENGTH), this.#number(story, KEY_LENGTH));
  }

  location(story: number): RecordLocation {
    const offset = this.#offsets[story * OFFSETS + RECORD] ?? 0;
    return [this.#number(story, DUMP), offset, this.#number(story, RECORD_LENGTH)];
  }

  isFar(story: number): boolean {
    return this.#number(story, IS_FAR) === 1;
  }

  corrected(story: number): CorrectedStory | undefined {
    return this.#shared.corrected.get(story);
  }

  related(story: number): number[] | undefined {
    const from = story * NUMBERS + RELATED;
    // No story leads on to itself.
    const found = [...this.#numbers.subarray(from, from + MOST_RELATED)].filter((offset) => offset !== 0);
    return found.length > 0 ? found : undefined;
  }

  data(story: number): SummaryFields {
    const before = this.#number(story, ID_LENGTH) + this.#number(story, KEY_LENGTH);
    const headline = this.#textOf(story, before, this.#number(story, HEADLINE_LENGTH));
    const dir = this.#number(story, IS_RTL) === 1 ? 'rtl' : 'ltr';
    const basis = BASES[this.#number(story, BASIS)];
    const [lang, places] = [this.#value(story, LANG), this.#placesOf(story)];
    const data: SummaryFields = basis
      ? { headline, lang, dir, places, date: this.#dateOf(story), dateBasis: basis }
      : { headline, lang, dir, places };
    const section = this.#value(story, SECTION);
    const byline = this.#value(story, BYLINE);
    const agency = this.#value(story, AGENCY);
    if (section) data.section = section;
    if (byline) data.byline = byline;
    if (agency) data.agency = agency;
    return data;
  }

  #dateOf(story: number): Date {
    const value = this.#number(story, DAY);
    this.#days[value] ??= new Date(this.#shared.values[value] ?? '');
    return this.#days[value];
  }

  #placesOf(story: number): string[] {
    const value = this.#number(story, PLACES);
    this.#places[value] ??= value === 0 ? [] : (this.#shared.values[value]?.split('\n') ?? []);
    return this.#places[value];
  }

  #value(story: number, which: number): string {
    return this.#shared.values[this.#number(story, which)] ?? '';
  }

  #number(story: number, which: number): number {
    return this.#numbers[story * NUMBERS + which] ?? 0;
  }

  #textOf(story: number, from: number, length: number): string {
    const start = (this.#offsets[story * OFFSETS + TEXT] ?? 0) + from;
    return this.#text.toString('utf8', start, start + length);
  }
}

/** A story of a table: what is asked of it is read from there. */
class TableSummary implements StorySummary {
  readonly #table: SummaryTable;
  readonly #story: number;

  constructor(table: SummaryTable, story: number) {
    this.#table = table;
    this.#story = story;
  }

  get id(): string {
    return this.#table.id(this.#story);
  }

  get key(): string {
    return this.#table.key(this.#story);
  }

  get data(): SummaryFields {
    return this.#table.data(this.#story);
  }

  get location(): RecordLocation {
    return this.#table.location(this.#story);
  }

  get related(): readonly number[] | undefined {
    return this.#table.related(this.#story);
  }

  get corrected(): CorrectedStory | undefined {
    return this.#table.corrected(this.#story);
  }

  get isFar(): boolean {
    return this.#table.isFar(this.#story);
  }

  toJSON(): StorySummary {
    const { id, key, data, location, related, corrected, isFar } = this;
    return { id, key, data, location, related, corrected, isFar };
  }
}

function readShared(file: string, digest: string, stories: number): SharedSummaries {
  // What is not written to takes no room.
  const text = new SharedArrayBuffer(statSync(file).size);
  const numbers = new SharedArrayBuffer(stories * NUMBERS * Int32Array.BYTES_PER_ELEMENT);
  const offsets = new SharedArrayBuffer(stories * OFFSETS * Float64Array.BYTES_PER_ELEMENT);
  const positions = hashMemory(stories, SharedArrayBuffer);
  const values = new NumberedTexts(NO_VALUE);
  const corrected = new Map<number, CorrectedStory>();
  const shared = { digest, stories, text, numbers, offsets, values: values.all, corrected, positions };
  const [bytes, byId] = [Buffer.from(text), new HashTable(0, positions)];
  const [numberOf, offsetOf] = [new Int32Array(numbers), new Float64Array(offsets)];
  let [story, position, end] = [0, 0, 0];
  for (const line of linesOf(file)) {
    const row = parseRow(line);
    const [id, start] = [bytes.write(row.id, end), end];
    if (!isRetracted(row)) byId.add(hashOf(bytes, start, start + id), position++);
    const key = bytes.write(row.key, start + id);
    const headline = bytes.write(row.headline, start + id + key);
    end = start + id + key + headline;
    numberOf.set([id, key, headline, ...numbersOf(row, values)], story * NUMBERS);
    offsetOf.set([start, row.location[1]], story * OFFSETS);
    if (row.corrected) corrected.set(story, row.corrected);
    story++;
  }
  return shared;
}

/** Numbers of a row, from that of its dump on. */
function numbersOf(row: SummaryRow, values: NumberedTexts): number[] {
  const { location, lang, dir, far, date, basis, places, section, byline, agency, related = [] } = row;
  return [
    location[0],
    location[2],
    dir === 'rtl' ? 1 : 0,
    far ? 1 : 0,
    date && basis ? BASES.indexOf(basis) : 0,
    values.number(lang),
    values.number(date ?? NO_VALUE),
    values.number(places.join('\n')),
    values.number(section ?? NO_VALUE),
    values.number(byline ?? NO_VALUE),
    values.number(agency ?? NO_VALUE),
    ...related,
  ];
}

/** Tables of this thread, by the files that they were read from. */
const tables = () =>
  processWide(
    'summaries',
    () => new Map<string, SharedSummaries>(),
    (found): found is Map<string, SharedSummaries> => found instanceof Map,
  );

/** What is read of summaries, to be handed to another thread. */
export const sharedSummaries = (): ReadonlyMap<string, SharedSummaries> => tables();

/** Takes what another thread has read, so that this one need not. */
export function takeSummaries(shared: ReadonlyMap<string, SharedSummaries>): void {
  for (const [file, each] of shared) tables().set(file, each);
}

/**
 * The summaries in a file, read once as long as it stays the same.
 * @param digest of the file
 * @param stories how many it has
 */
export function openSummaries(file: string, digest: string, stories: number): SharedSummaries {
  const known = tables().get(file);
  if (known?.digest === digest) return known;
  const shared = readShared(file, digest, stories);
  tables().set(file, shared);
  return shared;
}
