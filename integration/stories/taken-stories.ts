// Which stories a load takes as they stand in the index that it replaces: those of dumps that are as they were, from the
// first one on, and those of the next one above the place where it has grown. An id depends on the stories before it and on
// the lock of addresses alone, so that they have the ids that they had. Where anything else may differ, none is taken.
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { linesOf } from '../files/json-lines.ts';
import { RangeReader } from '../files/range-reader.ts';
import type { CachedDump } from './cached-dump.ts';
import type { RecordsAbove } from './dump-request.ts';
import { foldId } from './ids.ts';
import type { Owner } from './owner-table.ts';
import type { PublishedAddresses } from './published-addresses.ts';
import { currentIndex, type IndexedDump } from './story-index-files.ts';
import type { StoryRecord } from './story-reader.ts';
import { parseRow, type RecordLocation, type SummaryRow } from './story-summary.ts';

/** A dump whose stories are put into the index. */
interface TakenFrom {
  indexed: IndexedDump;
  cached: CachedDump;
}

/** Stories that are taken as they are. */
export class TakenStories {
  /** Of how many dumps, from the first on, all are taken. */
  readonly dumps: number;
  /** Of the next dump: the records of those that are taken; absent where none are. */
  readonly above: RecordsAbove | undefined;
  /** Ids that the index has besides. */
  readonly others: ReadonlySet<string>;
  /** The file of summaries that they are taken from, read line by line: a million rows would take hundreds of megabytes. */
  readonly #file: string;
  readonly #published: PublishedAddresses;
  readonly #sources: readonly TakenFrom[];
  #byId: Map<string, RecordLocation> | undefined;

  private constructor(
    file: string,
    { dumps, above }: Pick<TakenStories, 'dumps' | 'above'>,
    published: PublishedAddresses,
    sources: readonly TakenFrom[],
    take: (line: string, row: SummaryRow) => void,
  ) {
    this.#file = file;
    this.dumps = dumps;
    this.above = above;
    const others = new Set<string>();
    for (const line of linesOf(file)) {
      const row = parseRow(line);
      if (this.#takes(row)) take(line, row);
      else others.add(row.id);
    }
    this.others = others;
    this.#published = published;
    this.#sources = sources;
  }

  /**
   * @param folder of the story index
   * @param rules of the load, which have to be those that the index was made by
   * @param published what the last build published
   * @param take is called with each row that is taken, as it stands in the index and as it is read
   * @returns nothing where no story can be taken
   */
  static async open(
    folder: string,
    rules: string,
    published: PublishedAddresses,
    sources: readonly TakenFrom[],
    take: (line: string, row: SummaryRow) => void,
  ): Promise<TakenStories | undefined> {
    const index = await currentIndex(folder);
    const { basis, dumps = [] } = index ?? {};
    if (!index || basis?.rules !== rules || basis.published !== published.digest) return undefined;
    const isAsItWas = ({ indexed, cached }: TakenFrom, at: number) =>
      cached.isUnchanged && cached.digest === basis.dumps[at] && isDeepStrictEqual(indexed, dumps[at]);
    const changed = sources.findIndex((source, at) => !isAsItWas(source, at));
    const whole = changed < 0 ? sources.length : changed;
    const next = sources[whole];
    const isKnown =
      next?.cached.before === basis.dumps[whole] && isDeepStrictEqual(next?.indexed, dumps[whole]);
    const above = isKnown ? next?.cached.recordsAbove() : undefined;
    if (whole === 0 && !above) return undefined;
    const file = path.join(folder, index.summaries);
    return new TakenStories(file, { dumps: whole, above }, published, sources, take);
  }

  /** Whether one of them has an id; ids count as one where a file system takes them for one name. */
  has(id: string): boolean {
    const published = this.#published.idAt(id);
    return published !== undefined && !this.others.has(published);
  }

  /** @returns the one that has an id */
  at(id: string): Owner | undefined {
    if (!this.has(id)) return undefined;
    this.#byId ??= this.#locations();
    const location = this.#byId.get(foldId(id));
    if (!location) return undefined;
    const [dump, offset, length] = location;
    const source = this.#sources[dump];
    if (!source) return undefined;
    const ranges = new RangeReader();
    try {
      const bytes = ranges.read(source.cached.records, offset, offset + length);
      // Written by this package, in a file that is as it was left.
      const { digest, lines }: StoryRecord = JSON.parse(bytes.toString());
      return { digest, dump: source.indexed.name, line: lines[0] };
    } finally {
      ranges.close();
    }
  }

  #locations(): Map<string, RecordLocation> {
    const byId = new Map<string, RecordLocation>();
    for (const line of linesOf(this.#file)) {
      const row = parseRow(line);
      if (this.#takes(row)) byId.set(foldId(row.id), row.location);
    }
    return byId;
  }

  #takes({ location: [dump, offset] }: SummaryRow): boolean {
    return dump < this.dumps || (dump === this.dumps && offset < (this.above?.end ?? 0));
  }
}
