// Which spellings stand in a run of stories, and under which terms each is found. Looked up for every word of every
// story: characters are compared where they stand, and a string is made only of what is new and not plain ASCII.
import { doubled } from '../../utils/doubled.ts';
import { encodeUnits } from '../format/bytes.ts';
import { classOf, IGNORED, LETTER, PAIRED, TRIPLED } from '../words/characters.ts';
import { beginningOfCut, LONGEST_TERM, termsOf, type WordRules } from '../words/terms.ts';
import type { PieceKind } from '../words/tokenize.ts';
import { TextUnits, textOf } from './text-units.ts';

/** Spellings of a term that are kept: more are mistakes. */
export const MOST_SPELLINGS = 4;

/** What hashes are mixed with, so that the same characters may be found under other terms by other rules. */
const SEEDS: Readonly<Record<WordRules, number>> = { common: 0x100, arabic: 0x200, turkish: 0x300 };
/** The same for a term itself. */
const TERM = 0;
const LATIN = /^[a-z0-9]+$/u;
const CAPITAL_I = 0x49;
const DOTLESS_I = 0x131;
const START_OF_HASH = 0x811c9dc5;
const PRIME = 0x01000193;

/** The small form of each code unit. İ becomes two units: an i, and a dot that folding drops. */
const SMALL = Uint16Array.from({ length: 0x10000 }, (_, code) =>
  String.fromCharCode(code).toLowerCase().charCodeAt(0),
);
const SMALL_IN_TURKISH = SMALL.with(CAPITAL_I, DOTLESS_I);

/** Fields of a spelling; its characters follow, two in a field. */
const FIELDS = 4;
/** Number of its first term, which may be itself; −1 where it has none. */
const FIRST = 0;
/** Where its other terms are; −1 where it has none. */
const OTHERS = 1;
/** How often, as a term, it stands in the story that is being counted. */
const TALLY = 2;
/** How many characters it has. */
const LENGTH = 3;

/** So many parts of a text wait to be counted, each with its hash, its start, its end, and its kind. */
const MOST_WAITING = 256;
const PART = 4;
/** Of a part that is a term by itself. */
const NO_KIND = 0;

/**
 * Spellings, each at a number of its own. A term is a spelling of itself, and has its number. All that is known of a
 * spelling lies side by side: most of the time that indexing takes is waiting for memory.
 */
export class SpellingTable {
  /** For each slot, a hash and the number of the spelling that has it, plus one; 0 where there is none. */
  #slots = new Int32Array(2 ** 17);
  #count = 0;
  #fields = new Int32Array(2 ** 18);
  /** The same memory. */
  #units = new Uint16Array(this.#fields.buffer);
  #end = 0;
  readonly #waiting = new Int32Array(MOST_WAITING * PART);
  #waits = 0;
  readonly #likely = new Int32Array(MOST_WAITING);
  /** A term that is looked up. */
  readonly #term = new TextUnits();
  /** Terms beyond the first. */
  readonly #others: (readonly number[])[] = [];
  /** How terms of Latin letters are spelled, other than they are themselves. */
  readonly #accented = new Map<number, string[]>();

  /** How many spellings there are. */
  get size(): number {
    return this.#count;
  }

  /** Numbers of spellings are below this. */
  get end(): number {
    return this.#end;
  }

  /**
   * Puts a part of a text with those that wait to be counted. All at once take half the time of one after another:
   * meanwhile the next ones come out of memory.
   * @param kind what it is; a pair or three of characters is a term by itself
   * @returns whether there is room for more
   */
  add(kind: PieceKind, text: Uint16Array, start: number, end: number, rules: WordRules): boolean {
    const small = rules === 'turkish' ? SMALL_IN_TURKISH : SMALL;
    let hash = START_OF_HASH;
    let all = 0;
    for (let at = start; at < end; at++) {
      const unit = small[text[at] ?? 0] ?? 0;
      all |= unit;
      hash = Math.imul(hash ^ unit, PRIME);
    }
    const isTerm =
      kind === LETTER ? all < 0x80 && end - start <= LONGEST_TERM : kind === PAIRED || kind === TRIPLED;
    const waiting = this.#waiting;
    const at = this.#waits++ * PART;
    waiting[at] = mixed(hash, isTerm ? TERM : SEEDS[rules] + kind);
    waiting[at + 1] = start;
    waiting[at + 2] = end;
    waiting[at + 3] = isTerm ? NO_KIND : kind;
    return this.#waits < MOST_WAITING;
  }

