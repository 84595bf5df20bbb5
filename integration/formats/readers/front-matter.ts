// Front matter: fields in YAML between two lines of dashes, as static site generators and extractors write them. Decides
// what is front matter and not a rule across a text, and reads titles that YAML would want quoted.
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { type Message, message } from '../../dump/index.ts';
import { draftMark, type FieldValues, valuesOf } from '../fields/field-values.ts';
import type { FieldNames } from '../fields/names.ts';
import type { RawLine } from '../raw-lines.ts';

/** What front matter states. */
export interface FrontMatter {
  values: FieldValues;
  /** Where it says that the record is a draft. */
  draft: string | undefined;
  messages: Message[];
}

const require = createRequire(import.meta.url);

const KEY = /^(?<key>["']?[\p{L}\p{M}_][\p{L}\p{M}\p{N} _.:-]{0,60}?["']?)\s*:(?:\s+(?<value>.*))?$/u;
const TOML_KEY = /^(?<key>["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?)\s*=\s*(?<value>.*)$/u;
/** Indented, an item of a list, a comment, a bracket: what may stand below a key. */
const BELOW = /^(?:\s+\S|-\s|#|\s*[\]}])/u;

/** Whether a line may open front matter: dashes for YAML, plus signs for TOML. */
export function isFence(text: string): boolean {
  return /^(?:---|\+\+\+)\s*$/u.test(text);
}

/**
 * Whether a line can stand in front matter.
 * @param above the lines before it, the fence first
 * @param mayHaveGap whether a blank line may stand below the fence, as some programs and people leave one: elsewhere it
 *   is a rule across a text
 */
export function mayBeFrontMatter(
  text: string,
  fence: string,
  above: readonly RawLine[],
  mayHaveGap: boolean,
): boolean {
  const isKey = fence === '+++' ? TOML_KEY.test(text) || /^\[.*\]$/u.test(text) : KEY.test(text);
  if (isKey) return true;
  if (above.every((line, at) => at === 0 || line.text.trim() === ''))
    return text.startsWith('#') || (mayHaveGap && text.trim() === '');
  return text.trim() === '' || BELOW.test(text) || goesOn(above);
}

const QUOTED = /"[^"]*"|'[^']*'/gu;

/** Whether the last key's value is a list or an object in brackets, which goes on: then anything may stand below. */
function isInBrackets(above: readonly RawLine[]): boolean {
  const from = above.findLastIndex(({ text }) => KEY.test(text) || TOML_KEY.test(text));
  if (from < 0 || !/^[^:=]+[:=]\s*[[{]/u.test(above[from]?.text ?? '')) return false;
  return openBrackets(above.slice(from)) > 0;
}

/** Whether a value in quotes goes on: it ends with its quote, lines below, indented or not. */
function isInQuotes(above: readonly RawLine[]): boolean {
  let quote = '';
  for (const { text } of above) {
    const value = quote === '' ? (KEY.exec(text)?.groups?.value ?? '').trimEnd() : ` ${text.trimEnd()}`;
    if (quote === '' && /^["']/u.test(value)) quote = value.charAt(0);
    const isOver = value.length > 1 && value.endsWith(quote) && !(quote === '"' && /\\"$/u.test(value));
    if (isOver) quote = '';
  }
  return quote !== '';
}

const openBrackets = (lines: readonly RawLine[]) => {
  const bare = lines.map(({ text }) => text.replace(QUOTED, '')).join(' ');
  return (bare.match(/[[{]/gu)?.length ?? 0) - (bare.match(/[\]}]/gu)?.length ?? 0);
};

const goesOn = (above: readonly RawLine[]) => isInBrackets(above) || isInQuotes(above);

/** What goes on in brackets or quotes, indented: YAML wants it so, and programs do not write it so. */
function withIndents(lines: readonly RawLine[]): string {
  return lines
    .map((line, at) => (/^\S/u.test(line.text) && goesOn(lines.slice(0, at)) ? ` ${line.text}` : line.text))
    .join('\n');
}

/**
 * @param lines the fence that opens it, and what stands below; the fence that closes it left out
 * @returns what it states; nothing where no field is known
 */
export function readFrontMatter(lines: readonly RawLine[], names: FieldNames): FrontMatter | undefined {
  const [fence, ...rest] = lines;
  if (!fence) return undefined;
  const read = fence.text.startsWith('+')
    ? { object: readToml(rest), fault: undefined }
    : readYaml(withIndents(rest), rest);
  const values = valuesOf(read.object, names);
  if (Object.keys(values).length === 0) return undefined;
  const { fault } = read;
  const messages = fault
    ? [
        message(
          'malformed',
          fence.number + fault.line,
          fault.column,
          `This front matter is no YAML: ${fault.text}.`,
        ),
      ]
    : [];
  return { values, draft: draftMark(read.object), messages };
}

interface Fault {
  line: number;
  column: number;
  text: string;
}

function readYaml(text: string, lines: readonly RawLine[]): { object: object; fault: Fault | undefined } {
  // Few dumps have any front matter, and its library takes a tenth of the command's start.
  const { parseDocument }: typeof Yaml = require('yaml');
  // Every scalar as it is written: a headline may be a number, and a date is read by our own rules.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: true,
  });
  const [error] = document.errors;
  const simple = readSimple(lines);
  if (error) {
    // Programs write titles with colons and quotes in them as they are.
    if (simple.isWhole) return { object: simple.object, fault: undefined };
    const [place] = error.linePos ?? [];
    const said =
      error.message
        .split('\n')[0]
        ?.replace(/ at line.*$/u, '')
        .replace(/[.:]$/u, '') ?? 'it can’t be read';
    return { object: simple.object, fault: { line: place?.line ?? 1, column: place?.col ?? 1, text: said } };
  }
  let object: unknown;
  try {
    object = document.toJS({ maxAliasCount: 20 });
  } catch {
    // Aliases that stand for more than any front matter holds.
    return { object: simple.object, fault: { line: 1, column: 1, text: 'its aliases stand for too much' } };
  }
  return { object: typeof object === 'object' && object !== null ? object : simple.object, fault: undefined };
}

/** Keys and values as they stand, a line each. */
function readSimple(lines: readonly RawLine[]): { object: object; isWhole: boolean } {
  const object: Record<string, string> = Object.create(null);
  let isWhole = true;
  for (const { text } of lines) {
    const { key, value } = KEY.exec(text)?.groups ?? {};
    if (key) object[key] = unquoted(value ?? '');
    else if (text.trim() !== '' && !text.startsWith('#')) isWhole = false;
    // A list that is not closed is no title.
    if (/^[[{]/u.test(value ?? '')) isWhole = false;
  }
  return { object, isWhole };
}

function readToml(lines: readonly RawLine[]): object {
  const object: Record<string, string> = Object.create(null);
  for (const { text } of lines) {
    const { key, value } = TOML_KEY.exec(text)?.groups ?? {};
    if (key) object[unquoted(key)] = unquoted(value ?? '');
  }
  return object;
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && trimmed.length > 1 && trimmed.endsWith(quote);
  return isQuoted ? trimmed.slice(1, -1).replaceAll(quote === '"' ? '\\"' : "''", quote) : trimmed;
}
