// What a site may say of its dumps in content.config.ts: the options of dumpLoader(), their defaults, and what each
// takes.
import { z } from 'astro/zod';
import { encodingNamed } from '../dump/index.ts';
import { canonicalTag } from '../utils/language-tag.ts';

/** How the language of a story is found. */
export interface LanguageOptions {
  /** BCP 47 tag of the language of stories that do not show theirs. Default: `en`. */
  lang?: string | undefined;
  /**
   * The language of whole dumps, where you know it better than a detector: globs of dumps, as in `dumps`, and a
   * BCP 47 tag for each. The first glob that matches a dump counts; other dumps are detected story by story.
   * Default: none.
   * @example { 'dumps/ar/**': 'ar', 'dumps/*.pt.txt': 'pt-BR' }
   */
  languages?: Readonly<Record<string, string>> | undefined;
}

/** How dumps are read. */
export interface ReadingOptions extends LanguageOptions {
  /**
   * Lines that are page controls in these dumps, besides the built-in ones: in heads, above them, and where they close
   * a story. Default: none.
   */
  furniture?: readonly string[] | undefined;
  /**
   * Encoding of dumps that have no byte order mark: any label TextDecoder knows, as in `windows-1256`.
   * Default: `utf-8`.
   */
  encoding?: string | undefined;
}

/** Options of `dumpLoader()`. */
export interface DumpLoaderOptions extends ReadingOptions {
  /** Glob or globs of the dumps, relative to the project's root. */
  dumps: string | readonly string[];
  /**
   * Path of the file of corrections, relative to the project's root; it must be there then.
   * Default: `src/corrections.yaml`, if it is there.
   */
  corrections?: string | undefined;
  /**
   * Path of the lock of addresses, relative to the project's root; it must be there then.
   * Default: `src/addresses.lock`, if it is there.
   */
  addresses?: string | undefined;
  /** Whether a build adds the addresses of new stories to the lock. Default: `false`. */
  updateAddresses?: boolean | undefined;
  /**
   * Whether stories become entries, as `getCollection()` returns them. The pages of `wirecopy()` need none; without,
   * a build of a hundred thousand saves half a gigabyte and a third of its time. `astro dev` makes them all the
   * same. Default: `true`.
   */
  entries?: boolean | undefined;
}

const text = z.string().min(1);
const tag = z
  .string()
  .refine((given) => canonicalTag(given) !== undefined, 'a BCP 47 tag, as "en", "ar", "pt-BR" or "zh-Hant"');

export const loaderOptionsSchema = z.strictObject({
  dumps: z.union([text, z.array(text).min(1).readonly()], 'a glob, as "dumps/**/*.txt", or a list of them'),
  corrections: text.optional(),
  addresses: text.optional(),
  updateAddresses: z.boolean().default(false),
  entries: z.boolean().default(true),
  furniture: z.array(z.string()).readonly().default([]),
  encoding: z
    .string()
    .refine(isEncoding, 'a label of https://encoding.spec.whatwg.org/#names-and-labels, as "windows-1256"')
    .default('utf-8'),
  lang: tag.default('en'),
  languages: z.record(z.string(), tag).default({}),
});

export type ResolvedLoaderOptions = z.output<typeof loaderOptionsSchema>;

function isEncoding(label: string): boolean {
  try {
    return encodingNamed(label) !== '';
  } catch {
    return false;
  }
}
