// What the page of a story is made of: what its frame says, what stands in its head, and what it shows, as HTML in which
// only what a project may replace stands as components. Its template hands that to Astro; a build that has seen what Astro
// makes of it puts other stories into the same frame.
import type { ImageMetadata } from 'astro';
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { Translations, TranslationsFor } from '../i18n/translations.ts';
import { calendarDay, publishedOn } from '../stories/calendar-day.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import type { Story } from '../story.ts';
import { summarise } from '../text.ts';
import { attributes, escapeMarkup, link } from '../utils/markup.ts';
import type { ListContext } from './component-html.ts';
import type { LinkPreview, PageProps } from './layout-props.ts';
import type { Content, ShownComponent } from './page-content.ts';
import { provenanceHtml } from './provenance.ts';
import { type ArticleWords, storyHeader } from './story-header.ts';
import type { StoryProps } from './story-paths.ts';
import { linkedData, metaProperty, newsArticle } from './structured-data.ts';

/** What the page of a story is made of. */
export interface StoryPage {
  /** What it tells its frame. */
  frame: PageProps & Required<Pick<PageProps, 'title' | 'description' | 'path' | 'contentLang'>>;
  /** HTML for the page's head, behind what every page has there. */
  head: string;
  content: Content;
}

/** Pictures of a story that the project has, and what Astro makes of them. */
export interface StoryPictures {
  pictures: readonly ImageMetadata[];
  /** The first of them, for link previews: its address on the site, width and height in pixels. */
  preview?: { src: string; width: number; height: number } | undefined;
}

/** What a section's pages of stories are made with. */
export interface StoryPageContext extends ListContext {
  config: SectionConfig;
  translationsFor: TranslationsFor;
  placeName(name: string, words?: Translations): string;
  /** The image beside links to a story that has no pictures. */
  storyImage(summary: StorySummary): LinkPreview | undefined;
  /** The way to a month, empty for stories of no day: items of a list, and an element for search engines. */
  archiveTrail(month: string): { items: string; data: string };
}

/** Makes the page of a story. */
export function storyPage(
  props: StoryProps,
  { pictures, preview }: StoryPictures,
  context: StoryPageContext,
): StoryPage {
  const { summary, others, links } = props;
  const { config, translations, urls } = context;
  const entry = context.openStory(summary);
  const { id, data: story } = entry;
  const blocks = context.bodyOf(entry);
  const description = summarise(story, blocks);
  const path = urls.story(id);
  const image = preview ? pictureOf(story, preview, urls) : context.storyImage(summary);
  const article = articleWords(story, context);
  const trail = config.pages.archive ? context.archiveTrail(monthOf(story)) : undefined;
  const provenance = provenanceHtml({ id, data: story, url: urls.absolute(path) }, config, translations);
  return {
    frame: { title: story.headline, description, path, preview: image, contentLang: story.lang },
    head:
      articleElements(story) +
      linkedData(newsArticle(entry, description, config, urls, image?.url)) +
      (trail?.data ?? ''),
    content: [
      trail ? trailHtml(trail.items, translations) : '',
      `<article${attributes({ class: 'story', lang: story.lang, dir: story.dir })}>`,
      ...storyHeader(story, links, article, context),
      ...correctionNotice(story, article),
      ...photos(story, pictures, article),
      { name: 'StoryBody', props: { blocks } },
      ...morePhotos(story, pictures, article),
      `</article><footer class="provenance">${provenance}</footer>`,
      neighboursHtml(story, props, context),
      ...related(others, translations),
    ],
  };
}

/** Inside the article the interface speaks the story's language where it can, and says so where it can't. */
function articleWords({ lang }: Story, { config, translationsFor }: StoryPageContext): ArticleWords {
  const words = translationsFor(lang, config.lang);
  return { words, langAttrs: words.lang === lang ? {} : { lang: words.lang, dir: words.dir } };
}

