// Stories that an editor wants at the address which their headline makes now: the new address, and the old one as one
// that leads there.
import { didYouMean } from '../utils/did-you-mean.ts';
import { AddressLock } from './address-lock.ts';
import { candidateIds, foldId } from './ids.ts';
import type { LockedAddress } from './lock-lines.ts';
import { readSummaries } from './story-index.ts';

/**
 * @param ids of stories in the last build
 * @param published what it published
 * @param lock addresses that are locked already
 * @param index folder of its story index
 * @returns what it published, with the new addresses
 * @throws Error where there is no such story, or its headline makes the address that it has
 */
export async function renamedStories(
  ids: readonly string[],
  published: AddressLock,
  lock: AddressLock,
  index: string,
): Promise<AddressLock> {
  if (ids.length === 0) return published;
  const wanted = new Set(ids.map((id) => id.normalize('NFC')));
  const all = new Map<string, LockedAddress>();
  for (const address of published.addresses()) all.set(foldId(address.id), address);
  const known: string[] = [];
  for await (const { id, data } of readSummaries(index)) {
    known.push(id);
    const address = all.get(foldId(id));
    if (!wanted.delete(id) || !address) continue;
    const free = (each: string) => !all.has(foldId(each)) && !lock.at(each);
    const renamed = first(candidateIds(data.headline, address.words), (each) => each === id || free(each));
    if (renamed === undefined || renamed === id)
      throw new Error(`The headline of “${id}” makes the address that it has.`);
    all.set(foldId(renamed), { id: renamed, words: address.words });
    all.set(foldId(id), { ...address, movedTo: renamed });
    // What led to the old address leads to the new one.
    for (const former of lock.formerIds(id))
      all.set(foldId(former), { id: former, words: address.words, movedTo: renamed });
  }
  for (const id of wanted) throw new Error(`The last build has no story “${id}”.${didYouMean(id, known)}`);
  return AddressLock.of(all.values());
}

function first<T>(items: Iterable<T>, test: (item: T) => boolean): T | undefined {
  for (const item of items) if (test(item)) return item;
  return undefined;
}
