// Under which terms of the index a piece of text is found: a word under its folded form, an Arabic one without its
// article too, a stretch without spaces under each pair or three of its characters.
import { classOf, IGNORED, LETTER, PAIRED, ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_SPACE } from './characters.ts';
import { fold } from './fold.ts';
import { ACRONYM, type PieceKind } from './tokenize.ts';

/** Longest term, in UTF-16 code units: what is longer is cut, and a digest takes the place of the rest. */
export const LONGEST_TERM = 64;
const DIGEST_LENGTH = 8;
const KEPT = LONGEST_TERM - DIGEST_LENGTH;

/** Languages whose words have rules of their own. */
export type WordRules = 'arabic' | 'turkish' | 'common';

/** @param lang BCP 47 tag of the text's language */
export function wordRulesOf(lang: string): WordRules {
  const language = lang.split('-', 1)[0]?.toLowerCase();
  if (language === 'ar') return 'arabic';
  return language === 'tr' || language === 'az' ? 'turkish' : 'common';
}

/**
 * All terms under which a piece of a story is found. The first is its own.
 * @param piece as it stands in the text
 * @returns none where the piece holds nothing that is searched
 */
export function termsOf(kind: PieceKind, piece: string, rules: WordRules): string[] {
  if (kind === LETTER) return wordTerms(piece, rules);
  if (kind === ACRONYM) return [termOf(piece.replaceAll('.', ''))];
  return grams(charactersOf(piece), gramSize(kind));
}

/** @returns the one term that a word stands under itself */
export function termOf(word: string): string {
  return clip(fold(word));
}

function wordTerms(word: string, rules: WordRules): string[] {
  const folded = fold(word);
  if (folded === '') return [];
  const terms = [folded];
  if (ARABIC_SCRIPT.test(folded)) {
    // Many write a space where others write the joiner.
    const parts = word.split(String.fromCharCode(ZERO_WIDTH_NON_JOINER)).map(fold);
    if (parts.length > 1) terms.push(...parts.filter(Boolean));
    if (rules === 'arabic') terms.push(...withoutArticle(folded));
  }
  return terms.length === 1 ? [clip(folded)] : [...new Set(terms.map(clip))];
}

const ARABIC_SCRIPT = /[\u0600-\u06ff]/u;
/** The article, alone or after a conjunction or preposition that is written as one with it. Not in the name of God. */
const ARTICLE = /^(?:ال(?=..)|(?:[وف]?(?:[بک]ال|لل)|[وف]ال)(?=...))(?!له$)/u;

/** @returns a folded Arabic word without its article */
export function withoutArabicArticle(folded: string): string {
  return folded.replace(ARTICLE, '');
}

/** @returns a word with the article alone, where more stands before it, and without it */
function withoutArticle(folded: string): string[] {
  const bare = withoutArabicArticle(folded);
  return bare === folded ? [] : [`ال${bare}`, bare];
}

/** Most characters that are found together. */
export function gramSize(kind: PieceKind): number {
  return kind === PAIRED ? 2 : 3;
}

/**
 * What is found of a stretch without spaces: from each of its characters on, as many as `size` and one fewer, or what
 * is left at its end. A search for fewer still finds it by the grams that begin with them.
 */
export function grams(characters: readonly string[], size: number): string[] {
  return characters.flatMap((_, at) => {
    const gram = characters.slice(at, at + size).join('');
    const shorter = characters.slice(at, at + size - 1).join('');
    return gram === shorter ? [gram] : [gram, shorter];
  });
}

/** The characters of a stretch that are searched. */
export function charactersOf(stretch: string): string[] {
  return [...stretch].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return classOf(code) !== IGNORED && code !== ZERO_WIDTH_SPACE;
  });
}

function clip(term: string): string {
  return term.length <= LONGEST_TERM ? term : term.slice(0, KEPT) + digestOf(term.slice(KEPT));
}

/** @returns what people read in place of a term that was cut; nothing of others */
export function beginningOfCut(term: string): string | undefined {
  return term.length < LONGEST_TERM ? undefined : `${term.slice(0, KEPT)}…`;
}

/** FNV-1a over code units. */
function digestOf(text: string): string {
  let digest = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193);
  return (digest >>> 0).toString(16).padStart(DIGEST_LENGTH, '0');
}
