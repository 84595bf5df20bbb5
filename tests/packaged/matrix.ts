// The matrix: real projects with the packed package installed from the registry, one for each thing that a stranger's
// site may have or be, built and read back. Takes minutes, and a network; not part of the tests.
//
//   npm run matrix              every cell
//   npm run matrix -- node pnpm those whose names have one of the words in them
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CELLS } from './cells.ts';
import type { Cell } from './host-files.ts';
import { emptied, MINIMAL, packPackage, ROOT, succeed, write } from './hosts.ts';
import { storiesIn, wrongIn } from './section.ts';

const MANAGERS = { npm: installByNpm, pnpm: installByPnpm, yarn: installByYarn } as const;

const words = process.argv.slice(2);
const cells = CELLS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const work = await mkdtemp(path.join(tmpdir(), 'wirecopy-matrix-'));
/** Folders with packages that another cell may have too, by what is installed. */
const installed = new Map<string, string>();
const lines: string[] = [];
try {
  const { tarball } = await packPackage(work);
  for (const [at, cell] of cells.entries()) {
    const started = performance.now();
    const wrong = await builtAndRead(cell, path.join(work, `${at}`), tarball).catch((error: Error) => [
      error.message,
    ]);
    const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(3);
    lines.push(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${seconds} s  ${cell.name}`);
    console.log(lines.at(-1));
    for (const sentence of wrong) console.log(sentence.replace(/^/gmu, '       | '));
    if (wrong.length > 0) process.exitCode = 1;
  }
} finally {
  if (process.env.KEEP) console.log(`The projects are in ${work}.`);
  else await rm(work, { recursive: true, force: true });
}
console.log(`\n${lines.join('\n')}`);

/** @returns what is wrong with a cell */
async function builtAndRead(cell: Cell, folder: string, tarball: string): Promise<string[]> {
  const { site = 'https://host.internal/', path: below = 'news/', dist = 'dist' } = cell;
  await emptied(folder);
  const files: Record<string, string> = { ...MINIMAL, ...cell.files };
  // A text that is empty stands for a file that is not there.
  await write(folder, Object.fromEntries(Object.entries(files).filter(([, text]) => text !== '')));
  await cp(path.join(ROOT, 'src/dumps'), path.join(folder, 'dumps'), { recursive: true });
  await installPackages(cell, folder, tarball);
  const said = await succeed('bash', ['-c', cell.build ?? 'node_modules/.bin/astro build'], folder);
  const section = { dist: path.join(folder, dist), site, path: below, stories: await storiesIn(folder) };
  const warnings = said
    .split('\n')
    .filter((line) => /\[(?:WARN|ERROR)\]/u.test(line) && !cell.warns?.test(line));
  return [...warnings, ...wrongIn(section), ...((await cell.check?.(folder, section)) ?? [])];
}

async function installPackages(cell: Cell, folder: string, tarball: string): Promise<void> {
  const { manager = 'npm', astro = 'latest', packages = [] } = cell;
  const wanted = [`astro@${astro}`, ...packages, tarball];
  const key = [manager, ...wanted].join(' ');
  const from = installed.get(key);
  if (from && manager === 'npm') {
    await succeed('cp', ['-al', path.join(from, 'node_modules'), path.join(folder, 'node_modules')], work);
    await rm(path.join(folder, 'node_modules/.astro'), { recursive: true, force: true });
    await cp(path.join(from, 'package.json'), path.join(folder, 'package.json'));
  } else {
    await MANAGERS[manager](folder, wanted);
    installed.set(key, folder);
  }
}

async function installByNpm(folder: string, packages: readonly string[]): Promise<void> {
  await succeed('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], folder);
}

async function installByPnpm(folder: string, packages: readonly string[]): Promise<void> {
  // Astro's packages have scripts of their own, which pnpm runs only for who says so, and which nobody needs.
  const options = [`--store-dir=${path.join(work, 'pnpm')}`, '--config.strict-dep-builds=false'];
  await succeed('npx', ['--yes', 'pnpm@12', 'add', ...options, ...packages], folder);
}

async function installByYarn(folder: string, packages: readonly string[]): Promise<void> {
  const named = packages.map((name) => (path.isAbsolute(name) ? `astro-wirecopy@file:${name}` : name));
  await write(folder, {
    'package.json': JSON.stringify({
      ...JSON.parse(MINIMAL['package.json']),
      resolutions: await binariesOfThisMachine(),
    }),
    '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\n',
    'yarn.lock': '',
  });
  await succeed('npx', ['--yes', '-p', '@yarnpkg/cli-dist@4', 'yarn', 'add', ...named], folder);
}

/** Yarn wants the binaries of Astro's compiler for all machines to be in the registry, npm only those for this one. */
async function binariesOfThisMachine(): Promise<Record<string, string>> {
  const modules = path.join(ROOT, 'node_modules');
  const manifest = await readFile(path.join(modules, '@astrojs/compiler-binding/package.json'), 'utf8');
  const binaries: Record<string, string> = JSON.parse(manifest).optionalDependencies;
  const [own] = Object.entries(binaries).find(([name]) => existsSync(path.join(modules, name))) ?? [];
  if (!own) throw new Error("Astro's compiler has no binary for this machine.");
  const others = Object.keys(binaries).filter((name) => name !== own);
  return Object.fromEntries(others.map((name) => [name, `npm:${own}@${binaries[own]}`]));
}
