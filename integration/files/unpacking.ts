// A dump's file to its text: decides by a file's first bytes whether it is compressed and how it is encoded, and
// reads it as a stream of UTF-8 whatever it was. Where a text's byte ranges must last (a page reads its story's
// body back by them) and the file's own bytes are not that text, keeps a copy in a cache folder.
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Transform } from 'node:stream';
// As a whole: Node before 22.15 has no zstd, and a name it lacks could not be imported.
import zlib from 'node:zlib';
import { Decoder, encodingNamed, encodingOf, type Message } from '../dump/index.ts';
import type { DumpFile } from './dumps.ts';

/** How many bytes are read at a time. */
const CHUNK_BYTES = 2 ** 18;

const UTF8 = 'utf-8';

type Packing = 'gzip' | 'zstd';

/** Compressed files by their first bytes: RFC 1952 section 2.3.1, RFC 8878 section 3.1. */
const SIGNATURES: readonly [Packing, (head: Uint8Array) => boolean][] = [
  ['gzip', ([one, two]) => one === 0x1f && two === 0x8b],
  ['zstd', ([one, two, three, four]) => one === 0x28 && two === 0xb5 && three === 0x2f && four === 0xfd],
  // A frame that holds no text, as parallel compressors put first.
  [
    'zstd',
    ([one = 0, two, three, four]) => one >> 4 === 5 && two === 0x2a && three === 0x4d && four === 0x18,
  ],
];
const EXTENSIONS: Readonly<Record<string, Packing>> = { '.gz': 'gzip', '.zst': 'zstd' };
const HEAD_BYTES = 4;

export interface TextOptions {
  /** Any label TextDecoder knows. Default: UTF-8; a byte order mark wins over both. */
  encoding?: string | undefined;
  /** Folder for copies of texts that are not their file's own bytes. Without one, none is kept. */
  cache?: string;
  /** Told of every read: how many bytes of the file are behind it. */
  onRead?: ((position: number) => void) | undefined;
  /** Shown every piece of the text, in UTF-8, before it is handed on. */
  onText?: ((chunk: Uint8Array) => void) | undefined;
}

/**
 * Opens a dump.
 * @throws Error where the file can't be read, or the encoding's label is unknown; never for what the file holds
 */
export async function openDump(file: DumpFile, options: TextOptions = {}): Promise<DumpText> {
  const { onRead, onText } = options;
  const encoding = encodingNamed(options.encoding ?? UTF8);
  const head = await readHead(file.path);
  const packing =
    SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? EXTENSIONS[path.extname(file.path).toLowerCase()];
  if (packing === 'zstd' && typeof zlib.createZstdDecompress !== 'function') throw noZstd(file);
  if (!options.cache || (!packing && encodingOf(head, encoding) === UTF8)) {
    return new DumpText(file, { encoding, packing, onRead, onText });
  }
  const copy = path.join(options.cache, `${hash('sha256', `${encoding} ${file.name}`).slice(0, 24)}.txt`);
  const { size, mtimeMs } = await stat(file.path);
  const original = `${size} ${mtimeMs}`;
  const isCurrent = (await readRecord(copy)) === `${original} ${await sizeOf(copy)}`;
  return new DumpText(file, { encoding, packing, onRead, onText, copy, original, isCurrent });
}

function noZstd({ name }: DumpFile): Error {
  return new Error(
    `${name} is packed by zstd, which Node unpacks from 22.15 on; this is Node ${process.versions.node}. ` +
      'Use a newer Node, or unpack it: “zstd --decompress” does.',
  );
}

/** Copies, their records, and what an interrupted build left of either. */
const COPY_NAME = /^[0-9a-f]{24}\.txt/u;

/** Deletes the copies in a folder that belong to none of the texts. */
export async function dropCopies(cache: string, texts: readonly DumpText[]): Promise<void> {
  const kept = new Set(texts.flatMap(({ copy }) => (copy ? [copy, recordOf(copy)] : [])));
  const names = await readdir(cache).catch(() => []);
  for (const name of names) {
    if (COPY_NAME.test(name) && !kept.has(path.join(cache, name))) await rm(path.join(cache, name));
  }
}

interface Opened {
  encoding: string;
  packing: Packing | undefined;
  onRead: TextOptions['onRead'];
  onText: TextOptions['onText'];
  copy?: string;
  /** Changes whenever the dump does. */
  original?: string;
  isCurrent?: boolean;
}

/** The text of a dump, in UTF-8. Its pieces are good until the next one is asked for. */
export class DumpText implements AsyncIterable<Uint8Array> {
  /** Collects what was no text; whoever reads takes it from here. */
  readonly messages: Message[] = [];
  /** Absolute path of the file that byte offsets into the text refer to, where that is not the dump. */
  readonly copy?: string;
  /** Whether that file is there, from an earlier time. */
  readonly isCurrent: boolean;
  /** Why the text ends before its file does, for people. Known once it was read. */
  failure?: string;
  readonly #file: DumpFile;
  readonly #opened: Opened;

  constructor(file: DumpFile, opened: Opened) {
    this.#file = file;
    this.#opened = opened;
    this.isCurrent = opened.isCurrent ?? false;
    if (opened.copy) this.copy = opened.copy;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    return this.from(0);
  }

