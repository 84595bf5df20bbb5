// The one definition of a published story: the shape of a collection's entry, checked when a dump is loaded.
import { z } from 'astro/zod';
import type { DateBasis } from './dump/types.ts';
import { FORMATS } from './formats/format.ts';

/** A calendar day, kept as midnight UTC. */
const day = z.coerce.date();

/** What a dump keeps of a photo: its caption and what that says. */
export const photoSchema = z.object({
  caption: z.string().describe('What the picture shows, without its credit.'),
  credit: z.string().optional().describe('Agency or person, from the caption’s closing parentheses.'),
  date: day.optional().describe('Day the picture was taken, midnight UTC, as the caption states it.'),
  file: z.boolean().optional().describe('An archive picture; its date does not date the story.'),
});

/** Where a story stands, and the proof that it still does. */
export const sourceSchema = z.object({
  dump: z.string().describe('Path of the dump, relative to the project’s root, with forward slashes.'),
  format: z.enum(FORMATS).optional().describe('Format of the dump, where that is not page text.'),
  text: z
    .string()
    .optional()
    .describe(
      'Path of the file the byte range is in, where that is not the dump: its text, unpacked, in UTF-8, or its stories’.',
    ),
  lines: z.tuple([z.int().min(1), z.int().min(1)]).describe('First and last line, 1-based and inclusive.'),
  bytes: z.tuple([z.int().min(0), z.int().min(0)]).describe('Byte range in the dump’s text, end exclusive.'),
  body: z.int().min(0).describe('Byte offset at which the body begins.'),
  digest: z.string().describe('Digest of the story’s words; readBody() refuses text that no longer has it.'),
});

/**
 * A story without its body: what lists, feeds and sorting need. The body stays in the dump and comes back by
 * `readBody(entry)`. Extend it (`storySchema.extend({ … })`) to add fields of your own.
 */
export const storySchema = z.object({
  headline: z.string().min(1).describe('The headline, as the dump prints it, in Unicode NFC.'),
  dek: z.string().optional().describe('The line under the headline.'),
  byline: z.string().optional().describe('Who wrote it, without “By”.'),
  section: z.string().optional().describe('The section the dump names.'),
  url: z.url().optional().describe('Address under which it was published, as the dump states it.'),
  publication: z.string().optional().describe('The paper or site that published it, as the dump states it.'),
  rights: z.string().optional().describe('Who holds the copyright, as the dump states it.'),
  keywords: z.array(z.string()).optional().describe('Keywords that the dump states.'),
  slug: z.string().optional().describe('The name by which an agency knows it.'),
  page: z.string().optional().describe('The page of the paper on which it stood.'),
  dateline: z
    .object({
      place: z.string().describe('Where it was filed from.'),
      agency: z.string().optional().describe('The agency that filed it.'),
    })
    .optional()
    .describe('Place and agency that open the body.'),
  photos: z
    .array(photoSchema)
    .describe('The captions of its photos, in dump order; the dump has no pictures.'),
  date: day.optional().describe('The story’s day, midnight UTC; absent where nothing dates it.'),
  dateBasis: z
    .enum(['stated', 'file', 'photo'] satisfies [DateBasis, ...DateBasis[]])
    .optional()
    .describe('Where the date comes from: the dump or a correction says so, the dump’s file name, a photo.'),
  lang: z.string().min(2).describe('BCP 47 tag of its language.'),
  dir: z.enum(['ltr', 'rtl']).describe('Direction of its script.'),
  places: z.array(z.string()).describe('Countries it is about, by their common English names.'),
  wordCount: z.int().min(0).describe('Words in the body.'),
  correction: z
    .object({
      text: z.string().describe('What was corrected.'),
      date: day.describe('When it was corrected, midnight UTC.'),
    })
    .optional()
    .describe('A note about a correction since it was published.'),
  retracted: z
    .string()
    .optional()
    .describe('Why it is retracted; it keeps its page, with this instead of its text, and is in no list.'),
  formerIds: z
    .array(z.string())
    .optional()
    .describe('Ids under which it was published before; their addresses lead to it.'),
  lead: z.literal(true).optional().describe('An editor puts it first on the front page.'),
  source: sourceSchema.describe('Where in which dump it stands.'),
});

/** A story as lists see it. */
export type SummaryFields = Pick<
  Story,
  'headline' | 'lang' | 'dir' | 'date' | 'dateBasis' | 'places' | 'section' | 'byline'
> & {
  /** The agency that filed it. */
  agency?: string | undefined;
};

/** A story as templates see it. */
export type Story = z.infer<typeof storySchema>;
/** A story as the loader hands it to the schema. */
export type StoryInput = z.input<typeof storySchema>;
/** Where a story stands in which dump. */
export type StorySource = z.infer<typeof sourceSchema>;