  /**
   * Counts the terms of those that wait.
   * @param text that they are parts of
   * @param weight how often they are counted
   * @param touched gets those that were not counted before
   */
  count(text: Uint16Array, rules: WordRules, weight: number, touched: number[]): void {
    const waiting = this.#waiting;
    const end = this.#waits * PART;
    this.#waits = 0;
    this.#fetch(end);
    const small = rules === 'turkish' ? SMALL_IN_TURKISH : SMALL;
    for (let at = 0; at < end; at += PART) {
      const before = this.#end;
      const [hash, start, stop] = [waiting[at] ?? 0, waiting[at + 1] ?? 0, waiting[at + 2] ?? 0];
      const spelling = this.#numberOf(hash, text, start, stop, small);
      const kind = waiting[at + 3] ?? 0;
      if (spelling === before && isKind(kind)) this.#setTerms(spelling, kind, rules);
      this.#countTerms(spelling, weight, touched);
    }
  }

  /** Looks at all that the next parts will be looked up in, so that the processor has it at hand. */
  #fetch(end: number): void {
    const [waiting, slots, fields] = [this.#waiting, this.#slots, this.#fields];
    const mask = slots.length / 2 - 1;
    const likely = this.#likely;
    for (let at = 0, to = 0; at < end; at += PART, to++)
      likely[to] = slots[((waiting[at] ?? 0) & mask) * 2 + 1] ?? 0;
    for (let at = 0, to = 0; at < end; at += PART, to++) {
      const spelling = likely[to] ?? 0;
      likely[to] = fields[spelling + LENGTH] ?? 0;
    }
  }

  #countTerms(spelling: number, weight: number, touched: number[]): void {
    const term = this.#fields[spelling + FIRST] ?? -1;
    if (term < 0) return;
    this.#countTerm(term, weight, touched);
    const others = this.#fields[spelling + OTHERS] ?? -1;
    if (others < 0) return;
    for (const other of this.#others[others] ?? []) this.#countTerm(other, weight, touched);
  }

