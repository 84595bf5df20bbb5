// The lock of addresses, src/addresses.lock: which story has which id, so that no story that comes later can take it. One
// line a story, sorted: the id and a digest of the story's words; behind them, where the story has a new id, that one.
//
// A million lines load in a second: the file stays as it is, and two hash tables say in which line an id or words are.
import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { HashTable, hashOf, hashOfText } from './hash-table.ts';
import { foldId } from './ids.ts';
import { LOCK_HEADER, type LockedAddress, type LockLines, lockLine } from './lock-lines.ts';
import { areEdited, EXACT_LENGTH, exactWords, WORDS_LENGTH } from './story-words.ts';

const HEADER_BYTES = Buffer.byteLength(LOCK_HEADER);

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const NUMBER_SIGN = 0x23;

/** Something wrong in the text of a lock. */
export interface LockMessage {
  /** 1-based. */
  line: number;
  text: string;
}

/** Which story has which id. */
export class AddressLock {
  /** Changes whenever the lock does; empty where there is no address. */
  readonly digest: string;
  /** What is wrong in its text; such lines are left out. */
  readonly messages: readonly LockMessage[];
  readonly #file: Buffer;
  /** Offsets of lines, and of the digests in them. */
  readonly #starts: Uint32Array;
  readonly #words: Uint32Array;
  readonly #byId: HashTable;
  readonly #byWords: HashTable;
  readonly #former = new Map<string, string[]>();
  #order: Uint32Array | undefined;

  /** @param file what a lock file holds */
  constructor(file: Buffer = Buffer.alloc(0)) {
    this.#file = file;
    this.digest = file.length === 0 ? '' : lockDigest(file);
    const lines = countLines(file);
    this.#starts = new Uint32Array(lines);
    this.#words = new Uint32Array(lines);
    this.#byId = new HashTable(lines);
    this.#byWords = new HashTable(lines);
    const messages: LockMessage[] = [];
    const moved: { line: number; address: LockedAddress }[] = [];
    this.size = this.#read(messages, moved);
    for (const { line, address } of moved) {
      const { id, movedTo = '' } = address;
      const target = this.at(movedTo);
      if (target === undefined || target.movedTo !== undefined)
        messages.push({ line, text: `“${id}” leads to “${movedTo}”, which is no story’s address here.` });
      else this.#former.set(target.id, [...this.formerIds(target.id), id]);
    }
    this.messages = messages;
  }

  static of(addresses: Iterable<LockedAddress>): AddressLock {
    return new AddressLock(Buffer.from(Array.from(addresses, lockLine).join('')));
  }

  /** Addresses in it. */
  readonly size: number;

  /** @returns whose an id is; ids count as one where a file system takes them for one name */
  at(id: string): LockedAddress | undefined {
    const folded = foldId(id);
    for (const entry of this.#byId.at(hashOfText(folded))) {
      if (foldId(this.#id(entry)) === folded) return this.#address(entry);
    }
    return undefined;
  }

  /** Whether an id is in use by a story that has exactly these words. */
  isOf(id: string, words: string): boolean {
    const exact = exactWords(words);
    return this.#byId.at(hashOfText(foldId(id))).some((entry) => {
      const from = this.#words[entry] ?? 0;
      const isMoved = this.#file[from + WORDS_LENGTH] === SPACE;
      return (
        !isMoved &&
        this.#file.toString('latin1', from, from + EXACT_LENGTH) === exact &&
        this.#id(entry) === id
      );
    });
  }

  /** @returns the addresses in use of stories that have exactly these words */
  withWords(words: string): LockedAddress[] {
    const found: LockedAddress[] = [];
    for (const entry of this.#byWords.at(hashOfText(exactWords(words)))) {
      const address = this.#address(entry);
      if (address.movedTo === undefined && exactWords(address.words) === exactWords(words))
        found.push(address);
    }
    return found;
  }

  /** @returns addresses that have a part of a digest behind an id, of stories whose edited form has these words */
  editedBelow(id: string, words: string): LockedAddress[] {
    const prefix = `${id}-`;
    const found: LockedAddress[] = [];
    const order = this.#inOrder();
    for (let at = this.#lowerBound(order, prefix); at < order.length; at++) {
      const address = this.#address(order[at] ?? 0);
      if (!address.id.startsWith(prefix)) break;
      const isDigest = /^(?:[0-9a-f]{8}){1,4}$/u.test(address.id.slice(prefix.length));
      if (isDigest && address.movedTo === undefined && areEdited(words, address.words)) found.push(address);
    }
    return found;
  }

  /** @returns the ids that a story had before the one it has now */
  formerIds(id: string): readonly string[] {
    return this.#former.get(id) ?? [];
  }

