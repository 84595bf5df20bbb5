// The published form: what is in the tarball, whether every kind of importer understands it, and that it works where
// users put it.
import { realpathSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';
import { attribute, filesOf, named, pageAt } from '../site/published.ts';
import { emptied, install, MINIMAL, ROOT, run, succeed, write } from './hosts.ts';
import { chapter } from './readme.ts';
import { storiesIn, wrongIn } from './section.ts';

const { tarball, folder } = inject('packed');
const hosts = inject('hosts');
const files = filesOf(folder);
/** Not compiled: any Node must be able to read them. */
const PLAIN = ['integration/bin.js', 'integration/node-version.js'];

test('publint has no remark', async () => {
  const { messages, pkg } = await publint({ pkgDir: folder, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('are-the-types-wrong has no remark on a package of ES modules', async () => {
  const { code, output } = await run(
    path.join(ROOT, 'node_modules/.bin/attw'),
    [tarball, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii'],
    ROOT,
  );
  expect(code, output).toBe(0);
});

test('has no file that only we need', () => {
  const needed =
    /^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json|integration\/.*\.(?:d\.ts|js|js\.map|json)|src\/(?:pages|layouts|components|styles)\/.*)$/u;
  expect(files.filter((file) => !needed.test(file))).toEqual([]);
});

test('names the repository that published it, by which the registry proves where it comes from', async () => {
  const { repository } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  expect(repository).toEqual({ type: 'git', url: 'git+https://github.com/someone/news.git' });
});

test('every script comes with its source', async () => {
  const scripts = files.filter(
    (file) => file.startsWith('integration/') && file.endsWith('.js') && !PLAIN.includes(file),
  );
  expect(scripts.length).toBeGreaterThan(50);
  for (const file of scripts) {
    const map = JSON.parse(await readFile(path.join(folder, `${file}.map`), 'utf8'));
    expect(map.sourcesContent?.join(''), file).toBe(
      await readFile(path.join(ROOT, file.replace(/js$/u, 'ts')), 'utf8'),
    );
    expect(await readFile(path.join(folder, file), 'utf8')).toContain(
      `//# sourceMappingURL=${path.basename(file)}.map`,
    );
  }
});

test('the command says which Node it needs where it is too old', async () => {
  const old = await emptied(path.join(hosts, 'old'));
  for (const file of PLAIN) await cp(path.join(folder, file), path.join(old, file));
  const manifest = { name: 'astro-wirecopy', type: 'module', engines: { node: '>=99.12.0' } };
  await write(old, { 'package.json': JSON.stringify(manifest) });
  const { code, output } = await run(process.execPath, ['integration/bin.js', 'check'], old);
  expect(code).toBe(2);
  expect(output).toContain(
    `astro-wirecopy needs Node 99.12 or newer; this is Node ${process.versions.node}.`,
  );
});

test('the types hold under the strictest checks, those of the package itself included', async () => {
  const host = await emptied(path.join(hosts, 'types'));
  await write(host, MINIMAL);
  await install(host, ['astro', '@types/node'], tarball);
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const own = path.join(host, 'node_modules/astro-wirecopy');
  const entries = Object.values<{ types?: string }>(manifest.exports).flatMap(({ types }) => types ?? []);
  const program = ts.createProgram(
    entries.map((entry) => path.join(own, entry)),
    {
      strict: true,
      exactOptionalPropertyTypes: true,
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ['node', 'astro/client'],
      typeRoots: [path.join(host, 'node_modules/@types'), path.join(host, 'node_modules')],
    },
  );
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(own));
  expect(sources.length).toBeGreaterThan(entries.length);
  const errors = sources.flatMap((source) => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]);
  expect(
    ts.formatDiagnostics(errors, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => own,
      getNewLine: () => '\n',
    }),
  ).toBe('');
});

test('a site works that shares no folder with the package, which is linked into it', async () => {
  const away = [tmpdir(), '/var/tmp', homedir()].find((place) => topOf(place) !== topOf(ROOT));
  if (!away) throw new Error(`Every place to write to lies in ${topOf(ROOT)}, as the project does.`);
  const host = await mkdtemp(path.join(away, 'wirecopy-linked-'));
  try {
    await write(host, MINIMAL);
    for (const step of chapter('A news section in your Astro site'))
      if (step.kind === 'file') await write(host, { [step.name]: step.text });
    await cp(path.join(ROOT, 'src/dumps'), path.join(host, 'dumps'), { recursive: true });
    await install(host, ['astro']);
    await symlink(ROOT, path.join(host, 'node_modules/astro-wirecopy'));
    await succeed('node_modules/.bin/astro', ['build'], host);
    const stories = await storiesIn(host, 'node_modules/astro-wirecopy/integration/bin.js');
    const dist = path.join(host, 'dist');
    expect(wrongIn({ dist, site: 'https://example.com/', path: 'news/', stories })).toEqual([]);
    const search = pageAt(dist, 'news/search/index.html');
    const scripts = named(search, 'script').map((script) => attribute(script, 'src') ?? '');
    expect(scripts).toHaveLength(1);
    expect(await readFile(path.join(dist, scripts.join()), 'utf8')).toContain('manifest.bin');
  } finally {
    await rm(host, { recursive: true });
  }
});

const topOf = (place: string) => realpathSync(place).split(path.sep, 2).join(path.sep);
