// SGML of news corpora: a document whose elements stand on lines of their own. Each document is read for itself by saxes,
// since SGML holds what XML forbids: several outermost elements, values without quotes, names that begin with a digit,
// characters by numbers that XML has none for.
import type { RawLine } from '../raw-lines.ts';
import { createXmlParser, escapeLoose } from './xml-parser.ts';

/** Text, and the element that it stands in. */
export interface SgmlText {
  /** Names of the elements around it in lower case, outermost first. */
  path: readonly string[];
  text: string;
  /** Numbers of its first line and its last. */
  lines: [first: number, last: number];
}

export type SgmlDocument =
  | {
      /** What the outermost element says of itself, by name in lower case. */
      attributes: Readonly<Record<string, string>>;
      /** In the order of the document; blanks alone are left out. */
      texts: SgmlText[];
    }
  | { fault: { line: number; column: number; text: string } };

/** Characters that XML has no place for, by number. */
const CONTROLS = /&#(?:[0-8]|1[1-9]|2\d|3[01]|127);/gu;
/** `<1ST_LINE>` */
const NUMBERED = /<(\/?)(?=\d\w*>)/gu;
/** A tag with attributes. */
const TAG = /<[A-Za-z][^<>\s]*\s[^<>]*>/gu;
/** `<F P=102>` */
const UNQUOTED = /(?<==)[^\s"'<>=]+(?=[\s>])/gu;

const quoted = (tag: string) => tag.replace(UNQUOTED, '"$&"');

/** @param lines of one document */
export function parseSgml(lines: readonly RawLine[]): SgmlDocument {
  const texts: SgmlText[] = [];
  const path: string[] = [];
  const attributes: Record<string, string> = {};
  let number = lines[0]?.number ?? 1;
  let fault: { line: number; column: number; text: string } | undefined;
  const takeText = (text: string) => {
    if (text.trim() === '') return;
    // A text is told as a whole, at its end.
    const parts = text.split('\n');
    const first = parts.findIndex((part) => part.trim() !== '');
    const last = parts.findLastIndex((part) => part.trim() !== '');
    const start = number - parts.length + 1;
    texts.push({ path: [...path], text, lines: [start + first, start + last] });
  };
  const parser = createXmlParser({
    open: (tag) => {
      path.push(tag.name.toLowerCase());
      if (path.length === 1)
        for (const [name, value] of Object.entries(tag.attributes)) attributes[name.toLowerCase()] = value;
    },
    close: () => path.pop(),
    text: takeText,
    fault: (text) => {
      fault ??= { line: number, column: Math.max(1, parser.column + 1), text };
    },
  });
  for (const { number: at, text } of lines) {
    number = at;
    const plain = text.replace(CONTROLS, '').replace(NUMBERED, '<$1_').replace(TAG, quoted);
    parser.write(`${escapeLoose(plain)}\n`);
  }
  parser.close();
  return fault ? { fault } : { attributes, texts };
}
