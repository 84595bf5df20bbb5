// The lines of a document of LexisNexis in runs, each with the label that it begins with; and what such a run states.
import { cleanLine } from '../../dump/index.ts';
import { bylineOf, dayOf, languageOf } from '../fields/values.ts';
import type { RawLine } from '../raw-lines.ts';
import type { StatedFields } from '../stated-story.ts';

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
  tail: (
    'LOAD-DATE UPDATE DATE-CHARGEMENT FECHA-CARGA PUBLICATION-TYPE PUBLICATIONTYPE JOURNAL-CODE ZEITUNGS- ' +
    'CODE TYPE-PUBLICATION TIPO-PUBLICACIÓN DOCUMENT-TYPE TYPE NOTES CORRECTION CORRECTION-DATE SERIES ' +
    'CATEGORY ORGANIZATION GEOGRAPHIC COMPANY PERSON TICKER INDUSTRY CITY STATE COUNTRY ISSN COPYRIGHT ' +
    'CLASSIFICATION SOURCE DISTRIBUTION CODE-ÉDITEUR'
  ).split(' '),
} as const;
type Label = keyof typeof LABELS;

const LABEL_OF = new Map<string, Label>();
for (const label of Object.keys(LABELS).filter((name): name is Label => name in LABELS))
  for (const name of LABELS[label]) LABEL_OF.set(name, label);
/** Labels that a body ends at. */
export const TAIL: ReadonlySet<Label> = new Set(['language', 'graphic', 'url', 'subject', 'tail']);
const LABELLED = /^\s{0,3}(?<name>\p{Lu}[\p{L}-]{1,24})\s?:[\s\u00a0]*(?<value>.*)$/u;
export const COPYRIGHT = /^\s*(?:Copyright|©|\(c\)|Alle Rechte|All Rights|Tous droits)/iu;
/** Lines without a blank one between. */
export interface Run {
  lines: RawLine[];
  label: Label | undefined;
  value: string;
}

/** Takes what a run states. */
export function takeField(run: Run, fields: StatedFields): void {
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
export function runsOf(lines: readonly RawLine[]): Run[] {
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

/** @param lines without a blank one between; the first may have a label */
export function runOf(lines: RawLine[]): Run {
  const [first, ...rest] = lines;
  const label = labelOf(first?.text ?? '');
  const value = LABELLED.exec(first?.text ?? '')?.groups?.value ?? '';
  return { lines, label, value: [value, ...rest.map(({ text }) => text.trim())].join(' ') };
}

/** @returns what the label of a line states, if it begins with one that is known */
export function labelOf(text: string): Label | undefined {
  const name = LABELLED.exec(text)?.groups?.name;
  if (name === undefined) return undefined;
  // A name in lower case is a label where each word begins with a capital: `Load-Date:`.
  const isLabel = name === name.toUpperCase() || /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(name);
  return isLabel ? LABEL_OF.get(name.toUpperCase()) : undefined;
}

export const isDay = (text: string) => text.trim().length <= 60 && dayOf(text.trim()) !== undefined;
export const isCopyright = ({ lines }: Run) => COPYRIGHT.test(lines[0]?.text ?? '');
