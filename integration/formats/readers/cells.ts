// Rows of tables and their cells, in bytes: where each is. Made for long cells: quotes and line breaks are looked for,
// what stands between them is never gone through byte by byte.
import type { Buffer } from 'node:buffer';

/** Separators of columns. */
export const SEPARATORS = { ',': 0x2c, ';': 0x3b, '\t': 0x09, '|': 0x7c } as const;
export type Separator = keyof typeof SEPARATORS;

const [QUOTE, LINE_FEED, CARRIAGE_RETURN] = [0x22, 0x0a, 0x0d];
const MAX_COLUMNS = 1000;

/** Where a cell stands in the bytes at hand. */
export interface Cell {
  start: number;
  end: number;
  isQuoted: boolean;
}

/** A row that was found, or why none was. */
type Row =
  | { cells: Cell[]; next: number }
  /** The bytes end within it. */
  | { isOpen: true }
  /** Something stands behind a closing quote that is no separator. */
  | { fault: number };

/**
 * Finds the cells of a row (RFC 4180): a quoted cell may hold separators, line breaks, and quotes written twice.
 * @param from byte at which the row begins
 * @param separator a byte
 * @param isEnd whether the dump ends with these bytes; else a row may go on in the next ones
 */
export function findRow(bytes: Buffer, from: number, separator: number, isEnd: boolean): Row {
  const cells: Cell[] = [];
  let feed = -2;
  let at = from;
  for (;;) {
    if (bytes[at] === QUOTE) {
      const quote = closingQuote(bytes, at + 1);
      if (quote < 0 || (quote + 1 >= bytes.length && !isEnd)) return { isOpen: true };
      cells.push({ start: at + 1, end: quote, isQuoted: true });
      at = quote + 1;
      if (bytes[at] === CARRIAGE_RETURN && (bytes[at + 1] === LINE_FEED || at + 1 >= bytes.length)) {
        if (at + 1 >= bytes.length && !isEnd) return { isOpen: true };
        at++;
      }
      if (at >= bytes.length) return { cells, next: bytes.length };
      if (bytes[at] === LINE_FEED) return { cells, next: at + 1 };
      if (bytes[at] !== separator) return { fault: at };
      at++;
    } else {
      if (feed < at && feed !== -1) feed = bytes.indexOf(LINE_FEED, at);
      if (feed < 0 && !isEnd) return { isOpen: true };
      const rowEnd = feed < 0 ? bytes.length : feed;
      const length = bytes.subarray(at, rowEnd).indexOf(separator);
      const isLast = length < 0;
      const end = isLast ? rowEnd : at + length;
      const trimmed = isLast && bytes[end - 1] === CARRIAGE_RETURN && end > at ? end - 1 : end;
      cells.push({ start: at, end: trimmed, isQuoted: false });
      if (isLast) return { cells, next: Math.min(bytes.length, rowEnd + 1) };
      at = end + 1;
    }
    if (cells.length > MAX_COLUMNS) return { fault: at - 1 };
  }
}

/** Whether a row only tells Excel which separator follows: `sep=;`. */
export function statesSeparator(bytes: Buffer, from: number, next: number): boolean {
  return next - from < 12 && /^(?:\ufeff)?"?sep=[,;\t|]"?\r?\n?$/iu.test(bytes.toString('utf8', from, next));
}

/** @returns where a quote closes that is not written twice; -1 where none does */
function closingQuote(bytes: Buffer, from: number): number {
  for (let quote = bytes.indexOf(QUOTE, from); quote >= 0; quote = bytes.indexOf(QUOTE, quote + 2))
    if (bytes[quote + 1] !== QUOTE) return quote;
  return -1;
}

/** @returns what a cell holds, with quotes that were written twice as one */
export function textOfCell(bytes: Buffer, { start, end, isQuoted }: Cell): string {
  const text = bytes.toString('utf8', start, end);
  return isQuoted && text.includes('""') ? text.replaceAll('""', '"') : text;
}
