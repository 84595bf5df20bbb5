// The pieces of a story's text, each with its place in the text as readers see it: what phrases are proved in, and
// what is marked.
import { classOf, IGNORED, LETTER, ZERO_WIDTH_SPACE } from '../words/characters.ts';
import { codeUnits } from '../words/code-units.ts';
import { normalize } from '../words/normalize.ts';
import { termsOf, type WordRules } from '../words/terms.ts';
import { ACRONYM, eachPiece, type PieceKind } from '../words/tokenize.ts';

/** A piece of a text. */
export interface TextPiece {
  kind: PieceKind;
  /** Terms that it is found under; of a stretch without spaces, its characters as one. */
  terms: readonly string[];
  /** For each code unit of a stretch’s characters, where it begins in the text; and where the last one ends. */
  places: readonly number[];
  /** Where it begins in the text. */
  start: number;
  /** Where it ends. */
  end: number;
}

/** A character and what joins with it. */
const JOINED = /.[\p{M}\u1160-\u11ff\u3131-\u318e\uff9e-\uffdc\u0e32\u0eb2]*/gsu;

/** @returns the pieces of a text, acronyms before their letters */
export function piecesOfText(text: string, rules: WordRules): TextPiece[] {
  const { normal, places } = normalWithPlaces(text);
  const pieces: TextPiece[] = [];
  eachPiece(codeUnits(normal), (kind, start, end) => {
    const own = normal.slice(start, end);
    const at = { kind, start: places[start] ?? 0, end: places[end] ?? text.length };
    if (kind === LETTER || kind === ACRONYM)
      pieces.push({ ...at, terms: termsOf(kind, own, rules), places: [] });
    else pieces.push({ ...at, ...stretchOf(normal, start, end, places) });
  });
  return pieces;
}

function stretchOf(
  text: string,
  start: number,
  end: number,
  places: ArrayLike<number>,
): Pick<TextPiece, 'terms' | 'places'> {
  let characters = '';
  const own: number[] = [];
  let at = start;
  for (const character of text.slice(start, end)) {
    const code = character.codePointAt(0) ?? 0;
    if (classOf(code) !== IGNORED && code !== ZERO_WIDTH_SPACE) {
      characters += character;
      for (let unit = 0; unit < character.length; unit++) own.push(places[at] ?? 0);
    }
    at += character.length;
  }
  return { terms: [characters], places: [...own, places[end] ?? 0] };
}

/** A text as `normalize()` has it, and where in the text each of its code units comes from. */
function normalWithPlaces(text: string): { normal: string; places: ArrayLike<number> } {
  if (normalize(text) === text) return { normal: text, places: [...Array(text.length + 1).keys()] };
  let normal = '';
  const places: number[] = [];
  for (const { 0: part, index } of text.matchAll(JOINED)) {
    const own = normalize(part);
    for (let unit = 0; unit < own.length; unit++) places.push(index);
    normal += own;
  }
  return { normal, places: [...places, text.length] };
}
