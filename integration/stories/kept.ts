// What is kept of each dump from one build to the next, so that an unchanged dump is recognised without being
// read as stories, and one that was appended to costs its tail only. A dump is taken for unchanged by its bytes,
// never by its time. Whatever is odd about what was kept, the dump is read anew.
import { createHash, hash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { FAINT_SIGNS, LINE_CLASSES, MESSAGES, type Message, type MessageCode } from '../dump/index.ts';
import type { DumpFile } from '../files/dumps.ts';
import { LineWriter, readLines, writeWhole } from '../files/jsonl.ts';
import type { DumpText } from '../files/unpacking.ts';
import type { RecordedStory, Recorder, Recording } from './recording.ts';

/** A story that is kept: where in the file of records, and the digest of its record. */
export interface RecordPlace {
  record: { offset: number; length: number; key: string };
}

export type KeptRecording = Recording<RecordedStory & RecordPlace>;

/** Characters of a story's key, four bits each. */
const KEY_LENGTH = 16;

const count = z.int().min(0);
const ledgerSchema = z.record(z.enum(LINE_CLASSES), count);
const messageSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.custom<MessageCode>((code) => typeof code === 'string' && code in MESSAGES),
  line: count,
  column: count,
  text: z.string(),
});
const stateSchema = z.object({
  /** What the records depend on besides the dump. */
  stamp: z.string(),
  size: count,
  digest: z.string(),
  lines: count,
  ledger: ledgerSchema,
  messages: z.array(messageSchema),
  stories: count,
  recordBytes: count,
  manner: z.object({
    gap: count,
    heads: z.enum(['marked', 'plain', 'unknown']),
    deks: z.boolean().optional(),
    collapsed: z.boolean().optional(),
    faint: z.enum(FAINT_SIGNS).optional(),
    firstLine: z.string().optional(),
    furniture: z.array(z.string()),
  }),
  checkpoint: z.object({ offset: count, line: count, gap: count, ledger: ledgerSchema }).optional(),
});
type State = z.infer<typeof stateSchema>;

/** The folder in which dumps are kept. */
export class KeptDumps {
  readonly #folder: string;
  readonly #stamp: string;
  readonly #used = new Set<string>();

  /** @param stamp of all that records depend on besides their dump: options, and the code itself */
  constructor(folder: string, stamp: string) {
    this.#folder = folder;
    this.#stamp = stamp;
  }

