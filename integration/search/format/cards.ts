// A file of cards: what a list of results shows of 64 stories, a line a story, its fields parted by tabs. Text, and
// named as text, so that hosts compress it. An address that begins as its headline does is written as a tilde and the
// rest.
import type { DateBasis } from './facets.ts';

/** What a list of results shows of a story. */
export interface Card {
  /** The last part of its address. */
  id: string;
  headline: string;
  /** BCP 47 tag of its language. */
  lang: string;
  /** Its day, `YYYY-MM-DD`. */
  date?: string;
  basis: DateBasis;
  /** Places that it is about, as readers see them. */
  places: readonly string[];
}

const BASES: readonly DateBasis[] = ['none', 'stated', 'file', 'photo'];
const PLACES = '|';
const SLUG = '~';

/** @param lines as `cardLine()` makes them */
export function fileOfCards(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.join('\n'));
}

const ASCII = /^[ -~]*$/u;
/** What `slugOf()` leaves out of ASCII. */
const LEFT_OUT = /[^a-z0-9\- ]/gu;

/** @returns the line of a story */
export function cardLine({ id, headline, lang, date = '', basis, places }: Card): string {
  const shown = inLine(headline);
  // The same, of most headlines in a part of the time.
  const slug = ASCII.test(shown)
    ? shown.toLowerCase().replace(LEFT_OUT, '').replaceAll(' ', '-')
    : slugOf(shown);
  const address = slug !== '' && id.startsWith(slug) ? SLUG + id.slice(slug.length) : id;
  const fields = [address, shown, lang, date, String(BASES.indexOf(basis)), places.join(PLACES)];
  // Hardly one has control characters: to look once at all takes a part of the time.
  return (CONTROLS.test(fields.join('')) ? fields.map(inLine) : fields).join('\t');
}

/** Only letters that no version of Unicode will treat otherwise: the reader's browser has to find the same. */
const SETTLED = /^[\u0020-\u024f\u2010-\u2027]*$/u;

/** How a headline is written in an address; empty where that is not certain. */
function slugOf(headline: string): string {
  if (!SETTLED.test(headline)) return '';
  return headline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f]/u;
const inLine = (text: string) => (CONTROLS.test(text) ? text.replace(EACH_RUN_OF_CONTROLS, ' ') : text);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const EACH_RUN_OF_CONTROLS = /[\u0000-\u001f\u007f]+/gu;

/** @returns the cards of a file; a field that is missing is empty */
export function decodeCards(contents: Uint8Array): Card[] {
  const lines = new TextDecoder().decode(contents).split('\n');
  return lines.map((line) => {
    const [address = '', headline = '', lang = '', date = '', basis = '', places = ''] = line.split('\t');
    return {
      id: address.startsWith(SLUG) ? slugOf(headline) + address.slice(SLUG.length) : address,
      headline,
      lang,
      ...(date && { date }),
      basis: BASES[Number(basis)] ?? 'none',
      places: places === '' ? [] : places.split(PLACES),
    };
  });
}
