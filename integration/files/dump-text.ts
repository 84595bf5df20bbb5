// The text of a dump: unpacks and decodes the file, and gives its text as a stream of UTF-8. Where byte ranges must last
// (a page reads its story's body by them) and the file's own bytes are not that text, a copy is kept in a cache folder:
// of the text itself, or of the stories that the reader of a format makes of it.

import { Buffer } from 'node:buffer';
import type { Message } from '../dump/index.ts';
import { Decoder, encodingNamed, encodingOf } from '../dump/lines/decoding.ts';
import { type Compression, compressionOf, isDamage, unpack } from './compression.ts';
import type { DumpFile } from './find-dumps.ts';
import { type OnRead, readChunks, readHead } from './read-chunks.ts';
import { copyPath, copyWhileReading, isCurrentCopy, TextCopyWriter } from './text-copy.ts';
import { xmlEncoding } from './xml-encoding.ts';

const UTF8 = 'utf-8';
/** So many bytes tell the compression and the encoding. */
const HEAD_BYTES = 4;

/** No text of stories is packed so well: what unpacks to more than this was made to fill a disk, or to take hours. */
const MOST_UNPACKED = { times: 500, bytes: 4 * 2 ** 20 };

export interface TextOptions {
  /** Any label TextDecoder knows. Default: what XML states, else UTF-8; a byte order mark wins over all. */
  encoding?: string | undefined;
  /**
   * Where to keep a copy of what byte ranges are in, where that is not the file's own bytes, and the file's digest; `of`
   * what: the file's text, or its stories' as a reader makes them. Default: nowhere.
   */
  copies?: { folder: string; digest: string; of: 'text' | 'stories' };
  /** Called after every read, with how many bytes of the file are behind it. */
  onRead?: OnRead;
  /** Called with every piece of the text, in UTF-8, before it is handed on. */
  onText?: ((chunk: Uint8Array) => void) | undefined;
}

/**
 * Opens a dump.
 * @throws Error where the file can't be read, or the encoding's label is unknown; never for what the file holds
 */
export async function openDump(file: DumpFile, options: TextOptions = {}): Promise<DumpText> {
  const { copies, onRead, onText } = options;
  const stated = encodingNamed(options.encoding ?? UTF8);
  const head = readHead(file.path, HEAD_BYTES);
  const encoding = (stated === UTF8 && xmlEncoding(head, file.path)) || stated;
  const compression = compressionOf(file, head);
  const opened = { encoding, compression, onRead, onText };
  const isOwnText = !compression && encodingOf(head, encoding) === UTF8;
  if (!copies || (copies.of === 'text' && isOwnText)) return new DumpText(file, opened);
  const { folder, digest, of } = copies;
  const copy = copyPath(folder, `${of === 'stories' ? 'stories ' : ''}${encoding} ${file.name}`);
  return new DumpText(file, { ...opened, copy, of, digest, isCurrent: await isCurrentCopy(copy, digest) });
}

/** The beginning of a dump. */
export interface DumpHead {
  /** Unpacked, not decoded. */
  raw: Uint8Array;
  /** The same in UTF-8. */
  text: Uint8Array;
  /** Whether there is no more. */
  isWhole: boolean;
}

interface OpenedText {
  encoding: string;
  compression: Compression | undefined;
  onRead: OnRead;
  onText: TextOptions['onText'];
  copy?: string;
  of?: 'text' | 'stories';
  /** Of the file. */
  digest?: string;
  isCurrent?: boolean;
}

/** The text of a dump, in UTF-8. Its pieces are valid until the next one is asked for. */
export class DumpText implements AsyncIterable<Uint8Array> {
  /** Collects what could not be decoded; whoever reads the text takes it from here. */
  readonly messages: Message[] = [];
  /** Absolute path of the file that byte offsets into the text refer to, where that is not the dump. */
  readonly copy?: string;
  /** Whether that file is there, from an earlier time. */
  readonly isCurrent: boolean;
  /** Why the text ends before its file does, for people. Known once it was read. */
  failure?: string;
  readonly #file: DumpFile;
  readonly #opened: OpenedText;
  /** All of a small file, from its head on until it is read. */
  #whole: Uint8Array | undefined;

