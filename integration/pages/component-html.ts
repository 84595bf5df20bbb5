// The components of a story's page as HTML, one string each: `src/components/` has them for pages, and a page of a story is
// made of these strings where the project has put nothing in their place. All text in them is escaped.
import type { SectionUrls } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import type { Translations } from '../i18n/translations.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { summarise } from '../text.ts';
import { attributes, escapeMarkup, link } from '../utils/markup.ts';
import type { ComponentProps } from './component-props.ts';

/** Longest opening shown in a list, in characters. */
const OPENING = 160;

/** What an editor tells readers of a story: that it was corrected, or why it was retracted. */
export function noticeHtml({ title, text, langAttrs }: ComponentProps['Notice']): string {
  const named = `<strong${attributes(langAttrs)}>${escapeMarkup(title)}</strong>`;
  return `<div class="notice" role="note"><p>${named} ${escapeMarkup(text)}</p></div>`;
}

/**
 * The captions of photos that have no picture, set as captions: what a dump says of its pictures is part of the story even
 * where the pictures are lost. All but the first can be opened: eight of them would stand between a headline and its story.
 */
export function captionsHtml({
  photos,
  pictures,
  translations,
  langAttrs,
}: ComponentProps['Photos']): string {
  const { strings } = translations;
  const captions = photos.slice(pictures.length).map(captionHtml);
  const [first, ...others] = captions;
  const [top, folded] = pictures.length === 0 && first !== undefined ? [first, others] : ['', captions];
  const label = `<span class="label">${bdi(strings.photo, langAttrs)}</span> `;
  const shown = top && `<figure class="photo"><figcaption>${label}${top}</figcaption></figure>`;
  if (folded.length === 0) return shown;
  const summary = bdi(translations.count(strings.morePhotos, folded.length), langAttrs);
  const rest = folded.map((html) => `<figure class="photo"><figcaption>${html}</figcaption></figure>`);
  return `${shown}<details class="photos"><summary>${summary}</summary>${rest.join('')}</details>`;
}

function captionHtml({ caption, credit }: ComponentProps['Photos']['photos'][number]): string {
  return `${escapeMarkup(caption)} ${credit ? `<small class="credit">${escapeMarkup(credit)}</small>` : ''}`;
}

/** Words of the interface, which may run in another direction than what they stand in. */
export function bdi(
  text: string,
  langAttrs: { lang?: string | undefined; dir?: string | undefined },
): string {
  return `<bdi${attributes(langAttrs)}>${escapeMarkup(text)}</bdi>`;
}

/** A story's date as honestly as it is known: stated, taken from a photo and so approximate, or none. */
export function storyDateHtml({ story, translations }: ComponentProps['StoryDate']): string {
  // A date runs in the interface's direction, in a story that may run in another.
  const dir = translations.dir === story.dir ? undefined : translations.dir;
  return dateHtml(story, translations, translations.day, dir);
}

function dateHtml(
  { date, dateBasis }: Pick<ComponentProps['StoryDate']['story'], 'date' | 'dateBasis'>,
  { say, strings }: ComponentProps['StoryDate']['translations'],
  format: (date: Date) => string,
  dir: string | undefined,
): string {
  if (!date) return `<span${attributes({ dir })}>${escapeMarkup(strings.undated)}</span>`;
  const day = format(date);
  const shown = dateBasis === 'photo' ? say(strings.approximate, day) : day;
  return `<time datetime="${calendarDay(date)}"${attributes({ dir })}>${escapeMarkup(shown)}</time>`;
}

/** What a list of stories is made with. */
export interface ListContext {
  urls: SectionUrls;
  translations: Translations;
  placeName(name: string): string;
  openStory(summary: StorySummary): StoryEntry;
  bodyOf(entry: StoryEntry): Block[];
}

/** A dense list of stories: headline and date. */
export function storyListHtml(
  { entries, columns = false, dates = true, openings = false }: ComponentProps['StoryList'],
  context: ListContext,
): string {
  const { urls, translations } = context;
  const items = entries.map((summary) => {
    const { id, data } = summary;
    const { headline, lang, dir, places } = data;
    // A headline runs as its story does, its date as the interface does.
    const [storyDir, dateDir] = dir === translations.dir ? [] : [dir, translations.dir];
    const linkLang = lang === translations.lang ? undefined : lang;
    const toStory = link(urls.story(id), escapeMarkup(headline), attributes({ lang: linkLang }));
    const when = dates ? dateHtml(data, translations, translations.shortDay, dateDir) : '';
    const opening = openings ? openingOf(summary, context) : undefined;
    const where =
      openings && places.length > 0
        ? `<span${attributes({ dir: dateDir })}>${escapeMarkup(places.map((place) => context.placeName(place)).join(' · '))}</span>`
        : '';
    return (
      `<li${attributes({ dir: storyDir })}>${toStory}${inWhen(when)}` +
      (opening ? `<p class="opening"${attributes({ lang })}>${escapeMarkup(opening)}</p>` : '') +
      `${inWhen(where)}</li>`
    );
  });
  return `<ul class="stories${columns ? ' columns' : ''}">${items.join('')}</ul>`;
}

const inWhen = (html: string) => (html ? `<span class="when">${html}</span>` : '');

/** How a story opens, where that says more than its headline. */
function openingOf(
  summary: ComponentProps['StoryList']['entries'][number],
  { bodyOf, openStory }: ListContext,
): string | undefined {
  const entry = openStory(summary);
  const text = summarise(entry.data, entry.data.dek ? [] : bodyOf(entry), OPENING);
  return text === entry.data.headline ? undefined : text;
}
