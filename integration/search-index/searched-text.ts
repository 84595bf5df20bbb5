// What is searched of a story, and what its index shows of it: all that its page shows as the story's own.
import { hash } from 'node:crypto';
import { placeSlug } from '../config/urls.ts';
import type { Block } from '../dump/types.ts';
import { authorsOf } from '../pages/authors.ts';
import type { IndexedStory } from '../search/build/index.ts';
import type { StoryText } from '../search/build/run.ts';
import type { FacetValue } from '../search/format/facets.ts';
import type { StoryEntry } from '../stories/story-index.ts';

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

/** Makes what an index shows of stories. */
export class StoryFacets {
  readonly #placeName: (name: string) => string;
  /** A site has few names, and many stories of each. */
  readonly #values = new Map<string, FacetValue>();

  /** @param placeName what readers call a place */
  constructor(placeName: (name: string) => string) {
    this.#placeName = placeName;
  }

  shown({ id, data }: StoryEntry): ShownStory {
    const { headline, lang, date, dateBasis, places, section, byline, dateline } = data;
    return {
      id,
      headline,
      lang,
      basis: date && dateBasis ? dateBasis : 'none',
      ...(date && { date: date.toISOString().slice(0, 10) }),
      places: this.#all(places, this.#placeName),
      sections: this.#all([section]),
      authors: this.#all(authorsOf(byline, dateline?.agency)),
    };
  }

  #all(names: readonly (string | undefined)[], label = (name: string) => name): FacetValue[] {
    return names.flatMap((name) => {
      const value = name === undefined ? '' : placeSlug(name);
      if (name === undefined || value === '') return [];
      const key = `${value} ${name}`;
      const known = this.#values.get(key) ?? { value, label: label(name) };
      this.#values.set(key, known);
      return [known];
    });
  }
}
