// Folders that can't be written to, and disks that are full: found before a build begins where that can be told, and
// said in one sentence with the folder and the reason.
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorMessage } from '../utils/errors.ts';

/** A build that has less room does not end well, and where it stops is chance. */
const LEAST_BYTES = 8 * 2 ** 20;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user’s share of the disk is used up',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file has its name',
};

/**
 * @param what the folder is for: `The output folder`
 * @throws Error where it can't be written to
 */
export function checkWritable(what: string, folder: string): void {
  const probe = path.join(folder, `.wirecopy-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, 'probe');
    rmSync(probe);
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < LEAST_BYTES) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  } catch (cause) {
    throw plainError(`${what} can’t be written to: ${reasonOf(cause)} (${folder}).`);
  }
}

/** One level after another: all at once, Node says of a read-only file system that there is no such folder. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another build may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** @returns the error, with the file and the reason where the disk or the folder is the cause */
export function explainWriteError(error: unknown, file: string): Error {
  return plainError(`${file} can’t be written: ${reasonOf(error)}.`);
}

/** Where in the code a disk was found full helps nobody: an error that is its message, and no more. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? errorMessage(error);
}
