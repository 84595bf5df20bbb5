// Which countries a story names in its headline, dek, dateline and first paragraph, by name or demonym, in its own
// language. The texts are gone through once, word by word; at each word the longest phrase counts, so that South
// Sudan is not Sudan, and New Mexico, Gulf of Oman and Guinea pig are nothing. Where a name could be a person, a bird
// or an American state, the words around it decide (gazetteer/english.ts); in doubt it is left out.
//
// A country is what ISO 3166-1 gives a code, by the name that world-countries calls common. The list is that
// standard's, not ours: Palestine is on it, defined as the West Bank and the Gaza Strip, so that Gaza and the West
// Bank name it; Taiwan, Hong Kong and Greenland are on it as well. Cities name nothing, but for a capital that a
// story is datelined from or that stands in its headline; Jerusalem, claimed by two, names neither.
import { STATES, STATES_OF_TWO } from './gazetteer/english.ts';
import { type Gazetteer, gazetteerOf } from './gazetteer/names.ts';
import { FIRST_NAMES, ROLES, SURNAMES, TITLES, WORD_SURNAMES } from './gazetteer/people.ts';
import type { Sense, SenseContext, TrieNode } from './gazetteer/trie.ts';
import { accented, mayName, nameWords, type Word } from './gazetteer/words.ts';

/** What of a story says where it plays. */
export interface PlaceTexts {
  headline: string;
  dek?: string | undefined;
  /** The place of its dateline, as the dump prints it. */
  dateline?: string | undefined;
  /** The first paragraph. */
  lede?: string | undefined;
}

/** No first paragraph is longer; what comes after is not looked at. In UTF-16 units. */
const LONGEST = 2000;

/**
 * @param lang BCP 47 tag of the story's language
 * @returns the common English names of the countries named, in order of first mention, each once
 */
export function findPlaces({ headline, dek, dateline, lede }: PlaceTexts, lang: string): string[] {
  const gazetteer = gazetteerOf(lang.split('-', 1)[0]?.toLowerCase() ?? '');
  const texts = new Texts([headline, dek, dateline, lede]);
  const found = new Set<string>();
  for (let index = 0; index < texts.count; index++) {
    const named = texts.mayName(index, gazetteer)
      ? namedIn(texts.words(index), gazetteer, texts, index === HEADLINE)
      : [];
    if (index === DATELINE && named.length === 0) named.push(...capitalOf(texts.words(index), gazetteer));
    for (const country of named) found.add(country);
  }
  return [...found];
}

/** The place of the headline, among the texts. */
const HEADLINE = 0;
/** The place of the dateline, among the texts. */
const DATELINE = 2;

/** The texts of a story, each cut into words once that is needed. */
class Texts {
  readonly #texts: readonly string[];
  readonly #words: Word[][] = [];

  constructor(texts: readonly (string | undefined)[]) {
    this.#texts = texts.map((text = '') => (text.length > LONGEST ? text.slice(0, LONGEST) : text));
  }

  get count(): number {
    return this.#texts.length;
  }

  mayName(index: number, { openings }: Gazetteer): boolean {
    return mayName(this.#texts[index] ?? '', openings);
  }

  words(index: number): readonly Word[] {
    this.#words[index] ??= nameWords(this.#texts[index] ?? '');
    return this.#words[index];
  }

  /** Whether any of some words stands in any of the texts. */
  have(words: ReadonlySet<string>): boolean {
    return this.#texts.some((_, index) => this.words(index).some(({ key }) => words.has(key)));
  }
}

/** A dateline's capital, where the dateline says no more than that: LONDON is, LONDON, Ontario is not. */
function capitalOf(words: readonly Word[], { capitals }: Gazetteer): string[] {
  const country = capitals.get(words.map(({ key }) => key).join(' '));
  return country && !words.some(({ before }, index) => index > 0 && before !== 'joined') ? [country] : [];
}

/** @param cities whether a capital names its country */
function namedIn(
  words: readonly Word[],
  { root, openings }: Gazetteer,
  texts: Texts,
  cities: boolean,
): string[] {
  const named: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const { key = '' } = words[at] ?? {};
    const match = openings.shapes.mayHave(key, 0, key.length) ? longestAt(words, at, root) : undefined;
    if (!match) continue;
    const { sense, end } = match;
    if (sense.country && (cities || !sense.city) && isCountry(sense, words, at, end, texts))
      named.push(sense.country);
    at = end - 1;
  }
  return named;
}

