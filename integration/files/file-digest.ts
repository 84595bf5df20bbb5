// Digests of files of any size.
import { createHash, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { readChunks } from './read-chunks.ts';

const CHUNK_BYTES = 2 ** 20;

/** Of a file, or of its beginning. */
export interface FileDigest {
  size: number;
  /** SHA-256 of its first bytes; empty where it has fewer. */
  prefix: string;
  /** SHA-256 of the whole. */
  digest: string;
}

/** @returns size and SHA-256 of a file, and the SHA-256 of its first `prefixSize` bytes */
export async function digestFile(file: string, prefixSize = 0): Promise<FileDigest> {
  return digestSmall(file, prefixSize) ?? digestLarge(file, prefixSize);
}

/** Ten thousand files of one story each: a stream, with a buffer, for each of them would take most of a build. */
function digestSmall(file: string, prefixSize: number): FileDigest | undefined {
  const handle = openSync(file, 'r');
  try {
    if (fstatSync(handle).size > CHUNK_BYTES) return undefined;
    const bytes = readFileSync(handle);
    const digest = hash('sha256', bytes, 'hex');
    const isPrefix = prefixSize > 0 && prefixSize <= bytes.length;
    const prefix =
      prefixSize === bytes.length ? digest : hash('sha256', bytes.subarray(0, prefixSize), 'hex');
    return { size: bytes.length, prefix: isPrefix ? prefix : '', digest };
  } finally {
    closeSync(handle);
  }
}

async function digestLarge(file: string, prefixSize: number): Promise<FileDigest> {
  const whole = createHash('sha256');
  let prefix = '';
  let size = 0;
  // Into the same memory: a buffer for each piece would have V8 collect garbage over and over.
  for await (const chunk of readChunks(file, 0)) {
    if (size < prefixSize && size + chunk.length >= prefixSize) {
      const rest = prefixSize - size;
      whole.update(chunk.subarray(0, rest));
      prefix = whole.copy().digest('hex');
      whole.update(chunk.subarray(rest));
    } else {
      whole.update(chunk);
    }
    size += chunk.length;
  }
  return { size, prefix, digest: whole.digest('hex') };
}