  /** Finds out what became of a dump since it was kept. */
  async open(file: DumpFile, text: DumpText): Promise<KeptDump> {
    const name = createHash('sha256').update(file.name).digest('hex').slice(0, 24);
    const base = path.join(this.#folder, name);
    this.#used.add(`${name}.json`).add(`${name}.jsonl`);
    const state = await readState(`${base}.json`, `${base}.jsonl`, this.#stamp);
    const { size, prefix, digest } = await digestFile(file.path, state?.size);
    const begins = state !== undefined && prefix === state.digest;
    // A text that is kept beside its dump has to be there as well.
    const isSame = begins && size === state.size && (!text.copy || text.isCurrent);
    const isGrown = begins && size > state.size && state.checkpoint !== undefined && !text.copy;
    const known = isSame || isGrown ? state : undefined;
    return new KeptDump({ file, text, base, stamp: this.#stamp, size, digest, state: known, isSame });
  }

  /** Lets go of dumps that were not opened. */
  async dropOthers(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (/^[0-9a-f]{24}\.jsonl?/u.test(name) && !this.#used.has(name))
        await rm(path.join(this.#folder, name));
    }
  }
}

interface Opened {
  file: DumpFile;
  text: DumpText;
  base: string;
  stamp: string;
  size: number;
  digest: string;
  state: State | undefined;
  isSame: boolean;
}

/** One dump, with what is known of it. */
export class KeptDump {
  readonly #opened: Opened;

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  /** Whether the dump is what it was, and all that was recorded of it is there. */
  get isSame(): boolean {
    return this.#opened.isSame;
  }

  /** Digest of the dump's bytes. */
  get digest(): string {
    return this.#opened.digest;
  }

  /** Absolute path of the file of records, valid once the dump was read. */
  get records(): string {
    return `${this.#opened.base}.jsonl`;
  }

  /** What was kept, where the dump is the same. */
  get kept(): Pick<State, 'lines' | 'ledger' | 'messages' | 'stories'> | undefined {
    return this.isSame ? this.#opened.state : undefined;
  }

  /** @returns what is known of the dump, read from it only as far as needed, in batches, the end last */
  async *read(recorder: Recorder): AsyncGenerator<KeptRecording[]> {
    const { state } = this.#opened;
    if (state && this.isSame) yield* this.#readKept(state);
    else yield* this.#readNew(recorder, state);
  }

  async *#readKept(state: State): AsyncGenerator<KeptRecording[]> {
    let offset = 0;
    for await (const line of readLines(this.records)) {
      const place = this.#place(line, [offset, Buffer.byteLength(line)]);
      yield [{ kind: 'story', story: { ...parseRecord(line), ...place } }];
      offset += place.record.length + 1;
    }
    yield state.messages.map((each) => ({ kind: 'message', message: each }));
    yield [{ kind: 'end', lines: state.lines, ledger: state.ledger, manner: state.manner }];
  }

  async *#readNew(recorder: Recorder, state: State | undefined): AsyncGenerator<KeptRecording[]> {
    const { base, file, text, stamp, size, digest } = this.#opened;
    const writer = await LineWriter.open(this.records);
    const messages: Message[] = [];
    let stories = 0;
    try {
      for await (const { line, story } of state?.checkpoint ? this.#readAbove(state.checkpoint.line) : []) {
        stories++;
        yield [{ kind: 'story', story: { ...story, ...this.#place(line, writer.add(line)) } }];
        await writer.settle();
      }
      const above = state?.messages.filter(({ line }) => line < (state.checkpoint?.line ?? 0)) ?? [];
      for (const each of above) messages.push(each);
      yield above.map((each) => ({ kind: 'message', message: each }));
      const from = state?.checkpoint && { ...state.checkpoint, manner: state.manner };
      for await (const batch of recorder.record(file, text, from)) {
        const kept: KeptRecording[] = [];
        for (const recording of batch) {
          if (recording.kind === 'story') {
            const { blocks: _, classes: __, ...story } = recording.story;
            const line = JSON.stringify(story);
            stories++;
            kept.push({ kind: 'story', story: { ...story, ...this.#place(line, writer.add(line)) } });
          } else if (recording.kind === 'message') {
            messages.push(recording.message);
            kept.push(recording);
          } else {
            await rm(`${base}.json`, { force: true });
            await writer.finish();
            const { lines, ledger, manner, checkpoint } = recording;
            const next: State = {
              stamp,
              size,
              digest,
              lines,
              ledger,
              messages,
              stories,
              recordBytes: writer.offset,
              manner,
            };
            await writeWhole(`${base}.json`, JSON.stringify({ ...next, checkpoint }));
            kept.push(recording);
          }
        }
        await writer.settle();
        yield kept;
      }
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  }

  /** A story's key covers the name of its dump, which its page shows. */
  #place(line: string, [offset, length]: [offset: number, length: number]): RecordPlace {
    const key = hash('sha256', `${this.#opened.file.name} ${line}`, 'hex').slice(0, KEY_LENGTH);
    return { record: { offset, length, key } };
  }

  /** The kept stories that begin above a line. */
  async *#readAbove(limit: number): AsyncGenerator<{ line: string; story: RecordedStory }> {
    for await (const line of readLines(this.records)) {
      const story = parseRecord(line);
      if (story.lines[0] >= limit) return;
      yield { line, story };
    }
  }
}

/** A record was written by this package, under this stamp, and its file has the length it was left with. */
function parseRecord(line: string): RecordedStory {
  return JSON.parse(line);
}

/** What is kept of a dump besides its stories. */
export type KeptFacts = Pick<State, 'lines' | 'ledger' | 'messages' | 'manner'>;

/**
 * @param records path of the dump's file of records
 * @returns nothing where it is not kept
 */
export function keptFacts(records: string): KeptFacts | undefined {
  const file = records.replace(/\.jsonl$/u, '.json');
  return existsSync(file) ? stateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

async function readState(file: string, records: string, stamp: string): Promise<State | undefined> {
  try {
    const state = stateSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return state.stamp === stamp && (await stat(records)).size === state.recordBytes ? state : undefined;
  } catch {
    // Not there, cut off, or of another version: as good as nothing kept.
    return undefined;
  }
}

/** @returns the digest of a file, and of its first `prefixSize` bytes; the latter is empty where it has fewer */
async function digestFile(file: string, prefixSize = 0) {
  const whole = createHash('sha256');
  let prefix = '';
  let size = 0;
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 2 ** 20 });
  for await (const chunk of chunks) {
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