  constructor(file: DumpFile, opened: OpenedText) {
    this.#file = file;
    this.#opened = opened;
    this.isCurrent = opened.isCurrent ?? false;
    if (opened.copy) this.copy = opened.copy;
  }

  get isPacked(): boolean {
    return this.#opened.compression !== undefined;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    return this.from(0);
  }

  /** @returns about so many bytes of its beginning */
  async head(bytes: number): Promise<DumpHead> {
    const raw: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.#unpacked()) {
      raw.push(Uint8Array.from(chunk.subarray(0, bytes - size + 1)));
      size += chunk.length;
      if (size > bytes) break;
    }
    const whole = Buffer.concat(raw);
    const isWhole = size <= bytes;
    if (isWhole && !this.isPacked) this.#whole = whole;
    const decoder = new Decoder(this.#opened.encoding);
    const head = whole.subarray(0, bytes);
    const text = Buffer.concat([decoder.push(head), ...(isWhole ? [decoder.end()] : [])]);
    return { raw: head, text, isWhole };
  }

  /** Begins the copy of the stories' text, where one is kept. */
  openStoryCopy(): TextCopyWriter | undefined {
    const { copy, of, digest = '' } = this.#opened;
    return copy && of === 'stories' ? TextCopyWriter.open(copy, digest) : undefined;
  }

  /** @param offset in bytes of the text; what stands before it is left out */
  from(offset: number): AsyncGenerator<Uint8Array> {
    const { onText } = this.#opened;
    return onText ? observed(this.#from(offset), onText) : this.#from(offset);
  }

  #from(offset: number): AsyncGenerator<Uint8Array> {
    const { digest = '', compression, encoding, onRead, of } = this.#opened;
    const copy = of === 'stories' ? undefined : this.#opened.copy;
    if (copy && this.isCurrent) return readChunks(copy, offset);
    const isSound = () => !this.#hasMessages && !this.failure;
    if (copy) return skip(copyWhileReading(this.#decoded(), copy, digest, isSound), offset);
    // A file that is its own text: no need to read what is skipped. A byte order mark is at its beginning only.
    if (!compression && encoding === UTF8 && offset >= HEAD_BYTES)
      return readChunks(this.#file.path, offset, onRead);
    return skip(this.#decoded(), offset);
  }

  #hasMessages = false;

  async *#decoded(): AsyncGenerator<Uint8Array> {
    const decoder = new Decoder(this.#opened.encoding);
    const takeMessages = () => {
      const messages = decoder.messages.splice(0);
      this.#hasMessages ||= messages.length > 0;
      this.messages.push(...messages);
    };
    for await (const chunk of this.#unpacked()) {
      const text = decoder.push(chunk);
      takeMessages();
      if (text.length > 0) yield text;
    }
    const rest = decoder.end();
    takeMessages();
    if (rest.length > 0) yield rest;
  }

  async *#unpackedText(compression: Compression): AsyncGenerator<Uint8Array> {
    const { onRead } = this.#opened;
    const { name, path } = this.#file;
    let [packed, unpacked] = [0, 0];
    const onPacked = (position: number) => {
      packed = position;
      onRead?.(position);
    };
    for await (const chunk of unpack(path, compression, onPacked)) {
      yield chunk;
      unpacked += chunk.length;
      if (unpacked < MOST_UNPACKED.bytes || unpacked < packed * MOST_UNPACKED.times) continue;
      this.failure =
        `${name} unpacks to more than ${MOST_UNPACKED.times} times its size, as no text of stories does; what came ` +
        'before is read. If it is one, unpack it first.';
      return;
    }
  }

  async *#unpacked(): AsyncGenerator<Uint8Array> {
    const { compression, onRead } = this.#opened;
    const { name, path } = this.#file;
    const whole = this.#whole;
    this.#whole = undefined;
    try {
      if (whole) {
        onRead?.(whole.length);
        yield whole;
      } else if (compression) yield* this.#unpackedText(compression);
      else yield* readChunks(path, 0, onRead);
    } catch (error) {
      if (!compression || !isDamage(error)) throw error;
      this.failure =
        `${name} can’t be unpacked to its end (${error.message}); what came before is read. ` +
        `Fetch it again, or compress it again: “${compression} --test” tells whether a file is whole.`;
    }
  }
}

async function* observed(chunks: AsyncIterable<Uint8Array>, onText: (chunk: Uint8Array) => void) {
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
