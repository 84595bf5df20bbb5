// How a story is cited: a line in the manner of the APA, and the same for programs, as BibTeX and as CSL-JSON. What is not
// known is left out, and a date that only a photo tells is marked as about.
import type { SectionConfig } from '../config/section-config.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { Story } from '../story.ts';
import { memoize } from '../utils/memoize.ts';
import { authorsOf } from './authors.ts';

/** A story as it is cited. */
export interface Cited {
  /** The last part of its address. */
  id: string;
  /** All that is known of it. */
  data: Story;
  /** Its address, with the host. */
  url: string;
}

/** Where it was published first, as far as the dump says, else here. */
const containerOf = ({ data }: Cited, { title }: Pick<SectionConfig, 'title'>) => data.publication ?? title;

const whoWrote = ({ data }: Cited): string[] => {
  const authors = authorsOf(data.byline, data.dateline?.agency);
  return authors.length > 0 ? authors : data.dateline?.agency ? [data.dateline.agency] : [];
};

/** `Name, N. (2025, April 24). Headline. The Wire. https://…` */
export function apaCitation(cited: Cited, config: Pick<SectionConfig, 'title'>): string {
  const { data, url } = cited;
  const authors = whoWrote(cited);
  const named = authors.length > 1 ? `${authors.slice(0, -1).join(', ')}, & ${authors.at(-1)}` : authors[0];
  const date = `(${data.date ? apaDate(data.date, data.dateBasis === 'photo') : 'n.d.'})`;
  const closed = (text: string) => (/[.?!؟。]$/u.test(text) ? text : `${text}.`);
  const opening = named
    ? `${closed(named)} ${date}. ${closed(data.headline)}`
    : `${closed(data.headline)} ${date}.`;
  return `${opening} ${closed(containerOf(cited, config))} ${url}`;
}

const APA_DATE = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' });
/** Many stories have the same day. */
const apaDay = memoize((time: number) => APA_DATE.format(time));

function apaDate(date: Date, isApproximate: boolean): string {
  return `${isApproximate ? 'ca. ' : ''}${Number(calendarDay(date).slice(0, -6))}, ${apaDay(date.getTime())}`;
}

/** What BibTeX takes for its own. */
const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '#': '\\#',
  '&': '\\&',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const bibtexText = (text: string) => text.replace(/[\\{}%#&$_~^]/g, (char) => BIBTEX[char] ?? char);

/** An entry of BibTeX. */
export function bibtexCitation(cited: Cited, config: Pick<SectionConfig, 'title'>): string {
  const { data, url, id } = cited;
  const [year, month, day] = data.date ? calendarDay(data.date).split('-') : [];
  const fields: [string, string | undefined][] = [
    ['title', `{${bibtexText(data.headline)}}`],
    [
      'author',
      whoWrote(cited)
        .map((name) => `{${bibtexText(name)}}`)
        .join(' and '),
    ],
    ['journal', bibtexText(containerOf(cited, config))],
    ['pages', data.page && bibtexText(data.page)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['day', day && String(Number(day))],
    ['url', url],
    ['langid', data.lang],
    ['note', data.dateBasis === 'photo' ? 'Date approximate, by a photo' : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  // A key takes letters, digits and hyphens alone.
  const key =
    id
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9-]+/gu, '')
      .replace(/^-+|-+$/gu, '') || 'story';
  return `@article{${key},\n${lines.join(',\n')}\n}\n`;
}

/** An item of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), in a list of one. */
export function cslCitation(cited: Cited, config: Pick<SectionConfig, 'title'>): string {
  const { data, url, id } = cited;
  const authors = whoWrote(cited);
  const parts = data.date && calendarDay(data.date).split('-').map(Number);
  const item = {
    id,
    type: 'article-newspaper',
    title: data.headline,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    'container-title': containerOf(cited, config),
    ...(parts && {
      issued: { 'date-parts': [parts], ...(data.dateBasis === 'photo' && { circa: true }) },
    }),
    ...(data.section && { section: data.section }),
    ...(data.page && { page: data.page }),
    URL: url,
    language: data.lang,
  };
  return JSON.stringify([item]);
}
