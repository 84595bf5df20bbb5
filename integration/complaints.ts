// What people are told of options that can't be: which one, what it was given, what it takes, and where more is said.
import { inspect } from 'node:util';
import { z } from 'astro/zod';
import { closestMatch } from 'leven';
import { cut, printable } from './terminal.ts';

const DOCS = 'https://www.npmjs.com/package/astro-wirecopy#options';
/** Longest value that is shown, in columns of a terminal. */
const LONGEST = 60;

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/**
 * Checks options.
 * @param caller whose options they are, as it is called
 * @returns them with defaults filled in
 * @throws Error once, with a line for everything that is wrong
 */
export function checkOptions<Schema extends z.ZodType>(
  schema: Schema,
  caller: string,
  options: unknown,
): z.output<Schema> {
  refuse(caller, complaintsAbout(schema, options));
  return schema.parse(options);
}

/** @returns a line for everything that is wrong */
export function complaintsAbout(schema: z.ZodType, options: unknown): string[] {
  const { error } = schema.safeParse(options);
  return error?.issues.flatMap((issue) => [...complaintsOf(issue, options, schema)]) ?? [];
}

/** @throws Error where there are complaints */
export function refuse(caller: string, complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  const lines = complaints.map((complaint) => `- ${complaint}\n`).join('');
  throw new Error(`${caller} was given options that it can't use:\n${lines}All of them: ${DOCS}`);
}

/** @returns a hint at the name that was probably meant, or nothing */
export function meant(name: string, names: readonly string[]): string {
  const nearest = closestMatch(name, names, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  return nearest === undefined ? '' : ` Was “${nearest}” meant?`;
}

function* complaintsOf(issue: z.core.$ZodIssue, options: unknown, schema: z.ZodType): Generator<string> {
  if (issue.code === 'unrecognized_keys') {
    const names = namesAt(schema, issue.path);
    for (const key of issue.keys) {
      const hint = meant(key, names);
      const name = nameOf([...issue.path, key]);
      yield `${name}: there is nothing of this name.${hint || ` There are: ${names.join(', ')}.`}`;
    }
    return;
  }
  const given = valueAt(options, issue.path);
  const found = given === undefined ? 'is missing' : `is ${show(given)}`;
  yield `${nameOf(issue.path)} ${found}, and takes ${takes(issue)}.`;
}

function takes(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'a text that is not empty';
  if (issue.code === 'too_small' && issue.origin === 'array') return 'a list that is not empty';
  // The schema's own words.
  return issue.message;
}

/** A path as one writes it: `strings.fr.by`, `languages["ar/*"]`. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'what it was given';
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
  return cut(printable(text), LONGEST);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, part) => (typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined),
    value,
  );
}

/** The names that a schema knows at a path. */
function namesAt(schema: unknown, [first, ...rest]: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return namesAt(schema.unwrap(), first === undefined ? [] : [first, ...rest]);
  if (schema instanceof z.ZodObject)
    return first === undefined ? Object.keys(schema.shape) : namesAt(schema.shape[String(first)], rest);
  return schema instanceof z.ZodRecord ? namesAt(schema.valueType, rest) : [];
}
