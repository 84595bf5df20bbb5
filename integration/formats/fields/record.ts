// The values of a record's fields to what a story has.
import { cleanLine } from '../../dump/index.ts';
import type { StatedFields } from '../stated-story.ts';
import { decodeEntities, htmlBody, isHtml, stripMarkup } from '../text/html.ts';
import { plainBody, type StoryBody } from '../text/plain.ts';
import type { FieldValues } from './field-values.ts';
import type { FieldName } from './names.ts';
import { bylineOf, dayOf, keywordsOf, languageOf, lineOf, textOf, urlOf } from './values.ts';

/** @returns what the values state, but for the text */
export function statedFields(values: FieldValues): StatedFields {
  const line = (field: FieldName) => {
    const value = values[field];
    // Of several categories the first is the section.
    const text = lineOf(field === 'section' && Array.isArray(value) ? value[0] : value);
    return text === undefined ? undefined : cleanLine(stripMarkup(text)) || undefined;
  };
  const fields: StatedFields = {};
  for (const field of [
    'headline',
    'dek',
    'section',
    'publication',
    'rights',
    'slug',
    'page',
    'place',
    'agency',
  ] as const) {
    const text = line(field);
    if (text !== undefined) fields[field] = text;
  }
  const byline = bylineOf(values.byline);
  if (byline) fields.byline = cleanLine(decodeEntities(byline));
  const date = dayOf(values.date);
  if (date) fields.date = date;
  else {
    const unread = lineOf(values.date);
    if (unread) fields.unreadDate = unread;
  }
  const url = urlOf(values.url);
  if (url) fields.url = url;
  const keywords = keywordsOf(values.keywords);
  if (keywords.length > 0) fields.keywords = keywords;
  const language = languageOf(values.language);
  if (language) fields.language = language;
  const caption = line('caption');
  if (caption) fields.captions = [caption];
  // What a record calls its description is the beginning of its text in some.
  return fields;
}

/** @returns the text that the values have, as blocks */
export function bodyOf(values: FieldValues): StoryBody {
  const text = textOf(values.text) ?? '';
  return isHtml(text) ? htmlBody(text) : plainBody(text);
}

/** Whether there is anything that a story could be made of. */
export function mayBeStory({ headline, text }: FieldValues): boolean {
  return text !== undefined && (headline !== undefined || textOf(text) !== undefined);
}

/** A dek that the body begins with is no dek: programs cut descriptions off the text. */
export function withoutRepeatedDek(fields: StatedFields, body: StoryBody): StatedFields {
  const first = body.blocks[0];
  if (!fields.dek || !first || first.type === 'list') return fields;
  const opening = fields.dek.replace(/[\s.…[\]]+$/u, '').slice(0, 60);
  if (opening.length < 20 || !first.text.startsWith(opening)) return fields;
  const { dek: _, ...rest } = fields;
  return rest;
}
