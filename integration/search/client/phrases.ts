// Proves in a story's text what the index can't: that words follow each other, and that a stretch without spaces
// holds all of a longer one.
import { LETTER } from '../words/characters.ts';
import { ACRONYM } from '../words/tokenize.ts';
import type { Phrase, PhrasePart } from './query.ts';
import type { TextPiece } from './text.ts';

/** Whether the pieces of a text have a phrase. */
export function hasPhrase(phrase: Phrase, pieces: readonly TextPiece[]): boolean {
  return pieces.some((_, at) => isAt(phrase, 0, pieces, at));
}

function isAt(phrase: Phrase, part: number, pieces: readonly TextPiece[], at: number): boolean {
  const own = phrase[part];
  if (!own) return true;
  const piece = pieces[at];
  if (!piece) return false;
  const follows =
    matches(own, piece, part, phrase.length) && isAt(phrase, part + 1, pieces, behind(pieces, at));
  // The letters of an acronym stand behind it, and may be what is looked for.
  return follows || (part > 0 && piece.kind === ACRONYM && isAt(phrase, part, pieces, at + 1));
}

/** @returns the place of the piece that follows in the text */
function behind(pieces: readonly TextPiece[], at: number): number {
  const end = pieces[at]?.end ?? 0;
  let next = at + 1;
  while ((pieces[next]?.start ?? end) < end) next++;
  return next;
}

function matches({ kind, text }: PhrasePart, piece: TextPiece, part: number, parts: number): boolean {
  if (isWord(kind)) return isWord(piece.kind) && piece.terms.includes(text);
  const [characters = ''] = piece.terms;
  if (piece.kind !== kind) return false;
  if (parts === 1) return characters.includes(text);
  if (part === 0) return characters.endsWith(text);
  return part === parts - 1 ? characters.startsWith(text) : characters === text;
}

const isWord = (kind: number) => kind === LETTER || kind === ACRONYM;
