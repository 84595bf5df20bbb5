// How wide texts are on a terminal: what is too wide is cut, columns are filled up, and a caret shows a position in a line.
import stringWidth from 'string-width';
import { printable } from './printable.ts';

const PRINTABLE_ASCII = /^[ -~]*$/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** @returns how many columns of a terminal a text takes: wide characters two, combining marks none */
function displayWidth(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/** Cuts a text to a number of columns, never inside a character; an ellipsis shows that it was cut. */
export function truncateToWidth(text: string, columns: number): string {
  // No character that takes room is longer than a few code units: what lies far beyond need not be measured.
  const near = text.length > columns * 8 ? text.slice(0, columns * 8) : text;
  if (near === text && displayWidth(text) <= columns) return text;
  let kept = '';
  let left = columns - 1;
  for (const { segment } of graphemes.segment(near)) {
    left -= displayWidth(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** @returns the text with spaces behind it up to a number of columns */
export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/**
 * A line of a file and a caret under one position in it, as errors show them.
 * @param line the line as it stands in the file; @param number 1-based
 * @param column 1-based, in UTF-16 code units
 * @param columns of the terminal
 */
export function excerpt(line: string, number: number, column: number, columns = 80): string {
  const gutter = `${number} | `.padStart(8);
  const room = Math.max(20, columns - gutter.length);
  const at = Math.min(column - 1, line.length);
  const before = cutStart(printable(line.slice(Math.max(0, at - room * 2), at)), Math.floor(room * 0.6));
  const after = printable(line.slice(at, at + room * 8));
  const shown = before + truncateToWidth(after, room - displayWidth(before));
  return `${gutter}${shown.trimEnd()}\n${'| '.padStart(gutter.length)}${' '.repeat(displayWidth(before))}^`;
}

/** Cuts a text to a number of columns at its beginning. */
function cutStart(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  for (const { segment } of [...graphemes.segment(text)].reverse()) {
    if (displayWidth(segment + kept) > columns - 1) break;
    kept = segment + kept;
  }
  return `…${kept}`;
}
