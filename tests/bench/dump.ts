// The dump that is measured: as many stories as wanted, in the layout of a newspaper's pages, the same ones every
// time. Story N depends on N alone, so that a dump can be made in two pieces.
import { appendFileSync } from 'node:fs';

const COUNTRIES = [
  ...['Norway', 'Lebanon', 'Chile', 'Kenya', 'Japan', 'Syria', 'Portugal', 'Vietnam', 'Jordan', 'Canada'],
  ...['Ghana', 'Greece', 'Peru', 'Iraq', 'Finland', 'Mexico', 'Egypt', 'Poland', 'India', 'Tunisia'],
] as const;
const OFFICES = [
  'Harbour',
  'Orchard',
  'Lighthouse',
  'Tramway',
  'Observatory',
  'Bakery',
  'Ferry',
  'Archive',
] as const;
const DEEDS = ['Opens', 'Closes', 'Repairs', 'Counts', 'Moves', 'Praises', 'Paints', 'Doubts'] as const;
const THINGS = [
  'Lanterns',
  'Bridges',
  'Timetables',
  'Ovens',
  'Anchors',
  'Ledgers',
  'Bells',
  'Wells',
] as const;
const AGENCIES = ['Reuters', 'AFP', 'AP', 'EPA'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
] as const;
const WORDS = (
  'the keeper of harbour said on that evening there were more lamps than ships and nobody in town could remember ' +
  'when it had last been so quiet although two clerks who kept their own count of boats each morning held that ' +
  'autumn before was quieter still because rain had driven every crew home early with nets half full'
).split(' ');

/** So much is written at once. */
const PIECE = 2 ** 20;

/** Numbers that look random and are always the same (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The text of a story: about 3.4 KB. One in ten has no date, one in fifteen no photo and no date either, one in twenty a dek. */
function benchStory(number: number): string {
  const next = numbersFrom(number);
  const below = (limit: number) => Math.floor(next() * limit);
  const one = (words: readonly string[]) => words[below(words.length)] ?? '';
  const sentence = (length: number) => {
    const words = Array.from({ length }, () => one(WORDS)).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  };
  const country = one(COUNTRIES);
  const headline = `${country} ${one(OFFICES)} ${one(DEEDS)} ${one(THINGS)} of Quay ${number}`;
  const date = number % 10 === 3 ? '' : `, ${one(MONTHS)} ${1 + below(28)}, ${2004 + (number % 20)}`;
  const caption = `The quay in ${country}${date}. (${one(AGENCIES)})`;
  const captions = number % 15 === 7 ? [] : [caption, caption, ''];
  const dek = number % 20 === 11 ? [sentence(8), ''] : [];
  const paragraphs = Array.from(
    { length: 13 + below(5) },
    () => `${sentence(16 + below(9))}. ${sentence(19)}.`,
  );
  const head = [headline, '', ...dek, ...captions.slice(0, 2), 'TT', '', headline, '', ...captions];
  return `${[...head, paragraphs.join('\n\n')].join('\n')}\n\n\n\n`;
}

/** How a story is written, by the format of its dump. */
const WRITTEN = {
  txt: benchStory,
  jsonl: (number: number) => `${JSON.stringify(recordOf(number))}\n`,
  csv: (number: number) =>
    `${Object.values(recordOf(number))
      .map((value) => `"${value.replaceAll('"', '""')}"`)
      .join(',')}\n`,
};
/** What stands above the stories of a dump. */
const TOP = { txt: '', jsonl: '', csv: 'headline,date,text\n' };
export type BenchFormat = keyof typeof WRITTEN;

/** The same story as a database has it. */
function recordOf(number: number) {
  const [headline = '', ...lines] = benchStory(number)
    .split('\n')
    .filter((line) => line !== '');
  const body = lines.slice(lines.lastIndexOf(headline) + 1);
  return { headline, date: `${2004 + (number % 20)}-04-24`, text: body.join('\n\n') };
}

/** Appends stories to a dump, which is made where there is none. */
export function appendStories(file: string, from: number, count: number, format: BenchFormat = 'txt'): void {
  let piece = from === 0 ? TOP[format] : '';
  for (let number = from; number < from + count; number++) {
    piece += WRITTEN[format](number);
    if (piece.length < PIECE) continue;
    appendFileSync(file, piece);
    piece = '';
  }
  appendFileSync(file, piece);
}
