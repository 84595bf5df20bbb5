// The head of a story on its page: where it plays, headline, dek, who wrote it, when, and how long it takes to read.
import type { SectionConfig } from '../config/section-config.ts';
import { placeSlug, type SectionUrls } from '../config/urls.ts';
import type { Translations } from '../i18n/translations.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { Story } from '../story.ts';
import { attributes, escapeMarkup, link } from '../utils/markup.ts';
import { bdi } from './component-html.ts';
import type { LangAttrs } from './component-props.ts';
import type { Content } from './page-content.ts';
import type { StoryLinks } from './story-paths.ts';

/** In characters; most are half as long. */
const LONG_HEADLINE = 110;

/** What it is made with. */
export interface HeaderContext {
  config: Pick<SectionConfig, 'pages'>;
  urls: SectionUrls;
  placeName(name: string, words: Translations): string;
}

/** The interface inside an article: its words, and their language and direction where the article has others. */
export interface ArticleWords {
  words: Translations;
  langAttrs: LangAttrs;
}

/** @returns the head as HTML, in which what a project may replace stands as components */
export function storyHeader(
  story: Story,
  links: StoryLinks,
  { words, langAttrs }: ArticleWords,
  context: HeaderContext,
): Content {
  const { urls } = context;
  const { agency } = story.dateline ?? {};
  const long = story.headline.length > LONG_HEADLINE ? ' class="long"' : '';
  const bdiDir = { dir: langAttrs.dir };
  const reason = story.date
    ? story.dateBasis === 'photo' && words.strings.approximateReason
    : words.strings.undatedReason;
  const dateHref = dayAddress(story, links, context);
  return [
    '<header>',
    kickerHtml(story, links, { words, langAttrs }, context),
    `<h1${long}>${escapeMarkup(story.headline)}</h1>`,
    story.dek ? `<p class="dek">${escapeMarkup(story.dek)}</p>` : '',
    `<div class="facts"${attributes({ lang: langAttrs.lang })}>`,
    story.byline ? bylineHtml(story.byline, story, links, { words, langAttrs }, urls) : '',
    agency && links.agency ? `<p>${link(urls.topic('agencies', links.agency), bdi(agency, {}))}</p>` : '',
    dateHref ? `<p><a href="${escapeMarkup(dateHref)}">` : '<p>',
    { name: 'StoryDate', props: { story, translations: words } },
    dateHref ? '</a></p>' : '</p>',
    story.wordCount > 0 ? `<p>${bdi(words.readingTime(story.wordCount), bdiDir)}</p>` : '',
    reason ? `<p class="reason">${bdi(reason, bdiDir)}</p>` : '',
    '</div></header>',
  ];
}

/** Its section, and the places where it plays. */
function kickerHtml(
  { section, places }: Story,
  links: StoryLinks,
  { words, langAttrs }: ArticleWords,
  { config, urls, placeName }: HeaderContext,
): string {
  const lang = attributes({ lang: langAttrs.lang });
  const items: string[] = [];
  if (section) {
    const name = escapeMarkup(section);
    items.push(links.section ? link(urls.topic('sections', links.section), name) : `<span>${name}</span>`);
  }
  for (const place of places) {
    const slug = placeSlug(place);
    if (slug === '') continue;
    const name = escapeMarkup(placeName(place, words));
    const html = config.pages.places
      ? link(urls.place(slug), name, ` rel="tag"${lang}`)
      : `<span${lang}>${name}</span>`;
    items.push(html);
  }
  return items.length > 0
    ? `<ul class="kicker">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
    : '';
}

/** The byline: the names that have a page are links. */
function bylineHtml(
  byline: string,
  { lang }: Story,
  { authors = [] }: StoryLinks,
  { words, langAttrs }: ArticleWords,
  urls: SectionUrls,
): string {
  const [before = '', after = ''] = words.strings.by.split('%').map(escapeMarkup);
  let [html, rest] = ['', byline];
  for (const { name, slug } of authors) {
    const at = slug ? rest.indexOf(name) : -1;
    if (!slug || at < 0) continue;
    const author = link(urls.topic('authors', slug), escapeMarkup(name), ' rel="author"');
    html += escapeMarkup(rest.slice(0, at)) + author;
    rest = rest.slice(at + name.length);
  }
  const langAttr = attributes({ lang: langAttrs.lang && lang });
  return `<p class="byline">${before}<bdi${langAttr}>${html}${escapeMarkup(rest)}</bdi>${after}</p>`;
}

/** @returns the address of the story's day in the archive, or of its month where the day has none */
function dayAddress({ date }: Story, links: StoryLinks, { config, urls }: HeaderContext): string | undefined {
  const [year, month, day] = date && config.pages.archive ? calendarDay(date).split('-') : [];
  if (!year || !month || !day) return undefined;
  return links.day ? urls.day(year, month, day) : urls.month(year, month);
}
