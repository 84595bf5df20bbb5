// Compressed files: which ones are, by their first bytes, and their content as a stream.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Transform } from 'node:stream';
// As a whole: Node before 22.15 has no zstd, and a name it lacks could not be imported.
import zlib from 'node:zlib';
import type { DumpFile } from './find-dumps.ts';
import { CHUNK_BYTES, type OnRead } from './read-chunks.ts';

export type Compression = 'gzip' | 'zstd';

/** Compressed files by their first bytes: RFC 1952 section 2.3.1, RFC 8878 section 3.1. */
const SIGNATURES: readonly [Compression, (head: Uint8Array) => boolean][] = [
  ['gzip', ([one, two]) => one === 0x1f && two === 0x8b],
  ['zstd', ([one, two, three, four]) => one === 0x28 && two === 0xb5 && three === 0x2f && four === 0xfd],
  // A frame that holds no text, as parallel compressors put first.
  [
    'zstd',
    ([one = 0, two, three, four]) => one >> 4 === 5 && two === 0x2a && three === 0x4d && four === 0x18,
  ],
];
const EXTENSIONS: Readonly<Record<string, Compression>> = { '.gz': 'gzip', '.zst': 'zstd' };

/** Small buffers behind a decompressor, so that a fault further on takes little along that was unpacked before. */
const UNPACKING = { chunkSize: 64 * 1024, readableHighWaterMark: 1 } as const;

/**
 * @param head the file's first four bytes
 * @returns how a file is compressed; nothing where it is not
 * @throws Error where this Node can't unpack it
 */
export function compressionOf(file: DumpFile, head: Uint8Array): Compression | undefined {
  const compression =
    SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? EXTENSIONS[path.extname(file.path).toLowerCase()];
  if (compression === 'zstd' && typeof zlib.createZstdDecompress !== 'function') {
    throw new Error(
      `${file.name} is compressed with zstd, which Node unpacks from 22.15 on; this is Node ${process.versions.node}. ` +
        'Use a newer Node, or unpack it: “zstd --decompress” does.',
    );
  }
  return compression;
}

/**
 * @returns the file's content, unpacked
 * @throws an error that `isDamage()` knows, where the file is damaged or cut off
 */
export function unpack(file: string, compression: Compression, onRead: OnRead): AsyncGenerator<Uint8Array> {
  return compression === 'gzip' ? gunzip(file, onRead) : unzstd(file, onRead);
}

/** Whether a decompressor found the file to be damaged; any other error is about reading the file. */
export function isDamage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z|ZSTD)_/u.test(String(error.code));
}

async function* gunzip(file: string, onRead: OnRead): AsyncGenerator<Uint8Array> {
  yield* through(streamOf(file, 0, onRead), zlib.createGunzip(UNPACKING));
}

/** A zstd file is one frame or several (RFC 8878 section 3.1); Node's decompressor may stop after each. */
async function* unzstd(file: string, onRead: OnRead): AsyncGenerator<Uint8Array> {
  const { size } = await stat(file);
  let start = 0;
  do {
    const frame = zlib.createZstdDecompress(UNPACKING);
    yield* through(streamOf(file, start, onRead), frame);
    if (frame.bytesWritten === 0) return;
    start += frame.bytesWritten;
  } while (start < size);
}

async function* through(input: AsyncIterable<Uint8Array>, unpacker: Transform): AsyncGenerator<Uint8Array> {
  // Errors come out of the loop. What the pipeline reports once the loop is over (the rest was not read) is none.
  pipeline(input, unpacker, () => {});
  yield* unpacker;
}

/** Every piece in memory of its own, since a decompressor may gather several. */
async function* streamOf(file: string, start: number, onRead: OnRead): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { start, highWaterMark: CHUNK_BYTES });
  let position = start;
  for await (const chunk of chunks) {
    position += chunk.length;
    onRead?.(position);
    yield chunk;
  }
}
