// Where the files of a collection are: its dumps, its corrections, its lock of addresses, its index.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import { storyIndexFolder } from './story-index-folder.ts';

/** The files that a load reads and writes. */
export interface LoadFiles {
  /** Folder of the project. */
  root: string;
  /** Globs of the dumps, relative to it. */
  patterns: readonly string[];
  /** Path of the file of corrections, whether it is there or not. */
  corrections: string;
  /** Path of the lock of addresses, whether it is there or not. */
  addresses: string;
  /** Folder of the story index. */
  index: string;
}

/** @returns where a collection's files are */
export function loadFiles(
  { dumps, corrections, addresses }: ResolvedLoaderOptions,
  { config, collection }: LoaderContext,
): LoadFiles {
  const root = fileURLToPath(config.root);
  return {
    root,
    patterns: typeof dumps === 'string' ? [dumps] : dumps,
    corrections: corrections ? path.resolve(root, corrections) : correctionsIn(fileURLToPath(config.srcDir)),
    addresses: addresses
      ? path.resolve(root, addresses)
      : fileURLToPath(new URL('addresses.lock', config.srcDir)),
    index: storyIndexFolder(config.cacheDir, collection),
  };
}

/** @throws Error where a project has two files of corrections, of which one would be ignored */
function correctionsIn(folder: string): string {
  const yaml = path.join(folder, 'corrections.yaml');
  const yml = path.join(folder, 'corrections.yml');
  if (!existsSync(yml)) return yaml;
  if (!existsSync(yaml)) return yml;
  throw new Error(
    `There are two files of corrections, and one is read: put all into ${yaml}, and delete ${yml}.`,
  );
}

/** @returns files at the project's root that somebody took for the file of corrections */
export function strayCorrections({ root, corrections }: LoadFiles): string[] {
  return ['corrections.yaml', 'corrections.yml'].filter((name) => {
    const file = path.join(root, name);
    return file !== corrections && existsSync(file);
  });
}
