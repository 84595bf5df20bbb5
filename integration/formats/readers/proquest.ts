// Exports of ProQuest as text: documents with lines of underscores between, or numbered, each a headline and labelled
// lines, with the text behind `Full text:`. Decides where the text ends: at the next label that is known.
import { cleanLine, type Found, type LineClass } from '../../dump/index.ts';
import { bylineOf, dayOf, keywordsOf, languageOf, urlOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';
import { DocumentReader } from './line-reader.ts';
import { proQuestLabel, UNDERSCORES } from './marks.ts';
import { readTextLines } from './text-lines.ts';

/** What stands above each document that was mailed, or copied from a page. */
const NUMBER = /^\s*Document \d+ of \d+\s*$/iu;

export class ProQuestReader extends DocumentReader {
  /** Whether labels stand below the texts of documents. */
  #hasLabelsBelow = false;

  protected line(line: RawLine, found: Found[]): void {
    if (!UNDERSCORES.test(line.text) && !NUMBER.test(line.text)) {
      this.add(line, found);
      return;
    }
    this.#end(found);
    this.ledger.separator++;
  }

  protected finish(found: Found[]): void {
    this.#end(found);
  }

  #end(found: Found[]): void {
    const lines = this.take();
    const labels = lines.map(({ text }) => proQuestLabel(text));
    const isDocument = labels.some(
      (each) => each?.label === 'full text' || each?.label === 'publication date',
    );
    // A list of what was asked for stands before the first document, a bibliography below the last.
    if (!isDocument) {
      this.book(lines, 'furniture');
      return;
    }
    const classes = new Map<number, LineClass>();
    const document = takeApart(lines, labels, classes);
    if (!document.endsWithText) this.#hasLabelsBelow = true;
    else if (this.#hasLabelsBelow)
      this.sayCut(lines, found, 'No label stands below the text of this document, as in those above');
    const body = readTextLines(document.text, classes);
    this.publish({ lines, fields: fieldsOf(document), body, classes }, found);
  }
}

/** A document, taken apart. */
interface ProQuestDocument {
  /** The lines above its first label. */
  above: readonly RawLine[];
  /** What its labels state, line by line. */
  values: ReadonlyMap<string, readonly string[]>;
  text: readonly RawLine[];
  /** Whether no label stands below its text. */
  endsWithText: boolean;
}

type Label = NonNullable<ReturnType<typeof proQuestLabel>>;

/** What pages of ProQuest have for readers to click. */
const CONTROL = /^\s*(?:ProQuest document link|Enlarge this image\.?)\s*$/iu;

/**
 * @param labels of the lines, where they have one
 * @param classes takes the lines that are no text
 */
function takeApart(
  lines: readonly RawLine[],
  labels: readonly (Label | undefined)[],
  classes: Map<number, LineClass>,
): ProQuestDocument {
  const above: RawLine[] = [];
  const values = new Map<string, string[]>();
  const text: RawLine[] = [];
  let label = '';
  for (const [at, line] of lines.entries()) {
    const found = labels[at];
    label = found?.label ?? label;
    if (label === 'full text') {
      if (found?.value === '') classes.set(line.number, 'field');
      else text.push(found ? { number: line.number, text: found.value } : line);
      continue;
    }
    if (!found && line.text.trim() === '') continue;
    classes.set(line.number, 'field');
    if (found) values.set(label, [...(values.get(label) ?? []), found.value]);
    else if (CONTROL.test(line.text)) continue;
    else if (label === '') above.push(line);
    else values.get(label)?.push(line.text.trim());
  }
  return { above, values, text, endsWithText: label === 'full text' };
}

function fieldsOf({ above, values }: ProQuestDocument): StatedFields {
  const value = (name: string) => cleanLine((values.get(name) ?? []).join(' ')) || undefined;
  const fields: StatedFields = {};
  const headline = value('title') ?? cleanLine(above.map((line) => line.text.trim()).join(' '));
  if (headline) takeHeadline(headline, fields);
  const stated = {
    byline: bylineOf(value('author') ?? value('authors')),
    publication: (value('publication title') ?? value('publication'))?.split(/;\s*/u)[0],
    section: value('section') ?? value('column'),
    page: value('pages') ?? value('first page'),
    rights: value('copyright'),
    place: value('dateline'),
    url: urlOf(value('document url')),
    language: languageOf(value('language of publication')),
    date: dayOf(value('publication date') ?? value('publication info')?.replace(/:.*$/u, '')),
  };
  for (const [name, each] of Object.entries(stated)) if (each) Object.assign(fields, { [name]: each });
  const keywords = keywordsOf(value('subject'));
  if (keywords.length > 0) fields.keywords = keywords;
  const unread = value('publication date');
  if (!fields.date && unread) fields.unreadDate = unread;
  return fields;
}

/** What ProQuest puts behind a headline: an edition, and that it made the headline itself. */
const ADDED = /:?\s*\[[^\]]*\]$|\s*\.{3}\s*\[Derived Headline ?\]\s*/gu;
/** A subtitle stands behind its headline, and once more behind a blank that is not broken. */
const AGAIN = /:\s*\u00a0\s*/u;

function takeHeadline(text: string, fields: StatedFields): void {
  const [before = '', again = ''] = text.replace(ADDED, '').split(AGAIN);
  const end = `: ${again}`;
  const hasSubtitle = again !== '' && before.length > end.length && before.endsWith(end);
  fields.headline = cleanLine(hasSubtitle ? before.slice(0, -end.length) : before);
  if (again !== '') fields.dek = cleanLine(again);
}
