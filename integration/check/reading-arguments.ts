// How dumps are to be read, as commands are told it: the same arguments for each of them.

import type { FormatOption, ReadingOptions } from '../config/loader-options.ts';
import { isSeparatorText, type Layout, saysWhatParts } from '../dump/index.ts';
import { FIELD_NAMES, type FieldName, FORMATS } from '../formats/index.ts';
import { didYouMean } from '../utils/did-you-mean.ts';

/** What a usage text says of them. */
export const READING_USAGE = `  --format NAME      format of the dumps, where their first kilobytes do not show it: ${FORMATS.slice(0, 6).join(', ')},
                     ${FORMATS.slice(6).join(', ')} (default: auto)
  --field NAME=FIELD what the records call a field, as in headline=heading; can be given more than once
  --encoding LABEL   encoding of dumps without a byte order mark, as in windows-1256 (default: utf-8)
  --furniture LINE   a line that is a page control in these dumps, in heads or where it closes a story; can be given
                     more than once
  --layout NAME=WHAT how stories stand in these dumps, where their look does not tell: stories=one, separator=-----
                     (or a pattern, as in separator=/^-{5,}$/), gap=3, headline=first; can be given more than once
`;

/** As `parseArgs()` takes them. */
export const READING_ARGUMENTS = {
  format: { type: 'string' },
  field: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  furniture: { type: 'string', multiple: true },
  layout: { type: 'string', multiple: true },
} as const;

interface ReadingArguments {
  format?: string | undefined;
  field?: string[] | undefined;
  encoding?: string | undefined;
  furniture?: string[] | undefined;
  layout?: string[] | undefined;
}

/** @throws Error where there is no such format, field or layout */
export function readingOf({ format, field, encoding, furniture, layout }: ReadingArguments): ReadingOptions {
  return {
    ...(format !== undefined && { format: formatNamed(format) }),
    ...(field && { fields: Object.fromEntries(field.map(fieldNamed)) }),
    ...(encoding && { encoding }),
    ...(furniture && { furniture }),
    ...(layout && { layouts: layoutOf(layout) }),
  };
}

function formatNamed(given: string): FormatOption {
  const names: readonly FormatOption[] = ['auto', ...FORMATS];
  const format = names.find((name) => name === given);
  if (format) return format;
  throw new Error(
    `--format: there is no format “${given}”.${didYouMean(given, names) || ` There are: ${names.join(', ')}.`}`,
  );
}

function layoutOf(given: readonly string[]): Layout {
  const layout: Layout = {};
  for (const part of given) Object.assign(layout, layoutPart(part));
  const { stories, ...parts } = layout;
  if (stories && saysWhatParts(parts)) throw new Error('--layout: either stories=one, or what parts them.');
  return layout;
}

function layoutPart(given: string): Layout {
  const [, name, what = ''] = /^([a-z]+)=(.+)$/u.exec(given) ?? [];
  if (name === 'stories' && what === 'one') return { stories: 'one' };
  if (name === 'headline' && what === 'first') return { headline: 'first' };
  if (name === 'gap' && /^[1-9]\d{0,3}$/u.test(what)) return { gap: Number(what) };
  if (name === 'separator' && isSeparatorText(what)) return { separator: what };
  throw new Error(
    `--layout: expected stories=one, separator=LINE, gap=NUMBER or headline=first; received “${given}”.`,
  );
}

function fieldNamed(given: string): [FieldName, string] {
  const [, name = '', own = ''] = /^([^=]*)=(.+)$/u.exec(given) ?? [];
  const field = FIELD_NAMES.find((each) => each === name);
  if (field && own) return [field, own];
  if (!own) throw new Error(`--field: expected NAME=FIELD, as in headline=heading; received “${given}”.`);
  throw new Error(
    `--field: there is no field “${name}”.${didYouMean(name, FIELD_NAMES) || ` There are: ${FIELD_NAMES.join(', ')}.`}`,
  );
}
