// The part of a story's text that shows best why it was found, with what was searched for marked in it.
import { LETTER } from '../words/characters.ts';
import { wordRulesOf } from '../words/terms.ts';
import { ACRONYM } from '../words/tokenize.ts';
import type { ClauseHits } from './lookup.ts';
import type { Clause } from './query.ts';
import { piecesOfText, type TextPiece } from './text.ts';

/** A piece of an excerpt, as text: it comes from dumps. */
export interface ExcerptPart {
  /** As it stands in the story. */
  text: string;
  /** Whether it is what was searched for. */
  isMarked: boolean;
}

/** A part of a story’s text. */
export interface Excerpt {
  /** In their order. */
  parts: readonly ExcerptPart[];
  /** Whether text comes before it that is not shown. */
  isCutBefore: boolean;
  /** Whether text follows that is not shown. */
  isCutAfter: boolean;
}

/** Characters of an excerpt, more or less. */
const LENGTH = 200;
/** How many of them come before the first mark. */
const BEFORE = 60;

/** Fewer characters are not worth leaving out at the beginning. */
const LEAST_CUT = 20;

interface Mark {
  start: number;
  end: number;
  /** Which clause it answers. */
  clause: number;
}

/** What is marked: terms, and parts of stretches without spaces, by the clause that they answer. */
export interface Marker {
  terms: ReadonlyMap<string, number>;
  stretches: readonly { text: string; clause: number }[];
}

export function markerFor(clauses: readonly Clause[], hits: readonly ClauseHits[]): Marker {
  const terms = new Map<string, number>();
  const stretches: { text: string; clause: number }[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (clause.type !== 'word') {
      stretches.push({ text: clause.characters, clause: at });
      continue;
    }
    terms.set(clause.term, at);
    for (const { others } of hits[at]?.terms ?? [])
      for (const { entry } of others) if (!terms.has(entry.term)) terms.set(entry.term, at);
  }
  return { terms, stretches };
}

/**
 * @param texts of a story, as readers see them
 * @returns an excerpt of the text that has most of what was searched for; of several, the first
 */
export function excerptOf(texts: readonly string[], lang: string, marker: Marker): Excerpt | undefined {
  let best: { text: string; marks: readonly Mark[]; from: number; clauses: number } | undefined;
  for (const text of texts) {
    const marks = marksIn(text, lang, marker);
    for (const { start } of marks) {
      const within = marks.filter((mark) => mark.start >= start && mark.end <= start + LENGTH - BEFORE);
      const clauses = new Set(within.map(({ clause }) => clause)).size;
      if (!best || clauses > best.clauses) best = { text, marks, from: start, clauses };
    }
  }
  best ??= texts[0] === undefined ? undefined : { text: texts[0], marks: [], from: 0, clauses: 0 };
  return best && cut(best.text, best.marks, best.from);
}

/** Marks of a text in order, none within another. */
function marksIn(text: string, lang: string, marker: Marker): Mark[] {
  const pieces = piecesOfText(text, wordRulesOf(lang));
  const marks = pieces
    .flatMap((piece) => marksOf(piece, marker))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return marks.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}

function marksOf({ kind, terms, places, start, end }: TextPiece, marker: Marker): Mark[] {
  if (kind === LETTER || kind === ACRONYM) {
    const term = terms.find((each) => marker.terms.has(each));
    const clause = term === undefined ? undefined : marker.terms.get(term);
    return clause === undefined ? [] : [{ start, end, clause }];
  }
  const [characters = ''] = terms;
  return marker.stretches.flatMap(({ text, clause }) => {
    const marks: Mark[] = [];
    for (let at = characters.indexOf(text); at >= 0; at = characters.indexOf(text, at + text.length))
      marks.push({ start: places[at] ?? start, end: places[at + text.length] ?? end, clause });
    return marks;
  });
}

function cut(text: string, marks: readonly Mark[], from: number): Excerpt {
  const start = from <= BEFORE + LEAST_CUT ? 0 : wordStart(text, from - BEFORE, from);
  const end = start + LENGTH >= text.length ? text.length : wordEnd(text, start + LENGTH, from);
  const parts: ExcerptPart[] = [];
  let at = start;
  const add = (to: number, isMarked: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isMarked });
    at = to;
  };
  for (const mark of marks.filter((each) => each.start >= start && each.end <= end)) {
    add(mark.start, false);
    add(mark.end, true);
  }
  add(end, false);
  return { parts, isCutBefore: start > 0, isCutAfter: end < text.length };
}

/** @returns the first word's start from a place on, and before a limit; the place itself where there is no space */
function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/u);
  return space < 0 ? whole(text, from) : from + space + 1;
}

/** @returns the last word's end up to a place, and behind a limit; the place itself where there is no space */
function wordEnd(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(' ', to);
  return space <= limit ? whole(text, to) : space;
}

/** @returns a place that is not inside of a character */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at + 1 : at;
}
