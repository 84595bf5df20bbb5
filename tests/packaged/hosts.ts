// Projects of strangers: folders outside of the repository with the packed package among their packages. Installed
// from what `npm ci` already brought, by hard links: as a user has it, in a second, and without a network.
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGES = path.join(ROOT, 'node_modules');
const NAME = 'astro-wirecopy';

/** What became of a command. */
export interface Ran {
  code: number;
  /** All that it said. */
  output: string;
}

/** Runs a command to its end, with this Node as `node`. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ran> {
  const { NODE_ENV: _, DUMPS: __, SITE_URL: ___, BASE_PATH: ____, ...inherited } = process.env;
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${inherited.PATH}`;
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      [...args],
      { cwd, env: { ...inherited, PATH, ASTRO_TELEMETRY_DISABLED: '1', ...env }, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
      },
    );
    // Nobody is there to answer a question.
    child.stdin?.end();
  });
}

/** Runs a command that must succeed. Gives what it said. */
export async function succeed(...args: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(...args);
  if (code !== 0)
    throw new Error(`“${[args[0], ...args[1]].join(' ')}” in ${args[2]} gave ${code}:\n${output}`);
  return output;
}

/** What the machine that publishes knows of the repository. */
const RUNNER = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'someone/news' };

/** Makes the published form of the package, and packs it. */
export async function packPackage(work: string): Promise<{ tarball: string; folder: string }> {
  const folder = path.join(work, 'package');
  await succeed(process.execPath, [path.join(ROOT, '.ci/package.ts'), folder], ROOT, RUNNER);
  const said = await succeed('npm', ['pack', '--json', '--pack-destination', work, folder], work);
  const [name = ''] = /[\w.-]+\.tgz/u.exec(said) ?? [];
  return { tarball: path.join(work, name), folder };
}

/** Writes files into a project. */
export async function write(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/**
 * Installs packages into a project.
 * @param names packages that lie in this project's node_modules; all that they need comes along
 * @param tarball the packed package, if it is to be there too
 */
export async function install(folder: string, names: readonly string[], tarball?: string): Promise<void> {
  const wanted = new Set(names);
  const modules = path.join(folder, 'node_modules');
  await mkdir(path.join(modules, '.bin'), { recursive: true });
  if (tarball) {
    const own = path.join(modules, NAME);
    await mkdir(own, { recursive: true });
    await succeed('tar', ['-xzf', tarball, '-C', own, '--strip-components', '1'], folder);
    for (const name of await neededBy(own)) wanted.add(name);
    await linkCommands(modules, NAME);
    await nameIn(folder, NAME);
  }
  // A set is walked to its end, whatever is added meanwhile.
  for (const name of wanted) {
    const from = path.join(PACKAGES, name);
    // Binaries for other machines are optional, and not there.
    if (!existsSync(from)) continue;
    for (const needed of await neededBy(from)) wanted.add(needed);
    linkTree(from, path.join(modules, name));
    await linkCommands(modules, name);
  }
}

interface Manifest {
  bin?: string | Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
}

/** Names of what a package needs, and the packages within it. */
export async function neededBy(folder: string): Promise<string[]> {
  const { peerDependenciesMeta: peers, ...manifest } = await manifestOf(folder);
  const needed = [
    ...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
    ...Object.keys(manifest.peerDependencies ?? {}).filter((name) => !peers?.[name]?.optional),
  ];
  const own = path.join(folder, 'node_modules');
  if (!existsSync(own)) return needed;
  const inner = (await readdir(own)).filter((name) => !name.startsWith('.'));
  for (const name of inner) {
    const names = name.startsWith('@')
      ? (await readdir(path.join(own, name))).map((last) => `${name}/${last}`)
      : [name];
    for (const each of names) needed.push(...(await neededBy(path.join(own, each))));
  }
  return needed;
}

/** Names of packages that a project brings for those of its options that want them: `npm ci` installs them too. */
export async function peersOf(folder: string): Promise<string[]> {
  return Object.keys((await manifestOf(folder)).peerDependencies ?? {});
}

/** Notes a package among those that a project needs, as installing it does. */
async function nameIn(folder: string, name: string): Promise<void> {
  const manifest = await manifestOf(folder);
  const dependencies = { ...manifest.dependencies, [name]: '*' };
  await write(folder, { 'package.json': JSON.stringify({ ...manifest, dependencies }) });
}

async function linkCommands(modules: string, name: string): Promise<void> {
  const { bin } = await manifestOf(path.join(modules, name));
  const commands = typeof bin === 'string' ? { [path.basename(name)]: bin } : bin;
  for (const [command, file] of Object.entries(commands ?? {})) {
    const target = path.join('..', name, file);
    await symlink(target, path.join(modules, '.bin', command)).catch(unlessThere);
  }
}

/** At once: to wait for each of ten thousand links takes four times as long. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isFile() && !existsSync(target)) linkFile(source, target);
  }
}

function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    // Another disk has no links to this one's files.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFileSync(source, target);
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** A site as `npm create astro -- --template minimal` lays it out. */
export const MINIMAL = {
  'package.json': `${JSON.stringify(
    {
      name: 'minimal',
      type: 'module',
      version: '0.0.1',
      scripts: { dev: 'astro dev', build: 'astro build', preview: 'astro preview', astro: 'astro' },
      dependencies: { astro: '^7.0.0' },
    },
    null,
    2,
  )}\n`,
  'tsconfig.json': `{
  "extends": "astro/tsconfigs/strict",
  "include": [".astro/types.d.ts", "**/*"],
  "exclude": ["dist"]
}
`,
  'astro.config.mjs': `// @ts-check
import { defineConfig } from 'astro/config';

// https://astro.build/config
export default defineConfig({});
`,
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>\n',
  'src/pages/index.astro': `---

---

<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
    <meta name="viewport" content="width=device-width" />
    <meta name="generator" content={Astro.generator} />
    <title>Astro</title>
  </head>
  <body>
    <h1>Astro</h1>
  </body>
</html>
`,
} as const;

/** Empties a folder, or makes it. */
export async function emptied(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}
