// The options of wirecopy() in astro.config.mjs: what each takes, its default, and which sections can be in one site.
import { z } from 'astro/zod';
import { type StringsTable, stringsSchema } from '../i18n/strings.ts';
import { canonicalTag } from '../utils/language-tag.ts';
import { ConfigError, optionMessages } from './config-errors.ts';
import { ownsAddress } from './routes.ts';
import type { PageKind } from './section-config.ts';

/** Pages that a section may do without: `false` for one that is not wanted. Default of each: `true`. */
export interface PagesOptions {
  /** The front page. */
  front?: boolean | undefined;
  /** The archive, its years and months, and the stories without a date. */
  archive?: boolean | undefined;
  /** The map of places, the page and the feed of each. */
  places?: boolean | undefined;
  /** The page and the feed of each newspaper section with two stories or more. */
  sections?: boolean | undefined;
  /** The page and the feed of each author with two stories or more. */
  authors?: boolean | undefined;
  /** The page and the feed of each agency with two stories or more. */
  agencies?: boolean | undefined;
  /** What the archive is, and how its stories are dated. */
  about?: boolean | undefined;
  /** The list of all feeds. */
  subscribe?: boolean | undefined;
  /** What was corrected and retracted, and a feed of it. */
  corrections?: boolean | undefined;
  /** The page that searches, and its index. */
  search?: boolean | undefined;
  /** RSS, Atom and JSON Feed of the section, RSS of each place, OPML. */
  feeds?: boolean | undefined;
  /** Sitemaps, the one for news among them. */
  sitemap?: boolean | undefined;
  /** `robots.txt`, at the root of a host alone. */
  robots?: boolean | undefined;
  /** `404.html`, at the root of a host alone. */
  notFound?: boolean | undefined;
}

/** Components that a project can replace, each by the path of its own. */
export interface ComponentsOptions {
  /** The way through a list that is cut into pages. */
  ListPages?: string | undefined;
  /** What an editor tells readers of a story. */
  Notice?: string | undefined;
  /** Captions, and the picture of a story that has one. */
  Photos?: string | undefined;
  /** The text of a story. */
  StoryBody?: string | undefined;
  /** The date of a story, but in a list of stories. */
  StoryDate?: string | undefined;
  /** A list of stories by headline and date. */
  StoryList?: string | undefined;
  /** A story on the front page. */
  Teaser?: string | undefined;
  /** Where in the section a page stands. */
  Trail?: string | undefined;
}

const HOSTS = ['cloudflare', 'github'] as const;
/** A host whose limits are known. */
export type HostName = (typeof HOSTS)[number];

/** How feeds are made. */
export interface FeedsOptions {
  /**
   * What a feed reader knows a story by: a `tag` URI, which stays where the site gets another host or base, or its `link`,
   * for a site that has subscribers already. Default: `tag`.
   */
  id?: 'tag' | 'link' | undefined;
  /**
   * Whose tag URIs they are: a host that was yours, as `old.example`, or with the day on which it was, as
   * `old.example,2024-05`. Set it to the host that was when the site gets another. Default: the host of Astro's `site`.
   */
  authority?: string | undefined;
  /** Stories in a feed. Default: `50`. */
  size?: number | undefined;
  /**
   * Most stories for which older ones are in feeds too, a part after the other (RFC 5005); `true` for any number, `false`
   * for none. Default: `10000`.
   */
  archives?: boolean | number | undefined;
  /** Whether stories that nothing dates are in feeds that have others; most readers take them for new. Default: `false`. */
  undated?: boolean | undefined;
  /** Address of a WebSub hub, which tells subscribers at once; tell it yourself when the site is published. Default: none. */
  hub?: string | undefined;
}

