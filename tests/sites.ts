// Builds the sites that tests look at, with the real `astro build` in a process of its own. One after the other: they
// share the project's folder of generated types.
import { spawn } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hostileDump, longDump } from './dumps.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');
/** Inside the project, since a build finds its packages from where it writes; and where git and linters don't look. */
export const WORK = path.join(ROOT, 'node_modules/.cache/wirecopy-tests');
/** A dump in the layout of a newspaper's pages, as they are copied from a browser. */
export const SEED = path.join(ROOT, 'tests/unit/fixtures/shapes/seed.txt');

/** The long site's lists: undated stories, and stories of March 2025. */
export const LONG = { undated: 250, dated: 101 } as const;

export interface Sites {
  /** The sample, at the root of its host. */
  sample: string;
  /** The sample under /news. */
  news: string;
  /** The sample, in a site whose interface is Arabic, with cards for link previews. */
  arabic: string;
  hostile: string;
  long: string;
  /** A newspaper's pages. */
  seed: string;
}

/** @returns the sites, each built into a folder of its own */
export async function buildSites(dumps: string): Promise<Sites> {
  const dump = async (name: string, text: string) => {
    await writeFile(path.join(dumps, name), text);
    return { DUMPS: path.join(dumps, name) };
  };
  return {
    sample: await buildSite('sample', {}),
    news: await buildSite('news', { BASE_PATH: '/news' }),
    arabic: await buildSite('arabic', { SITE_LANG: 'ar', OG_IMAGES: '1' }),
    hostile: await buildSite('hostile', await dump('hos\u001b\u0007tile.txt', hostileDump())),
    long: await buildSite('long', await dump('long.txt', longDump(LONG.undated, LONG.dated))),
    seed: await buildSite('seed', { DUMPS: SEED }),
  };
}

/**
 * Builds the project's site.
 * @param env `DUMPS`, `SITE_URL`, `BASE_PATH`, `SITE_LANG`, `OG_IMAGES`
 * @returns the folder it was written to
 * @throws where the build fails, with what it said
 */
async function buildSite(name: string, env: Record<string, string>): Promise<string> {
  const outDir = path.join(WORK, name);
  const cacheDir = path.join(WORK, `${name}-cache`);
  const built = await astroBuild(ROOT, ['--config', 'tests/astro.config.mjs', '--outDir', outDir], {
    ...env,
    CACHE_DIR: cacheDir,
  });
  if (built.code !== 0) throw new Error(`The site “${name}” did not build:\n${built.output}`);
  return outDir;
}

/** Runs `astro build` in a folder. Gives its exit code and all it said. */
export function astroBuild(cwd: string, args: readonly string[], env: Record<string, string>) {
  const { SITE_URL: _, BASE_PATH: __, DUMPS: ___, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', ...args],
    {
      cwd,
      env: { ...inherited, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Writes a project that has the plugin among its packages.
 * @param files texts or bytes by path
 * @returns its folder
 */
export async function writeProject(
  name: string,
  files: Record<string, string | Uint8Array>,
): Promise<string> {
  const folder = path.join(WORK, name);
  await rm(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(ROOT, path.join(folder, 'node_modules/astro-wirecopy'));
  return folder;
}
