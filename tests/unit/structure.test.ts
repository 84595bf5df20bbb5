// The folders of the plugin import from one another as CONTRIBUTING.md says, and no deeper into Astro than it says.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../builds.ts';

/** Folders from the lowest to the highest. */
const [, table = ''] =
  /<!-- layers -->([\s\S]*?)<!-- \/layers -->/u.exec(
    readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8'),
  ) ?? [];
const LAYERS = [...table.matchAll(/^\| `([\w-]+)\/`/gmu)].map(([, folder = '']) => folder);
const FOLDERS = [
  ...new Set(globSync('integration/*/**/*.ts', { cwd: ROOT }).map((file) => file.split(path.sep)[1] ?? '')),
];

/** What each file of a folder imports. */
function importsOf(folder: string): { file: string; name: string }[] {
  return globSync(`${folder}/**/*.{ts,astro}`, { cwd: ROOT }).flatMap((file) =>
    ts
      .preProcessFile(readFileSync(path.join(ROOT, file), 'utf8').replace(/^---$/gmu, ''))
      .importedFiles.map(({ fileName: name }) => ({ file: file.split(path.sep).join('/'), name })),
  );
}

test('every folder has its place in the list', () => {
  expect(LAYERS.toSorted()).toEqual(FOLDERS.toSorted());
});

test.each(LAYERS)('%s/ imports from folders above it in the list alone', (folder) => {
  const allowed = new Set(LAYERS.slice(0, LAYERS.indexOf(folder) + 1));
  const wrong = importsOf(`integration/${folder}`).filter(({ file, name }) => {
    if (!name.startsWith('.')) return false;
    const [, target = '', ...rest] = path.posix.join(path.posix.dirname(file), name).split('/');
    return rest.length > 0 && !allowed.has(target);
  });
  expect(wrong).toEqual([]);
});

test('dump/ imports neither Astro nor the file system', () => {
  const names = importsOf('integration/dump').map(({ name }) => name);
  expect(names.filter((name) => /^astro\b|^(?:node:)?fs\b/u.test(name))).toEqual([]);
});

/**
 * All files that a file imports, whatever the way; what is imported for its types alone is not there when it runs.
 * @param notYet what of their text is left out
 */
function importedBy(file: string, notYet = /$^/gu, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(path.join(ROOT, file), 'utf8')
    .replace(/^(?:import|export) type [^;]*;$/gmu, '')
    .replaceAll(notYet, '');
  for (const { fileName: name } of ts.preProcessFile(text).importedFiles)
    if (name.startsWith('.')) importedBy(path.posix.join(path.posix.dirname(file), name), notYet, found);
    else found.add(name);
  return found;
}

test.each(['integration/site.ts', 'integration/search-index/indexing-worker.ts'])(
  '%s, which every build bundles or loads once more, brings no reader of a format and none of their libraries',
  (file) => {
    const brought = [...importedBy(file)].filter((name) =>
      /^integration\/formats\/(?:readers|sniff)\/|^(?:yaml|marked|htmlparser2|saxes)$/u.test(name),
    );
    expect(brought).toEqual([]);
  },
);

test.each(['integration/check/command.ts', 'integration/stories/segment-worker.ts'])(
  '%s loads no reader of a format, no schema and nothing that measures widths before one is needed',
  (file) => {
    const brought = [...importedBy(file, /await import\([^)]*\)/gu)].filter((name) =>
      /\/create-reader\.ts$|^(?:yaml|marked|htmlparser2|saxes|astro\/zod|string-width)$/u.test(name),
    );
    expect(brought).toEqual([]);
  },
);

test.each(['integration/index.ts', 'integration/loader.ts'])(
  '%s loads no reader of dumps, nothing that indexes for search, and nothing of astro dev before one is needed',
  (file) => {
    const brought = [...importedBy(file, /await import\([^)]*\)/gu)].filter((name) =>
      /^integration\/(?:dump\/reader|formats\/index|search\/build\/index|dev\/dev-servers)\.ts$|^yaml$/u.test(
        name,
      ),
    );
    expect(brought).toEqual([]);
  },
);

describe('src/', () => {
  test('imports the plugin by its public entries alone', () => {
    const names = importsOf('src').map(({ name }) => name);
    expect(names.filter((name) => name.includes('integration/'))).toEqual([]);
    expect(names.some((name) => name === 'astro-wirecopy/site')).toBe(true);
  });
});