function longestAt(
  words: readonly Word[],
  at: number,
  root: TrieNode,
): { sense: Sense; end: number } | undefined {
  let node: TrieNode | undefined = root;
  let longest: { sense: Sense; end: number } | undefined;
  for (let index = at; index < words.length; index++) {
    const word = words[index];
    if (!word || (index > at && word.before !== 'joined')) break;
    node = node.next?.get(word.key);
    if (!node) break;
    const { sense } = node;
    if (sense && fits(sense, words, at, index + 1)) longest = { sense, end: index + 1 };
  }
  return longest;
}

/** Whether the words are written as the phrase has to be. */
function fits(
  { written, accented: spelled, ordinary }: Sense,
  words: readonly Word[],
  at: number,
  end: number,
): boolean {
  // Mali is a country, and in Croatian small ones open a sentence.
  if (ordinary && (at === 0 || words[at]?.before === 'apart')) return false;
  if (spelled !== undefined && accented(words.slice(at, end)) !== spelled) return false;
  if (written === 'upper') return words.slice(at, end).every(({ upper }) => upper) && !shouted(words);
  return written !== 'capital' || words[at]?.capital === true;
}

/** All capitals: a headline in which US may as well be us. */
const shouted = (words: readonly Word[]): boolean =>
  words.length > 2 && words.every(({ upper, key }) => upper || key.length < 2);

const split = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const firstNames = split(FIRST_NAMES);
const surnames = split(SURNAMES);
const wordSurnames = split(WORD_SURNAMES);
const titles = split(TITLES);
const states = split(STATES);
const roles = split(ROLES);
const statesOfTwo = new Map(Object.entries(STATES_OF_TWO).map(([first, rest]) => [first, split(rest)]));

/** Whether the name of a state, of one word or two, stands at a place in the text. */
const isState = (words: readonly Word[], at: number): boolean =>
  states.has(words[at]?.key ?? '') ||
  statesOfTwo.get(words[at]?.key ?? '')?.has(words[at + 1]?.key ?? '') === true;

/** Whether nearby words let a name be a country. */
function isCountry(sense: Sense, words: readonly Word[], at: number, end: number, texts: Texts): boolean {
  const next = words[end];
  // Lebanon, Pa.; Peru, Indiana; Panama City, Fla.
  const town = next?.before === 'joined' && next.key === 'city' ? end + 1 : end;
  if (words[town]?.before === 'comma' && words[town].capital && isState(words, town) && isTown(words, town))
    return false;
  // Athens, Georgia; the state and the country have one name.
  if (sense.city && next?.before === 'comma' && next.key === 'georgia') return false;
  if (isSurname(words, at)) return false;
  const { context } = sense;
  if (!context) return true;
  const { before, after, near, sure, needs, person } = context;
  if (sure.size > 0 && texts.have(sure)) return true;
  const last = words[at]?.before === 'apart' ? undefined : words[at - 1];
  if (last && before.has(last.key)) return false;
  if (next?.before === 'joined' && after.has(next.key)) return false;
  if (near.size > 0 && texts.have(near)) return false;
  if (needs.size > 0 && !texts.have(needs)) return false;
  return !person || !isPerson(words, end, person);
}

/** A state's name behind the comma, unless a list goes on: Mexico, California and Texas. */
const isTown = (words: readonly Word[], end: number): boolean => words[end + 1]?.key !== 'and';

/** Whether the word before is a first name: Melissa Poland, but not King Charles Poland. */
function isSurname(words: readonly Word[], at: number): boolean {
  const last = words[at - 1];
  if (words[at]?.before !== 'joined' || !last?.capital || !firstNames.has(last.key)) return false;
  return !titles.has(words[at - 2]?.key ?? '');
}

function isPerson(words: readonly Word[], end: number, kind: SenseContext['person']): boolean {
  const next = words[end];
  if (next?.before !== 'joined' || next.attached || !next.capital) return false;
  if (surnames.has(next.key)) return true;
  if (wordSurnames.has(next.key)) return isVerb(words[end + 1]);
  if (kind !== 'given' || next.upper || roles.has(next.key)) return false;
  if (!inTitleCase(words)) return true;
  // Chad Vandermeer Wins Prize: a name, and the verb that headlines have.
  return !next.key.endsWith('s') && isVerb(words[end + 1]);
}

const isVerb = (word: Word | undefined): boolean => word?.before === 'joined' && VERB.test(word.key);

/** How headlines end verbs: wins, says, testifies; not press, crisis, US. */
const VERB = /^(?=.{4})\p{L}*[^sui]s$/u;

/** Whether most words begin with a capital letter, so that a capital says nothing. */
function inTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(({ key }) => key.length > 3);
  return long.filter(({ capital }) => capital).length * 10 > long.length * 6;
}
