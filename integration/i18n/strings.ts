// What the interface has to say, whatever the language: what a table of its words holds, and what a configuration may
// put in its place. Text that comes from a dump is never in here.
import { z } from 'astro/zod';

const words = z.string().min(1);
/** A sentence about something, which comes where `%` stands. */
const about = words.includes('%', { error: 'a text with a % where what it is about is put in' });
const form = words.optional();
/** Forms of a counted noun, with `#` where the number stands; Intl.PluralRules picks one. */
const counted = z.strictObject({ zero: form, one: form, two: form, few: form, many: form, other: words });
export type PluralForms = z.infer<typeof counted>;

/** What the interface says. */
export const stringsSchema = z.strictObject({
  skip: words,
  front: words,
  archive: words,
  undated: words,
  places: words,
  allPlaces: words,
  placesIntro: words,
  noPlaces: words,
  mapLines: words.describe('Whose lines the map has.'),
  mapOf: about.describe('A part of the map, by the stories it shows.'),
  related: words.describe('Stands above stories that have much in common with the one before.'),
  feed: words,
  feedExplained: words.describe('Stands in a feed that is opened in a browser.'),
  feedToPage: words.describe('Leads from a feed to the page that shows the same stories.'),
  feedOf: about.describe('The feed of one place.'),
  newest: about.describe('The day of the newest story.'),
  month: words,
  storyCount: words.describe('Heads a column of counts.'),
  earlier: words.describe('Stands above the stories that come after the first few of the front page.'),
  more: words,
  wholeArchive: words,
  approximate: about.describe('A date that only a photo vouches for.'),
  approximateReason: words,
  undatedReason: words,
  corrections: words.describe('Stands above the stories that were corrected lately.'),
  correction: about.describe('Stands above what was corrected; about the day.'),
  retracted: words,
  retractedText: words,
  moved: words,
  movedTo: about,
  by: about,
  photo: words,
  morePhotos: counted,
  previous: words,
  next: words,
  neighbours: words,
  newerStory: words.describe('Stands above the headline of the next newer story.'),
  olderStory: words.describe('Stands above the headline of the next older story.'),
  older: words,
  newer: words,
  listPages: words,
  listPage: about,
  pageOf: about.describe('How many pages a list has.'),
  jump: words,
  aboutCopy: words.describe('Opens what is known of where a story comes from.'),
  from: words.describe('The publisher or agency that it comes from.'),
  originalAddress: words,
  dateKnown: words.describe('How the date is known.'),
  dateStated: words,
  dateFile: words,
  held: words.describe('What the source held of the story.'),
  words: counted,
  captions: counted,
  corrected: words,
  notCorrected: words,
  permanentAddress: words,
  cite: words,
  rights: words,
  report: words,
  about: words,
  aboutStories: words,
  aboutDates: words,
  aboutDatesText: words,
  aboutMissing: words,
  subscribe: words,
  subscribeText: words.describe('What a feed is.'),
  allFeeds: words.describe('A file that has all feeds.'),
  correctionsText: words,
  noCorrections: words,
  days: words,
  onThisDay: words,
  byYear: words,
  total: words,
  sections: words,
  authors: words,
  agencies: words,
  storiesOf: about,
  undatedIntro: words,
  undatedElsewhere: words,
  allOfMonth: about,
  search: words,
  searchIntro: words,
  searchWords: words.describe('Label of the field.'),
  searchNone: about.describe('About the words that no story has.'),
  searchFailed: words,
  searchMore: words,
  searchNeedsScript: words,
  searchElsewhere: words.describe('Stands above other ways to find a story.'),
  searchOutside: about.describe('About what a search engine is to be told.'),
  breadcrumbs: words,
  menu: words,
  notFound: words,
  notFoundText: words,
  toFront: words,
  stories: counted,
  minutes: counted,
});
export type Strings = z.infer<typeof stringsSchema>;
/** What a site says otherwise, or in one more language; what is left out stays as it is. */
export type StringsTable = z.infer<ReturnType<typeof stringsSchema.partial>>;

/** A language that a site's configuration words, in part or in whole. */
export interface LanguageTable {
  dir: 'ltr' | 'rtl';
  table: StringsTable;
}
