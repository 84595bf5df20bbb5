// What the elements of NITF, of NewsML (1 and G2) and of Reuters' collections say of a story, outside of its text: by their
// attributes, and by their words.
import { cleanLine } from '../../dump/index.ts';
import { bylineOf, dayOf, languageOf } from '../fields/values.ts';
import type { StatedFields } from '../stated-story.ts';
import { placeOf } from './sgml-reader.ts';

/** What elements stated of a story so far. */
export interface StatedElements {
  fields: StatedFields;
  keywords: string[];
  /** Its headline, where no element says better. */
  title?: string | undefined;
}

/** Elements whose words are a headline. */
export const HEADLINES: ReadonlySet<string> = new Set(['hl1', 'headline']);

/** Whether an element says that what is around it is no text. */
export function isOfPictures(name: string, { qcode = '' }: Record<string, string>): boolean {
  return name === 'itemclass' && /(?:picture|graphic|video|audio|composite)$/u.test(qcode);
}

/** Whether an element says, in NewsML 1, that the component around it is the caption of a picture. */
export function isOfCaption(name: string, { FormalName = '' }: Record<string, string>): boolean {
  return name === 'role' && /caption/iu.test(FormalName);
}

/** Takes what an element's attributes state. What is stated twice counts once. @param parent name of the element around it */
export function readAttributes(
  name: string,
  parent: string,
  attributes: Record<string, string>,
  { fields, keywords }: StatedElements,
): void {
  const set = (field: 'publication' | 'section' | 'page' | 'rights' | 'slug', value: string | undefined) => {
    const text = cleanLine(value ?? '');
    if (text !== '') fields[field] ??= text;
  };
  const setDate = (value: string | undefined) => {
    const date = dayOf(value);
    if (date) fields.date ??= date;
  };
  const setLanguage = (value: string | undefined) => {
    const language = languageOf(value);
    if (language) fields.language ??= language;
  };
  switch (name) {
    case 'nitf':
    case 'newsitem':
      setLanguage(attributes['xml:lang']);
      setDate(attributes.date);
      return;
    case 'party':
      if (parent === 'provider') set('publication', attributes.FormalName);
      return;
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
    case 'language':
      setLanguage(attributes.tag ?? attributes.FormalName);
      return;
    default:
  }
}

/** Takes what an element's words state. @param parent name of the element around it @param text its words, never empty */
export function readText(name: string, parent: string, text: string, stated: StatedElements): void {
  const { fields, keywords } = stated;
  switch (name) {
    case 'hl1':
    case 'headline':
      fields.headline ??= text;
      return;
    case 'title':
      if (['itemmeta', 'head', 'newsitem'].includes(parent)) stated.title ??= text;
      return;
    case 'hl2':
    case 'abstract':
    case 'subheadline':
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
    case 'dateline': {
      const place = placeOf(text);
      if (place) fields.place ??= place;
      return;
    }
    case 'slugline':
      fields.slug ??= text;
      return;
    case 'copyrightnotice':
    case 'copyrightline':
    case 'copyright':
    case 'rights':
      fields.rights ??= text;
      return;
    case 'name':
      if (parent === 'copyrightholder') fields.rights ??= text;
      if (parent === 'located') fields.place ??= text;
      if (parent === 'provider' || parent === 'infosource') fields.publication ??= text;
      return;
    case 'keyword':
    case 'keywordline':
      keywords.push(text);
      return;
    case 'firstcreated':
    case 'versioncreated':
    case 'thisrevisioncreated':
    case 'contentcreated': {
      const date = dayOf(text);
      const isOfVersion = name === 'versioncreated' || name === 'thisrevisioncreated';
      if (date && !(isOfVersion && fields.date)) fields.date = date;
      return;
    }
    default:
  }
}
