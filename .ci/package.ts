// Makes the published form of the package in .package/: the plugin as JavaScript with types and source maps, the
// templates as they are, and a package.json that points at the one and the other. Node runs the plugin from its
// TypeScript sources only as long as they don't lie in a node_modules.
//
//   node .ci/package.ts          makes the folder
//   npm run package                 makes it, and a tarball of it
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, '.package');
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
const HALFWAY = ['integration/bin.js', 'integration/virtual.d.ts'];
/** What the compiled form runs on: Astro's own promise. */
const NODE = '>=22.12.0';
/** Of no use to whoever installs it. */
const OURS = ['scripts', 'devDependencies', 'allowScripts', 'private', 'publishConfig'];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.ci/tsconfig.json'], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const name of AS_THEY_ARE) cpSync(path.join(ROOT, name), path.join(OUT, name), { recursive: true });
for (const name of HALFWAY) cpSync(path.join(ROOT, name), path.join(OUT, name));
// The compiler turns addresses in code, and leaves those in types and in what it does not compile.
for (const name of [...globSync('integration/**/*.d.ts', { cwd: OUT }), 'integration/bin.js']) {
  const file = path.join(OUT, name);
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/gu, '$1$2$3.js$2'),
  );
}
const manifest: Record<string, unknown> = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
for (const name of OURS) delete manifest[name];
manifest.engines = { node: NODE };
manifest.exports = publishedExports(manifest.exports);
writeFileSync(path.join(OUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

/** Entries of TypeScript become JavaScript and types; the others stay. */
function publishedExports(exports: unknown): Record<string, unknown> {
  if (typeof exports !== 'object' || exports === null) throw new Error('package.json has no exports.');
  return Object.fromEntries(
    Object.entries(exports).map(([entry, file]) => {
      if (typeof file !== 'string' || !/^\.\/integration\/.*\.ts$/u.test(file)) return [entry, file];
      const name = file.slice(0, -'.ts'.length);
      return [entry, { types: `${name}.d.ts`, default: `${name}.js` }];
    }),
  );
}
