// Cuts text into pieces: words where a script has spaces, unbroken stretches where it has none. By characters alone
// and not by Intl.Segmenter, whose dictionaries differ from engine to engine: a word that a reader's browser cuts
// otherwise than the build did is not found.
import {
  classOf,
  classOfUnit,
  IGNORED,
  LETTER,
  MARK,
  PAIRED,
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
 * @param units of the text as `normalize()` returns it: `codeUnits()` has them
 */
export function eachPiece(units: Uint16Array, visit: PieceVisitor): void {
  let acronymEnd = 0;
  let at = 0;
  while (at < units.length) {
    const kind = classAt(units, at);
    if (kind !== LETTER && kind !== PAIRED && kind !== TRIPLED) {
      at += widthAt(units, at);
      continue;
    }
    const start = at;
    if (kind === LETTER) while (classOfUnit(units[at] ?? 0) === LETTER) at++;
    at = endOfPiece(units, at, kind);
    if (kind === LETTER && at === start + 1 && start >= acronymEnd) {
      acronymEnd = endOfAcronym(units, start);
      if (acronymEnd > at) visit(ACRONYM, start, acronymEnd);
    }
    visit(kind, start, at);
  }
}

function endOfPiece(units: Uint16Array, start: number, kind: number): number {
  let at = start;
  while (at < units.length) {
    const next = classAt(units, at);
    if (next !== kind && next !== IGNORED && !continues(kind, next, units[at])) break;
    at += widthAt(units, at);
  }
  return at;
}

function continues(kind: number, next: number, code: number | undefined): boolean {
  return kind === LETTER ? next === MARK : kind === TRIPLED && code === ZERO_WIDTH_SPACE;
}

/** @returns the end of letters with a full stop between each two; `start + 1` where there are none */
function endOfAcronym(units: Uint16Array, start: number): number {
  let end = start + 1;
  while (units[end] === FULL_STOP && isInitial(units, end + 1)) end += 2;
  return isInitial(units, start) ? end : start + 1;
}

/** Whether a letter that has a capital form stands alone. */
function isInitial(units: Uint16Array, at: number): boolean {
  const letter = String.fromCharCode(units[at] ?? 0);
  if (letter.toLowerCase() === letter.toUpperCase()) return false;
  const next = classAt(units, at + 1);
  return next !== LETTER && next !== IGNORED && next !== MARK;
}

function classAt(units: Uint16Array, at: number): number {
  return classOf(wholeAt(units, at));
}

function widthAt(units: Uint16Array, at: number): number {
  return wholeAt(units, at) > 0xffff ? 2 : 1;
}

function wholeAt(units: Uint16Array, at: number): number {
  const code = units[at] ?? 0;
  // The first of two code units that make a character.
  const isHalf = code >= 0xd800 && code < 0xdc00;
  return isHalf ? (String.fromCharCode(code, units[at + 1] ?? 0).codePointAt(0) ?? 0) : code;
}
