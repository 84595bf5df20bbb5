// What the project says of itself to people: the README, and the pages of reference that it leads to.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Paths from the repository's root; the README first. */
export const DOCS: readonly string[] = [
  'README.md',
  ...readdirSync(path.join(ROOT, '.github/docs'))
    .sort()
    .map((name) => `.github/docs/${name}`),
];

export const docText = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** All of them, one after another. */
export const allDocs = (): string => DOCS.map(docText).join('\n');

/** The rows of a table between two comments that name it, cell by cell, its head and the line below that first. */
export function tableIn(name: string): string[][] {
  const [, text = ''] =
    new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n<!-- /${name} -->`, 'u').exec(allDocs()) ?? [];
  // However wide the formatter has set its columns. A bar within a cell is escaped.
  return text
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}
