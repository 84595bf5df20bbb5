// The lock of addresses and the file of corrections that a collection has: the ones that it names, or the customary ones,
// where these are not another collection's.
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import { dumpFile } from '../files/find-dumps.ts';
import { AddressLock } from './address-lock.ts';
import { readAddressLock, refuseDamage } from './address-lock-file.ts';
import { CorrectionsFile, readCorrections } from './corrections-file.ts';
import { ownerOf } from './project-loads.ts';
import { collectionOf } from './story-index-folder.ts';

/** Where they are, whether they are there or not. */
interface CollectionFiles {
  /** Folder of the project. */
  root: string;
  /** Folder of the collection's story index. */
  index: string;
  corrections: string;
  addresses: string;
}

/** @returns the corrections of a collection: none where the customary file is that of another one */
export async function openCorrections(
  files: CollectionFiles,
  options: ResolvedLoaderOptions,
): Promise<CorrectionsFile> {
  const { name } = dumpFile(files.corrections, files.root);
  const owner = options.corrections === undefined ? ownerOf(files.index, files.corrections) : undefined;
  if (owner !== undefined && owner !== collectionOf(path.basename(files.index)))
    return new CorrectionsFile('', name, files.corrections);
  return readCorrections(files.corrections, name, options.corrections !== undefined);
}

/** @returns what to say where a lock is that of another collection, or may be that of any */
function notItsLock(index: string, name: string, owner: string | undefined): string | undefined {
  const own = collectionOf(path.basename(index));
  if (owner === own) return undefined;
  const whose =
    owner === undefined ? 'is the lock of one collection' : `is the lock of the collection “${owner}”`;
  return (
    `${name} ${whose}. That of “${own}” has to be named: “npx wirecopy lock --collection ${own} ` +
    `--out src/${own}.lock” makes it, dumpLoader({ addresses: 'src/${own}.lock' }) names it.`
  );
}

/**
 * @returns the lock of a collection; an empty one where there is none, or the customary one is that of another
 * @throws Error where one was named that is not there, or it may be that of any collection
 */
export async function openLock(
  files: CollectionFiles,
  options: ResolvedLoaderOptions,
  logger: LoaderContext['logger'],
): Promise<AddressLock> {
  const { name } = dumpFile(files.addresses, files.root);
  const lock = await readAddressLock(files.addresses);
  if (options.addresses === undefined && (lock || options.updateAddresses)) {
    const warning = notItsLock(files.index, name, ownerOf(files.index, files.addresses));
    // Without a lock its stories keep their addresses as before; with a wrong one they would move.
    if (warning && (options.updateAddresses || !ownerOf(files.index, files.addresses)))
      throw new Error(warning);
    if (warning) {
      logger.warn(warning);
      return new AddressLock();
    }
  }
  if (lock) refuseDamage(lock, name);
  else if (options.addresses !== undefined && !options.updateAddresses) {
    throw new Error(
      `There is no file ${name} (${files.addresses}), which dumpLoader({ addresses }) names. “npx wirecopy lock --out ${name}” makes it.`,
    );
  }
  return lock ?? new AddressLock();
}
