// The README's tables say what the code says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { componentsSchema, pagesSchema } from '../../integration/options.ts';
import { ROOT } from '../sites.ts';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** The rows of a table of the README, cell by cell, without its head. */
function table(name: string): string[][] {
  const [, text = ''] =
    new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- /${name} -->`, 'u').exec(read('README.md')) ?? [];
  const rows = text.trim().split('\n').slice(2);
  // However wide the formatter has set its columns. A bar within a cell is escaped.
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/u)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

const code = (text: string) => `\`${text}\``;

test.each([
  ['pages', pagesSchema],
  ['components', componentsSchema],
])('%s', (name, { shape }) => {
  expect(table(name)).toEqual(
    Object.entries(shape).map(([key, { description }]) => [code(key), description]),
  );
});

test('custom properties: all that styles ask for, and no other', () => {
  const styles = ['content', 'page', 'within', 'places', 'search'].map((each) =>
    read(`src/styles/${each}.css`),
  );
  const asked = styles.join('').match(/--wirecopy-[\w-]+/gu);
  expect(new Set(table('properties').map(([property]) => property))).toEqual(new Set(asked?.map(code)));
});

test('what a layout is told', () => {
  const [, declared = ''] =
    /interface WirecopyLayoutProps \{\n([\s\S]*?)\n\}/u.exec(read('integration/pages/frame.ts')) ?? [];
  const props = [...declared.matchAll(/\/\*\* (.*) \*\/\n +(\w+)\??:/gu)].map(([, says = '', name = '']) => [
    code(name),
    says.replaceAll("'", '’'),
  ]);
  expect(table('layout')).toEqual(props);
});
