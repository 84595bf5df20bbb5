// Messages that wait until the stories of their dump are printed: in the order of their lines, and in a temporary
// file once there are many, so that a dump with a message for every line is checked in constant memory too.
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Something with a place. */
interface Placed {
  line: number;
  column: number;
}

/** So many wait to be put in order, and all before the last of them are put aside. A message is found only a story later
 * than its line. */
const MANY = 4000;
const KEPT = 2000;

/** Puts messages in order and their text aside. */
export class MessageQueue<M extends Placed> {
  readonly #print: (message: M, first: boolean) => string;
  #messages: M[] = [];
  #aside: FileHandle | undefined;
  #printed = 0;

  /** @param print the text of a message; `first` for the first of all */
  constructor(print: (message: M, first: boolean) => string) {
    this.#print = print;
  }

  get isEmpty(): boolean {
    return this.#printed === 0 && this.#messages.length === 0;
  }

  add(message: M): void {
    this.#messages.push(message);
  }

  /** Puts the earlier ones aside where there are many. */
  async flushIfFull(): Promise<void> {
    if (this.#messages.length < MANY) return;
    const text = this.#take(this.#messages.length - KEPT);
    this.#aside ??= await temporaryFile();
    await this.#aside.writeFile(text);
  }

  /** @returns the text of all messages, piece by piece; the queue is empty then */
  async *texts(): AsyncGenerator<string> {
    const last = this.#take(this.#messages.length);
    const aside = this.#aside;
    this.#aside = undefined;
    this.#printed = 0;
    if (aside) {
      yield* aside.createReadStream({ start: 0, encoding: 'utf8' });
      await aside.close();
    }
    yield last;
  }

  #take(count: number): string {
    this.#messages.sort((a, b) => a.line - b.line || a.column - b.column);
    let text = '';
    for (const message of this.#messages.splice(0, count))
      text += this.#print(message, this.#printed++ === 0);
    return text;
  }
}

/** A file without a name: it goes with the process, however that ends. */
async function temporaryFile(): Promise<FileHandle> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-'));
  try {
    return await open(path.join(folder, 'messages'), 'w+');
  } finally {
    await rm(folder, { recursive: true });
  }
}
