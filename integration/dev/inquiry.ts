// What the panel of the dev toolbar is told of a page: of a story's page, where the story stands and what became of its
// lines; of any other, the same of the section's dumps.
import path from 'node:path';
import { addLedger, emptyLedger, readStoryLedger } from '../dump/index.ts';
import type { SectionSetup } from '../facts.ts';
import type { RangeReader } from '../files/ranges.ts';
import type { Catalogue, Listing } from '../stories/catalogue.ts';
import { readFaults } from '../stories/faults.ts';
import { type KeptFacts, keptFacts } from '../stories/kept.ts';
import { LatestCatalogue } from '../stories/latest.ts';
import type { StorySource } from '../story.ts';
import type { Answer, Extent } from './panel-talk.ts';

/** A panel that lists more is not read. */
const MAX_REMARKS = 20;
const MAX_EXTENTS = 10;

/** Answers questions about the pages of a site. */
export class Inquiry {
  readonly #sections: readonly (SectionSetup & { latest: LatestCatalogue })[];

  constructor(sections: readonly SectionSetup[]) {
    this.#sections = sections
      .map((setup) => ({ ...setup, latest: new LatestCatalogue(setup.folders.catalogue) }))
      // The one whose addresses a page is among comes first, where they are one below the other.
      .sort((a, b) => b.facts.root.length - a.facts.root.length);
  }

  /**
   * @param page path of the page
   * @returns nothing where the page is of no section
   * @throws Error where a section's stories are not loaded
   */
  answer(page: string): Answer | undefined {
    const section = this.#sections.find(({ facts }) => `${page}/`.startsWith(facts.root));
    if (!section) return undefined;
    const { catalogue, ranges } = section.latest.open();
    const id = storyId(page, section);
    const listing = [...catalogue.listings, ...catalogue.retracted].find((each) => each.id === id);
    return {
      path: page,
      ...(listing ? ofStory(listing, catalogue, ranges, section) : ofSection(catalogue, section)),
    };
  }
}

function storyId(page: string, { facts }: SectionSetup): string | undefined {
  const folder = `${facts.root}stories/`;
  if (!page.startsWith(folder)) return undefined;
  try {
    return decodeURIComponent(page.slice(folder.length).replace(/(?:\.html|\/)$/u, ''));
  } catch {
    // An address that nobody wrote.
    return undefined;
  }
}

type Told = Omit<Answer, 'path'>;

function ofStory(
  listing: Listing,
  catalogue: Catalogue,
  ranges: RangeReader,
  { folders }: SectionSetup,
): Told {
  const { source, headline } = catalogue.story(listing).data;
  const facts = keptOf(catalogue.dumps[listing.place[0]]?.records, folders.catalogue);
  const place = placeOf(source, folders.root);
  const [first, last] = source.lines;
  const ledger = facts && readStoryLedger(ranges.read(place.file, ...source.bytes), facts.manner);
  const messages = facts?.messages.filter(({ line }) => line >= first && line <= last) ?? [];
  return {
    title: headline,
    isStory: true,
    extents: [{ place, lines: source.lines }],
    moreExtents: 0,
    ...(ledger && { ledger }),
    remarks: messages
      .slice(0, MAX_REMARKS)
      .map(({ line, column, ...said }) => ({ ...said, place: { ...place, line, column } })),
    moreRemarks: Math.max(0, messages.length - MAX_REMARKS),
  };
}

function ofSection({ dumps }: Catalogue, { facts, folders }: SectionSetup): Told {
  const { count, listed } = readFaults(folders.catalogue);
  const extents: Extent[] = [];
  const ledger = emptyLedger();
  for (const { name, text = name, records } of dumps) {
    const kept = keptOf(records, folders.catalogue);
    if (!kept) continue;
    const file = path.resolve(folders.root, text);
    extents.push({ place: { file, name, line: 1, column: 1 }, lines: [1, kept.lines] });
    addLedger(ledger, kept.ledger);
  }
  return {
    title: facts.title,
    isStory: false,
    extents: extents.slice(0, MAX_EXTENTS),
    moreExtents: Math.max(0, extents.length - MAX_EXTENTS),
    ledger,
    remarks: listed.map(({ text, code = 'load', place }) => ({
      severity: 'error',
      code,
      text,
      ...(place && { place }),
    })),
    moreRemarks: count - listed.length,
  };
}

function keptOf(records: string | undefined, folder: string): KeptFacts | undefined {
  return records === undefined ? undefined : keptFacts(path.join(folder, records));
}

function placeOf({ dump, text, lines }: StorySource, root: string) {
  return { file: path.resolve(root, text ?? dump), name: dump, line: lines[0], column: 1 };
}
