// Builds the sites that tests look at, with the real `astro build`. Two at a time: the second in a copy of the project,
// where it has its own generated types.
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildPool } from './build-pool.ts';
import { ROOT } from './builds.ts';
import { hostileDump, longDump } from './dumps.ts';

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

/**
 * @param work a folder outside of the project, for dumps and a copy of the project
 * @param builds what builds them
 * @returns the sites, each built into a folder of its own
 */
export async function buildSites(work: string, builds: BuildPool): Promise<Sites> {
  const dump = async (name: string, text: string) => {
    await writeFile(path.join(work, name), text);
    return { DUMPS: path.join(work, name) };
  };
  const copy = await copyProject(path.join(work, 'project'), ['tests/astro.config.mjs']);
  const [{ sample, news, arabic }, { hostile, long, seed }] = await Promise.all([
    buildEach(builds, ROOT, {
      sample: {},
      news: { BASE_PATH: '/news' },
      arabic: { SITE_LANG: 'ar', OG_IMAGES: '50' },
    }),
    buildEach(builds, copy, {
      hostile: await dump('hos\u001b\u0007tile.txt', hostileDump()),
      long: await dump('long.txt', longDump(LONG.undated, LONG.dated)),
      // A comma within a glob parts no globs.
      seed: { DUMPS: SEED.replace(/txt$/u, '{txt,text}') },
    }),
  ]);
  return { sample, news, arabic, hostile, long, seed };
}

/**
 * Builds a project's site, once for each of these names, one after the other.
 * @param environments by name: `DUMPS`, `SITE_URL`, `BASE_PATH`, `SITE_LANG`, `OG_IMAGES`
 * @returns the folders they were written to, by name
 * @throws where a build fails, with what it said
 */
async function buildEach<Name extends string>(
  builds: BuildPool,
  project: string,
  environments: Record<Name, Record<string, string>>,
): Promise<Record<Name, string>> {
  const folders: Record<string, string> = {};
  for (const [name, env] of Object.entries<Record<string, string>>(environments)) {
    const outDir = path.join(WORK, name);
    const built = await builds.build(project, ['--config', 'tests/astro.config.mjs', '--outDir', outDir], {
      ...env,
      CACHE_DIR: path.join(WORK, `${name}-cache`),
    });
    if (built.code !== 0) throw new Error(`The site “${name}” did not build:\n${built.output}`);
    folders[name] = outDir;
  }
  return folders;
}

/** What a copy of the project is made of, as far as it is there. */
const PROJECT_FILES = [
  'astro.config.mjs',
  'integration',
  'package.json',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.json',
];

/**
 * Copies the project, with its packages linked. Not into node_modules: Node does not take TypeScript there.
 * @param more other files of the project that are wanted
 * @returns the folder of the copy
 */
export async function copyProject(folder: string, more: readonly string[] = []): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of [...PROJECT_FILES, ...more])
    await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
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