/** Options of `wirecopy()`: of the site's section of stories, or of one of several. */
export interface WirecopyOptions {
  /** Name of the publication. Default: `The Wire`. */
  title?: string | undefined;
  /** One sentence about it, for search engines and feeds. Default: `News stories, published from text dumps.`. */
  description?: string | undefined;
  /** Path under which the pages live, below Astro's own `base`. Default: `/`. */
  base?: string | undefined;
  /** Content collection that has the stories, filled by `dumpLoader()`. Default: `stories`. */
  collection?: string | undefined;
  /** BCP 47 tag of the language of the interface. Default: `en`. */
  lang?: string | undefined;
  /**
   * Words of the interface, by BCP 47 tag: in one more language, or other words in one that is there (Arabic, Chinese,
   * English, French, German, Persian, Spanish, Turkish, Urdu). Default: none.
   */
  strings?: Record<string, StringsTable> | undefined;
  /** Who publishes it. Default: the title. */
  publisher?: string | undefined;
  /**
   * What the archive is, for its page about itself: some sentences, or the path of a Markdown file (paragraphs,
   * headings, lists and links). Default: the description.
   */
  about?: string | undefined;
  /** Who may do what with the stories, in a sentence. A story's own statement goes before it. Default: nothing. */
  rights?: string | undefined;
  /** Where readers report an error: an e-mail address, or the address of a page. Default: nowhere. */
  reportErrors?: string | undefined;
  /** Pages that are not wanted, as `{ search: false }`. Default: none. */
  pages?: PagesOptions | undefined;
  /** How feeds are made. Default: see below. */
  feeds?: FeedsOptions | undefined;
  /**
   * Files that your layout or components read when a page is made, relative to the project's root: where one of them
   * changes, every page is made again. Files whose paths stand in the code are noticed without. Default: none.
   */
  fresh?: readonly string[] | undefined;
  /**
   * Where the site is published, `cloudflare` or `github`: a build says where it has more files or bytes than that host
   * takes. Default: none.
   */
  host?: HostName | undefined;
  /** Path of a layout of yours, in which every page stands. Sections of one site share it. Default: ours. */
  layout?: string | undefined;
  /** Paths of components of yours that take the place of ours, by name. Sections share them. Default: none. */
  components?: ComponentsOptions | undefined;
  /** Whether there is a search index. Without one, the search page says how to search from outside. Default: `true`. */
  search?: boolean | undefined;
  /**
   * Whether link previews show an image: `true` for one of each story, drawn from its headline in 10 ms; a number for one
   * of so many of the newest stories, and the site's own for all others. Default: `false`.
   */
  ogImages?: boolean | number | undefined;
  /**
   * Whether pages bring fonts (Source Serif 4, Noto Naskh Arabic), some 40 KB; without, those of the reader's device.
   * Default: `true`.
   */
  fonts?: boolean | undefined;
  /**
   * Whether a Content-Security-Policy allows pages nothing inline and nothing from elsewhere. Default: where the
   * whole site is ours, layout included, the project has no pages of its own, and Astro's `security.csp` is not set.
   */
  csp?: boolean | undefined;
}

const text = z.string().min(1);

export const componentsSchema = z.strictObject({
  ListPages: text.optional(),
  Notice: text.optional(),
  Photos: text.optional(),
  StoryBody: text.optional(),
  StoryDate: text.optional(),
  StoryList: text.optional(),
  Teaser: text.optional(),
  Trail: text.optional(),
} satisfies Record<keyof ComponentsOptions, z.ZodType>);

/** Components that a project can replace. */
export const componentNames = componentsSchema.keyof().options;

const page = z.boolean().default(true);

export const pagesSchema = z.strictObject({
  front: page,
  archive: page,
  places: page,
  sections: page,
  authors: page,
  agencies: page,
  about: page,
  subscribe: page,
  corrections: page,
  search: page,
  feeds: page,
  sitemap: page,
  robots: page,
  notFound: page,
} satisfies Record<PageKind, z.ZodType>);

export const feedsSchema = z.strictObject({
  id: z.enum(['tag', 'link'], "'tag' or 'link'").default('tag'),
  authority: z
    .string()
    .regex(
      /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?:,\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/iu,
      'the name of a host, as "old.example", with a day behind a comma or without',
    )
    .optional(),
  size: z
    .int('a whole number')
    .min(1, 'a number from 1 to 500')
    .max(500, 'a number from 1 to 500')
    .default(50),
  archives: z
    .union([z.boolean(), z.int().min(0)], 'true, false, or the largest number of stories with archives')
    .default(10_000),
  undated: z.boolean().default(false),
  hub: z.url({ protocol: /^https?$/u, error: 'an address, as "https://hub.example/"' }).optional(),
} satisfies Record<keyof FeedsOptions, z.ZodType>);

