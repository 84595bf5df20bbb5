// What `wirecopy check` needs of a story: what it is known and listed by, and what --json prints of it.
import type { ParsedStory, StoryRecord } from './story-reader.ts';

/** What a story is known by: its id, its copies and messages about it come of these. */
export type KnownStory = Pick<StoryRecord, 'headline' | 'digest' | 'words' | 'lines'>;

/** The same with what a table of stories shows. */
export type CheckedStory = KnownStory & Pick<StoryRecord, 'date' | 'dateBasis' | 'lang' | 'wordCount'>;

/** @returns what checking needs of a story */
export function checkedStory(story: StoryRecord): CheckedStory {
  const { headline, digest, words, lines, lang, wordCount, date, dateBasis } = story;
  const checked: CheckedStory = { headline, digest, words, lines, lang, wordCount };
  if (date) checked.date = date;
  if (dateBasis) checked.dateBasis = dateBasis;
  return checked;
}

/** @returns all that is printed of a story but its id, as a JSON object; what has no value is left out */
export function printedJson(story: ParsedStory): string {
  return JSON.stringify({
    headline: story.headline,
    dek: story.dek,
    byline: story.byline,
    section: story.section,
    url: story.url,
    publication: story.publication,
    rights: story.rights,
    keywords: story.keywords,
    slug: story.slug,
    page: story.page,
    dateline: story.dateline,
    photos: story.photos,
    date: story.date,
    dateBasis: story.dateBasis,
    lang: story.lang,
    dir: story.dir,
    places: story.places,
    wordCount: story.wordCount,
    confidence: story.confidence,
    lines: story.lines,
    blocks: story.blocks,
  });
}
