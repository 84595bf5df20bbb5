// What a reader asks for, taken apart: the words that a story has to have, and what can only be proved in its text.
import { LETTER } from '../words/characters.ts';
import { codeUnits } from '../words/code-units.ts';
import { normalize } from '../words/normalize.ts';
import { charactersOf, gramSize, termOf } from '../words/terms.ts';
import { ACRONYM, eachPiece, type PieceKind } from '../words/tokenize.ts';

/** One thing that a story has to have. */
export type Clause =
  /** A word, or any form of it where it is not in quotes. */
  | { type: 'word'; text: string; term: string; isQuoted: boolean }
  /** Characters of a script without spaces, as terms of the index. */
  | { type: 'grams'; text: string; characters: string; terms: readonly string[] }
  /** Fewer of them than a term has: whatever term begins with them. */
  | { type: 'start'; text: string; characters: string };

/** Part of a phrase. */
export interface PhrasePart {
  kind: PieceKind;
  /** The term of a word; the characters of a stretch without spaces. */
  text: string;
}

/** Parts that have to follow each other in a story’s text. */
export type Phrase = readonly PhrasePart[];

/** A search as it was understood. */
export interface Query {
  clauses: readonly Clause[];
  phrases: readonly Phrase[];
  /** What is not looked for, since the query has too many words. */
  ignored: readonly string[];
}

/** More is not looked for: somebody pasted a text. */
const MOST_CLAUSES = 32;
const MOST_GRAMS = 32;
/** Grams of a longer stretch are looked up side by side and not overlapping: its text is proved anyway. */
const OVERLAPPING = 5;

const QUOTED = /(?:^|\s)["“”„«「『]\s*([^"“”„«»「」『』]+?)\s*["”“»」』](?=\s|$)/gu;

/** @param text as it was typed; there is nothing that it may not hold */
export function parseQuery(text: string): Query {
  const clauses = new Map<string, Clause>();
  const phrases: Phrase[] = [];
  const ignored: string[] = [];
  const add = (words: string, isQuoted: boolean) => {
    const parts = partsOf(words);
    for (const part of parts) {
      const clause = clauseOf(part, isQuoted);
      const key = `${clause.type} ${clause.text}`;
      if (clauses.size < MOST_CLAUSES || clauses.has(key)) clauses.set(key, clause);
      else ignored.push(clause.text);
    }
    if (isQuoted && parts.length > 1) phrases.push(parts.map(phrasePartOf));
    else phrases.push(...parts.filter(isLong).map((part) => [phrasePartOf(part)]));
  };
  const rest = text.replace(QUOTED, (_, words: string) => {
    add(words, true);
    return ' ';
  });
  add(rest, false);
  return { clauses: [...clauses.values()], phrases, ignored };
}

interface Part {
  kind: PieceKind;
  text: string;
  characters: string[];
}

function partsOf(text: string): Part[] {
  const normal = normalize(text);
  const parts: Part[] = [];
  let acronymEnd = 0;
  eachPiece(codeUnits(normal), (kind, start, end) => {
    // An acronym is asked for as such, not letter by letter.
    if (start < acronymEnd) return;
    if (kind === ACRONYM) acronymEnd = end;
    const piece = normal.slice(start, end);
    parts.push({ kind, text: piece, characters: charactersOf(piece) });
  });
  return parts.filter(({ characters }) => characters.length > 0);
}

const isWord = ({ kind }: { kind: PieceKind }) => kind === LETTER || kind === ACRONYM;

/** Whether a stretch has more characters than a term of the index. */
function isLong(part: Part): boolean {
  return !isWord(part) && part.characters.length > gramSize(part.kind);
}

function clauseOf(part: Part, isQuoted: boolean): Clause {
  const { kind, text, characters } = part;
  if (isWord(part)) return { type: 'word', text, term: termOfWord(part), isQuoted };
  const all = characters.join('');
  const longest = gramSize(kind);
  if (characters.length < longest - 1) return { type: 'start', text, characters: all };
  const size = Math.min(longest, characters.length);
  const whole = characters.slice(size - 1).map((_, at) => characters.slice(at, at + size).join(''));
  const sparse = whole.filter((_, at) => at % size === 0 || at === whole.length - 1);
  return {
    type: 'grams',
    text,
    characters: all,
    terms: (whole.length > OVERLAPPING ? sparse : whole).slice(0, MOST_GRAMS),
  };
}

function termOfWord({ kind, text }: { kind: PieceKind; text: string }): string {
  return termOf(kind === ACRONYM ? text.replaceAll('.', '') : text);
}

function phrasePartOf(part: Part): PhrasePart {
  return { kind: part.kind, text: isWord(part) ? termOfWord(part) : part.characters.join('') };
}
