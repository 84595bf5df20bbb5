// What the dev toolbar shows of a page: of a story's page, where in which dump the story is and what became of its lines;
// of any other page, the same for the section's dumps.
import path from 'node:path';
import type { SectionSetup } from '../config/section-config.ts';
import { addLedger, emptyLedger, readStoryLedger } from '../dump/index.ts';
import type { RangeReader } from '../files/range-reader.ts';
import { isOwnText } from '../formats/index.ts';
import { type DumpState, readDumpState } from '../stories/dump-state.ts';
import { readLoadMessages } from '../stories/load-messages.ts';
import { LatestStoryIndex, type StoryIndex } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import type { StorySource } from '../story.ts';
import type { Answer, DumpRange, FileLocation } from './toolbar-messages.ts';

const MAX_MESSAGES = 20;
const MAX_RANGES = 10;

/** Answers questions about the pages of a site. */
export class ToolbarServer {
  readonly #sections: readonly (SectionSetup & { latest: LatestStoryIndex })[];

  constructor(sections: readonly SectionSetup[]) {
    this.#sections = sections
      .map((setup) => ({ ...setup, latest: new LatestStoryIndex(setup.folders.storyIndex) }))
      // The longest path first: one section may be below another.
      .sort((a, b) => b.config.root.length - a.config.root.length);
  }

  /**
   * @param page path of the page
   * @returns nothing where the page is of no section
   * @throws Error where a section's stories are not loaded
   */
  answer(page: string): Answer | undefined {
    const section = this.#sections.find(({ config }) => `${page}/`.startsWith(config.root));
    if (!section) return undefined;
    const { index, ranges } = section.latest.open();
    const id = storyId(page, section);
    const summary = [...index.summaries, ...index.retracted].find((each) => each.id === id);
    return {
      path: page,
      ...(summary ? storyAnswer(summary, index, ranges, section) : sectionAnswer(index, section)),
    };
  }
}

function storyId(page: string, { config }: SectionSetup): string | undefined {
  const folder = `${config.root}stories/`;
  if (!page.startsWith(folder)) return undefined;
  try {
    return decodeURIComponent(page.slice(folder.length).replace(/(?:\.html|\/)$/u, ''));
  } catch {
    // No page has an address that can't be decoded.
    return undefined;
  }
}

function storyAnswer(
  summary: StorySummary,
  index: StoryIndex,
  ranges: RangeReader,
  { folders }: SectionSetup,
): Omit<Answer, 'path'> {
  const { source, headline } = index.story(summary).data;
  const state = dumpState(index.dumps[summary.location[0]]?.records, folders.storyIndex);
  const location = locate(source, folders.root);
  const [first, last] = source.lines;
  // What each line was taken for is found again where stories stand as they were written.
  const ledger =
    state?.dialect && isOwnText(state.format.name)
      ? readStoryLedger(ranges.read(textFile(source, folders.root), ...source.bytes), state.dialect)
      : undefined;
  const messages = state?.messages.filter(({ line }) => line >= first && line <= last) ?? [];
  return {
    title: headline,
    isStory: true,
    ranges: [{ location, lines: source.lines }],
    moreRanges: 0,
    ...(ledger && { ledger }),
    messages: messages
      .slice(0, MAX_MESSAGES)
      .map(({ line, column, ...message }) => ({ ...message, location: { ...location, line, column } })),
    moreMessages: Math.max(0, messages.length - MAX_MESSAGES),
  };
}

function sectionAnswer({ dumps }: StoryIndex, { config, folders }: SectionSetup): Omit<Answer, 'path'> {
  const { count, listed } = readLoadMessages(folders.storyIndex);
  const ranges: DumpRange[] = [];
  const ledger = emptyLedger();
  for (const { name, text = name, format = 'pages', records } of dumps) {
    const state = dumpState(records, folders.storyIndex);
    if (!state) continue;
    const file = path.resolve(folders.root, isOwnText(format) ? text : name);
    ranges.push({ location: { file, name, line: 1, column: 1 }, lines: [1, state.lines] });
    addLedger(ledger, state.ledger);
  }
  return {
    title: config.title,
    isStory: false,
    ranges: ranges.slice(0, MAX_RANGES),
    moreRanges: Math.max(0, ranges.length - MAX_RANGES),
    ledger,
    messages: listed.map(({ text, code = 'load', location }) => ({
      severity: 'error',
      code,
      text,
      ...(location && { location }),
    })),
    moreMessages: count - listed.length,
  };
}

function dumpState(records: string | undefined, folder: string): DumpState | undefined {
  return records === undefined ? undefined : readDumpState(path.join(folder, records));
}

/** Where a story's lines are: where its text is a copy that a reader made, in the dump itself. */
function locate(source: StorySource, root: string): FileLocation {
  const { dump, format = 'pages', lines } = source;
  const file = isOwnText(format) ? textFile(source, root) : path.resolve(root, dump);
  return { file, name: dump, line: lines[0], column: 1 };
}

function textFile({ dump, text }: StorySource, root: string): string {
  return path.resolve(root, text ?? dump);
}
