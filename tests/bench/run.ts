// The project's own figures at several sizes, so that growth is visible: `npm run bench -- [--stories 1000,10000]
// [--runs 3]`. Prints a Markdown table to standard output, and to standard error what it is doing.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { appendStories } from './dump.ts';
import { BenchProject } from './project.ts';

const APPENDED = 10;

const CORES = availableParallelism();

/** Rows of the table: what is measured, and how it is told. */
const ROWS = {
  size: 'Dump, MB',
  parse: 'Scan and parse, MB/s',
  jsonl: 'The same stories as JSON Lines, MB/s',
  csv: 'The same stories as CSV, MB/s',
  check: '`wirecopy check --json`, MB/s',
  load: 'First load, MB/s',
  loadAgain: 'Load, unchanged, MB/s',
  loadMore: `Load, ${APPENDED} stories appended, MB/s`,
  pages: 'Pages rendered, cold',
  cold: 'Build, cold, s',
  rate: 'Pages a second, all of the build',
  rate1: 'Pages a second while rendering, one thread',
  rate2: 'Pages a second while rendering, two threads',
  rateAll: `Pages a second while rendering, ${CORES} threads`,
  cost1: 'Processor time a page, one thread, ms',
  cost2: 'Processor time a page, two threads, ms',
  costAll: `Processor time a page, ${CORES} threads, ms`,
  floor: 'Processor time of an empty page that Astro makes, ms',
  more: `Build, ${APPENDED} stories appended, s`,
  again: 'Build, nothing changed, s',
  parsePeak: 'Peak memory of scan and parse, MB',
  checkPeak: 'Peak memory of `wirecopy check`, MB',
  coldPeak: 'Peak memory, cold, MB',
  morePeak: `Peak memory, ${APPENDED} stories appended, MB`,
  againPeak: 'Peak memory, nothing changed, MB',
} as const;
type Figures = Record<keyof typeof ROWS, number>;

const MEGA = 1e6;

async function measure(project: BenchProject, stories: number): Promise<Figures> {
  project.clear();
  appendStories(project.dump, 0, stories);
  const size = project.dumpSize / MEGA;
  const parsed = await project.parse();
  const jsonl = await project.parseRate(stories, 'jsonl');
  const csv = await project.parseRate(stories, 'csv');
  const checked = await project.check();
  const cold = await project.build();
  const again = await project.build();
  appendStories(project.dump, stories, APPENDED);
  const more = await project.build();
  const one = await project.buildAnew(1);
  const two = await project.buildAnew(2);
  const all = CORES === 2 ? two : await project.buildAnew(CORES);
  return {
    size,
    parse: size / parsed.seconds,
    jsonl,
    csv,
    check: size / checked.seconds,
    load: size / cold.load,
    loadAgain: size / again.load,
    loadMore: size / more.load,
    pages: cold.pages,
    cold: cold.seconds,
    rate: cold.pages / cold.seconds,
    rate1: one.rate,
    rate2: two.rate,
    rateAll: all.rate,
    cost1: one.cost,
    cost2: two.cost,
    costAll: all.cost,
    floor: await floorOf(project),
    more: more.seconds,
    again: again.seconds,
    parsePeak: parsed.peak / MEGA,
    checkPeak: checked.peak / MEGA,
    coldPeak: cold.peak / MEGA,
    morePeak: more.peak / MEGA,
    againPeak: again.peak / MEGA,
  };
}

/** Few stories, many pages of nothing. */
async function floorOf(project: BenchProject): Promise<number> {
  project.clear();
  appendStories(project.dump, 0, APPENDED);
  return project.emptyPageCost();
}

/** The middle one of several; of an even number, the lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

function table(sizes: readonly number[], figures: readonly Figures[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const told = (value: number) =>
    value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
  const head = line(['Stories', ...sizes.map((size) => size.toLocaleString('en'))]);
  const rule = line(['---', ...sizes.map(() => '---:')]);
  const keys = Object.keys(ROWS).filter((key): key is keyof Figures => key in ROWS);
  const rows = keys.map((key) => {
    return line([ROWS[key], ...figures.map((runs) => told(median(runs.map((run) => run[key]))))]);
  });
  return head + rule + rows.join('');
}

function positive(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} takes whole numbers from 1 on.`);
  return number;
}

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000,10000,100000' },
    runs: { type: 'string', default: '3' },
  },
});
const sizes = values.stories.split(',').map((text) => positive(text, 'stories'));
const runs = positive(values.runs, 'runs');
const project = new BenchProject();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => project.remove());
const figures: Figures[][] = [];
for (const size of sizes) {
  const measured: Figures[] = [];
  for (let run = 1; run <= runs; run++) {
    console.error(`${size} stories, run ${run} of ${runs} …`);
    measured.push(await measure(project, size));
  }
  figures.push(measured);
}
const times = runs === 1 ? 'one run' : `medians of ${runs} runs`;
console.log(`Node ${process.version}, ${CORES} cores, ${times}.\n`);
console.log(table(sizes, figures));
