// What the file of corrections says, src/corrections.yaml: a story's id, and under it the fields to correct. Finds every
// error in it, with its location, and which id or field was meant.
import type { z } from 'astro/zod';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { excerpt } from '../terminal/width.ts';
import { didYouMean } from '../utils/did-you-mean.ts';
import { errorMessage } from '../utils/errors.ts';
import type { AddressLock } from './address-lock.ts';
import { type Correction, correctionSchema, noteSchema } from './correction.ts';
import { foldId } from './ids.ts';
import { LoadError, type LoadMessage } from './load-messages.ts';

/** What to do where several collections find the same file in its usual place. */
const OF_ITS_OWN =
  'If it is a story of another collection, give each collection a file of its own: dumpLoader({ corrections: "src/cables.yaml" }).';

/** What to do where the lock of addresses knows a story, and no dump has it. */
const NO_LONGER =
  'It had one when its address was locked, and no dump holds that story any more: put it back, or delete what stands here. A retracted story stays in its dump as well; its text is not published.';

/** More errors of syntax than this come of one, as thousands of open brackets do. */
const MAX_SYNTAX = 20;

/** @returns an error of YAML's syntax as an editor understands it */
function syntaxMessage({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  if (code === 'DUPLICATE_KEY') return 'This stands twice; put all of it in one place.';
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'A colon in a text looks like another field. Put the text in quotes, as in headline: "Harbor: A Ferry Returns".';
  if (message.startsWith('Maximum call stack')) return 'Brackets stand within brackets, too many of them.';
  return `${message}.`;
}

/** Something wrong in the file. */
interface CorrectionMessage {
  /** Offset into the text, in UTF-16 code units. */
  offset: number;
  text: string;
}

/** The corrections of a site. */
export class Corrections {
  readonly #name: string;
  readonly #file: string;
  readonly #text: string;
  readonly #isShared: boolean;
  readonly #lines = new LineCounter();
  readonly #byId = new Map<string, Correction>();
  /** Where each id, and each former id, stands in the text. */
  readonly #ids = new Map<string, number>();
  readonly #formerIds: { id: string; of: string; offset: number }[] = [];
  readonly #messages: CorrectionMessage[] = [];

  /**
   * @param text the file's
   * @param name its own, as errors show it
   * @param file absolute path of it
   * @param isShared whether other collections would read the same file
   */
  constructor(text = '', name = 'corrections.yaml', file = name, isShared = false) {
    this.#isShared = isShared;
    this.#name = name;
    this.#file = file;
    this.#text = text;
    this.#parse();
  }

  /** Whether there is none, and no id that a story has to have. */
  get areNone(): boolean {
    return this.#ids.size === 0 && this.#messages.length === 0;
  }

  /** @returns the correction of a story, if it has one */
  of(id: string): Correction | undefined {
    return this.#byId.get(id);
  }

  /**
   * Checks that every correction has its story.
   * @param ids of all stories
   * @param lock knows the ids of stories that are gone
   * @throws LoadError once, with everything that is wrong in the file
   */
  verify(ids: readonly string[], lock?: Pick<AddressLock, 'at'>): void {
    const messages = [...this.#messages, ...this.#unknownIds(ids, lock), ...this.#conflictingIds(ids)];
    if (messages.length === 0) return;
    messages.sort((a, b) => a.offset - b.offset);
    const where = messages.length === 1 ? 'one place' : `${messages.length} places`;
    throw new LoadError(
      [`${this.#name} is wrong in ${where}:`, ...messages.map((message) => this.#show(message))].join('\n\n'),
      messages.map((message) => this.#loadMessage(message)),
    );
  }

  *#unknownIds(ids: readonly string[], lock?: Pick<AddressLock, 'at'>): Generator<CorrectionMessage> {
    if (this.#ids.size === 0) return;
    const known = new Set(ids);
    for (const [id, offset] of this.#ids) {
      if (known.has(id)) continue;
      const locked = lock?.at(id);
      const owner = this.#formerIds.find((former) => former.id === id)?.of ?? locked?.movedTo;
      const hint = owner
        ? ` It is a former id of “${owner}”; correct it there.`
        : locked
          ? ` ${NO_LONGER}`
          : didYouMean(id, ids);
      const other = this.#isShared && hint === '' ? ` ${OF_ITS_OWN}` : '';
      yield { offset, text: `No story has the id “${id}”.${hint || other}` };
    }
  }

  *#conflictingIds(ids: readonly string[]): Generator<CorrectionMessage> {
    if (this.#formerIds.length === 0) return;
    const live = new Map(ids.map((id) => [foldId(id), id]));
    const taken = new Map<string, string>();
    for (const { id, of, offset } of this.#formerIds) {
      const owner = live.get(foldId(id));
      const other = taken.get(foldId(id));
      if (owner) yield { offset, text: `“${id}” is no former id: the story “${owner}” has it today.` };
      else if (other && other !== of) yield { offset, text: `“${id}” is a former id of “${other}” already.` };
      taken.set(foldId(id), other ?? of);
    }
  }

  #parse(): void {
    const document = parseDocument(this.#text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'error',
    });
    for (const error of [...document.errors, ...document.warnings])
      this.#messages.push({ offset: error.pos[0], text: syntaxMessage(error) });
    // What follows a line that YAML can't read is hardly ever wrong by itself.
    if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) {
      if (this.#messages.length > MAX_SYNTAX) this.#messages.length = 1;
      return;
    }
    const { contents } = document;
    if (contents === null) return;
    if (!isMap(contents)) {
      const text =
        'Each story’s id stands on a line of its own, with a colon, and under it the fields to correct.';
      this.#messages.push({ offset: startOf(contents), text });
      return;
    }
    for (const pair of contents.items) this.#read(pair, document);
  }

  #read(pair: Pair<ParsedNode, ParsedNode | null>, document: Document.Parsed): void {
    const id = keyOf(pair);
    const offset = startOf(pair.key);
    this.#ids.set(id, offset);
    let given: unknown;
    try {
      given = pair.value?.toJS(document);
    } catch (error) {
      // An alias of nothing, or of too much.
      this.#messages.push({ offset, text: `${errorMessage(error)}.` });
      return;
    }
    const { success, data, error } = correctionSchema.safeParse(given);
    for (const issue of error?.issues ?? []) this.#messages.push(...messagesOf(issue, pair));
    if (!success) return;
    this.#byId.set(id, data);
    for (const [at, former] of (data.formerIds ?? []).entries()) {
      this.#formerIds.push({ id: former, of: id, offset: locate(pair, ['formerIds', at]).value });
    }
  }

  #show(message: CorrectionMessage): string {
    const { line, column, source } = this.#locationOf(message);
    return `${this.#name}:${line}:${column} ${message.text}\n${excerpt(source, line, column)}`;
  }

  #loadMessage(message: CorrectionMessage): LoadMessage {
    const { line, column, source } = this.#locationOf(message);
    return {
      text: message.text,
      location: { file: this.#file, name: this.#name, line, column },
      excerpt: { first: line, lines: [source] },
    };
  }

  #locationOf({ offset }: CorrectionMessage): { line: number; column: number; source: string } {
    const { line, col: column } = this.#lines.linePos(offset);
    const start = this.#lines.lineStarts[line - 1] ?? 0;
    return { line, column, source: this.#text.slice(start).split(/\r?\n/u, 1)[0] ?? '' };
  }
}

function* messagesOf(
  issue: z.core.$ZodIssue,
  pair: Pair<ParsedNode, ParsedNode | null>,
): Generator<CorrectionMessage> {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const fields = Object.keys(path[0] === 'note' ? noteSchema.shape : correctionSchema.shape);
    for (const key of issue.keys) {
      const { key: offset } = locate(pair, [...path, key]);
      const hint = didYouMean(key, fields) || ` There are: ${fields.join(', ')}.`;
      yield { offset, text: `There is no field “${[...path, key].join('.')}”.${hint}` };
    }
    return;
  }
  const subject = path.length > 0 ? path.join('.') : `“${keyOf(pair)}”`;
  yield { offset: locate(pair, path).value, text: `${subject} ${issue.message}.` };
}

/** @returns offsets of a field of a correction and of its value; of the nearest field above where it is missing */
function locate(
  pair: Pair<ParsedNode, ParsedNode | null>,
  path: readonly (string | number)[],
): { key: number; value: number } {
  let location = { key: startOf(pair.key), value: startOf(pair.value ?? pair.key) };
  let node = pair.value;
  if (path.length === 0 || isAlias(node)) return { key: location.key, value: location.key };
  for (const part of path) {
    if (isMap(node)) {
      const found: Pair<ParsedNode, ParsedNode | null> | undefined = node.items.find(
        (item) => keyOf(item) === part,
      );
      if (!found) return location;
      location = { key: startOf(found.key), value: startOf(found.value ?? found.key) };
      node = found.value;
    } else if (isSeq(node) && typeof part === 'number') {
      const item: ParsedNode | undefined = node.items[part];
      if (!item) return location;
      location = { key: startOf(item), value: startOf(item) };
      node = item;
    }
  }
  return location;
}

const startOf = (node: ParsedNode) => node.range[0];

/** Ids are in NFC; what an editor types may not be. */
function keyOf({ key }: Pair<ParsedNode, ParsedNode | null>): string {
  return isScalar(key) ? String(key.value).normalize('NFC') : String(key);
}
