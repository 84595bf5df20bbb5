// Which language a story is in. In this order: what the site states for the dump; the script, where one language uses it;
// letters and common words (language-words.ts); the detector eld. The first three settle nearly every story with a lede
// in a tenth of the detector's time, and its tables (30 MB of memory) are loaded only once a story needs them. Where
// nothing is sure, the site's own language.
import type { LanguageOptions } from '../config/loader-options.ts';
import { canonicalTag, likelySubtags } from '../utils/language-tag.ts';
import { ByGlob } from './by-glob.ts';
import {
  ARABIC_LETTERS,
  ARABIC_WORDS,
  DISTINCTIVE_LETTERS,
  LANGUAGE_OF_SCRIPT,
  PASHTO_WORDS,
  PERSIAN_LETTERS,
  PERSIAN_WORDS,
  PROFILES,
} from './language-profiles.ts';
import { CLEAR, CLOSE, forEachWord, isClearly, LIKELY, languageByWords } from './language-words.ts';
import { mainScript } from './main-script.ts';

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
    this.#stated = new ByGlob(languages, undefined);
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
  if (script === undefined) return fallback;
  return PROFILES[script] ? byWords(sample, script, fallback) : bySight(sample, script);
}

/** @param own the site's language, for which less has to speak: to load the detector for a few stories takes a second */
function byWords(sample: string, script: string, own: string): string | undefined {
  const guess = languageByWords(sample, script);
  if (!guess) return undefined;
  if (isClearly(guess, CLEAR)) return guess.language;
  return isClearly(guess, LIKELY) && guess.language === likelySubtags(own).language ? own : undefined;
}

function bySight(text: string, script: string): string | undefined {
  const certain = byLetters(text, script) ?? LANGUAGE_OF_SCRIPT.get(script);
  if (certain) return certain;
  if (script === 'Arab') return arabicOrPersian(text);
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
  forEachWord(text, (start, end) => {
    const word = text.slice(start, end);
    if (PERSIAN_WORDS.has(word)) persian += 3;
    if (PASHTO_WORDS.has(word)) pashto += 3;
    if (ARABIC_WORDS.has(word) || (word.length > 4 && word.startsWith('ال'))) arabic += 3;
  });
  if (pashto >= 6 && pashto > persian / 2) return 'ps';
  if (arabic >= 3 && arabic > 2 * persian) return 'ar';
  // Urdu and Pashto share Persian's letters; a text of theirs without a letter of their own is short.
  if (persian >= 6 && persian > 2 * arabic && text.length > 40) return 'fa';
  return undefined;
}

const PERSIAN = 'letters of Persian';
const ARABIC = 'letters of Arabic';

/** Whose letter a letter is. */
const OWNERS = new Map<number, string>();
for (const [owner, letters] of [
  ...Object.values(DISTINCTIVE_LETTERS).flatMap((byLanguage) => Object.entries(byLanguage)),
  [PERSIAN, PERSIAN_LETTERS],
  [ARABIC, ARABIC_LETTERS],
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

/** What eld can return for a script that its other answers do not use. */
const OF_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  Arab: ['ar', 'fa', 'ku', 'ur'],
  Cyrl: ['be', 'bg', 'ru', 'sr', 'uk'],
  Deva: ['hi', 'mr'],
};

/** Languages that eld takes for others. */
const UNKNOWN_TO_ELD: ReadonlySet<string> = new Set(
  'af cy eo ga gl ha id kk ky mi mk mn mt ne so sw tg'.split(' '),
);

/** How near to the best the site's own language must come to be preferred: names in a headline look foreign. */
const NEAR = 0.9;
/** The least score of eld's that was right more often than not on short headlines full of names. */
const SURE = 0.7;

async function detected(text: string, script: string | undefined, fallback: string): Promise<string> {
  const guess = script === undefined ? undefined : languageByWords(text, script);
  if (guess && isClearly(guess, LIKELY) && UNKNOWN_TO_ELD.has(guess.language)) return guess.language;
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
  // eld takes Indonesian for Malay, which a tenth as many people write.
  if (best === 'ms') {
    const closest = guess && isClearly(guess, CLOSE) ? guess.language : own.language;
    return closest === 'ms' ? 'ms' : 'id';
  }
  // eld's Kurdish is the Sorani of the Arabic script.
  return best === 'ku' ? 'ckb' : best;
}
