// Which language a story is in, and which way it runs. In this order: what the site states for the dump; the script,
// where one language uses it; letters and common words that only one language has (language-profiles.ts); the detector eld.
// The first three settle nearly every story with a lede in a tenth of the detector's time, and its tables (30 MB of
// memory) are loaded only once a story needs them. Where nothing is sure, the site's own language.
import type { LanguageOptions } from '../config/loader-options.ts';
import { canonicalTag, likelySubtags } from '../utils/language-tag.ts';
import { ByGlob } from './by-glob.ts';
import {
  ARABIC_LETTERS,
  ARABIC_WORDS,
  DISTINCTIVE_LETTERS,
  DISTINCTIVE_WORDS,
  LANGUAGE_OF_SCRIPT,
  NOT_RUSSIAN_LETTERS,
  PASHTO_WORDS,
  PERSIAN_LETTERS,
  PERSIAN_WORDS,
  RIVAL_WORDS,
  RUSSIAN_LETTERS,
  SCRIPTS,
} from './language-profiles.ts';
import { WordPrefilter } from './word-prefilter.ts';

/** What is read of a story to tell its language, in UTF-16 units: a headline and some forty words. */
const SAMPLE_LENGTH = 320;

/** Tells stories' languages by a site's options. */
export class LanguageDetector {
  readonly #fallback: string;
  readonly #stated: ByGlob<string>;

  /** @throws Error that names every tag that is no BCP 47 language tag, and the option it stands in */
  constructor({ lang = 'en', languages = {} }: LanguageOptions = {}) {
    const given: [option: string, tag: string][] = [
      ['lang', lang],
      ...Object.entries(languages).map(([glob, tag]): [string, string] => [`languages["${glob}"]`, tag]),
    ];
    const wrong = given.filter(([, tag]) => canonicalTag(tag) === undefined);
    if (wrong.length > 0) {
      throw new Error(
        wrong.map(([option, tag]) => `${option}: “${tag}” is no language tag.\n`).join('') +
          'A language is named by its BCP 47 tag, as in "en", "ar", "pt-BR" or "zh-Hant".',
      );
    }
    this.#fallback = canonicalTag(lang) ?? lang;
    this.#stated = new ByGlob(languages);
  }

