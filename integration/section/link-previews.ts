// The images that stand beside links to a section's pages: which pages have one of their own, and what is on it.
import type { SectionConfig } from '../config/section-config.ts';
import type { SectionUrls } from '../config/urls.ts';
import type { Translations, TranslationsFor } from '../i18n/translations.ts';
import { OG_IMAGE_SIZE, type OgImageRenderer } from '../og-images/og-image.ts';
import type { LinkPreview } from '../pages/layout-props.ts';
import type { StorySummary } from '../stories/story-summary.ts';

/** Places named on an image. */
const MAX_PLACES = 2;

/** What images say of a section. */
interface PreviewTexts {
  config: SectionConfig;
  urls: SectionUrls;
  translationsFor: TranslationsFor;
  placeName(name: string, words: Translations): string;
  /** How many stories are newer than one. */
  newerThan(id: string): number;
}

/** @param renderer draws images; left out where the section has none */
export function createLinkPreviews(
  { config, urls, translationsFor, placeName, newerThan }: PreviewTexts,
  renderer: OgImageRenderer | undefined,
) {
  const newest = config.ogImages?.newest ?? 0;
  const requireRenderer = () => {
    if (!renderer) throw new Error('This section has no OG images.');
    return renderer;
  };
  const siteImage: LinkPreview | undefined = renderer?.canDraw(config.title)
    ? { url: urls.absolute(urls.ogImage()), ...OG_IMAGE_SIZE, alt: config.title }
    : undefined;
  return {
    /** The image of the section, which every page has that has none of its own. */
    siteImage,

    /** The image of a story, if it has one: if it is new enough, and the fonts have the letters of its headline. */
    storyImage({ id, data: { headline } }: StorySummary): LinkPreview | undefined {
      if (!renderer || newerThan(id) >= newest || !renderer.canDraw(headline)) return undefined;
      return { url: urls.absolute(urls.ogImage(id)), ...OG_IMAGE_SIZE, alt: headline };
    },

    /** @returns a PNG; call it where there is a `siteImage` */
    drawSiteImage() {
      const { title, description, lang } = config;
      const { dir } = translationsFor(lang, lang);
      return requireRenderer().draw({ headline: title, motto: description, lang, dir });
    },

    /** @returns a PNG; call it where `storyImage()` returns one */
    drawStoryImage({ data: { headline, lang, dir, date, dateBasis, places } }: StorySummary) {
      const words = translationsFor(lang, config.lang);
      const day = date && words.day(date);
      return requireRenderer().draw({
        headline,
        lang,
        dir,
        title: config.title,
        kicker: places
          .slice(0, MAX_PLACES)
          .map((place) => placeName(place, words))
          .join(' · '),
        ...(day && { date: dateBasis === 'photo' ? words.say(words.strings.approximate, day) : day }),
      });
    },
  };
}
