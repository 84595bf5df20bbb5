// The stories of a site as its pages need them: a short summary of each, in the order of the site; the rest of a story
// is read from its record when its page is made. A build holds a summary a story in memory, never the stories.
import path from 'node:path';
import { readLinesInBatches } from '../files/json-lines.ts';
import { RangeReader } from '../files/range-reader.ts';
import type { Story, StoryInput } from '../story.ts';
import type { CorrectedStory } from './correction.ts';
import { type KeptText, textsFile } from './kept-texts.ts';
import { type IndexedDump, type Manifest, readManifest } from './story-index-files.ts';
import type { StoryRecord } from './story-reader.ts';
import { isRetracted, parseSummary, type StorySummary } from './story-summary.ts';
import { openSummaries, type SharedSummaries, SummaryTable } from './summary-table.ts';

/** A story with all that is known of it but its text. */
export interface StoryEntry {
  /** The last part of its address. */
  id: string;
  /** All that is known of it, in the shape of the collection's schema. */
  data: Story;
  /** Its text as it was read, where it is kept. */
  kept?: KeptText;
}

/** The records of a story index: what reads a story, without holding any. */
export class StoryRecords {
  readonly dumps: readonly IndexedDump[];
  /** Of each dump: the files of its records and of its texts, absolute. */
  readonly #files: readonly { records: string; texts: string }[];
  readonly #ranges: RangeReader;

  constructor(folder: string, dumps: readonly IndexedDump[], ranges: RangeReader) {
    this.dumps = dumps;
    this.#ranges = ranges;
    this.#files = dumps.map(({ records }) => ({
      records: path.join(folder, records),
      texts: path.join(folder, textsFile(records)),
    }));
  }

  /** @returns all that is known of a story but its text */
  story({ id, corrected, location: [dump, offset, length] }: StorySummary): StoryEntry {
    const from = this.dumps[dump];
    const files = this.#files[dump];
    if (!from || !files)
      throw new Error(`The story index names no dump ${dump}. Delete Astro's cache folder and build again.`);
    if (corrected) return entryOf(id, corrected, from, files.texts);
    const bytes = this.#ranges.read(files.records, offset, offset + length);
    // Written by this package, from what its own reader found.
    const record: StoryRecord = JSON.parse(bytes.toString());
    return entryOf(id, record, from, files.texts);
  }
}

/** A story index, opened for the pages of a site. */
export class StoryIndex {
  readonly records: StoryRecords;
  readonly #table: SummaryTable;

  /**
   * Opens the story index in a folder.
   * @param ranges keeps its files open
   * @throws Error where there is none: the collection was not loaded by `dumpLoader()`
   */
  constructor(folder: string, ranges = new RangeReader()) {
    const manifest = readManifest(folder);
    this.records = new StoryRecords(folder, manifest.dumps, ranges);
    this.#table = new SummaryTable(openIn(folder, manifest));
  }

  /** Every story but the retracted, in the order of the site: newest first, then undated ones in dump order. */
  get summaries(): readonly StorySummary[] {
    return this.#table.published;
  }

  /** The retracted ones, in the same order. */
  get retracted(): readonly StorySummary[] {
    return this.#table.retracted;
  }

  /** @returns where in `summaries` a story is, if it is one of them */
  positionOf(id: string): number | undefined {
    return this.#table.positionOf(id);
  }

  get dumps(): readonly IndexedDump[] {
    return this.records.dumps;
  }

  /** @returns all that is known of a story but its text */
  story(summary: StorySummary): StoryEntry {
    return this.records.story(summary);
  }
}

const openIn = (folder: string, { summaries, digest, stories }: Manifest): SharedSummaries =>
  openSummaries(path.join(folder, summaries), digest, stories);

/**
 * Reads the summaries of the index in a folder, so that a thread to which they are handed need not.
 * @throws Error where there is no index
 */
