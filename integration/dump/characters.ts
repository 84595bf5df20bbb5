// What kinds of characters a text has, found in one pass: where its words are, and whether anything in it is
// forbidden.

/** What XML 1.0 (section 2.2, Char) or the HTML parser forbids in text; tabs are kept. */
export const FORBIDDEN = /[[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]--\t]/gv;
const ANY_FORBIDDEN = new RegExp(FORBIDDEN.source, 'v');

const WHITE = 1;
/** Forbidden, or half of a character that may be. */
const SUSPECT = 2;

/** Kinds of every UTF-16 code unit: a table, since a branch would be mispredicted at every word. */
const KINDS = new Uint8Array(0x10000);
for (let code = 0; code < KINDS.length; code++) {
  const character = String.fromCharCode(code);
  KINDS[code] = (/\s/u.test(character) ? WHITE : 0) | (ANY_FORBIDDEN.test(character) ? SUSPECT : 0);
}

/** Looks through texts. Its fields tell of the last one; an object for each would cost more than the look. */
export class Scan {
  /** Runs of anything between white space. */
  words = 0;
  hasForbidden = false;

  of(text: string): this {
    let words = 0;
    let kinds = 0;
    let before: number = WHITE;
    for (let at = 0; at < text.length; at++) {
      const kind = KINDS[text.charCodeAt(at)] ?? 0;
      words += before & ~kind & WHITE;
      before = kind;
      kinds |= kind;
    }
    this.words = words;
    this.hasForbidden = (kinds & SUSPECT) !== 0 && ANY_FORBIDDEN.test(text);
    return this;
  }

  /** The same for bytes that are all ASCII: a look at a byte takes a fraction of a look into a string. */
  ofAscii(bytes: Uint8Array, from: number, to: number): this {
    let words = 0;
    let kinds = 0;
    let before: number = WHITE;
    for (let at = from; at < to; at++) {
      const kind = KINDS[bytes[at] ?? 0] ?? 0;
      words += before & ~kind & WHITE;
      before = kind;
      kinds |= kind;
    }
    this.words = words;
    this.hasForbidden = (kinds & SUSPECT) !== 0;
    return this;
  }
}

/** @returns the first forbidden character's place in a text, in UTF-16 code units; -1 where there is none */
export function firstForbidden(text: string): number {
  return text.search(ANY_FORBIDDEN);
}
