// Cuts text into pieces: words where a script has spaces, unbroken stretches where it has none. By characters alone
// and not by Intl.Segmenter, whose dictionaries differ from engine to engine: a word that a reader's browser cuts
// otherwise than the build did is not found.
import {
  classOf,
  IGNORED,
  LETTER,
  MARK,
  PAIRED,
  SEPARATOR,
  TRIPLED,
  ZERO_WIDTH_SPACE,
} from './characters.ts';

/** Single letters with a full stop after each, such as `U.N.`: comes before the letters themselves. */
export const ACRONYM = 6;
/** What a piece is: a word, a stretch that is found by pairs or by threes, or letters that stand for words. */
export type PieceKind = typeof LETTER | typeof PAIRED | typeof TRIPLED | typeof ACRONYM;

/** Is told of a piece: what it is, and where in the text it begins and ends. */
export type PieceVisitor = (kind: PieceKind, start: number, end: number) => void;

const FULL_STOP = 0x2e;

/**
 * Goes through a text piece by piece, in order.
 * @param text as `normalize()` returns it
 */
export function eachPiece(text: string, visit: PieceVisitor): void {
  const { length } = text;
  let acronymEnd = 0;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = isHalf(code) ? classAt(text, at) : classOf(code);
    if (kind === SEPARATOR || kind === IGNORED || kind === MARK) {
      at += isHalf(code) ? widthAt(text, at) : 1;
      continue;
    }
    const start = at;
    at = endOfPiece(text, at, kind);
    if (kind === LETTER && at === start + 1 && start >= acronymEnd) {
      acronymEnd = endOfAcronym(text, start);
      if (acronymEnd > at) visit(ACRONYM, start, acronymEnd);
    }
    visit(kind === PAIRED || kind === TRIPLED ? kind : LETTER, start, at);
  }
}

function endOfPiece(text: string, start: number, kind: number): number {
  const { length } = text;
  let at = start;
  while (at < length) {
    const code = text.charCodeAt(at);
    const next = isHalf(code) ? classAt(text, at) : classOf(code);
    if (next !== kind && next !== IGNORED && !continues(kind, next, code)) break;
    at += isHalf(code) ? widthAt(text, at) : 1;
  }
  return at;
}

/** Whether a code unit may be the first of two that make a character. */
function isHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function continues(kind: number, next: number, code: number): boolean {
  return kind === LETTER ? next === MARK : kind === TRIPLED && code === ZERO_WIDTH_SPACE;
}

/** @returns the end of letters with a full stop between each two; `start + 1` where there are none */
function endOfAcronym(text: string, start: number): number {
  let end = start + 1;
  while (text.charCodeAt(end) === FULL_STOP && isInitial(text, end + 1)) end += 2;
  return isInitial(text, start) ? end : start + 1;
}

/** Whether a letter that has a capital form stands alone. */
function isInitial(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter.toLowerCase() === letter.toUpperCase()) return false;
  const next = classAt(text, at + 1);
  return next !== LETTER && next !== IGNORED && next !== MARK;
}

function classAt(text: string, at: number): number {
  const code = text.codePointAt(at);
  return code === undefined ? SEPARATOR : classOf(code);
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
