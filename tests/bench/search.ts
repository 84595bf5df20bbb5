// Search, measured on a generated archive (archive.ts): `node tests/bench/search.ts [--stories 100000] [--lang en]`.
// Builds the index, builds it again with 100 stories more, from what the first time kept and from nothing, and asks
// it two words at a time. Prints a Markdown table.
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RangeReader } from '../../integration/files/range-reader.ts';
import { RunCutter, runKey } from '../../integration/search/build/cut.ts';
import { IndexFolder } from '../../integration/search/build/folder.ts';
import { buildIndex, type IndexedStory, type Run } from '../../integration/search/build/index.ts';
import { indexRun, type StoryText } from '../../integration/search/build/run.ts';
import { openSearch, type Search } from '../../integration/search/client/index.ts';
import { type ArchiveLanguage, archiveStory, sizeOf, vocabulary, zipf } from './archive.ts';

const APPENDED = 100;
const QUERIES = 200;
const KILO = 1024;
const MEGA = 1e6;

/** Time that passed, and time that processors worked, in milliseconds. */
interface Time {
  wall: number;
  processor: number;
}

class Watch {
  readonly #wall = performance.now();
  readonly #processor = process.cpuUsage();

  get time(): Time {
    const { user, system } = process.cpuUsage(this.#processor);
    return { wall: performance.now() - this.#wall, processor: (user + system) / 1000 };
  }
}

const sum = (a: Time, b: Time): Time => ({ wall: a.wall + b.wall, processor: a.processor + b.processor });

interface BuildFigures {
  runs: Time;
  merge: Time;
  digest: string;
  /** Bytes of the text. */
  text: number;
}

/** Builds an index as a site does: runs while stories come, from the cache where they are in it, then the merge. */
async function build(
  count: number,
  lang: ArchiveLanguage,
  cache: string,
  folder: string,
): Promise<BuildFigures> {
  mkdirSync(cache, { recursive: true });
  const ranges = new RangeReader();
  const stories: IndexedStory[] = [];
  const runs: Run[] = [];
  const cutter = new RunCutter();
  let batch: StoryText[] = [];
  let keys: string[] = [];
  let time: Time = { wall: 0, processor: 0 };
  let text = 0;
  const close = () => {
    const watch = new Watch();
    const file = path.join(cache, runKey(keys));
    if (!readdirSync(cache).includes(path.basename(file))) writeFileSync(file, indexRun(batch));
    runs.push({ stories: batch.length, source: { read: (start, end) => ranges.read(file, start, end) } });
    time = sum(time, watch.time);
    batch = [];
    keys = [];
  };
  for (let number = 0; number < count; number++) {
    const story = archiveStory(number, lang);
    const key = hash('sha256', `${story.id} ${lang}`);
    const size = sizeOf(story);
    stories.push(indexed(story, key, runs.length, batch.length));
    text += size;
    batch.push(story);
    keys.push(key);
    if (cutter.endsWith(key, size)) close();
  }
  if (batch.length > 0) close();
  const watch = new Watch();
  const output = new IndexFolder(folder);
  const { digest, folders } = await buildIndex(stories, runs, output);
  await output.keepOnly(folders);
  ranges.close();
  return { runs: time, merge: watch.time, digest, text };
}

function indexed(story: ReturnType<typeof archiveStory>, key: string, run: number, at: number): IndexedStory {
  const { id, headline, lang, date, place, section, author } = story;
  const value = (label: string) => [{ value: label.toLowerCase().replaceAll(' ', '-'), label }];
  return {
    ...{ id, headline, lang, date, basis: 'stated', order: date, key, text: { run, at } },
    ...{ places: value(place), sections: value(section), authors: value(author) },
  };
}

/** Files of a folder by name, with their sizes and digests. */
function filesIn(folder: string): Map<string, { size: number; digest: string }> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(
    files.map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return [name, { size: bytes.length, digest: hash('sha256', bytes) }];
    }),
  );
}

/** An open index, and what it asked for since it was last looked at. */
async function openCounted(
  folder: string,
  lang: ArchiveLanguage,
): Promise<{ search: Search; asked: { files: number; bytes: number } }> {
  const asked = { files: 0, bytes: 0 };
  const search = await openSearch('/', {
    digest: JSON.parse(readFileSync(path.join(folder, 'latest.json'), 'utf8')).digest,
    fetch: async (url) => {
      const bytes = readFileSync(path.join(folder, url.slice('/search/'.length)));
      asked.files++;
      asked.bytes += bytes.length;
      return new Response(bytes);
    },
    // What stands for the stories' pages is not counted.
    read: async ({ id }) => {
      const { headline, text } = archiveStory(Number(id.slice(id.lastIndexOf('-') + 1)), lang);
      return [headline, ...text];
    },
  });
  return { search, asked };
}

