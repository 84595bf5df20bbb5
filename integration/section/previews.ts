// The pictures that stand beside links to a section's pages: which pages have one of their own, and what is on it.

import type { SiteFacts, SiteUrls } from '../facts.ts';
import type { Preview } from '../pages/frame.ts';
import type { Wording, WordingFor } from '../pages/wording.ts';
import type { Press } from '../publishing/cards/card.ts';
import { CARD_SIZE } from '../publishing/cards/index.ts';
import type { Listing } from '../stories/catalogue.ts';

/** Places named on a card. */
const CARD_PLACES = 2;

/** What cards say of a section. */
interface Captions {
  facts: SiteFacts;
  urls: SiteUrls;
  wordingFor: WordingFor;
  placeName(name: string, words: Wording): string;
}

/** @param press draws cards; left out where the section has none */
export function makePreviews({ facts, urls, wordingFor, placeName }: Captions, press: Press | undefined) {
  const pressed = () => {
    if (!press) throw new Error('This section has no cards.');
    return press;
  };
  const siteCard: Preview | undefined = press?.canDraw(facts.title)
    ? { url: urls.absolute(urls.card()), ...CARD_SIZE, alt: facts.title }
    : undefined;
  return {
    /** The card of the section, which stands for every page that has none of its own. */
    siteCard,

    /** The card of a story, if it has one: if there are cards, and their fonts have the letters of its headline. */
    storyCard({ id, data: { headline } }: Listing): Preview | undefined {
      if (!press?.canDraw(headline)) return undefined;
      return { url: urls.absolute(urls.card(id)), ...CARD_SIZE, alt: headline };
    },

    /** @returns a PNG; call it where `siteCard` says that there is one */
    drawSiteCard() {
      const { title, description, lang } = facts;
      return pressed().draw({ headline: title, motto: description, lang, dir: wordingFor(lang, lang).dir });
    },

    /** @returns a PNG; call it where `storyCard()` says that there is one */
    drawStoryCard({ data: { headline, lang, dir, date, dateBasis, places } }: Listing) {
      const words = wordingFor(lang, facts.lang);
      const day = date && words.day(date);
      return pressed().draw({
        headline,
        lang,
        dir,
        title: facts.title,
        kicker: places
          .slice(0, CARD_PLACES)
          .map((place) => placeName(place, words))
          .join(' · '),
        ...(day && { date: dateBasis === 'photo' ? words.say(words.strings.approximate, day) : day }),
      });
    },
  };
}
