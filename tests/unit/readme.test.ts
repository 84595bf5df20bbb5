// The tables of README and docs say what the code says: the interfaces of options, their comments, and their defaults.
// Links in them lead somewhere.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import ts from 'typescript';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type DumpLoaderOptions,
  layoutSchema,
  loaderOptionsSchema,
} from '../../integration/config/loader-options.ts';
import {
  type ComponentsOptions,
  componentsSchema,
  type FeedsOptions,
  feedsSchema,
  optionsSchema,
  type PagesOptions,
  pagesSchema,
  type WirecopyOptions,
} from '../../integration/config/options.ts';
import { FORMATS } from '../../integration/formats/index.ts';
import type { ComponentProps } from '../../integration/pages/component-props.ts';
import { ROOT } from '../builds.ts';
import { DOCS, docText, tableIn } from '../docs.ts';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const code = (text: string) => `\`${text}\``;

/** The rows of a table, cell by cell, without its head. */
const table = (name: string): string[][] => tableIn(name).slice(2);

/** What is said of each member of an interface, without what is said of its default, and that. */
function members(file: string, name: string): { name: string; says: string; byDefault: string }[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!found) throw new Error(`${file} has no interface ${name}.`);
  return found.members.map((member) => {
    const [comment] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
    const text = ts.getTextOfJSDocComment(comment?.comment)?.replaceAll("'", '’').replace(/\s+/gu, ' ') ?? '';
    const [says = '', byDefault = '–'] = text.split(/ ?Default: /u);
    return { name: member.name?.getText() ?? '', says, byDefault: byDefault.replace(/\.$/u, '') };
  });
}

/** What a schema makes of an option that is left out, as the README writes it; nothing where that is no plain value. */
function defaultIn(schema: z.ZodObject, name: string): string | undefined {
  const value: unknown = schema.shape[name]?.safeParse(undefined).data;
  return ['string', 'number', 'boolean'].includes(typeof value) ? code(String(value)) : undefined;
}

const WIRECOPY = members('integration/config/options.ts', 'WirecopyOptions');
const DUMP_LOADER = [
  ...members('integration/config/loader-options.ts', 'DumpLoaderOptions'),
  ...members('integration/config/loader-options.ts', 'ReadingOptions'),
  ...members('integration/config/loader-options.ts', 'LanguageOptions'),
];

test.each([
  ['wirecopy', WIRECOPY, optionsSchema],
  ['dump-loader', DUMP_LOADER, loaderOptionsSchema],
  ['feeds', members('integration/config/options.ts', 'FeedsOptions'), feedsSchema],
])('options of %s: names, meaning, defaults', (name, options, schema) => {
  expect(options.map((option) => option.name).sort()).toEqual(Object.keys(schema.shape).sort());
  expect(table(name)).toEqual(options.map((option) => [code(option.name), option.says, option.byDefault]));
  for (const option of options) {
    expect(option.says, option.name).not.toBe('');
    const value = defaultIn(schema, option.name);
    if (value !== undefined) expect(option.byDefault, option.name).toBe(value);
  }
});

test('options that are accepted are those that are declared', () => {
  expectTypeOf<keyof ComponentsOptions>().toEqualTypeOf<keyof ComponentProps>();
  expectTypeOf<z.input<typeof optionsSchema>>().toEqualTypeOf<WirecopyOptions>();
  expectTypeOf<z.input<typeof feedsSchema>>().toEqualTypeOf<FeedsOptions>();
  expectTypeOf<z.input<typeof pagesSchema>>().toEqualTypeOf<PagesOptions>();
  expectTypeOf<z.input<typeof componentsSchema>>().toEqualTypeOf<ComponentsOptions>();
  expectTypeOf<z.input<typeof loaderOptionsSchema>>().toExtend<DumpLoaderOptions>();
  expectTypeOf<DumpLoaderOptions>().toExtend<z.input<typeof loaderOptionsSchema>>();
});

test.each([
  ['pages', 'PagesOptions', pagesSchema],
  ['components', 'ComponentsOptions', componentsSchema],
])('%s', (name, declared, { shape }) => {
  const own = members('integration/config/options.ts', declared);
  expect(own.map((each) => each.name)).toEqual(Object.keys(shape));
  expect(table(name)).toEqual(own.map((each) => [code(each.name), each.says]));
});

test('layouts: what each part says', () => {
  const own = members('integration/dump/layout.ts', 'Layout');
  expect(own.map((each) => each.name)).toEqual(Object.keys(layoutSchema.shape));
  expect(table('layouts')).toEqual(own.map((each) => [code(each.name), each.says]));
});

test('custom properties: all that styles ask for, and no other', () => {
  const styles = ['content', 'page', 'within', 'places', 'search'].map((each) =>
    read(`src/styles/${each}.css`),
  );
  const asked = styles.join('').match(/--wirecopy-[\w-]+/gu);
  expect(new Set(table('properties').map(([property]) => property))).toEqual(new Set(asked?.map(code)));
});

test('what a layout is told', () => {
  const props = members('integration/pages/layout-props.ts', 'WirecopyLayoutProps');
  expect(table('layout')).toEqual(props.map(({ name, says }) => [code(name), says]));
});

test('dependencies: each with a sentence that says why, and what it weighs', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'));
  const rows = table('dependencies');
  const names = rows.flatMap(([cell = '']) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, name]) => name));
  expect(names.sort()).toEqual(Object.keys(dependencies).sort());
  for (const [name, why = '', weight = ''] of rows) {
    expect(why, name).toMatch(/\S.*\.$/u);
    expect(Number(weight), name).toBeGreaterThan(0);
  }
});

test('formats: each with what it looks like and what produces it', () => {
  expect(table('formats').map(([format]) => format)).toEqual(FORMATS.map(code));
});

describe('what a newcomer reads', () => {
  /** As GitHub makes them of headings. */
  const anchors = (name: string) =>
    [...docText(name).matchAll(/^#{1,6} (.+)$/gmu)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/gu, '-'),
    );

  test.each([...DOCS, 'CONTRIBUTING.md'])('links of %s lead to files and headings that are there', (name) => {
    const links = [...docText(name).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/gu)].map(
      ([, link, source]) => link ?? source ?? '',
    );
    for (const link of links.filter((each) => !/^https?:/u.test(each))) {
      const [file = '', anchor] = link.split('#');
      const target = file ? path.posix.join(path.posix.dirname(name), file) : name;
      expect(existsSync(path.join(ROOT, target)), link).toBe(true);
      if (anchor) expect(anchors(target), link).toContain(anchor);
    }
  });

  test('every page of reference is one click away from the README', () => {
    for (const name of DOCS.slice(1)) expect(docText('README.md')).toContain(`](${name})`);
  });

  test('one Node is asked for everywhere', () => {
    const { engines }: { engines: { node: string } } = JSON.parse(read('package.json'));
    const least = engines.node.replace(/^>=|\.0$/gu, '');
    const asked = [...DOCS, 'CONTRIBUTING.md'].flatMap((name) => [
      ...docText(name).matchAll(/Node ([\d.]+) or newer/gu),
    ]);
    expect(asked.length).toBeGreaterThan(2);
    expect(new Set(asked.map(([, version]) => version))).toEqual(new Set([least]));
  });
});
