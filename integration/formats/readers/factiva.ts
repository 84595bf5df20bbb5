// Exports of Factiva as text. Two layouts: field codes at the beginning of lines (`HD`, `BY`, `PD`, `LP`, `TD`, `AN`), and
// the plain one (headline, author, `345 words`, day, paper, then the text). Both end a document with its number.
import { cleanLine, type Found, type LineClass, message } from '../../dump/index.ts';
import { bylineOf, dayOf, languageOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { type FactivaHead, findWordCount, readFactivaHead } from './factiva-head.ts';
import { DocumentReader } from './line-reader.ts';
import { FACTIVA_CODE, FACTIVA_NUMBER } from './marks.ts';
import { readTextLines } from './text-lines.ts';

const RULE = /^\s*[-_=]{5,}\s*$/u;
const RIGHTS = /^\s*(?:\(c\)|©|Copyright)/iu;
/** Codes whose lines are the text. */
const TEXT = new Set(['LP', 'TD']);
const TEXT_CODE = /^(?:LP|TD)(?:\s|$)/u;

export class FactivaReader extends DocumentReader {
  /** Whether documents end with their numbers. */
  #isNumbered = false;

  protected line(line: RawLine, found: Found[]): void {
    const isEmpty = this.document.every(({ text }) => text.trim() === '');
    // A headline begins a document whose last one has no number.
    if (/^HD(?:\s|$)/u.test(line.text) && this.document.some(({ text }) => /^HD(?:\s|$)/u.test(text)))
      this.#end(found);
    this.add(line, found);
    if (FACTIVA_NUMBER.test(line.text) && !isEmpty) this.#end(found);
  }

  protected finish(found: Found[]): void {
    this.#end(found);
  }

  #end(found: Found[]): void {
    const lines = this.take();
    if (lines.every(({ text }) => text.trim() === '' || RULE.test(text))) {
      this.book(lines, 'separator');
      return;
    }
    const isNumbered = lines.some(({ text }) => FACTIVA_NUMBER.test(text));
    if (this.#isNumbered && !isNumbered && lines.some(({ text }) => TEXT_CODE.test(text)))
      this.sayCut(lines, found, 'This document has no number at its end, as those above have');
    this.#isNumbered ||= isNumbered;
    const hasCodes = lines.some(({ text }) => /^(?:HD|LP|TD)(?:\s|$)/u.test(text));
    if (hasCodes) this.#coded(lines, found);
    else this.#plain(lines, found);
  }

  #coded(lines: readonly RawLine[], found: Found[]): void {
    const classes = new Map<number, LineClass>();
    const values = new Map<string, string[]>();
    const body: RawLine[] = [];
    let code = '';
    for (const line of lines) {
      const match = FACTIVA_CODE.exec(line.text)?.groups;
      if (match) {
        code = match.code ?? '';
        const value = match.value ?? '';
        if (TEXT.has(code)) {
          if (value !== '') body.push({ number: line.number, text: value });
          else classes.set(line.number, 'field');
          continue;
        }
        values.set(code, [...(values.get(code) ?? []), value]);
        classes.set(line.number, 'field');
      } else if (TEXT.has(code)) body.push({ number: line.number, text: line.text.replace(/^\s+/u, '') });
      else if (line.text.trim() !== '' && code !== '') {
        values.get(code)?.push(line.text.trim());
        classes.set(line.number, 'field');
      }
    }
    const value = (name: string) => cleanLine((values.get(name) ?? []).join(' '));
    if (value('HD') === '' && body.length === 0) {
      this.book(lines, 'furniture');
      return;
    }
    const fields: StatedFields = {};
    setText(fields, 'headline', value('HD') || value('HL'));
    setText(fields, 'byline', bylineOf(value('BY')) ?? '');
    setText(fields, 'publication', value('SN'));
    setText(fields, 'section', value('SE') || value('CLM'));
    setText(fields, 'page', value('PG'));
    setText(fields, 'rights', value('CY'));
    setDay(fields, value('PD'));
    const language = languageOf(value('LA'));
    if (language) fields.language = language;
    const keywords = value('NS')
      .split('|')
      .map((each) => cleanLine(each.replace(/^\s*\w+\s*:\s*/u, '')))
      .filter(Boolean);
    if (keywords.length > 0) fields.keywords = keywords;
    this.#finishDocument(lines, body, fields, classes, found);
  }

  /** Headline, author, number of words, day, paper, its code, language, rights, a blank line, the text. */
  #plain(lines: readonly RawLine[], found: Found[]): void {
    const classes = new Map<number, LineClass>();
    const count = findWordCount(lines);
    if (count < 1) {
      if (lines.some(({ text }) => FACTIVA_NUMBER.test(text)))
        this.leaveOut(
          lines,
          found,
          'This document has no line that counts its words, which parts its head from its text; it is not published.',
        );
      else this.book(lines, 'furniture');
      return;
    }
    const fields: StatedFields = {};
    const head = readFactivaHead(lines.slice(0, count));
    setText(fields, 'section', head.section ?? '');
    setText(fields, 'headline', head.headline);
    setText(fields, 'byline', head.byline ?? '');
    for (const { number } of head.lines) classes.set(number, 'field');
    if (head.isGuess) sayGuess(head, found);
    let at = count;
    for (; at < lines.length && (lines[at]?.text.trim() ?? '') !== ''; at++) {
      const { number = 0, text = '' } = lines[at] ?? {};
      classes.set(number, 'field');
      const value = cleanLine(text);
      if (RIGHTS.test(text)) setText(fields, 'rights', value);
      else if (!fields.date && dayOf(value)) setDay(fields, value);
      else if (languageOf(value) && value.length > 3) fields.language = languageOf(value) ?? '';
      else if (/^(?:Page )?\p{Lu}?\d{1,3}$/iu.test(value)) fields.page = value.replace(/^Page /iu, '');
      else if (!fields.publication && fields.date && !/^\d{1,2}:\d\d/u.test(value))
        setText(fields, 'publication', value);
    }
    const end = lines.findIndex(({ text }, index) => index > at && FACTIVA_NUMBER.test(text));
    const body = lines
      .slice(at, end < 0 ? lines.length : end)
      .filter(({ text }) => !RIGHTS.test(text) || text.length > 200);
    for (const { number, text } of lines.slice(at)) {
      if (RIGHTS.test(text) && text.length <= 200) {
        classes.set(number, 'field');
        fields.rights ??= cleanLine(text);
      }
    }
    if (end >= 0) classes.set(lines[end]?.number ?? 0, 'field');
    this.#finishDocument(lines, body, fields, classes, found);
  }

  #finishDocument(
    lines: readonly RawLine[],
    text: readonly RawLine[],
    fields: StatedFields,
    classes: Map<number, LineClass>,
    found: Found[],
  ): void {
    this.publish({ lines, fields, body: readTextLines(text, classes), classes }, found);
  }
}

/** Says that another line of a head may be the headline. */
function sayGuess({ lines, headline }: FactivaHead, found: Found[]): void {
  const text = `“${headline}” was taken for the headline, the last of ${lines.length} lines above the number of words. Perhaps it says who wrote the story, and the line above is the headline.`;
  found.push({ message: message('doubtful', lines.at(-1)?.number ?? 1, 1, text) });
}

type TextField = 'headline' | 'byline' | 'publication' | 'section' | 'page' | 'rights';

function setText(fields: StatedFields, name: TextField, value: string): void {
  if (value !== '') fields[name] = value;
}

function setDay(fields: StatedFields, value: string): void {
  const day = dayOf(value);
  if (day) fields.date = day;
  else if (value !== '') fields.unreadDate = value;
}
