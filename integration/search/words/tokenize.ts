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

const ASCII = 0x80;
/** Classes of the characters of ASCII, of which most text is; nothing for all others. */
const PLAIN = Uint8Array.from({ length: ASCII }, (_, code) => classOf(code));

/**
 * Goes through a text piece by piece, in order.
 * @param text as `normalize()` returns it
 */
export function eachPiece(text: string, visit: PieceVisitor): void {
  eachPieceOf(
    Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
    text.length,
    visit,
  );
}

/**
 * The same for a text whose code units are at hand: a string is slower to look through.
 * @param length how many of the units are the text
 */
export function eachPieceOf(units: Uint16Array, length: number, visit: PieceVisitor): void {
  const plain = PLAIN;
  let acronymEnd = 0;
  let at = 0;
  while (at < length) {
    const start = at;
    const code = units[at] ?? 0;
    let kind: number = LETTER;
    if (code < ASCII) {
      at++;
      if (plain[code] !== LETTER) continue;
      while (at < length && plain[units[at] ?? 0] === LETTER) at++;
      if (at < length && (units[at] ?? 0) >= ASCII) at = endOfPiece(units, at, length, LETTER);
    } else {
      kind = isHalf(code) ? classAt(units, at, length) : classOf(code);
      if (kind === SEPARATOR || kind === IGNORED || kind === MARK) {
        at += isHalf(code) ? widthAt(units, at, length) : 1;
        continue;
      }
      at = endOfPiece(units, at, length, kind);
    }
    if (kind === LETTER && at === start + 1 && units[at] === FULL_STOP && start >= acronymEnd) {
      acronymEnd = endOfAcronym(units, start, length);
      if (acronymEnd > at) visit(ACRONYM, start, acronymEnd);
    }
    visit(kind === PAIRED || kind === TRIPLED ? kind : LETTER, start, at);
  }
}

function endOfPiece(units: Uint16Array, start: number, length: number, kind: number): number {
  let at = start;
  while (at < length) {
    const code = units[at] ?? 0;
    const next = isHalf(code) ? classAt(units, at, length) : classOf(code);
    if (next !== kind && next !== IGNORED && !continues(kind, next, code)) break;
    at += isHalf(code) ? widthAt(units, at, length) : 1;
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
function endOfAcronym(units: Uint16Array, start: number, length: number): number {
  let end = start + 1;
  while (end + 1 < length && units[end] === FULL_STOP && isInitial(units, end + 1, length)) end += 2;
  return isInitial(units, start, length) ? end : start + 1;
}

/** Whether a letter that has a capital form stands alone. */
function isInitial(units: Uint16Array, at: number, length: number): boolean {
  const letter = String.fromCharCode(units[at] ?? 0);
  if (letter.toLowerCase() === letter.toUpperCase()) return false;
  const next = classAt(units, at + 1, length);
  return next !== LETTER && next !== IGNORED && next !== MARK;
}

function classAt(units: Uint16Array, at: number, length: number): number {
  return at < length ? classOf(codePointAt(units, at, length)) : SEPARATOR;
}

function widthAt(units: Uint16Array, at: number, length: number): number {
  return codePointAt(units, at, length) > 0xffff ? 2 : 1;
}

function codePointAt(units: Uint16Array, at: number, length: number): number {
  const first = units[at] ?? 0;
  const second = isHalf(first) && at + 1 < length ? (units[at + 1] ?? 0) : 0;
  return second >= 0xdc00 && second < 0xe000 ? (first - 0xd800) * 0x400 + second - 0xdc00 + 0x10000 : first;
}
