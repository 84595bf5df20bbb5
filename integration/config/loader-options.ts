// What a site may say of its dumps in content.config.ts: the options of dumpLoader(), their defaults, and what each
// takes.
import { z } from 'astro/zod';
import { isSeparatorText, type Layout, saysWhatParts } from '../dump/layout.ts';
import { encodingNamed } from '../dump/lines/decoding.ts';
import { FIELD_NAMES, type FieldName } from '../formats/fields/names.ts';
import { FORMATS, type Format } from '../formats/format.ts';
import { canonicalTag } from '../utils/language-tag.ts';

/** A format by its name, or `auto`. */
export type FormatOption = Format | 'auto';

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
   * Format of the dumps: one for all, or globs of dumps, as in `dumps`, and a format for each. A dump that none
   * matches, or `auto`, is in the format that its first kilobytes show. Default: `auto`.
   * @example { 'dumps/export/*.txt': 'records' }
   */
  format?: FormatOption | Readonly<Record<string, FormatOption>> | undefined;
  /**
   * Names that records have for their fields, beside those that are known: `{ headline: "heading", text: "content.body" }`.
   * Default: none.
   */
  fields?: Partial<Record<FieldName, string>> | undefined;
  /**
   * Lines that are page controls in these dumps, besides the built-in ones: in heads, above them, and where they close
   * a story. Default: none.
   */
  furniture?: readonly string[] | undefined;
  /**
   * How stories stand in dumps of page text, where their own look does not tell: one layout for all, or globs of dumps,
   * as in `dumps`, and a layout for each. What it says is no longer weighed. Default: none.
   * @example { 'dumps/pages/*.txt': { stories: 'one' }, 'dumps/old/*.txt': { separator: '-----', headline: 'first' } }
   */
  layouts?: Layout | Readonly<Record<string, Layout>> | undefined;
  /**
   * Encoding of dumps that have no byte order mark: any label TextDecoder knows, as in `windows-1256`; or globs of dumps,
   * as in `dumps`, and a label for each. Default: `utf-8`.
   * @example { 'dumps/old/*.txt': 'windows-1252' }
   */
  encoding?: string | Readonly<Record<string, string>> | undefined;
}

/** Options of `dumpLoader()`. */
export interface DumpLoaderOptions extends ReadingOptions {
  /** Glob or globs of the dumps, relative to the project's root. */
  dumps: string | readonly string[];
  /**
   * Path of the file of corrections, relative to the project's root; it must be there then.
   * Default: `src/corrections.yaml` or `src/corrections.yml`, if it is there.
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
   * Whether a build ends with an error where a dump has one. The variable `STRICT=1` asks for it as well.
   * Default: `false`.
   */
  strict?: boolean | undefined;
  /**
   * Whether stories become entries, as `getCollection()` returns them. The pages of `wirecopy()` need none; without,
   * a build of a hundred thousand saves half a gigabyte and a third of its time.
   * Default: `true`.
   */
  entries?: boolean | undefined;
}

const text = z.string().min(1);
const tag = z
  .string()
  .refine((given) => canonicalTag(given) !== undefined, 'a BCP 47 tag, as "en", "ar", "pt-BR" or "zh-Hant"');

const formatName = z.enum(
  ['auto', ...FORMATS],
  `one of "auto", ${FORMATS.map((name) => `"${name}"`).join(', ')}`,
);

const ENCODING = 'a label of https://encoding.spec.whatwg.org/#names-and-labels, as "windows-1256"';
const encodingName = z.string().refine(isEncoding, ENCODING);

const LAYOUT =
  'stories: "one" or what parts them (separator: "-----", gap: 3); headline: "first"; furniture: ["…"]; ' +
  'or globs with such a layout each';

/** How stories stand in dumps of page text, as an option says it. */
export const layoutSchema = z.strictObject({
  stories: z.literal('one').optional(),
  separator: text
    .refine(isSeparatorText, 'a line, as "-----", or a pattern between slashes, as "/^-{5,}$/"')
    .optional(),
  gap: z.int('a number of blank lines').min(1).optional(),
  headline: z.literal('first').optional(),
  furniture: z.array(z.string()).readonly().optional(),
});

const layout = layoutSchema.refine(
  ({ stories, ...parts }) => !stories || !saysWhatParts(parts),
  'either stories: "one", or what parts them',
);

export const loaderOptionsSchema = z.strictObject(
  {
    dumps: z.union([text, z.array(text).min(1).readonly()], 'a glob, as "dumps/**/*.txt", or a list of them'),
    corrections: text.optional(),
    addresses: text.optional(),
    updateAddresses: z.boolean().default(false),
    strict: z.boolean().default(() => isSwitchedOn(process.env.STRICT)),
    entries: z.boolean().default(true),
    format: z
      .union(
        [formatName, z.record(z.string(), formatName)],
        `one of "auto", ${FORMATS.map((name) => `"${name}"`).join(', ')}, or globs with one each`,
      )
      .default('auto'),
    fields: z
      .partialRecord(
        z.enum(FIELD_NAMES),
        text,
        `names of fields, each with its name in your records; there are: ${FIELD_NAMES.join(', ')}`,
      )
      .default({}),
    furniture: z.array(z.string(), 'a list of lines, as ["Share this"]').readonly().default([]),
    layouts: z.union([layout, z.record(z.string(), layout)], LAYOUT).default({}),
    encoding: z
      .union([encodingName, z.record(z.string(), encodingName)], `${ENCODING}, or globs with one each`)
      .default('utf-8'),
    lang: tag.default('en'),
    languages: z.record(z.string(), tag, 'globs with a tag each, as { "dumps/ar/*.txt": "ar" }').default({}),
  },
  'an object, as { dumps: "dumps/**/*.txt" }',
);

export type ResolvedLoaderOptions = z.output<typeof loaderOptionsSchema>;

/** Whatever is not plainly a no: who sets a variable to `true` or `yes` means it. */
function isSwitchedOn(variable: string | undefined): boolean {
  return variable !== undefined && !/^(?:|0|false|no|off)$/iu.test(variable.trim());
}

function isEncoding(label: string): boolean {
  try {
    return encodingNamed(label) !== '';
  } catch {
    return false;
  }
}
