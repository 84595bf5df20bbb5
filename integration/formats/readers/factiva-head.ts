// What the lines above the number of words are in a document of Factiva without field codes: its section, its headline, who
// wrote it. Nothing marks them but their order, and either of the outer two may be missing.
import { cleanLine } from '../../dump/index.ts';
import { readSigner } from '../../dump/phrases/signers.ts';
import { bylineOf, dayOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import { FACTIVA_WORDS } from './marks.ts';

export interface FactivaHead {
  /** All lines that it is of. */
  lines: readonly RawLine[];
  section?: string;
  headline: string;
  byline?: string;
  /** Whether another of its lines may as well be the headline. */
  isGuess: boolean;
}

const RULE = /^\s*[-_=]{5,}\s*$/u;
const WORD_COUNT = /^\s*[\d,.]+\s+(?:words|Wörter|mots|palabras|parole)\s*$/iu;
/** What a browser prints above the first document. */
const SITE = /^\s*(?:Dow Jones|Factiva|Dow Jones Factiva)\s*$/iu;
const SIGNED = /^\s*(?:By|Von|Par|Por)\s/iu;
/** Names in scripts whose words are not parted: no more characters. */
const UNPARTED_NAME = /^[\p{sc=Han}\p{sc=Hangul}·]{2,5}$/u;
/** A nickname within a name, what counts its bearers, and titles. */
const WITHIN_NAME =
  /\s*["“”][^"“”]{1,12}["“”]|(?<=\s\p{L}+)\s+(?:Jr\.?|Sr\.?|I{1,3}|IV)$|^(?:Dr|Prof|Sir)\.?\s/gu;
const INITIALS = /^(?:\p{Lu}{2,4}|\p{Ll}{2,4})$/u;
/** What a name did: `INTERVIEW: MARA ELLIOT` */
const ROLE = /^\p{L}+:\s/u;
const BETWEEN_NAMES = /\s*[;/,]\s*|\s+(?:and|und|et|y|e|och|og)\s+/iu;

/** @returns index of the line that says how many words a document has, above its day; -1 where there is none */
export function findWordCount(lines: readonly RawLine[]): number {
  return lines.findIndex(
    ({ text }, at) =>
      WORD_COUNT.test(text) || (FACTIVA_WORDS.test(text) && dayOf(lines[at + 1]?.text ?? '') !== undefined),
  );
}

/** @param above the lines of a document above its number of words */
export function readFactivaHead(above: readonly RawLine[]): FactivaHead {
  const lines = above.filter(({ text }) => text.trim() !== '' && !RULE.test(text) && !SITE.test(text));
  const texts = lines.map(({ text }) => cleanLine(text));
  const signed = texts.findLastIndex((text, at) => at > 0 && SIGNED.test(text));
  const last = texts.at(-1) ?? '';
  const before = texts.at(-2) ?? '';
  const isThird = texts.length > 2;
  const isName = texts.length > 1 && areNames(last, isThird);
  // Of two lines, a short one above is as likely a section.
  const isByline = isName && (isThird || (!isShort(before) && last.length < before.length));
  const end = signed > 0 ? signed : isByline ? texts.length - 1 : texts.length;
  const headline = texts[end - 1] ?? '';
  const byline = signed > 0 ? bylineOf(texts[signed]) : isByline ? last : undefined;
  return {
    lines,
    headline,
    ...(byline && { byline }),
    ...(end > 1 && { section: texts[0] ?? '' }),
    isGuess: end === texts.length && (isThird || isName),
  };
}

const FEW_WORDS = 3;
const isShort = (text: string) => text.split(' ').length <= FEW_WORDS && text.length < SHORT;
const SHORT = 30;

/** @param isThird whether a section and a headline stand above: then initials sign as well */
function areNames(text: string, isThird: boolean): boolean {
  const names = text
    .replace(ROLE, '')
    .split(BETWEEN_NAMES)
    .filter((name) => name !== '');
  return (
    names.length > 0 &&
    names.every((each) => {
      const name = each.replace(WITHIN_NAME, '').trim();
      if (UNPARTED_NAME.test(name) || (isThird && INITIALS.test(name))) return true;
      return readSigner(name)?.name !== undefined;
    })
  );
}
