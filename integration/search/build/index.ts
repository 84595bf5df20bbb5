// Builds the index of a section: from stories, and the runs that their texts were indexed in, to files. What comes
// out depends on the stories alone: not on how they were cut into runs, nor on what was there before.
import { createHash } from 'node:crypto';
import { memoize } from '../../utils/memoize.ts';
import { ByteReader, ByteWriter } from '../format/bytes.ts';
import { type Card, cardLine } from '../format/cards.ts';
import { sealed, unsealed } from '../format/checksum.ts';
import {
  type DateBasis,
  FACETS,
  type FacetName,
  type FacetValue,
  facetTerm,
  plainValue,
} from '../format/facets.ts';
import { FORMAT, manifestFile, segmentFile } from '../format/layout.ts';
import { decodeSegment, encodeManifest, encodeSegment, type Segment } from '../format/manifest.ts';
import { writeLatest } from './latest.ts';
import { inOrder, inSegments } from './order.ts';
import { RunCursor, type RunSource } from './run-reader.ts';
import { type SegmentStory, writeSegment } from './segment.ts';
import type { WriteFile } from './terms-writer.ts';

/** A story as its index shows it, and where its text was indexed. */
export interface IndexedStory {
  /** The last part of its address. */
  id: string;
  headline: string;
  /** BCP 47 tag of its language. */
  lang: string;
  /** Its day, `YYYY-MM-DD`. */
  date?: string;
  basis: DateBasis;
  /** The day it is ordered by: `orderDates()` tells it of stories without a date. */
  order: string;
  places: readonly FacetValue[];
  sections: readonly FacetValue[];
  authors: readonly FacetValue[];
  /** Where its text was indexed: which run, and which story of it. */
  text: { run: number; at: number };
  /** Digest of the text that is searched of it, headline and language included. */
  key: string;
}

/** A run that texts were indexed in. */
export interface Run {
  source: RunSource;
  /** Stories in it, more than are in the index where some are left out. */
  stories: number;
}

/** Where an index is written. Names are relative to its folder, with forward slashes. */
export interface IndexOutput {
  /** @returns a file that is there already; nothing where there is none */
  read(name: string): Promise<Uint8Array | undefined>;
  write: WriteFile;
  /** Called before runs are merged, when all is let go of that is not needed for that. */
  beforeMerge?(): Promise<void>;
}

/** An index that was built. */
export interface BuiltIndex {
  /** Names the manifest: what a page hands to `openSearch()`. */
  digest: string;
  /** Folders that the index is in; any other belongs to an earlier one. */
  folders: string[];
}

/**
 * Makes an index out of stories. A segment that is there already is left as it is.
 * @param stories are let go of on the way, since to merge takes room as well: the list is empty afterwards
 */
export async function buildIndex(
  stories: IndexedStory[],
  runs: readonly Run[],
  output: IndexOutput,
): Promise<BuiltIndex> {
  const segments: Segment[] = [];
  const languages = languagesOf(stories);
  for (const own of inSegments(inOrder(stories.splice(0))))
    segments.push(await currentSegment(own, runs, output));
  const manifest = sealed(encodeManifest({ segments, languages }));
  const digest = shortDigest(createHash('sha256').update(manifest));
  await output.write(manifestFile(digest), manifest);
  await writeLatest(digest, output);
  return { digest, folders: [digest, ...segments.map((segment) => segment.digest)] };
}

/** @param stories are let go of; @returns a segment that is there now */
async function currentSegment(
  stories: IndexedStory[],
  runs: readonly Run[],
  output: IndexOutput,
): Promise<Segment> {
  const shown = stories.map(shownOf);
  const digest = segmentDigest(stories, shown);
  const former = await output.read(segmentFile(digest));
  const contents = former && unsealed(former);
  if (contents) return decodeSegment(new ByteReader(contents));
  const cursors = cursorsFor(stories, runs);
  stories.length = 0;
  const segment = await writeSegment(
    digest,
    shown,
    cursors,
    output.write,
    async () => await output.beforeMerge?.(),
  );
  const writer = new ByteWriter();
  encodeSegment(segment, writer);
  await output.write(segmentFile(digest), sealed(writer.take()));
  return segment;
}

/** A digest is told so many characters at once. */
const BATCH = 2 ** 16;

/** Equal for stories of which an index shows and finds the same, where words are the same. */
function segmentDigest(stories: readonly IndexedStory[], shown: readonly SegmentStory[]): string {
  const digest = createHash('sha256');
  digest.update(wordsVersion());
  let text = '';
  for (const [at, { card, facets, order }] of shown.entries()) {
    text += `\n${stories[at]?.key}\t${order}\t${card}${facets.join()}`;
    if (text.length < BATCH) continue;
    digest.update(text);
    text = '';
  }
  digest.update(text);
  return shortDigest(digest);
}

/** Changes whenever the same text may be cut into other terms. */
export function wordsVersion(): string {
  return `${FORMAT} ${process.versions.unicode}`;
}

/** Sixteen hexadecimal digits. */
export function shortDigest(digest: { digest(encoding: 'hex'): string }): string {
  return digest.digest('hex').slice(0, 16);
}

function shownOf({
  id,
  headline,
  lang,
  date,
  basis,
  order,
  places,
  sections,
  authors,
}: IndexedStory): SegmentStory {
  const card: Card = { id, headline, lang, basis, places: places.map(({ label }) => label) };
  const facets: Record<FacetName, readonly FacetValue[]> = {
    lang: [{ value: lang, label: '' }],
    place: places,
    section: sections,
    author: authors,
    basis: [{ value: basis, label: '' }],
  };
  return {
    card: cardLine(date === undefined ? card : { ...card, date }),
    order,
    facets: termsOfFacets(facets),
  };
}

/** Each once: a dump may name an author twice. */
function termsOfFacets(facets: Readonly<Record<FacetName, readonly FacetValue[]>>): string[] {
  const terms: string[] = [];
  for (const facet of FACETS)
    for (const { value, label } of facets[facet]) {
      const term = TERMS[facet](value)(label);
      if (!terms.includes(term)) terms.push(term);
    }
  return terms;
}

/** Values are few, and many stories have each. */
const termOf = (facet: FacetName) =>
  memoize((value: string) =>
    memoize((label: string) => facetTerm(facet, { value: plainValue(value), label: plainValue(label) })),
  );
const TERMS: Readonly<Record<FacetName, ReturnType<typeof termOf>>> = {
  lang: termOf('lang'),
  place: termOf('place'),
  section: termOf('section'),
  author: termOf('author'),
  basis: termOf('basis'),
};

/** Cursors of the runs that have stories of a segment. */
function cursorsFor(stories: readonly IndexedStory[], runs: readonly Run[]): RunCursor[] {
  const numbers = new Map<number, Int32Array>();
  for (const [number, { text }] of stories.entries()) {
    const own = numbers.get(text.run) ?? new Int32Array(runs[text.run]?.stories ?? 0).fill(-1);
    own[text.at] = number;
    numbers.set(text.run, own);
  }
  return [...numbers].map(([run, own]) => {
    const { source } = runs[run] ?? {};
    if (!source) throw new Error(`There is no run ${run}.`);
    return new RunCursor(source, own);
  });
}

function languagesOf(stories: readonly IndexedStory[]): { lang: string; stories: number }[] {
  const counts = new Map<string, number>();
  for (const { lang } of stories) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts]
    .map(([lang, count]) => ({ lang, stories: count }))
    .sort((a, b) => b.stories - a.stories || (a.lang < b.lang ? -1 : 1));
}
