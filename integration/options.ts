// What a site may say about itself in astro.config.mjs: the options of wirecopy(), their defaults, and how a
// wrong one is reported; which sections can stand in one site.
import { z } from 'astro/zod';
import { stringsSchema } from './pages/strings.ts';
import { claims } from './routes.ts';
import { canonicalTag } from './stories/language.ts';

/** Stories that a site may have and be searchable by default: more would take longer to index than to publish. */
const SEARCHABLE = 3000;

const replacement = z.string().min(1).optional();

export const componentsSchema = z.strictObject({
  ListPages: replacement.describe('The way through a list that is cut into pages.'),
  Notice: replacement.describe('What an editor tells readers of a story.'),
  Photos: replacement.describe('Captions, and the picture of a story that has one.'),
  StoryBody: replacement.describe('The text of a story.'),
  StoryDate: replacement.describe('The date of a story.'),
  StoryList: replacement.describe('A list of stories by headline and date.'),
  Teaser: replacement.describe('A story on the front page.'),
  Trail: replacement.describe('Where in the section a page stands.'),
});

export type ComponentName = keyof z.infer<typeof componentsSchema>;
/** Components that a project can replace. */
export const componentNames = componentsSchema.keyof().options;

const page = z.boolean().default(true);

export const pagesSchema = z.strictObject({
  front: page.describe('The front page.'),
  archive: page.describe('The archive, its years and months, and the stories without a date.'),
  places: page.describe('The map of places, the page and the feed of each.'),
  search: page.describe('The page that searches, and its index.'),
  feeds: page.describe('RSS and JSON Feed, of the section and of each place.'),
  sitemap: page.describe('Sitemaps, the one for news among them.'),
  robots: page.describe('`robots.txt`, at the root of a host alone.'),
  notFound: page.describe('`404.html`, at the root of a host alone.'),
});

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
    .transform((path) => path.replace(/\/+$/u, '') || '/')
    .default('/')
    .describe('Path under which the pages live, below Astro’s own `base`.'),
  collection: z
    .string()
    .min(1)
    .default('stories')
    .describe('Content collection that its stories are in, filled by dumpLoader().'),
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
  pages: pagesSchema
    .prefault({})
    .describe(
      'Pages that are not wanted, as in `{ search: false }`; nothing leads to them then. Stories always are.',
    ),
  layout: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Path of a layout of yours, in which every page stands, as `./src/layouts/Base.astro`. Sections share one.',
    ),
  components: componentsSchema
    .prefault({})
    .describe(
      'Paths of components of yours that take the place of ours, by name, as in ' +
        '`{ StoryList: "./src/components/MyList.astro" }`. Sections share them.',
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
        'Left out: where the plugin publishes the whole site in its own layout, and Astro’s security.csp is not set.',
    ),
});

/** Options of `wirecopy()`, as a user writes them. */
export type WirecopyOptions = z.input<typeof optionsSchema>;
export type ResolvedOptions = z.output<typeof optionsSchema>;

/**
 * Checks what `wirecopy()` was given.
 * @param given options of each section; none is one section, all by default
 * @returns the options with every default filled in
 * @throws Error once, naming every wrong option, what is accepted there, and where to read more; or two sections
 * that can't stand in one site
 */
export function readSections(given: readonly unknown[]): ResolvedOptions[] {
  const wrong: string[] = [];
  const sections = (given.length === 0 ? [{}] : given).flatMap((options, at) => {
    const result = optionsSchema.safeParse(options ?? {});
    if (result.success) return [result.data];
    const which = given.length > 1 ? `section ${at + 1}, ` : '';
    for (const { path, message } of result.error.issues)
      wrong.push(`- ${which}${path.join('.') || 'options'}: ${message}`);
    return [];
  });
  if (wrong.length > 0) {
    throw new Error(
      `wirecopy() was given options it does not understand:\n${wrong.join('\n')}\nThe README lists every option.`,
    );
  }
  checkBases(sections);
  return sections;
}

/** @throws Error where a page of one section has the address of another's */
function checkBases(sections: readonly ResolvedOptions[]): void {
  for (const [at, { base }] of sections.entries()) {
    const other = sections.find((each, of) => (each.base === base ? of < at : claims(each, base)));
    if (other === undefined) continue;
    throw new Error(
      `wirecopy() was given two sections that claim the same addresses: one at ${other.base}, one at ${base}. ` +
        "Give each a base of its own: wirecopy({ base: '/news' }, { base: '/cables', collection: 'cables' }).",
    );
  }
}
