// What the elements of NITF and NewsML-G2 say of a story, outside of its text: by their attributes, and by their words.
import { cleanLine } from '../../dump/index.ts';
import { bylineOf, dayOf, languageOf } from '../fields/values.ts';
import type { StatedFields } from '../stated-story.ts';

/** What was said of a story so far. */
export interface ToldFields {
  fields: StatedFields;
  keywords: string[];
}

/** Elements whose words are a headline. */
export const HEADLINES: ReadonlySet<string> = new Set(['hl1', 'headline']);

/** Whether an element says that its item is no text. */
export function isOfPictures(name: string, { qcode = '' }: Record<string, string>): boolean {
  return name === 'itemclass' && /(?:picture|graphic|video|audio|composite)$/u.test(qcode);
}

/** Takes what an element's attributes state. What is stated twice counts once. */
export function readAttributes(
  name: string,
  attributes: Record<string, string>,
  { fields, keywords }: ToldFields,
): void {
  const set = (field: 'publication' | 'section' | 'page' | 'rights' | 'slug', value: string | undefined) => {
    const text = cleanLine(value ?? '');
    if (text !== '') fields[field] ??= text;
  };
  const setDate = (value: string | undefined) => {
    const date = dayOf(value);
    if (date) fields.date ??= date;
  };
  switch (name) {
    case 'date.issue':
    case 'date.release':
    case 'story.date':
      setDate(attributes.norm);
      return;
    case 'doc.copyright':
      set('rights', [attributes.holder, attributes.year].filter(Boolean).join(', '));
      return;
    case 'pubdata':
      set('publication', attributes.name);
      set('section', attributes['position.section']);
      set('page', attributes['position.sequence']);
      setDate(attributes['date.publication']);
      return;
    case 'keyword': {
      const key = cleanLine(attributes.key ?? '');
      if (key !== '') keywords.push(key);
      return;
    }
    case 'fixture':
      set('slug', attributes['fix-id']);
      return;
    case 'language': {
      const language = languageOf(attributes.tag);
      if (language) fields.language ??= language;
      return;
    }
    default:
  }
}

/** Takes what an element's words state. @param parent name of the element around it @param text its words, never empty */
export function readText(name: string, parent: string, text: string, { fields, keywords }: ToldFields): void {
  switch (name) {
    case 'hl1':
    case 'headline':
      fields.headline ??= text;
      return;
    case 'title':
      // In the head of NITF, and in NewsML-G2, where nothing better follows.
      if (parent === 'itemmeta' || parent === 'head') fields.headline ??= text;
      return;
    case 'hl2':
    case 'abstract':
      fields.dek ??= text;
      return;
    case 'p':
      if (parent === 'abstract') fields.dek ??= text;
      return;
    case 'byline':
    case 'by': {
      const byline = bylineOf(text);
      if (byline) fields.byline ??= byline;
      return;
    }
    case 'person':
      if (parent === 'byline') fields.byline ??= text;
      return;
    case 'location':
      if (parent === 'dateline') fields.place ??= text;
      return;
    case 'org':
    case 'distributor':
      fields.agency ??= text;
      return;
    case 'dateline':
      fields.place ??= text.replace(/\s*\([^)]*\).*$|\s*[-–—:]+\s*$/gu, '');
      return;
    case 'slugline':
      fields.slug ??= text;
      return;
    case 'copyrightnotice':
    case 'rights':
      fields.rights ??= text;
      return;
    case 'name':
      if (parent === 'copyrightholder') fields.rights ??= text;
      if (parent === 'located') fields.place ??= text;
      if (parent === 'provider' || parent === 'infosource') fields.publication ??= text;
      return;
    case 'keyword':
      keywords.push(text);
      return;
    case 'firstcreated':
    case 'versioncreated':
    case 'contentcreated': {
      const date = dayOf(text);
      if (date && (name !== 'versioncreated' || !fields.date)) fields.date = date;
      return;
    }
    default:
  }
}
