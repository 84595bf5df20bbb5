// What a correction may change in a story, and the story with the change made. A correction never changes an id: an
// address, once published, stays.
import { z } from 'astro/zod';
import type { CalendarDay, DateBasis } from '../dump/index.ts';
import { isCalendarDay } from '../dump/phrases/dates.ts';
import { closeDirections } from '../utils/directions.ts';
import { canonicalTag, directionOf } from '../utils/language-tag.ts';
import type { StoryRecord } from './story-reader.ts';

const string = (wrong: string) =>
  z.string({ error: ({ input }) => (input === undefined ? 'is missing' : wrong) });
/** Text as it is read from a dump: one line, in NFC, without what XML 1.0 (section 2.2) or HTML forbids. */
const text = string('is to be text; put it in quotes')
  .overwrite((given) => closeDirections(given.replace(/\s+/gu, ' ').trim().normalize('NFC')))
  .min(1, 'says nothing')
  .regex(/^[^\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]*$/u, 'holds characters that no page may hold');
const day = string('is to be a day, as in 2025-04-24').refine(
  isCalendarDay,
  'is no day of the calendar; write it as in 2025-04-24',
);
const lang = string('is to be a BCP 47 tag, as in "ar"')
  .refine((tag) => canonicalTag(tag) !== undefined, 'is no BCP 47 tag; write it as in "ar" or "en-GB"')
  .overwrite((tag) => canonicalTag(tag) ?? tag);
/** A segment of a path, as ids are; anything else would lead elsewhere, or be no file name. */
const formerId = string('is to be text; put it in quotes').regex(
  /^(?!\.)[^\p{Cc}\s/\\?#%:*"<>|]{1,255}$/u,
  'is no id: it is the part of an address behind /stories/',
);
const NO_FIELDS = 'needs the fields to correct, as in headline: "…"';

export const noteSchema = z.strictObject(
  {
    text: text.describe('What was corrected, for readers.'),
    date: day.describe('When it was corrected.'),
  },
  'needs a text (what was corrected) and a date (when)',
);

/** What may stand under a story’s id. */
export const correctionSchema = z
  .strictObject(
    {
      headline: text.optional().describe('The headline to be shown; the story keeps its id.'),
      dek: text.nullish().describe('The line under the headline; null removes it.'),
      byline: text.nullish().describe('Who wrote it, without “By”; null removes it.'),
      date: day.nullish().describe('The story’s day, `YYYY-MM-DD`; null where it is not known.'),
      lang: lang.optional().describe('BCP 47 tag of its language.'),
      places: z
        .array(text, 'is to be a list, as in [Syria, Russia]')
        .optional()
        .describe('Countries it is about, by their common English names.'),
      lead: z
        .boolean('is to be true or false')
        .optional()
        .describe('Whether it stands first on the front page; of several the newest does.'),
      note: noteSchema.optional().describe('A note about the correction, for readers.'),
      retracted: text
        .optional()
        .describe('Why the story is retracted, for readers; its text is no longer published.'),
      formerIds: z
        .array(formerId, 'is to be a list of ids, as in [old-id]')
        .optional()
        .describe('Ids under which it was published before; their addresses lead to it.'),
    },
    NO_FIELDS,
  )
  .refine((fields) => Object.keys(fields).length > 0, {
    error: NO_FIELDS,
    // Where a field is unknown, one message about its name is enough.
    when: ({ issues }) => issues.length === 0,
  });

/** What an editor changed in one story. */
export type Correction = z.infer<typeof correctionSchema>;

/** The fields that a correction can change. */
export interface CorrectableStory {
  headline: string;
  dek?: string;
  byline?: string;
  date?: CalendarDay;
  dateBasis?: DateBasis;
  lang: string;
  dir: 'ltr' | 'rtl';
  places: string[];
}

/** What a correction adds to a story. */
export interface CorrectionNotes {
  /** A note about the correction, for readers, and its day. */
  correction?: { text: string; date: CalendarDay };
  /** Why the story is retracted. */
  retracted?: string;
  formerIds?: string[];
  /** Whether it stands first on the front page. */
  lead?: true;
}

/** @returns the story as readers see it: itself where it has no correction */
export function applyCorrection<S extends CorrectableStory>(
  story: S,
  correction: Correction | undefined,
): S & CorrectionNotes {
  if (!correction) return story;
  const { headline, dek, byline, date, lang, places, lead, note, retracted, formerIds } = correction;
  const corrected: S & CorrectionNotes = {
    ...story,
    ...(headline && { headline }),
    ...(dek && { dek }),
    ...(byline && { byline }),
    ...(date && { date, dateBasis: 'stated' }),
    ...(lang && { lang, dir: directionOf(lang) }),
    ...(places && { places: [...new Set(places)] }),
    ...(lead && { lead }),
    ...(note && { correction: note }),
    ...(retracted && { retracted }),
    ...(formerIds && { formerIds: [...new Set(formerIds)] }),
  };
  if (dek === null) delete corrected.dek;
  if (byline === null) delete corrected.byline;
  if (date === null) {
    delete corrected.date;
    delete corrected.dateBasis;
  }
  return corrected;
}

/** @returns a correction that also names ids which the lock of addresses knows of */
export function withFormerIds(
  correction: Correction | undefined,
  ids: readonly string[],
): Correction | undefined {
  if (ids.length === 0) return correction;
  return { ...correction, formerIds: [...new Set([...(correction?.formerIds ?? []), ...ids])] };
}

/** A story's record with its correction applied. */
export type CorrectedStory = StoryRecord & CorrectionNotes;
