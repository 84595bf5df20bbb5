// The archive that search is measured on: as many stories as wanted, about 3.2 KB each, with a vocabulary of 200,000
// words of which few are frequent and most are rare, as in any language (Zipf's law). Story N depends on N alone, so
// that an archive can grow. Words are syllables; in Chinese and Thai, characters with no spaces between words.
import type { StoryText } from '../../integration/search/build/run.ts';
import { numbersFrom } from './dump.ts';

/** A language that an archive can be in. */
export type ArchiveLanguage = 'en' | 'zh' | 'th';

/** A story of the archive. */
export interface ArchiveStory extends StoryText {
  id: string;
  date: string;
  place: string;
  section: string;
  author: string;
}

const VOCABULARY = 200_000;
const FIRST_DAY = Date.UTC(2004, 0, 1);
const STORIES_A_DAY = 14;
const DAY = 86_400_000;

const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'g', 'h', 'k', 'kl', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ENDINGS = ['', '', '', '', 's', 'ed', 'ing', 'er', 'ly', 'n'];
const THAI_ONSETS = [...'กขคงจชซดตทนบปพฟมยรลวสหอ'];
const THAI_VOWELS = ['า', 'ี', 'ู', 'ุ', 'ิ', 'ะ', '่า', '้า', 'ัน', 'าง', 'ือ', 'ม', 'ก'];

/** Syllables out of a number: the same number makes the same ones, and no other does. */
function syllables(number: number, onsets: readonly string[], vowels: readonly string[]): string {
  const all = onsets.length * vowels.length;
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor((rest - 1) / all)) {
    // Neighbours in the order of frequency are no neighbours in the alphabet.
    const each = ((rest - 1) * 61) % all;
    word += `${onsets[each % onsets.length]}${vowels[Math.floor(each / onsets.length)]}`;
  }
  return word;
}

function chineseWord(rank: number): string {
  // Two characters most often. Five hundred characters make three quarters of a text.
  const next = numbersFrom(rank);
  const length = rank < 100 ? 1 : rank % 5 === 0 ? 3 : 2;
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(3500 * next() ** 6))).join('');
}

function wordOf(rank: number, lang: ArchiveLanguage): string {
  if (lang === 'zh') return chineseWord(rank);
  if (lang === 'th')
    return syllables(rank + THAI_ONSETS.length * THAI_VOWELS.length, THAI_ONSETS, THAI_VOWELS);
  return `${syllables(rank, ONSETS, VOWELS)}${rank < 100 ? '' : ENDINGS[rank % ENDINGS.length]}`;
}

const vocabularies = new Map<ArchiveLanguage, string[]>();

/** The words of a language, the most frequent first. */
export function vocabulary(lang: ArchiveLanguage): readonly string[] {
  const words = vocabularies.get(lang) ?? Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank, lang));
  vocabularies.set(lang, words);
  return words;
}

/** @returns a rank of Zipf's distribution, from 0 on */
export function zipf(random: number): number {
  return Math.floor((VOCABULARY + 1) ** random) - 1;
}

/** Words of a sentence by language, so that a story has 3.2 KB in each. */
const SHAPES = {
  en: { paragraphs: 13, words: 19, space: ' ', stop: '. ' },
  zh: { paragraphs: 13, words: 20, space: '', stop: '。' },
  th: { paragraphs: 13, words: 9, space: '', stop: ' ' },
} as const;

export function archiveStory(number: number, lang: ArchiveLanguage = 'en'): ArchiveStory {
  const next = numbersFrom(number);
  const words = vocabulary(lang);
  const { paragraphs, words: length, space, stop } = SHAPES[lang];
  const phrase = (count: number) => {
    let text = words[zipf(next())] ?? '';
    for (let at = 1; at < count; at++) text += space + words[zipf(next())];
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const sentence = () => phrase(length - 4 + Math.floor(next() * 9)) + stop;
  const headline = phrase(7);
  return {
    id: `${headline.toLowerCase().replaceAll(' ', '-')}-${number}`,
    lang,
    headline,
    text: Array.from({ length: paragraphs - 2 + Math.floor(next() * 5) }, () => sentence() + sentence()),
    date: new Date(FIRST_DAY + Math.floor(number / STORIES_A_DAY) * DAY).toISOString().slice(0, 10),
    place: `Place ${Math.floor(200 * next() ** 2)}`,
    section: `Section ${Math.floor(12 * next())}`,
    author: `Author ${Math.floor(400 * next())}`,
  };
}

/** Bytes of a story's text in UTF-8. */
export function sizeOf({ headline, text }: StoryText): number {
  return Buffer.byteLength(headline) + text.reduce((size, each) => size + Buffer.byteLength(each) + 1, 0);
}
