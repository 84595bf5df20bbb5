// Exports of LexisNexis as text. Two layouts: that of the old interface (`1 of 20 DOCUMENTS`, centred lines for the paper
// and its day, labels in capitals, lines wrapped, blank lines between paragraphs), and that of Nexis Uni (headline, paper
// and day first, `Body`, `End of Document`). Decides which lines are the headline, the body, and what stands around them.
import { cleanLine, type Found, type LineClass, readBlocks } from '../../dump/index.ts';
import { bylineOf, dayOf, languageOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { linesBody } from '../text/markdown.ts';
import { joinLines, wordsOf } from '../text/wraps.ts';
import { DocumentReader } from './line-reader.ts';
import { FIRST_OF_DOCUMENT, LAST_OF_DOCUMENT } from './marks.ts';

/** Labels, by what they state; other known ones end a body and say nothing that is kept. */
const LABELS = {
  byline: ['BYLINE', 'AUTHOR', 'AUTOR', 'AUTEUR', 'VON', 'AUTORE'],
  section: ['SECTION', 'RUBRIK', 'RUBRIQUE', 'RESSORT', 'SECCIÓN', 'SEZIONE'],
  length: ['LENGTH', 'LÄNGE', 'LONGUEUR', 'LONGITUD', 'EXTENSIÓN', 'LUNGHEZZA'],
  dateline: ['DATELINE', 'ORTSMARKE', 'LIEU'],
  highlight: ['HIGHLIGHT', 'ENCART', 'DESTACADO'],
  body: ['BODY', 'TEXT', 'TEXTE', 'TEXTO'],
  language: ['LANGUAGE', 'SPRACHE', 'LANGUE', 'IDIOMA', 'LINGUA'],
  graphic: ['GRAPHIC', 'GRAFIK', 'GRAPHIQUE', 'GRÁFICO'],
  url: ['URL'],
  subject: ['SUBJECT'],
  tail: [
    ...[
      'LOAD-DATE',
      'UPDATE',
      'DATE-CHARGEMENT',
      'FECHA-CARGA',
      'PUBLICATION-TYPE',
      'PUBLICATIONTYPE',
      'JOURNAL-CODE',
    ],
    ...[
      'ZEITUNGS-CODE',
      'TYPE-PUBLICATION',
      'TIPO-PUBLICACIÓN',
      'DOCUMENT-TYPE',
      'TYPE',
      'NOTES',
      'CORRECTION',
    ],
    ...[
      'CORRECTION-DATE',
      'SERIES',
      'CATEGORY',
      'ORGANIZATION',
      'GEOGRAPHIC',
      'COMPANY',
      'PERSON',
      'TICKER',
      'INDUSTRY',
    ],
    ...[
      'CITY',
      'STATE',
      'COUNTRY',
      'ISSN',
      'COPYRIGHT',
      'CLASSIFICATION',
      'SOURCE',
      'DISTRIBUTION',
      'CODE-ÉDITEUR',
    ],
  ],
} as const;
type Label = keyof typeof LABELS;

const LABEL_OF = new Map<string, Label>();
for (const label of Object.keys(LABELS).filter((name): name is Label => name in LABELS))
  for (const name of LABELS[label]) LABEL_OF.set(name, label);
/** Labels that a body ends at. */
const TAIL: ReadonlySet<Label> = new Set(['language', 'graphic', 'url', 'subject', 'tail']);
const LABELLED = /^\s{0,3}(?<name>\p{Lu}[\p{L}-]{1,24})\s?:[\s\u00a0]*(?<value>.*)$/u;
const COPYRIGHT = /^\s*(?:Copyright|©|\(c\)|Alle Rechte|All Rights|Tous droits)/iu;
/** Indents of centred lines. */
const CENTRED = 8;

/** Lines without a blank one between. */
interface Run {
  lines: RawLine[];
  label: Label | undefined;
  value: string;
}

export class LexisNexisReader extends DocumentReader {
  /** Whether documents end with a line, and do not begin with one. */
  #isUni: boolean | undefined;
  /** Whether what comes stands above the first document. */
  #isCover = true;

  protected line(line: RawLine, found: Found[]): void {
    if (FIRST_OF_DOCUMENT.test(line.text)) {
      this.#isUni = false;
      this.finish(found);
      this.#isCover = false;
      this.ledger.separator++;
    } else if (LAST_OF_DOCUMENT.test(line.text)) {
      this.#isUni ??= true;
      this.finish(found);
      this.ledger.separator++;
    } else this.add(line, found);
  }

  /** Ends the document at hand. */
  protected finish(found: Found[]): void {
    const lines = this.take();
    const hasInk = lines.some(({ text }) => text.trim() !== '');
    if (this.#isUni !== false && hasInk && lines.some(({ text }) => isBodyLine(text)))
      this.#uni(lines, found);
    else if (this.#isUni === false && !this.#isCover && hasInk) this.#classic(lines, found);
    // A list of what was asked for stands before the first document, and below the last.
    else this.book(lines, 'furniture');
  }

  #classic(lines: readonly RawLine[], found: Found[]): void {
    const runs = runsOf(lines);
    const classes = new Map<number, LineClass>();
    const mark = (run: Run, name: LineClass) => {
      for (const { number } of run.lines) classes.set(number, name);
    };
    const firstLabel = runs.findIndex(({ label }) => label !== undefined);
    const length = runs.findIndex(({ label }) => label === 'length');
    if (firstLabel < 1 || length < 0) {
      this.leaveOut(
        lines,
        found,
        'This document has no LENGTH line, which parts its head from its text; it is not published.',
      );
      return;
    }
    const fields: StatedFields = {};
    readTop(runs.slice(0, firstLabel), fields, mark);
    let at = firstLabel;
    let isText = false;
    // Fields up to the text; below LENGTH, what has no label begins it.
    for (; at < runs.length; at++) {
      const run = runs[at];
      if (!run || (at > length && run.label === undefined)) break;
      if (run.label === undefined) {
        mark(run, 'field');
        continue;
      }
      if (run.label === 'body') {
        isText = run.value !== '';
        if (!isText) {
          mark(run, 'field');
          at++;
        }
        break;
      }
      if (TAIL.has(run.label)) break;
      takeField(run, fields);
      mark(run, 'field');
    }
    const tail = runs.findIndex(
      (run, index) => index >= at && ((run.label && TAIL.has(run.label)) || isCopyright(run)),
    );
    const end = tail < 0 ? runs.length : tail;
    const words = wordsOf(lines.map(({ text }) => text).join('\n'));
    const texts = runs.slice(at, end).map((run, index) => {
      const own = run.lines.map(({ text }) => text);
      const joined = joinLines(own, words);
      return { run, text: cleanLine(isText && index === 0 ? joined.replace(/^[^:]*:\s*/u, '') : joined) };
    });
    const body = texts.filter(({ text }) => text !== '');
    const read = readBlocks(body.map(({ text }) => text));
    for (const [index, { run }] of body.entries()) mark(run, read.classes[index] ?? 'paragraph');
    for (const run of runs.slice(end)) {
      takeField(run, fields);
      mark(run, run.label === undefined && !isCopyright(run) ? 'furniture' : 'field');
    }
    this.publish({ lines, fields, body: { blocks: read.blocks, captions: [] }, classes }, found);
  }

  #uni(lines: readonly RawLine[], found: Found[]): void {
    const classes = new Map<number, LineClass>();
    const bodyAt = lines.findIndex(({ text }) => isBodyLine(text));
    const head = lines.slice(0, bodyAt).filter(({ text }) => text.trim() !== '');
    const fields: StatedFields = {};
    let labels = head.findIndex(({ text }) => COPYRIGHT.test(text) || labelOf(text) !== undefined);
    if (labels < 0) labels = head.length;
    const day = head.findLastIndex(({ text }, at) => at < labels && isDay(text));
    const paper = day > 0 ? day - 1 : -1;
    const headlineAt = this.#isCover && paper > 0 ? paper - 1 : 0;
    if (day < 2 || headlineAt >= paper) {
      this.leaveOut(
        lines,
        found,
        'This document has no headline above its paper and its day; it is not published.',
      );
      return;
    }
    this.#isCover = false;
    for (const [at, { number }] of head.entries())
      classes.set(number, at < headlineAt ? 'furniture' : 'field');
    fields.headline = cleanLine(
      head
        .slice(headlineAt, paper)
        .map(({ text }) => text.trim())
        .join(' '),
    );
    fields.publication = cleanLine(head[paper]?.text ?? '');
    const date = dayOf(head[day]?.text);
    if (date) fields.date = date;
    for (const line of head.slice(day + 1)) takeField(runOf([line]), fields);
    const body: RawLine[] = [];
    let end = lines.length;
    for (let at = bodyAt + 1; at < lines.length; at++) {
      const text = lines[at]?.text ?? '';
      const label = labelOf(text);
      if (/^\s*Classification\s*$/iu.test(text) || (label && TAIL.has(label))) {
        end = at;
        break;
      }
      const line = lines[at];
      if (line) body.push(line);
    }
    classes.set(lines[bodyAt]?.number ?? 0, 'field');
    const read = linesBody(body.map(({ text }) => text));
    let next = 0;
    for (const line of body) {
      if (cleanLine(line.text) !== '') classes.set(line.number, read.classes[next++] ?? 'paragraph');
    }
    for (const line of lines.slice(end)) {
      if (line.text.trim() === '') continue;
      takeField(runOf([line]), fields);
      classes.set(line.number, 'field');
    }
    this.publish({ lines, fields, body: read, classes }, found);
  }
}

/** Paper, day, edition and headline: what stands above the labels. */
function readTop(
  runs: readonly Run[],
  fields: StatedFields,
  mark: (run: Run, name: LineClass) => void,
): void {
  const dated = runs.findIndex((run) => run.lines.some(({ text }) => isDay(text)));
  const textOf = (run: Run | undefined) =>
    cleanLine(run?.lines.map(({ text }) => text.trim()).join(' ') ?? '');
  for (const run of runs) mark(run, 'field');
  const above = runs.slice(0, Math.max(0, dated));
  const paper = above.find((run) => !isCopyright(run));
  if (paper) fields.publication = textOf(paper);
  const rights = runs.find(isCopyright);
  if (rights) fields.rights = textOf(rights);
  const day = runs[dated]?.lines.find(({ text }) => isDay(text));
  const date = dayOf(day?.text.trim());
  if (date) fields.date = date;
  // Where the day stands in no line of its own, all but the last are about the paper.
  const below = dated < 0 ? runs.slice(-1) : runs.slice(dated + 1);
  const flush = below.filter((run) => !isCentred(run) && !isCopyright(run));
  const [headline, ...more] = flush.length > 0 ? flush : below.slice(-1);
  if (!headline) return;
  fields.headline = textOf(headline);
  mark(headline, 'headline');
  if (more.length === 0) return;
  fields.dek = more.map(textOf).join(' ');
  for (const run of more) mark(run, 'dek');
}

function takeField(run: Run, fields: StatedFields): void {
  const value = cleanLine(run.value);
  if (isCopyright(run)) {
    fields.rights ??= cleanLine(run.lines.map(({ text }) => text.trim()).join(' '));
    return;
  }
  if (value === '') return;
  switch (run.label) {
    case 'byline': {
      const byline = bylineOf(value);
      if (byline) fields.byline = byline;
      return;
    }
    case 'section': {
      const [section, ...rest] = value.split(/;\s*/u);
      if (section) fields.section = section;
      const page = /^(?:Pg\.?|S\.|Seite|p\.|Page|Pág\.?)\s*(?<page>.+)$/iu.exec(rest.join('; '))?.groups
        ?.page;
      if (page) fields.page = page;
      return;
    }
    case 'dateline':
      fields.place = value;
      return;
    case 'highlight':
      fields.dek ??= value;
      return;
    case 'language': {
      const language = languageOf(value);
      if (language) fields.language = language;
      return;
    }
    case 'graphic':
      fields.captions = [value];
      return;
    case 'subject':
      fields.keywords = value
        .split(/;\s*/u)
        .map((each) => cleanLine(each.replace(/\s*\(\d+%\)/u, '')))
        .filter(Boolean);
      return;
    case 'url':
      if (URL.canParse(value)) fields.url = new URL(value).href;
      return;
    default:
  }
}

/** Runs of lines; a label begins one. */
function runsOf(lines: readonly RawLine[]): Run[] {
  const runs: Run[] = [];
  let open: RawLine[] = [];
  const end = () => {
    if (open.length > 0) runs.push(runOf(open));
    open = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') end();
    else {
      if (labelOf(line.text) !== undefined) end();
      open.push(line);
    }
  }
  end();
  return runs;
}

function runOf(lines: RawLine[]): Run {
  const [first, ...rest] = lines;
  const label = labelOf(first?.text ?? '');
  const value = LABELLED.exec(first?.text ?? '')?.groups?.value ?? '';
  return { lines, label, value: [value, ...rest.map(({ text }) => text.trim())].join(' ') };
}

function labelOf(text: string): Label | undefined {
  const name = LABELLED.exec(text)?.groups?.name;
  if (name === undefined) return undefined;
  // A name in lower case is a label where each word begins with a capital: `Load-Date:`.
  const isLabel = name === name.toUpperCase() || /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(name);
  return isLabel ? LABEL_OF.get(name.toUpperCase()) : undefined;
}

const isDay = (text: string) => text.trim().length <= 60 && dayOf(text.trim()) !== undefined;
const isCopyright = ({ lines }: Run) => COPYRIGHT.test(lines[0]?.text ?? '');
const isCentred = ({ lines }: Run) =>
  lines.every(({ text }) => text.length - text.trimStart().length >= CENTRED);
const isBodyLine = (text: string) => /^\s*(?:Body|Text|Textkörper|Corps|Cuerpo)\s*$/u.test(text);