interface QueryFigures {
  files: number;
  bytes: number;
  found: number;
  milliseconds: number;
}

/** Asks an index that nobody asked before, and shows ten headlines. */
async function ask(folder: string, lang: ArchiveLanguage, words: string): Promise<QueryFigures> {
  const { search, asked } = await openCounted(folder, lang);
  const started = performance.now();
  const results = await search.query(words);
  await results.stories(0, 10);
  return { ...asked, found: results.count, milliseconds: performance.now() - started };
}

const at = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { stories: { type: 'string', default: '100000' }, lang: { type: 'string', default: 'en' } },
  });
  const count = Number(values.stories);
  const lang = (['en', 'zh', 'th'] as const).find((each) => each === values.lang) ?? 'en';
  const work = mkdtempSync(path.join(tmpdir(), 'wirecopy-search-'));
  try {
    vocabulary(lang);
    const before = process.memoryUsage.rss();
    const folder = path.join(work, 'index');
    const cache = path.join(work, 'runs');
    const cold = await build(count, lang, cache, folder);
    const peak = process.resourceUsage().maxRSS * KILO - before;
    const files = filesIn(folder);
    const sizes = [...files.values()].map(({ size }) => size);
    const size = sizes.reduce((all, each) => all + each, 0);

    const words = vocabulary(lang);
    // Of the first thousand, as readers ask: names and matters, more often than the rarest words.
    const word = (number: number) => words[zipf(((number * 0.618034) % 1) * 0.6 + 0.25)] ?? '';
    const queries: QueryFigures[] = [];
    for (let number = 0; number < QUERIES; number++)
      queries.push(await ask(folder, lang, `${word(number)} ${word(number + 0.5)}`));
    const common = await ask(folder, lang, `${words[0]} ${words[1]}`);
    const nowhere = { en: 'jwx', zh: '鬱', th: 'ฬฆฌ' }[lang];
    const absent: QueryFigures[] = [];
    for (let number = 0; number < QUERIES / 4; number++)
      absent.push(await ask(folder, lang, `${word(number)}${nowhere}`));

    const more = await build(count + APPENDED, lang, cache, folder);
    const afterwards = filesIn(folder);
    const changed = [...afterwards].filter(([name, { digest }]) => files.get(name)?.digest !== digest);
    const clean = path.join(work, 'clean');
    await build(count + APPENDED, lang, path.join(work, 'clean-runs'), clean);
    const isEqual = JSON.stringify([...filesIn(clean)].sort()) === JSON.stringify([...afterwards].sort());

    const seconds = ({ wall, processor }: Time) =>
      `${(wall / 1000).toFixed(1)} (${(processor / 1000).toFixed(1)})`;
    const total = sum(cold.runs, cold.merge);
    const spread = (values: readonly number[], scale: number) =>
      [at(values, 0.5), at(values, 0.95), Math.max(...values)]
        .map((value) => (value / scale).toFixed(0))
        .join(', ');
    const rows = {
      [`Stories (${lang})`]: String(count),
      'Text, MB': (cold.text / MEGA).toFixed(0),
      'Indexing runs, s (of processors)': seconds(cold.runs),
      'Merging, s': seconds(cold.merge),
      'Both, ms a story': `${(total.wall / count).toFixed(3)} (${(total.processor / count).toFixed(3)})`,
      'Memory above start, generator’s included, MB': (peak / MEGA).toFixed(0),
      'Index, MB': (size / MEGA).toFixed(1),
      'Index, % of text': ((100 * size) / cold.text).toFixed(1),
      Files: String(sizes.length),
      'Largest file, KB': (Math.max(...sizes) / KILO).toFixed(0),
      [`${APPENDED} stories more, s`]: seconds(sum(more.runs, more.merge)),
      'Files changed by that, MB': (changed.reduce((all, [, file]) => all + file.size, 0) / MEGA).toFixed(1),
      'Equal to a clean build': isEqual ? 'yes' : 'NO',
      'Two words: KB, median, 95 %, most': spread(
        queries.map(({ bytes }) => bytes),
        KILO,
      ),
      'Two words: requests': spread(
        queries.map((query) => query.files),
        1,
      ),
      'Two words: ms in memory': spread(
        queries.map(({ milliseconds }) => milliseconds),
        1,
      ),
      'Two most frequent words: KB, requests, found': `${(common.bytes / KILO).toFixed(0)}, ${common.files}, ${common.found}`,
      'Absent word: KB': spread(
        absent.map(({ bytes }) => bytes),
        KILO,
      ),
      'Absent word: found': spread(
        absent.map(({ found }) => found),
        1,
      ),
    };
    console.log('| | |\n| --- | --- |');
    for (const [name, value] of Object.entries(rows)) console.log(`| ${name} | ${value} |`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await main();
