// What is searched of a story, and what its index shows of it: all that its page shows as the story's own.
import { hash } from 'node:crypto';
import { placeSlug } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import { authorsOf } from '../pages/authors.ts';
import type { IndexedStory } from '../search/build/index.ts';
import type { StoryText } from '../search/build/run.ts';
import type { FacetValue } from '../search/format/facets.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { memoize } from '../utils/memoize.ts';

/** @returns the text of a story that is searched */
export function searchedText({ data }: StoryEntry, blocks: readonly Block[]): StoryText {
  const { headline, lang, dek, byline, section, photos, correction } = data;
  const text = [
    dek,
    byline,
    section,
    correction?.text,
    ...blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.text])),
    ...photos.flatMap(({ caption, credit }) => [caption, credit]),
  ];
  return { lang, headline, text: text.flatMap((each) => each || []) };
}

/** @returns a digest of that text that can be told without reading the story's body: its dump's digest stands for it */
export function sourceKey({ data }: StoryEntry): string {
  const { headline, lang, dek, byline, section, photos, correction, source } = data;
  const captions = photos.map(({ caption, credit }) => [caption, credit]);
  return hash(
    'sha256',
    JSON.stringify([lang, headline, dek, byline, section, captions, correction?.text, source.digest]),
  );
}

/** @returns a digest of what is searched */
export function textKey(text: StoryText): string {
  return hash('sha256', JSON.stringify(text));
}

/** What an index shows of a story, and narrows searches by. */
export type ShownStory = Omit<IndexedStory, 'order' | 'text' | 'key'>;

/** Makes what an index shows of stories. A site has few names, and many stories of each: a name is one object. */
export class StoryFacets {
  readonly #place: (name: string) => FacetValue;
  readonly #named = memoize((name: string) => facetValue(name, name));
  readonly #authors = memoize((byline: string) =>
    memoize((agency: string) => this.#allOf(this.#named, authorsOf(byline, agency))),
  );

  /** @param placeName what readers call a place */
  constructor(placeName: (name: string) => string) {
    this.#place = memoize((name) => facetValue(name, placeName(name)));
  }

  shown({ id, data }: Pick<StorySummary, 'id' | 'data'>): ShownStory {
    const { headline, lang, date, dateBasis, places, section, byline, agency = '' } = data;
    const shown: ShownStory = {
      id,
      headline,
      lang,
      basis: date && dateBasis ? dateBasis : 'none',
      places: this.#allOf(this.#place, places),
      sections: section ? this.#allOf(this.#named, [section]) : NONE,
      authors: byline ? this.#authors(byline)(agency) : NONE,
    };
    if (date) shown.date = calendarDay(date);
    return shown;
  }

  /** Names of punctuation alone have no page, and are nothing to search by. */
  #allOf(named: (name: string) => FacetValue, names: readonly string[]): readonly FacetValue[] {
    if (names.length === 0) return NONE;
    const values = names.map(named);
    return values.every(({ value }) => value !== '') ? values : values.filter(({ value }) => value !== '');
  }
}

const NONE: readonly FacetValue[] = [];

const facetValue = (name: string, label: string): FacetValue => ({ value: placeSlug(name), label });
