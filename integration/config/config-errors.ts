// What people read where options are invalid: which one, what was received, what was expected, and where the options are
// described.
import { inspect } from 'node:util';
import { z } from 'astro/zod';
import { printable } from '../terminal/printable.ts';
import { truncateToWidth } from '../terminal/width.ts';
import { didYouMean } from '../utils/did-you-mean.ts';

const DOCS = 'https://www.npmjs.com/package/astro-wirecopy#options';
/** Longest value that is shown, in columns of a terminal. */
const MAX_SHOWN = 60;

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  array: 'an array',
  object: 'an object',
  record: 'an object',
};

/** Thrown while the configuration loads, once, with a line for everything that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  /** @param caller whose options they are: `wirecopy()` */
  constructor(caller: string, messages: readonly string[]) {
    const lines = messages.map((message) => `- ${message}\n`).join('');
    super(`Invalid options of ${caller}:\n${lines}All options: ${DOCS}`);
  }
}

/**
 * Checks options.
 * @param caller whose options they are: `dumpLoader()`
 * @returns them with defaults filled in
 * @throws ConfigError
 */
export function parseOptions<Schema extends z.ZodType>(
  schema: Schema,
  caller: string,
  options: unknown,
): z.output<Schema> {
  const messages = optionMessages(schema, options);
  if (messages.length > 0) throw new ConfigError(caller, messages);
  return schema.parse(options);
}

/** @returns a line for everything that is wrong */
export function optionMessages(schema: z.ZodType, options: unknown): string[] {
  const { error } = schema.safeParse(options);
  return error?.issues.flatMap((issue) => [...issueMessages(issue, options, schema)]) ?? [];
}

function* issueMessages(issue: z.core.$ZodIssue, options: unknown, schema: z.ZodType): Generator<string> {
  if (issue.code === 'unrecognized_keys') {
    const names = namesAt(schema, issue.path);
    for (const key of issue.keys) {
      const hint = didYouMean(key, names) || ` There are: ${names.join(', ')}.`;
      yield `${pathName([...issue.path, key])}: there is no such option.${hint}`;
    }
    return;
  }
  const given = valueAt(options, issue.path);
  const received = given === undefined ? 'nothing' : show(given);
  yield `${pathName(issue.path)}: expected ${expected(issue)}, received ${received}.`;
}

const NUMBERS: ReadonlySet<string> = new Set(['number', 'int']);

function expected(issue: z.core.$ZodIssue): string {
  // A schema's own words say more than the name of a type.
  if (issue.code === 'invalid_type' && !issue.message.startsWith('Invalid input')) return issue.message;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'a string that is not empty';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'an array that is not empty';
  if (issue.code === 'too_small' && NUMBERS.has(issue.origin)) return `a number, ${issue.minimum} or more`;
  // The schema's own words.
  return issue.message;
}

/** A path as code has it: `strings.fr.by`, `languages["ar/*"]`. */
function pathName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the options';
  return path
    .map((part, at) => {
      const name = String(part);
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return `[${JSON.stringify(part)}]`;
      return at === 0 ? name : `.${name}`;
    })
    .join('');
}

function show(value: unknown): string {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : inspect(value, { depth: 1, breakLength: Infinity });
  return truncateToWidth(printable(text), MAX_SHOWN);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, part) => (typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined),
    value,
  );
}

/** The names that a schema knows at a path. */
function namesAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return namesAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => namesAt(option, path));
  const [first, ...rest] = path;
  if (schema instanceof z.ZodObject)
    return first === undefined ? Object.keys(schema.shape) : namesAt(schema.shape[String(first)], rest);
  if (!(schema instanceof z.ZodRecord)) return [];
  if (first !== undefined) return namesAt(schema.valueType, rest);
  return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
}
