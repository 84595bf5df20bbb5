// Makes the published form of the package in .package/: the plugin as JavaScript with types and source maps, the
// templates as they are, and a package.json that points at the one and the other. Node runs the plugin from its
// TypeScript sources only as long as they don't lie in a node_modules.
//
//   node .ci/package.ts [FOLDER]    makes the folder, .package where none is named
//   npm run package                 makes it, and a tarball of it
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.resolve(process.argv[2] ?? path.join(ROOT, '.package'));
/** Besides what is compiled: what an Astro project reads itself, and what people read. */
const AS_THEY_ARE = [
  'src/pages',
  'src/components',
  'src/layouts',
  'src/styles',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
];
/** Not compiled, but naming files that are. */
const HALFWAY = [
  'integration/bin.js',
  'integration/node-version.js',
  'integration/node-version.d.ts',
  'integration/pages/world-map.json',
  'integration/vite/virtual-modules.d.ts',
];
/** Of no use to whoever installs it. */
const OURS = ['scripts', 'devDependencies', 'allowScripts', 'private', 'publishConfig'];
/** A file that a declaration or a script names, relative to itself. */
const NAMED = /(?<=\b(?:from|import|path=)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\1/gu;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', '.ci/tsconfig.json', '--outDir', OUT], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const name of AS_THEY_ARE) cpSync(path.join(ROOT, name), path.join(OUT, name), { recursive: true });
for (const name of HALFWAY) cpSync(path.join(ROOT, name), path.join(OUT, name));
// The compiler turns addresses in code, leaves those in types and in what it does not compile, and thinks that
// declarations without code stay where they are.
for (const name of [...globSync('integration/**/*.d.ts', { cwd: OUT }), 'integration/bin.js']) {
  const file = path.join(OUT, name);
  const text = readFileSync(file, 'utf8');
  const published = (named: string) => named.replace(/(?<!\.d)\.ts$/u, '.js');
  writeFileSync(
    file,
    text
      .replace(/(?<=<reference path=")[^"]*\/integration\//u, './')
      .replace(NAMED, (_, quote: string, named: string) => quote + published(named) + quote),
  );
}
const manifest: Record<string, unknown> = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
for (const name of OURS) delete manifest[name];
const exports = publishedExports(manifest.exports);
manifest.exports = exports;
// Whose repository this is, only the workflow that publishes it knows; the registry asks for it to prove provenance.
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
if (server && repository) {
  const home = `${server}/${repository}`;
  manifest.repository = { type: 'git', url: `git+${home}.git` };
  manifest.homepage = `${home}#readme`;
  manifest.bugs = `${home}/issues`;
  manifest.author = repository.split('/')[0];
}
writeFileSync(path.join(OUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
dropUnseenTypes(Object.values(exports).flatMap((entry) => (typeof entry === 'object' ? entry.types : [])));

/** An entry of a published package.json: JavaScript and its types, or a file as it is. */
type Entry = string | { types: string; default: string };

/** Entries of TypeScript become JavaScript and types; the others stay. */
function publishedExports(exports: unknown): Record<string, Entry> {
  if (typeof exports !== 'object' || exports === null) throw new Error('package.json has no exports.');
  return Object.fromEntries(
    Object.entries(exports).map(([entry, file]: [string, unknown]) => {
      if (typeof file !== 'string') throw new Error(`The entry ${entry} of package.json names no file.`);
      if (!/^\.\/integration\/.*\.ts$/u.test(file)) return [entry, file];
      const name = file.slice(0, -'.ts'.length);
      return [entry, { types: `${name}.d.ts`, default: `${name}.js` }];
    }),
  );
}

/** Takes away the types that no entry leads to: of what only the plugin itself uses. */
function dropUnseenTypes(entries: readonly string[]): void {
  const seen = new Set<string>();
  const see = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, , named = ''] of readFileSync(file, 'utf8').matchAll(NAMED))
      see(path.resolve(path.dirname(file), named.replace(/(?:\.d\.ts|\.js)$/u, '.d.ts')));
  };
  for (const entry of entries) see(path.join(OUT, entry));
  for (const name of globSync('integration/**/*.d.ts', { cwd: OUT }))
    if (!seen.has(path.join(OUT, name))) rmSync(path.join(OUT, name));
}