  /**
   * @param dump the dump's name: its path relative to the root, with forward slashes
   * @param text the story's headline and first paragraph
   * @param language what the dump states for the story
   * @returns BCP 47 tag of the story's language
   */
  async detect(dump: string, text: string, language?: string): Promise<string> {
    return this.detectAtOnce(dump, text, language) ?? detectLanguage(text, this.#fallback);
  }

  /** @returns the same where it shows without the detector's tables; else nothing */
  detectAtOnce(dump: string, text: string, language?: string): string | undefined {
    const stated = this.#stated.find(dump);
    if (stated !== undefined) return canonicalTag(stated) ?? stated;
    return language ?? atOnce(text.slice(0, SAMPLE_LENGTH), this.#fallback);
  }
}

/**
 * @param text a headline, better with the first paragraph behind it; its first 320 characters count
 * @param fallback the tag to return where the text does not tell
 * @returns tag of the language most of it is in
 */
export async function detectLanguage(text: string, fallback: string): Promise<string> {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return atOnce(sample, fallback) ?? detected(sample, mainScript(sample), fallback);
}

function atOnce(sample: string, fallback: string): string | undefined {
  const script = mainScript(sample);
  return script === undefined ? fallback : bySight(sample, script);
}

/** One kana or Chinese character says about as much as three letters of an alphabet. */
const WEIGHT: Readonly<Record<string, number>> = { Hani: 3, Kana: 3, Hang: 2 };

/** @returns the script that most of a text is in; nothing where there are no letters */
function mainScript(text: string): string | undefined {
  const counts = new Map<string, number>();
  let latin = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0xc0) {
      const letter = code | 0x20;
      if (letter >= 0x61 && letter <= 0x7a) latin++;
      continue;
    }
    const script = scriptOf(code);
    if (script === 'Latn') latin++;
    else if (script) counts.set(script, (counts.get(script) ?? 0) + (WEIGHT[script] ?? 1));
  }
  let best: string | undefined = latin > 0 ? 'Latn' : undefined;
  let most = latin;
  const kana = counts.get('Kana') ?? 0;
  // Japanese mixes both; Chinese has no kana but in a name or two.
  const han = counts.get('Hani') ?? 0;
  if (kana > 0 && kana * 8 >= han) {
    counts.set('Kana', kana + han);
    counts.delete('Hani');
  }
  for (const [script, count] of counts) {
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

/** Scripts by code unit, one more than their place in SCRIPTS; 0 is not looked up yet. */
const scripts = new Uint8Array(0x10000);
const NO_SCRIPT = 255;

function scriptOf(code: number): string | undefined {
  let index = scripts[code];
  if (!index) {
    index = SCRIPTS.findIndex(([first, last]) => code >= first && code <= last) + 1 || NO_SCRIPT;
    scripts[code] = index;
  }
  return index === NO_SCRIPT ? undefined : SCRIPTS[index - 1]?.[2];
}

function bySight(text: string, script: string): string | undefined {
  const byScript = LANGUAGE_OF_SCRIPT.get(script);
  if (byScript) return byScript;
  const letters = byLetters(text, script);
  if (letters) return letters;
  if (script === 'Arab') return arabicOrPersian(text);
  if (script === 'Latn') return byWords(text);
  if (script === 'Cyrl') return russian(text);
  if (script === 'Hebr') return 'he';
  // Kanji alone may be a headline in either language; these forms are Japan's own.
  if (script === 'Hani')
    return /[気円対発図応売実総県駅鉄株込働戦関権経済験価検]/u.test(text) && !/[们这为国务说]/u.test(text)
      ? 'ja'
      : 'zh';
  return undefined;
}

/** @returns the language whose own letters stand here at least twice and make up three in a hundred */
function byLetters(text: string, script: string): string | undefined {
  const owners = Object.keys(DISTINCTIVE_LETTERS[script] ?? {});
  if (owners.length === 0) return undefined;
  const counts = countLetters(text);
  for (const lang of owners) {
    const count = counts.get(lang) ?? 0;
    if (count >= 2 && count * 33 >= text.length) return lang;
  }
  return undefined;
}

function arabicOrPersian(text: string): string | undefined {
  const counts = countLetters(text);
  let persian = counts.get(PERSIAN) ?? 0;
  let arabic = counts.get(ARABIC) ?? 0;
  let pashto = 0;
  for (const word of letterRuns(text)) {
    if (PERSIAN_WORDS.has(word)) persian += 3;
    if (PASHTO_WORDS.has(word)) pashto += 3;
    if (ARABIC_WORDS.has(word) || (word.length > 4 && word.startsWith('ال'))) arabic += 3;
  }
  if (pashto >= 6 && pashto > persian / 2) return 'ps';
  if (arabic >= 3 && arabic > 2 * persian) return 'ar';
  // Urdu and Pashto share Persian's letters; a text of theirs without a letter of their own is short.
  if (persian >= 6 && persian > 2 * arabic && text.length > 40) return 'fa';
  return undefined;
}

/** Russian alone of the larger Cyrillic languages has these vowels and lacks the others' letters. */
function russian(text: string): string | undefined {
  const counts = countLetters(text);
  return !counts.has(NOT_RUSSIAN) && (counts.get(RUSSIAN) ?? 0) >= 2 ? 'ru' : undefined;
}

const PERSIAN = 'letters of Persian';
const ARABIC = 'letters of Arabic';
const RUSSIAN = 'letters of Russian';
const NOT_RUSSIAN = 'letters that Russian lacks';

/** Whose letter a letter is. */
const OWNERS = new Map<number, string>();
for (const [owner, letters] of [
  ...Object.values(DISTINCTIVE_LETTERS).flatMap((byLanguage) => Object.entries(byLanguage)),
  [PERSIAN, PERSIAN_LETTERS],
  [ARABIC, ARABIC_LETTERS],
  [RUSSIAN, RUSSIAN_LETTERS],
  [NOT_RUSSIAN, NOT_RUSSIAN_LETTERS],
] as const) {
  for (const letter of letters) {
    const code = letter.charCodeAt(0);
    if (!OWNERS.has(code)) OWNERS.set(code, owner);
  }
}

/** @returns how many letters a text has that tell something, by what they tell */
function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < text.length; index++) {
    const owner = OWNERS.get(text.charCodeAt(index));
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

const RIVAL = 'a rival';
const ROWS = [...Object.entries(DISTINCTIVE_WORDS), [RIVAL, RIVAL_WORDS] as const];
/** The rows that a word stands in, by number. */
const ROWS_OF = new Map<string, number[]>();
for (const [row, [, words]] of ROWS.entries()) {
  for (const word of words) ROWS_OF.set(word, [...(ROWS_OF.get(word) ?? []), row]);
}
const PREFILTER = new WordPrefilter(ROWS_OF.keys());

/** @returns the language of which three or more common words stand here, and of no other more than a third as many */
function byWords(text: string): string | undefined {
  const counts = new Uint8Array(ROWS.length);
  const seen = new Set<string>();
  for (const word of letterRuns(text.toLowerCase(), PREFILTER)) {
    const rows = ROWS_OF.get(word);
    if (!rows || seen.has(word)) continue;
    seen.add(word);
    for (const row of rows) counts[row] = (counts[row] ?? 0) + 1;
  }
  let [best, most, second] = [0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row] ?? 0;
    if (count > most) [best, most, second] = [row, count, most];
    else if (count > second) second = count;
  }
  const language = ROWS[best]?.[0];
  return most >= 3 && most >= 3 * second && language !== RIVAL ? language : undefined;
}

/**
 * Words of a text: runs of letters. ASCII and the Arabic block, most of what is read, are recognised by their codes.
 * @param wanted a filter for the words that are wanted; default: all
 */
function letterRuns(text: string, wanted?: WordPrefilter): string[] {
  const words: string[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index++) {
    const inside = index < text.length && isLetter(text.charCodeAt(index));
    if (inside && start < 0) start = index;
    else if (!inside && start >= 0) {
      if (!wanted || wanted.mayHave(text, start, index)) words.push(text.slice(start, index));
      start = -1;
    }
  }
  return words;
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  // Outside ASCII, all but a few signs and the general punctuation belong to words.
  return (
    code >= 0xc0 &&
    (code < 0x2000 || code >= 0x2c00) &&
    code !== 0x60c &&
    code !== 0x61b &&
    code !== 0x61f &&
    code !== 0x6d4
  );
}

/** What eld can return for a script that its other answers do not use. */
const OF_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  Arab: ['ar', 'fa', 'ku', 'ur'],
  Cyrl: ['be', 'bg', 'ru', 'sr', 'uk'],
  Deva: ['hi', 'mr'],
  Beng: ['bn'],
  Ethi: ['am'],
};

/** How near to the best the site's own language must come to be preferred: names in a headline look foreign. */
const NEAR = 0.9;
/** The least score of eld's that was right more often than not on short headlines full of names. */
const SURE = 0.7;

async function detected(text: string, script: string | undefined, fallback: string): Promise<string> {
  const { eld } = await import('eld/extrasmall');
  const scores = eld.detect(text).getScores();
  const able = script && OF_SCRIPT[script];
  let best: string | undefined;
  let most = 0;
  for (const [code, score] of Object.entries(scores)) {
    const fits = able ? able.includes(code) : script === 'Latn';
    if (fits && score > most) [best, most] = [code, score];
  }
  if (best === undefined) return fallback;
  const own = likelySubtags(fallback);
  const ownScript = own.script === script;
  if (ownScript && (most < SURE || (scores[own.language] ?? 0) >= NEAR * most)) return fallback;
  // eld's Kurdish is the Sorani of the Arabic script.
  return best === 'ku' ? 'ckb' : best;
}
