// The file of a lock of addresses: reads it, writes it, and refuses one that is damaged.
import { readFile } from 'node:fs/promises';
import { writeFileAtomic } from '../files/atomic-file.ts';
import { printable } from '../terminal/printable.ts';
import { AddressLock } from './address-lock.ts';

/**
 * Reads a lock.
 * @param file absolute path
 * @returns nothing where there is no such file
 * @throws Error where it can't be read
 */
export async function readAddressLock(file: string): Promise<AddressLock | undefined> {
  try {
    return new AddressLock(await readFile(file));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Error(`The lock of addresses ${file} can't be read.`, { cause });
  }
}

/** Lines that an error shows. */
const MAX_SHOWN = 5;

/**
 * @param name of its file, as errors show it
 * @throws Error where anything is wrong in a lock, with the lines
 */
export function refuseDamage({ messages }: AddressLock, name: string): void {
  if (messages.length === 0) return;
  const lines = messages.slice(0, MAX_SHOWN).map(({ line, text }) => `${name}:${line}:1 ${text}`);
  if (messages.length > lines.length) lines.push(`… and ${messages.length - lines.length} more.`);
  throw new Error(
    printable(`${name} is no whole lock of addresses. Mend these lines, or take the file back from git:`) +
      lines.map((line) => `\n${printable(line)}`).join(''),
  );
}

/** Writes a lock, sorted. */
export function writeAddressLock(file: string, lock: AddressLock): void {
  writeFileAtomic(file, lock.toString());
}