const TAG = 'a BCP 47 tag, as "fr" or "pt-BR"';

export const optionsSchema = z.strictObject({
  title: text.default('The Wire'),
  description: text.default('News stories, published from text dumps.'),
  base: z
    .string()
    .regex(/^\//u, 'a path that begins with a slash, as "/news"')
    .regex(/^[^?#[\]\s]*$/u, 'a path without spaces, brackets, “?” and “#”, as "/news"')
    .regex(/^(?!.*\/\.{1,2}(?:\/|$)|.*\/\/+[^/])/u, 'a path without “.”, “..” and “//”, as "/news"')
    .transform((path) => path.replace(/\/+$/u, '') || '/')
    .default('/'),
  collection: text.default('stories'),
  lang: z
    .string()
    .refine((tag) => canonicalTag(tag) !== undefined, TAG)
    .default('en'),
  strings: z
    .record(z.string(), stringsSchema.partial())
    .check(({ value, issues }) => {
      for (const tag of Object.keys(value).filter((each) => canonicalTag(each) !== each))
        issues.push({ code: 'custom', path: [], input: value, message: `${TAG}, where “${tag}” stands` });
    })
    .default({}),
  publisher: text.optional(),
  about: text.optional(),
  rights: text.optional(),
  reportErrors: z
    .union(
      [z.email(), z.url({ protocol: /^(?:https?|mailto)$/u })],
      'an e-mail address, or the address of a page',
    )
    .optional(),
  pages: pagesSchema.prefault({}),
  feeds: feedsSchema.prefault({}),
  fresh: z.array(text, 'a list of paths, as ["./src/data/banner.txt"]').readonly().default([]),
  host: z.enum(HOSTS, "'cloudflare' or 'github'").optional(),
  layout: text.optional(),
  components: componentsSchema.prefault({}),
  search: z.boolean().default(true),
  ogImages: z
    .union([z.boolean(), z.int().min(0)], 'true, false, or the number of the newest stories with an image')
    .default(false),
  fonts: z.boolean().default(true),
  csp: z.boolean().optional(),
});

export type ResolvedOptions = z.output<typeof optionsSchema>;

/**
 * Checks what `wirecopy()` was given.
 * @param given options of each section; none is one section, all by default
 * @returns the options with every default filled in
 * @throws ConfigError once, with every invalid option, what was expected and what was received; or Error, for two
 * sections that can't be in one site
 */
export function resolveSections(given: readonly unknown[]): ResolvedOptions[] {
  if (given.some(Array.isArray)) {
    const said =
      "sections are given one behind the other, wirecopy({ base: '/news' }, { base: '/cables' }); received a list.";
    throw new ConfigError('wirecopy()', [said]);
  }
  const all = given.length === 0 ? [{}] : given.map((options = {}) => options);
  const which = (at: number) => (all.length > 1 ? `section ${at + 1}, ` : '');
  const messages = all.flatMap((options, at) =>
    optionMessages(optionsSchema, options).map((line) => which(at) + line),
  );
  if (messages.length > 0) throw new ConfigError('wirecopy()', messages);
  const sections = all.map((options) => optionsSchema.parse(options));
  checkBases(sections);
  return sections;
}

/** @throws Error where a page of one section has the address of another's */
function checkBases(sections: readonly ResolvedOptions[]): void {
  for (const [at, { base }] of sections.entries()) {
    const other = sections.find((each, of) => (each.base === base ? of < at : ownsAddress(each, base)));
    if (other === undefined) continue;
    throw new Error(
      `wirecopy() was given two sections that claim the same addresses: one at ${other.base}, one at ${base}. ` +
        "Give each a base of its own: wirecopy({ base: '/news' }, { base: '/cables', collection: 'cables' }).",
    );
  }
}