  /** @param offset in bytes of the text; what stands before it is left out */
  from(offset: number): AsyncGenerator<Uint8Array> {
    const { onText } = this.#opened;
    return onText ? shown(this.#from(offset), onText) : this.#from(offset);
  }

  #from(offset: number): AsyncGenerator<Uint8Array> {
    if (this.copy) return this.isCurrent ? readOver(this.copy, offset) : skip(this.#kept(this.copy), offset);
    const { packing, encoding, onRead } = this.#opened;
    // A file that is its own text: no need to read what is skipped. A byte order mark is at its beginning only.
    if (!packing && encoding === UTF8 && offset >= HEAD_BYTES)
      return readOver(this.#file.path, offset, onRead);
    return skip(this.#decoded(), offset);
  }

  /** The text, while a copy is made; the copy takes its place only when it is whole. */
  async *#kept(copy: string): AsyncGenerator<Uint8Array> {
    const unfinished = `${copy}.${process.pid}.tmp`;
    let bytes = 0;
    let sound = true;
    await mkdir(path.dirname(copy), { recursive: true });
    const handle = await open(unfinished, 'w');
    try {
      for await (const chunk of this.#decoded()) {
        await handle.writeFile(chunk);
        bytes += chunk.length;
        sound &&= this.messages.length === 0;
        yield chunk;
      }
      await handle.close();
      await rename(unfinished, copy);
    } finally {
      await handle.close().catch(() => {});
      await rm(unfinished, { force: true });
    }
    sound &&= this.messages.length === 0 && !this.failure;
    // A dump with faults is read from its file every time, or they would be reported only once.
    if (sound) await writeRecord(copy, `${this.#opened.original} ${bytes}`);
    else await rm(recordOf(copy), { force: true });
  }

  async *#decoded(): AsyncGenerator<Uint8Array> {
    const decoder = new Decoder(this.#opened.encoding);
    for await (const chunk of this.#unpacked()) {
      const text = decoder.push(chunk);
      this.messages.push(...decoder.messages.splice(0));
      if (text.length > 0) yield text;
    }
    const rest = decoder.end();
    this.messages.push(...decoder.messages.splice(0));
    if (rest.length > 0) yield rest;
  }

  async *#unpacked(): AsyncGenerator<Uint8Array> {
    const { packing, onRead } = this.#opened;
    try {
      const { path: file } = this.#file;
      if (packing === 'gzip') yield* through(readFrom(file, 0, onRead), zlib.createGunzip(UNPACKING));
      else if (packing === 'zstd') yield* unzstd(file, onRead);
      else yield* readOver(file, 0, onRead);
    } catch (error) {
      if (!packing || !isFault(error)) throw error;
      this.failure =
        `${this.#file.name} can’t be unpacked to its end (${error.message}); what came before is read. ` +
        `Fetch it again, or compress it again: “${packing} --test” tells whether a file is whole.`;
    }
  }
}

/** Small buffers behind a decompressor, so that a fault further on takes little along that was unpacked before. */
const UNPACKING = { chunkSize: 64 * 1024, readableHighWaterMark: 1 } as const;

/** A zstd file is one frame or several (RFC 8878 section 3.1); Node's decompressor may stop after each. */
async function* unzstd(file: string, onRead: TextOptions['onRead']): AsyncGenerator<Uint8Array> {
  const { size } = await stat(file);
  let start = 0;
  do {
    const frame = zlib.createZstdDecompress(UNPACKING);
    yield* through(readFrom(file, start, onRead), frame);
    if (frame.bytesWritten === 0) return;
    start += frame.bytesWritten;
  } while (start < size);
}

async function* through(input: AsyncIterable<Uint8Array>, unpacker: Transform): AsyncGenerator<Uint8Array> {
  // Faults come out of the loop. What the pipeline says once the loop is over (the rest was not read) is none.
  pipeline(input, unpacker, () => {});
  yield* unpacker;
}

/**
 * Reads into the same memory over and over, one piece ahead: whoever takes a piece is done with it before asking for
 * the next.
 */
async function* readOver(
  file: string,
  start: number,
  onRead?: TextOptions['onRead'],
): AsyncGenerator<Uint8Array> {
  let taken = new Uint8Array(CHUNK_BYTES);
  let ahead = new Uint8Array(CHUNK_BYTES);
  let position = start;
  const handle = await open(file);
  let reading = handle.read(ahead, 0, CHUNK_BYTES, position);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      position += bytesRead;
      [taken, ahead] = [ahead, taken];
      reading = handle.read(ahead, 0, CHUNK_BYTES, position);
      onRead?.(position);
      yield taken.subarray(0, bytesRead);
    }
  } finally {
    // Nobody may be waiting for it any more, and then nobody is told what went wrong with it.
    await reading.catch(() => {});
    await handle.close();
  }
}

/** Reads every piece into memory of its own, since a stream behind may gather several. */
async function* readFrom(
  file: string,
  start: number,
  onRead?: TextOptions['onRead'],
): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { start, highWaterMark: CHUNK_BYTES });
  let position = start;
  for await (const chunk of chunks) {
    position += chunk.length;
    onRead?.(position);
    yield chunk;
  }
}

async function* shown(chunks: AsyncIterable<Uint8Array>, onText: (chunk: Uint8Array) => void) {
  for await (const chunk of chunks) {
    onText(chunk);
    yield chunk;
  }
}

async function* skip(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Whether a decompressor found fault with what it was given; anything else is about the file itself. */
function isFault(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z|ZSTD)_/u.test(String(error.code));
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Beside each copy: the size and time of the dump it was made of, and its own size. It is good while all hold. */
const recordOf = (copy: string) => `${copy}.made`;

async function readRecord(copy: string): Promise<string | undefined> {
  return await readFile(recordOf(copy), 'utf8').catch(() => undefined);
}

async function writeRecord(copy: string, record: string): Promise<void> {
  const unfinished = `${recordOf(copy)}.${process.pid}.tmp`;
  await writeFile(unfinished, record);
  await rename(unfinished, recordOf(copy));
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.size;
}
