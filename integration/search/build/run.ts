// Indexes a run of stories: a pure function from stories to bytes, which can run on any thread and whose result can
// be kept as long as its stories do not change. Runs are merged into an index by merge.ts.
//
// The bytes of a run: a checksum (../format/checksum.ts); how many stories it has; then blocks, each with its length
// in four bytes, low ones first, and an empty one at the end. A block holds terms in order: each as it follows the
// term before (nothing, at a block's beginning), how many stories have it, its spellings, and for each of those
// stories a number: sixteen times its step from the story before, plus its impact.

import { doubled } from '../../utils/doubled.ts';
import { ByteWriter } from '../format/bytes.ts';
import { sealed } from '../format/checksum.ts';
import { IMPACT_BITS, IMPACTS } from '../format/postings.ts';
import { classOf, PAIRED, TRIPLED } from '../words/characters.ts';
import { normalize } from '../words/normalize.ts';
import { charactersOf, gramSize, grams, LONGEST_TERM, type WordRules, wordRulesOf } from '../words/terms.ts';
import { eachPiece, type PieceKind } from '../words/tokenize.ts';
import { HEADLINE_WEIGHT, impactOf } from './impact.ts';
import { SpellingTable } from './spellings.ts';
import { TextUnits, textOf } from './text-units.ts';

/** What is searched of a story. */
export interface StoryText {
  /** BCP 47 tag of its language. */
  lang: string;
  headline: string;
  /** Whatever else of it is searched: paragraphs, captions, names. No word spans two of them. */
  text: readonly string[];
}

/** A block is closed when it has so many bytes. */
const BLOCK = 2 ** 16;

/** @returns the run's bytes: equal for equal stories */
export function indexRun(stories: readonly StoryText[]): Uint8Array<ArrayBuffer> {
  const run = new RunIndexer();
  for (const story of stories) run.add(story);
  return run.finish();
}

/** The terms and postings of a run, as they come. */
class RunIndexer {
  readonly #table = new SpellingTable();
  readonly #text = new TextUnits();
  readonly #gram = new TextUnits();
  /** Terms of the story that is being added. */
  readonly #touched: number[] = [];
  #length = 0;
  #stories = 0;
  /** Postings in the order they come: their terms, and sixteen times the story plus the impact. */
  #terms = new Uint32Array(2 ** 17);
  #postings = new Uint32Array(2 ** 17);
  #count = 0;

