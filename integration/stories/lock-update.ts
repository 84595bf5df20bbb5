// What becomes of a lock of addresses when stories are added to it: everything that it has stays.
import { AddressLock } from './address-lock.ts';
import { writeAddressLock } from './address-lock-file.ts';
import { foldId } from './ids.ts';
import type { LockedAddress } from './lock-lines.ts';

/** How a lock is brought up to date. */
export interface LockUpdate {
  /** Whether addresses of stories that are no longer there are given up: another story may take them. */
  prune?: boolean;
}

/**
 * @param lock as it is
 * @param published which story has which address now
 * @returns the lock with every story in it, words as they are now
 */
export function updatedLock(
  lock: AddressLock,
  published: AddressLock,
  { prune = false }: LockUpdate = {},
): AddressLock {
  const byId = new Map<string, LockedAddress>();
  for (const address of lock.addresses()) {
    const isLive = published.at(address.movedTo ?? address.id) !== undefined;
    if (isLive || !prune) byId.set(foldId(address.id), address);
  }
  for (const address of published.addresses()) {
    const isGivenUp = byId.get(foldId(address.id))?.movedTo !== undefined && address.movedTo === undefined;
    if (!isGivenUp) byId.set(foldId(address.id), address);
  }
  return AddressLock.of(byId.values());
}

/** Writes a lock with new stories, where there are any. @returns how many addresses it has more */
export function updateLock(
  file: string,
  lock: AddressLock,
  published: AddressLock,
  how: LockUpdate = {},
): number {
  const updated = updatedLock(lock, published, how);
  if (updated.toString() !== lock.toString()) writeAddressLock(file, updated);
  return updated.size - lock.size;
}