export function shareSummaries(folder: string): void {
  openIn(folder, readManifest(folder));
}

/** @param texts the file that its text is kept in, if it is */
function entryOf(id: string, record: CorrectedStory, from: IndexedDump, texts: string): StoryEntry {
  const data = toStory(record, from);
  return record.kept ? { id, data, kept: { file: texts, location: record.kept } } : { id, data };
}

/**
 * How many stories the index in a folder has.
 * @throws Error where there is none
 */
export function countStories(folder: string): number {
  return readManifest(folder).stories;
}

/**
 * The summaries of the index in a folder, in the order of the site, without holding them all. Retracted stories are
 * left out.
 * @throws Error where there is no index
 */
export async function* readSummaries(folder: string): AsyncGenerator<StorySummary> {
  for await (const summaries of readSummariesInBatches(folder)) yield* summaries;
}

/**
 * The same, several at a time: to wait for each takes as long as reading it.
 * @throws Error where there is no index
 */
export async function* readSummariesInBatches(folder: string): AsyncGenerator<StorySummary[]> {
  const { summaries } = readManifest(folder);
  for await (const lines of readLinesInBatches(path.join(folder, summaries)))
    yield lines
      .filter(Boolean)
      .map(parseSummary)
      .filter((summary) => !isRetracted(summary));
}

/**
 * Every id under which a story of the index in a folder was published before, with the one that it has now.
 * @throws Error where there is no index
 */
export async function* readFormerIds(folder: string): AsyncGenerator<{ former: string; id: string }> {
  const { summaries } = readManifest(folder);
  for await (const lines of readLinesInBatches(path.join(folder, summaries))) {
    for (const line of lines) {
      // Few stories have one; to parse the others takes long.
      if (!line.includes('"formerIds":')) continue;
      const { id, corrected } = parseSummary(line);
      for (const former of corrected?.formerIds ?? []) yield { former, id };
    }
  }
}

/**
 * What the index in a folder was made from: equal for equal dumps, options and code.
 * @throws Error where there is no index
 */
export function indexInputs(folder: string): string {
  return readManifest(folder).inputs;
}

/** @returns a story in the shape that the collection's schema takes */
export function storyInput(
  { lines, bytes, body, digest, words: _, kept: __, ...story }: CorrectedStory,
  { name, text, format }: Pick<IndexedDump, 'name' | 'text' | 'format'>,
): StoryInput {
  const place = { dump: name, ...(format && { format }), ...(text && { text }) };
  return { ...story, source: { ...place, lines, bytes, body, digest } };
}

/** The same in the shape that the schema gives. */
function toStory(record: CorrectedStory, from: IndexedDump): Story {
  const { photos, date, correction, source, ...story } = storyInput(record, from);
  return {
    ...story,
    source,
    photos: record.photos.map(({ date: taken, ...photo }) => ({
      ...photo,
      ...(taken && { date: new Date(taken) }),
    })),
    ...(record.date && { date: new Date(record.date) }),
    ...(record.correction && {
      correction: { ...record.correction, date: new Date(record.correction.date) },
    }),
  };
}

/** The current index of a folder, for a process that outlives a load: `astro dev` answers while dumps change. */
export class LatestStoryIndex {
  readonly #folder: string;
  #opened: OpenStoryIndex | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @returns the same object until a load replaces the index
   * @throws Error where there is none
   */
  open(): OpenStoryIndex {
    const inputs = indexInputs(this.#folder);
    if (this.#opened?.inputs === inputs) return this.#opened;
    this.#opened?.ranges.close();
    const ranges = new RangeReader();
    this.#opened = { inputs, index: new StoryIndex(this.#folder, ranges), ranges };
    return this.#opened;
  }
}

/** An index, and what reads files beside it for as long as it is the current one. */
export interface OpenStoryIndex {
  /** What it was made from. */
  inputs: string;
  index: StoryIndex;
  ranges: RangeReader;
}