  add({ lang, headline, text }: StoryText): void {
    const rules = wordRulesOf(lang);
    this.#addTexts([headline], rules, HEADLINE_WEIGHT);
    this.#addTexts(text, rules, 1);
    for (const term of this.#touched) {
      const impact = impactOf(this.#table.takeCount(term), this.#length);
      this.#post(term, this.#stories * (IMPACTS + 1) + impact);
    }
    this.#touched.length = 0;
    this.#length = 0;
    this.#stories++;
  }

  /** @param texts no word spans two of them */
  #addTexts(texts: readonly string[], rules: WordRules, weight: number): void {
    const text = texts.join('\n');
    const own = this.#text;
    own.set(text);
    if (!own.isSteady()) own.set(normalize(text));
    const units = own.units.subarray(0, own.length);
    const table = this.#table;
    eachPiece(units, (kind, start, end) => {
      if (kind === PAIRED || kind === TRIPLED) {
        this.#addStretch(kind, units, start, end, rules, weight);
        return;
      }
      this.#length++;
      if (!table.add(kind, units, start, end, rules)) table.count(units, rules, weight, this.#touched);
    });
    table.count(units, rules, weight, this.#touched);
  }

  #addStretch(
    kind: PieceKind,
    text: Uint16Array,
    start: number,
    end: number,
    rules: WordRules,
    weight: number,
  ): void {
    const size = gramSize(kind);
    const table = this.#table;
    if (!isPlain(text, start, end)) {
      table.count(text, rules, weight, this.#touched);
      const characters = charactersOf(textOf(text.subarray(start, end)));
      this.#length += characters.length;
      for (const gram of grams(characters, size)) {
        this.#gram.set(gram);
        table.add(kind, this.#gram.units, 0, this.#gram.length, rules);
        table.count(this.#gram.units, rules, weight, this.#touched);
      }
      return;
    }
    this.#length += end - start;
    for (let at = start; at < end; at++) {
      const longest = Math.min(at + size, end);
      const shorter = Math.min(at + size - 1, end);
      let hasRoom = table.add(kind, text, at, longest, rules);
      if (shorter < longest) {
        if (!hasRoom) table.count(text, rules, weight, this.#touched);
        hasRoom = table.add(kind, text, at, shorter, rules);
      }
      if (!hasRoom) table.count(text, rules, weight, this.#touched);
    }
  }

  #post(term: number, posting: number): void {
    if (this.#count === this.#terms.length) {
      this.#terms = doubled(this.#terms, Uint32Array);
      this.#postings = doubled(this.#postings, Uint32Array);
    }
    this.#terms[this.#count] = term;
    this.#postings[this.#count++] = posting;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const { terms, counts, ends, postings } = this.#byTerm();
    const run = new ByteWriter(2 ** 20);
    run.number(this.#stories);
    const block = new ByteWriter(BLOCK * 2);
    // Two terms in turn, so that none is copied.
    let [bytes, before] = [new Uint8Array(LONGEST_TERM * 3), new Uint8Array(LONGEST_TERM * 3)];
    let lengthBefore = 0;
    for (const term of this.#table.inOrder(terms)) {
      const length = this.#table.encode(term, bytes);
      block.wordAfter(bytes, before, length, lengthBefore);
      [bytes, before, lengthBefore] = [before, bytes, length];
      const count = counts[term] ?? 0;
      const end = ends[term] ?? 0;
      const spellings = this.#table.spellingsOf(term);
      block.number(count);
      block.number(spellings.length);
      for (const spelling of spellings) block.word(spelling);
      writeSteps(block, postings, end - count, end);
      if (block.length < BLOCK) continue;
      writeBlock(run, block.take());
      lengthBefore = 0;
    }
    if (block.length > 0) writeBlock(run, block.take());
    writeBlock(run, new Uint8Array());
    return sealed(run.take());
  }

  /** Terms that stories have, and postings by their term, each term's in the order of stories. */
  #byTerm(): { terms: Uint32Array; counts: Uint32Array; ends: Uint32Array; postings: Uint32Array } {
    const counts = new Uint32Array(this.#table.end);
    const terms = new Uint32Array(this.#table.size);
    let size = 0;
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] ?? 0;
      const before = counts[term] ?? 0;
      if (before === 0) terms[size++] = term;
      counts[term] = before + 1;
    }
    const ends = new Uint32Array(this.#table.end);
    let start = 0;
    for (let at = 0; at < size; at++) {
      const term = terms[at] ?? 0;
      ends[term] = start;
      start += counts[term] ?? 0;
    }
    const postings = new Uint32Array(this.#count);
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] ?? 0;
      const place = ends[term] ?? 0;
      postings[place] = this.#postings[at] ?? 0;
      ends[term] = place + 1;
    }
    return { terms: terms.subarray(0, size), counts, ends, postings };
  }
}

/** Whether each code unit is a character that is searched: none takes two, none is skipped. */
function isPlain(text: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text[at] ?? 0;
    if (code >= 0xd800 && code < 0xe000) return false;
    const kind = classOf(code);
    if (kind !== PAIRED && kind !== TRIPLED) return false;
  }
  return true;
}

function writeSteps(block: ByteWriter, postings: Uint32Array, start: number, end: number): void {
  let before = 0;
  for (let at = start; at < end; at++) {
    const posting = postings[at] ?? 0;
    const story = posting >>> IMPACT_BITS;
    block.number((story - before) * (IMPACTS + 1) + (posting & IMPACTS));
    before = story;
  }
}

function writeBlock(run: ByteWriter, block: Uint8Array): void {
  for (let shift = 0; shift < 32; shift += 8) run.byte((block.length >>> shift) & 0xff);
  run.bytes(block);
}