/** @returns `2025-04`; empty for a story of no day */
function monthOf({ date }: Story): string {
  return date ? calendarDay(date).slice(0, -3) : '';
}

function pictureOf(
  { photos, headline }: Story,
  { src, width, height }: NonNullable<StoryPictures['preview']>,
  urls: SectionUrls,
): LinkPreview {
  return { url: urls.absolute(src), width, height, alt: photos[0]?.caption ?? headline };
}

/** What link previews learn of an article. */
function articleElements(story: Story): string {
  const published = publishedOn(story);
  return [
    metaProperty('og:type', 'article'),
    published ? metaProperty('article:published_time', published) : '',
    story.section ? metaProperty('article:section', story.section) : '',
    ...story.places.map((place) => metaProperty('article:tag', place)),
  ].join('');
}

function trailHtml(items: string, { strings }: Translations): string {
  const attrs = attributes({ class: 'trail', 'aria-label': strings.breadcrumbs });
  return `<nav${attrs}><ol>${items}</ol></nav>`;
}

function correctionNotice({ correction }: Story, { words, langAttrs }: ArticleWords): Content {
  if (!correction) return [];
  const title = words.say(words.strings.correction, words.day(correction.date));
  return [{ name: 'Notice', props: { title, text: correction.text, langAttrs } }];
}

/** The first picture, and the captions of photos that have none. */
function photos(story: Story, pictures: StoryPictures['pictures'], article: ArticleWords): Content {
  if (pictures.length === 0 && story.photos.length === 0) return [];
  const shown = [...story.photos.slice(0, 1), ...story.photos.slice(Math.max(1, pictures.length))];
  return [photosOf(shown, pictures.slice(0, 1), article)];
}

/** Further pictures: more than one would stand between a headline and its story. */
function morePhotos(story: Story, pictures: StoryPictures['pictures'], article: ArticleWords): Content {
  if (pictures.length < 2) return [];
  const shown = photosOf(story.photos.slice(1, pictures.length), pictures.slice(1), article);
  return ['<div class="more-photos">', shown, '</div>'];
}

function photosOf(
  photos: Story['photos'],
  pictures: StoryPictures['pictures'],
  { words, langAttrs }: ArticleWords,
): ShownComponent {
  return { name: 'Photos', props: { photos, pictures, translations: words, langAttrs } };
}

/** The ways to the stories before and after. */
function neighboursHtml(
  { date }: Story,
  { previous, next }: StoryProps,
  { translations: { strings }, urls }: StoryPageContext,
): string {
  if (!previous && !next) return '';
  // Undated stories stand in the order of their dumps, of which nobody knows whether it is that of time.
  const isDated = ({ data }: StorySummary) => Boolean(data.date && date);
  const wayTo = (other: StorySummary, rel: string, className: string, name: string) => {
    const { lang, dir, headline } = other.data;
    const headlineHtml = `<bdi${attributes({ lang, dir })}>${escapeMarkup(headline)}</bdi>`;
    const toStory = link(urls.story(other.id), headlineHtml, attributes({ rel }));
    return `<p class="${className}"><span>${escapeMarkup(name)}</span>${toStory}</p>`;
  };
  return (
    `<nav${attributes({ class: 'neighbours', 'aria-label': strings.neighbours })}>` +
    (previous
      ? wayTo(previous, 'prev', 'previous', isDated(previous) ? strings.newerStory : strings.previous)
      : '') +
    (next ? wayTo(next, 'next', 'next', isDated(next) ? strings.olderStory : strings.next) : '') +
    '</nav>'
  );
}

/** Stories that it leads on to. */
function related(others: readonly StorySummary[], { strings }: Translations): Content {
  if (others.length === 0) return [];
  return [
    `<section class="related" aria-labelledby="related"><h2 class="rubric" id="related">${escapeMarkup(strings.related)}</h2>`,
    { name: 'StoryList', props: { entries: others } },
    '</section>',
  ];
}
