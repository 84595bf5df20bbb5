// What feeds say of a story, whatever their format: its id, its day, topics, and the content as HTML, which is what the
// story's page shows.
import type { IconFile, SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import { createTranslations, type Translations } from '../i18n/translations.ts';
import { bodyHtml } from '../stories/body-html.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { Story } from '../story.ts';
import { element, escapeMarkup, link, textElement } from '../utils/markup.ts';

/** A story with its body, as a feed carries it. */
export interface FeedStory {
  /** The story without its text. */
  entry: StoryEntry;
  /** Its text; empty where it is retracted. */
  blocks: readonly Block[];
}

/** A feed, apart from its stories. */
export interface FeedHead {
  /** Its name, as readers of feeds list it. */
  title: string;
  /** Path of the feed itself. */
  self: string;
  /** Path of the page that shows the same stories. */
  page: string;
  /** Path of the feed that has the stories before these (RFC 5005). */
  previous?: string | undefined;
  /** Path of the feed that has the newest stories, where this one is a part of the archive that never changes. */
  current?: string | undefined;
}

/**
 * What a feed reader knows a story by, forever: a tag URI (RFC 4151), which neither another host nor another base changes,
 * or the story's address. A story that got a new address keeps the id that it had.
 */
export function feedId(
  { id, data }: { id: string; data: Pick<Story, 'formerIds'> },
  { feeds }: SectionConfig,
  urls: SectionUrls,
): string {
  const first = data.formerIds?.[0] ?? id;
  return feeds.tag === undefined
    ? urls.absolute(urls.story(first))
    : `tag:${feeds.tag}/${encodeURIComponent(first)}`;
}

/**
 * A day as a moment. Noon in Greenwich is within the day from twelve hours west of it to eleven hours east; midnight is
 * the day before in all of America.
 */
export function noon(day: Date): Date {
  return new Date(`${calendarDay(day)}T12:00:00Z`);
}

/** A moment as Atom and JSON Feed write it, in whole seconds. */
export function rfc3339(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** The day of a story: the one that it states, or the approximate one of its newest photo, of which its text tells. */
export function publishedAt({ data: { date } }: StoryEntry): Date | undefined {
  return date && noon(date);
}

/** The day of a story's last change, where it is known. */
export function updatedAt({ data: { date, correction } }: StoryEntry): Date | undefined {
  const days = [date, correction?.date].filter((day) => day !== undefined).map(noon);
  return days.sort((a, b) => a.getTime() - b.getTime()).at(-1);
}

/** @returns the newest day on which one of the stories was published or corrected; nothing where none is known */
export function newestDay(stories: readonly FeedStory[]): Date | undefined {
  const days = stories.map(({ entry }) => updatedAt(entry)).filter((day) => day !== undefined);
  return days.sort((a, b) => a.getTime() - b.getTime()).at(-1);
}

/** @returns the address of a picture for feeds; nothing where the project has none in a form that readers show */
export function feedIcon({ icons }: SectionConfig, urls: SectionUrls): string | undefined {
  const icon: IconFile = 'apple-touch-icon.png';
  return icons.includes(icon) ? urls.absolute(urls.publicFile(icon)) : undefined;
}

/** The section, the places and the keywords of a story; of a retracted one, what it was about is gone. */
export function topicsOf({ data: { section, places, keywords = [], retracted } }: StoryEntry): string[] {
  if (retracted !== undefined) return [];
  return [...new Set([...(section ? [section] : []), ...places, ...keywords])];
}

/** The story as HTML. One in another language than the feed's has its language, so that readers set it rightly. */
export function contentHtml({ entry: { data }, blocks }: FeedStory, config: SectionConfig): string {
  const words = createTranslations(config.strings)(data.lang, config.lang);
  const langAttrs = words.lang === data.lang ? '' : ` lang="${escapeMarkup(words.lang)}" dir="${words.dir}"`;
  const parts =
    data.retracted === undefined
      ? [
          data.dek ? element('p', textElement('em', data.dek)) : '',
          dateHtml(data, words, langAttrs),
          correctionHtml(data, words, langAttrs),
          ...data.photos.map(photoHtml),
          bodyHtml(blocks),
          sourceHtml(data, words, langAttrs),
        ]
      : [noticeHtml(words.strings.retracted, data.retracted, langAttrs)];
  const html = parts.join('');
  return data.lang === config.lang
    ? html
    : `<div lang="${escapeMarkup(data.lang)}" dir="${data.dir}">${html}</div>`;
}

/** Why a story has no day, or one that is hardly true; nothing where its dump states it. */
function dateHtml({ date, dateBasis }: Story, words: Translations, langAttrs: string): string {
  const { strings } = words;
  if (!date) return `<p${langAttrs}>${escapeMarkup(`${strings.undated}. ${strings.undatedReason}`)}</p>`;
  if (dateBasis !== 'photo') return '';
  const about = words.say(strings.approximate, words.day(date));
  return `<p${langAttrs}>${escapeMarkup(`${about}. ${strings.approximateReason}`)}</p>`;
}

/** What was corrected comes first, as on the story's page: a subscriber may have read the story before. */
function correctionHtml({ correction }: Story, words: Translations, langAttrs: string): string {
  if (!correction) return '';
  return noticeHtml(
    words.say(words.strings.correction, words.day(correction.date)),
    correction.text,
    langAttrs,
  );
}

function noticeHtml(title: string, text: string, langAttrs: string): string {
  return `<p><strong${langAttrs}>${escapeMarkup(title)}</strong> ${escapeMarkup(text)}</p>`;
}

function photoHtml({ caption, credit }: Story['photos'][number]): string {
  const small = credit ? ` ${textElement('small', credit)}` : '';
  return element('figure', element('figcaption', escapeMarkup(caption) + small));
}

/** Where the story comes from, and whose it is; nothing where neither is known. */
function sourceHtml(
  { publication, dateline, url, rights }: Story,
  { strings }: Translations,
  langAttrs: string,
): string {
  const from = [publication, dateline?.agency].filter((name) => name !== undefined).join(', ');
  const original = url && link(url, escapeMarkup(strings.originalAddress));
  const parts = [
    from && escapeMarkup(`${strings.from}: ${from}`),
    original,
    rights && escapeMarkup(rights),
  ].filter(Boolean);
  return parts.length > 0 ? `<p${langAttrs}>${element('small', parts.join(' · '))}</p>` : '';
}