  /** Every address, in the order of ids. */
  *addresses(): Generator<LockedAddress> {
    for (const entry of this.#inOrder()) yield this.#address(entry);
  }

  /**
   * The text of a lock that is nearly the same; to sort all lines anew takes most of a second for a hundred thousand.
   * @param added addresses that are not in this one, or are left out
   * @param without ids to leave out
   * @returns what `LockLines` gives for these addresses; this lock's own text has to come from there
   */
  textWith(added: LockLines, without: ReadonlySet<string>): Buffer {
    const file = this.#file;
    const text = Buffer.allocUnsafe(HEADER_BYTES + file.length + added.byteLength);
    let end = text.write(LOCK_HEADER);
    const news = [...added.sorted()];
    let at = 0;
    for (let from = HEADER_BYTES; from < file.length; ) {
      const start = from;
      from = endOfLine(file, start) + 1;
      const line = file.toString('utf8', start, from - 1);
      if (without.has(line.slice(0, line.indexOf(' ')))) continue;
      for (; at < news.length && (news[at] ?? '') < line; at++) end += text.write(news[at] ?? '', end);
      end += file.copy(text, end, start, from);
    }
    for (const line of news.slice(at)) end += text.write(line, end);
    return text.subarray(0, end);
  }

  /** @returns the text of its file, sorted */
  toString(): string {
    return LOCK_HEADER + Array.from(this.#inOrder(), (entry) => `${this.#line(entry)}\n`).join('');
  }

  /** @returns how many addresses there are */
  #read(messages: LockMessage[], moved: { line: number; address: LockedAddress }[]): number {
    const file = this.#file;
    let size = 0;
    for (let from = 0, line = 1; from < file.length; line++) {
      const start = from;
      const to = endOfLine(file, start);
      from = to + 1;
      const end = file[to - 1] === RETURN ? to - 1 : to;
      if (end <= start || file[start] === NUMBER_SIGN) continue;
      let words = start;
      while (words < end && file[words] !== SPACE) words++;
      words++;
      if (!isAddress(file, start, words, end)) {
        messages.push({ line, text: 'A line has an id, a space and 40 hexadecimal digits.' });
        continue;
      }
      const hashed = hashOfId(file, start, words - 1);
      if (this.#holds(hashed, start, words - 1)) {
        const id = file.toString('utf8', start, words - 1);
        messages.push({ line, text: `“${id}” stands twice; delete one of the lines.` });
        continue;
      }
      this.#starts[size] = start;
      this.#words[size] = words;
      this.#byId.add(hashed, size);
      this.#byWords.add(hashOf(file, words, words + EXACT_LENGTH), size);
      if (end > words + WORDS_LENGTH) moved.push({ line, address: this.#address(size) });
      size++;
    }
    return size;
  }

  #holds(hashed: number, from: number, to: number): boolean {
    const entries = this.#byId.at(hashed);
    if (entries.length === 0) return false;
    const id = foldId(this.#file.toString('utf8', from, to));
    return entries.some((entry) => foldId(this.#id(entry)) === id);
  }

  #line(entry: number): string {
    const start = this.#starts[entry] ?? 0;
    return this.#file.toString('utf8', start, endOfLine(this.#file, start)).trimEnd();
  }

  #address(entry: number): LockedAddress {
    const from = this.#words[entry] ?? 0;
    const to = from + WORDS_LENGTH;
    const [id, words] = [this.#id(entry), this.#file.toString('latin1', from, to)];
    if (this.#file[to] !== SPACE) return { id, words };
    return { id, words, movedTo: this.#file.toString('utf8', to + 1, endOfLine(this.#file, to)).trimEnd() };
  }

  #id(entry: number): string {
    return this.#file.toString('utf8', this.#starts[entry], (this.#words[entry] ?? 1) - 1);
  }

  #inOrder(): Uint32Array {
    this.#order ??= this.#sort();
    return this.#order;
  }

  #sort(): Uint32Array {
    const order = Uint32Array.from({ length: this.size }, (_, entry) => entry);
    const ids = Array.from(order, (entry) => this.#id(entry));
    const isSorted = ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);
    if (isSorted) return order;
    return order.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  }

  /** Where the first address is that does not come before an id. */
  #lowerBound(order: Uint32Array, id: string): number {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#id(order[middle] ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @returns a digest of what a lock file holds */
export function lockDigest(file: Buffer | string): string {
  return hash('sha256', file, 'hex').slice(0, 32);
}

/** The hash of an id, folded. One of ASCII is folded already: to cut it out first would take half of the time. */
function hashOfId(file: Buffer, from: number, to: number): number {
  let all = 0;
  for (let at = from; at < to; at++) all |= file[at] ?? 0;
  return all < 0x80 ? hashOf(file, from, to) : hashOfText(foldId(file.toString('utf8', from, to)));
}

function countLines(file: Buffer): number {
  let lines = 1;
  for (let at = file.indexOf(LINE_FEED); at >= 0; at = file.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

/** @returns the place of the line feed that ends a line, or of the end of the file */
function endOfLine(file: Buffer, from: number): number {
  // Lines are short: by a call of indexOf() it takes longer.
  let at = from;
  while (at < file.length && file[at] !== LINE_FEED) at++;
  return at;
}

/** Whether an id and words stand in a line, and then perhaps another id. */
function isAddress(file: Buffer, from: number, words: number, to: number): boolean {
  const end = words + WORDS_LENGTH;
  if (words <= from + 1 || end > to) return false;
  for (let at = words; at < end; at++) {
    const byte = file[at] ?? 0;
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return false;
  }
  return end === to || (file[end] === SPACE && to > end + 1 && !file.subarray(end + 1, to).includes(SPACE));
}