  #countTerm(term: number, weight: number, touched: number[]): void {
    const before = this.#fields[term + TALLY] ?? 0;
    if (before === 0) touched.push(term);
    this.#fields[term + TALLY] = before + weight;
  }

  /** @returns how often a term was counted since it was last asked for */
  takeCount(term: number): number {
    const count = this.#fields[term + TALLY] ?? 0;
    this.#fields[term + TALLY] = 0;
    return count;
  }

  /** @returns how a term is spelled, where it is otherwise than it is itself; sorted */
  spellingsOf(term: number): readonly string[] {
    return this.#accented.get(term) ?? NO_SPELLINGS;
  }

  /**
   * Writes a term's bytes, as `encodeWord()` has them.
   * @param into has room for three bytes a character
   * @returns how many
   */
  encode(term: number, into: Uint8Array): number {
    return encodeUnits(this.#units, this.#firstUnit(term), this.#endUnit(term), into);
  }

  /** @returns the numbers of terms, in their order */
  inOrder(terms: Uint32Array): Uint32Array {
    const places = 32 - Math.clz32(terms.length);
    const keys = this.#sortKeys(terms, 53 - places);
    // Numbers are sorted without a call for each comparison: each has where its term is behind the key.
    const scale = 2 ** places;
    for (let at = 0; at < keys.length; at++) keys[at] = (keys[at] ?? 0) * scale + at;
    keys.sort();
    const ordered = new Uint32Array(terms.length);
    let start = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      ordered[at] = terms[key % scale] ?? 0;
      if (at + 1 < keys.length && Math.floor((keys[at + 1] ?? 0) / scale) === Math.floor(key / scale))
        continue;
      if (at > start) ordered.subarray(start, at + 1).sort((a, b) => this.#compare(a, b));
      start = at + 1;
    }
    return ordered;
  }

  /** For each term, as many of its first characters as fit into so many bits. */
  #sortKeys(terms: Uint32Array, bits: number): Float64Array {
    const ranks = this.#ranks(terms);
    const width = 32 - Math.clz32(ranks.reduce((most, rank) => Math.max(most, rank), 0));
    const letters = Math.floor(bits / width);
    const keys = new Float64Array(terms.length);
    for (let place = 0; place < keys.length; place++) {
      const term = terms[place] ?? 0;
      const start = this.#firstUnit(term);
      const end = this.#endUnit(term);
      let key = 0;
      for (let at = start; at < start + letters; at++)
        key = key * 2 ** width + (at < end ? (ranks[this.#units[at] ?? 0] ?? 0) : 0);
      keys[place] = key;
    }
    return keys;
  }

  /** Numbers from 1 on for the code units of terms, in their order: they take fewer bits. */
  #ranks(terms: Uint32Array): Uint16Array {
    const ranks = new Uint16Array(0x10000);
    for (const term of terms)
      for (let at = this.#firstUnit(term); at < this.#endUnit(term); at++) ranks[this.#units[at] ?? 0] = 1;
    let rank = 0;
    for (let code = 0; code < ranks.length; code++) if (ranks[code] === 1) ranks[code] = ++rank;
    return ranks;
  }

  #compare(a: number, b: number): number {
    let [at, other] = [this.#firstUnit(a), this.#firstUnit(b)];
    const [end, otherEnd] = [this.#endUnit(a), this.#endUnit(b)];
    for (; at < end && other < otherEnd; at++, other++) {
      const difference = (this.#units[at] ?? 0) - (this.#units[other] ?? 0);
      if (difference !== 0) return difference;
    }
    return end - at - (otherEnd - other);
  }

  #firstUnit(spelling: number): number {
    return (spelling + FIELDS) * 2;
  }

  #endUnit(spelling: number): number {
    return (spelling + FIELDS) * 2 + (this.#fields[spelling + LENGTH] ?? 0);
  }

  /** Finds a spelling by its hash, or adds it: it is then its own term. */
  #numberOf(hash: number, text: Uint16Array, start: number, end: number, small: Uint16Array): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = hash & mask;
    for (;;) {
      const spelling = (slots[slot * 2 + 1] ?? 0) - 1;
      if (spelling < 0) break;
      if (slots[slot * 2] === hash && this.#isAt(spelling, text, start, end, small)) return spelling;
      slot = (slot + 1) & mask;
    }
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = this.#end + 1;
    return this.#add(text, start, end, small);
  }

  #isAt(spelling: number, text: Uint16Array, start: number, end: number, small: Uint16Array): boolean {
    if (this.#fields[spelling + LENGTH] !== end - start) return false;
    let own = (spelling + FIELDS) * 2;
    for (let at = start; at < end; at++) {
      if (this.#units[own++] !== small[text[at] ?? 0]) return false;
    }
    return true;
  }

  #add(text: Uint16Array, start: number, end: number, small: Uint16Array): number {
    const spelling = this.#end;
    this.#end += FIELDS + ((end - start + 1) >>> 1);
    while (this.#end > this.#fields.length) {
      this.#fields = doubled(this.#fields, Int32Array);
      this.#units = new Uint16Array(this.#fields.buffer);
    }
    this.#fields[spelling + FIRST] = spelling;
    this.#fields[spelling + OTHERS] = -1;
    this.#fields[spelling + LENGTH] = end - start;
    let unit = (spelling + FIELDS) * 2;
    for (let at = start; at < end; at++) {
      this.#units[unit++] = small[text[at] ?? 0] ?? 0;
    }
    this.#count++;
    if (this.#count * 4 > this.#slots.length) this.#rehash();
    return spelling;
  }

  #setTerms(spelling: number, kind: PieceKind, rules: WordRules): void {
    const small = textOf(this.#units.subarray(this.#firstUnit(spelling), this.#endUnit(spelling)));
    const [first, ...others] = termsOf(kind, small, rules);
    const number = first === undefined ? -1 : this.#numberOfTerm(first);
    this.#fields[spelling + FIRST] = number;
    if (first === undefined) return;
    if (kind === LETTER) this.#keepSpelling(number, first, small);
    if (others.length === 0) return;
    this.#others.push(others.map((term) => this.#numberOfTerm(term)));
    this.#fields[spelling + OTHERS] = this.#others.length - 1;
  }

  #numberOfTerm(term: string): number {
    this.#term.set(term);
    const { units, length } = this.#term;
    let hash = START_OF_HASH;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (units[at] ?? 0), PRIME);
    return this.#numberOf(mixed(hash, TERM), units, 0, length, SMALL);
  }

  #keepSpelling(number: number, term: string, spelling: string): void {
    const beginning = beginningOfCut(term);
    if (beginning !== undefined) this.#accented.set(number, [beginning]);
    if (beginning !== undefined || !LATIN.test(term)) return;
    const plain = [...spelling].filter((each) => classOf(each.codePointAt(0) ?? 0) !== IGNORED).join('');
    if (plain === term) return;
    const known = this.#accented.get(number) ?? [];
    const all = [...new Set([...known, plain])].sort().slice(0, MOST_SPELLINGS);
    this.#accented.set(number, all);
  }

  #rehash(): void {
    const former = this.#slots;
    this.#slots = new Int32Array(former.length * 2);
    const mask = former.length - 1;
    for (let at = 0; at < former.length; at += 2) {
      const hash = former[at] ?? 0;
      const spelling = former[at + 1] ?? 0;
      if (spelling === 0) continue;
      let slot = hash & mask;
      while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot * 2] = hash;
      this.#slots[slot * 2 + 1] = spelling;
    }
  }
}

function mixed(hashOfCharacters: number, seed: number): number {
  const hash = Math.imul(hashOfCharacters ^ seed, PRIME);
  return hash ^ (hash >>> 15);
}

function isKind(kind: number): kind is PieceKind {
  return kind !== NO_KIND;
}

const NO_SPELLINGS: readonly string[] = [];
