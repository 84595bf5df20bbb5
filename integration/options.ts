// What a site may say about itself in astro.config.mjs: the options of wirecopy(), their defaults, and how a
// wrong one is reported.
import { z } from 'astro/zod';
import { stringsSchema } from './pages/strings.ts';
import { canonicalTag } from './stories/language.ts';

/** Stories that a site may have and be searchable by default: more would take longer to index than to publish. */
const SEARCHABLE = 3000;

export const optionsSchema = z.strictObject({
  title: z.string().min(1).default('The Wire').describe('Name of the publication.'),
  description: z
    .string()
    .min(1)
    .default('News stories, published from text dumps.')
    .describe('One sentence about it, for search engines and feeds.'),
  base: z
    .string()
    .regex(/^\/[^?#]*$/, 'starts with a slash, as in "/news"')
    .default('/')
    .describe('Path under which the pages live, below Astro’s own `base`.'),
  lang: z.string().min(2).default('en').describe('BCP 47 tag of the language of the interface.'),
  strings: z
    .record(z.string(), stringsSchema.partial())
    .check(({ value, issues }) => {
      for (const tag of Object.keys(value).filter((each) => canonicalTag(each) !== each)) {
        const message = 'is no BCP 47 tag; write it as in "fr" or "pt-BR"';
        issues.push({ code: 'custom', path: [tag], input: tag, message });
      }
    })
    .default({})
    .describe(
      'Words of the interface in other languages than English and Arabic, or other words in these two.',
    ),
  publisher: z.string().min(1).optional().describe('Who publishes it; the title where left out.'),
  search: z
    .union([z.boolean(), z.int().min(0)], 'is true, false, or the most stories that are to be indexed')
    .default(SEARCHABLE)
    .describe(
      'Most stories for which a search index is made, which takes about 2 ms a story; true for any number, ' +
        'false for none. A site without an index has a search page that says how to search it from outside.',
    ),
  cards: z
    .boolean()
    .default(false)
    .describe(
      'Whether each story, and the site, has a picture for link previews: its headline, drawn as a card. Takes about ' +
        '10 ms a story, and packages that the README names.',
    ),
  csp: z
    .boolean()
    .optional()
    .describe(
      'Whether every page carries a Content-Security-Policy that allows nothing inline and nothing from elsewhere. ' +
        'Left out: where the plugin publishes the whole site, and Astro’s security.csp is not set.',
    ),
});

/** Options of `wirecopy()`, as a user writes them. */
export type WirecopyOptions = z.input<typeof optionsSchema>;
export type ResolvedOptions = z.output<typeof optionsSchema>;

/**
 * Checks the options of `wirecopy()`.
 * @returns the options with every default filled in
 * @throws Error once, naming every wrong option, what is accepted there, and where to read more
 */
export function readOptions(given: unknown): ResolvedOptions {
  const result = optionsSchema.safeParse(given ?? {});
  if (result.success) return result.data;
  const wrong = result.error.issues.map(
    (issue) => `- ${issue.path.join('.') || 'options'}: ${issue.message}`,
  );
  throw new Error(
    `wirecopy() was given options it does not understand:\n${wrong.join('\n')}\nThe README lists every option.`,
  );
}
