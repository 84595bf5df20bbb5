// What --json prints: one object, written piece by piece, a story or a message a line.

import type { Ledger, LineClass, Message } from '../dump/index.ts';
import type { KnownFormat } from '../formats/index.ts';
import { printedJson } from '../stories/checked-story.ts';
import type { ParsedStory } from '../stories/story-reader.ts';
import { BufferedWriter } from '../terminal/buffered-writer.ts';
import type { Output } from '../terminal/command.ts';
import type { DumpTotals, Printer } from './check-dump.ts';
import { MessageQueue } from './message-queue.ts';

/** Classes that only records have: left out where there is none, as programs know the others alone. */
const OF_RECORDS: readonly string[] = ['field', 'separator', 'markup'] satisfies LineClass[];

const printedLedger = (ledger: Ledger) =>
  Object.fromEntries(
    Object.entries(ledger).filter(([name, count]) => count > 0 || !OF_RECORDS.includes(name)),
  );

/** Prints one JSON object, piece by piece: `{ "dumps": [ … ] }`. */
export class JsonPrinter implements Printer {
  readonly #out: BufferedWriter;
  readonly #messages = new MessageQueue<Message>(
    (message, first) => `${first ? '' : ','}\n      ${JSON.stringify(message)}`,
  );
  #dumps = 0;
  #stories = 0;

  constructor(out: Output, before: () => void) {
    this.#out = new BufferedWriter(out, before);
    this.#out.write('{ "dumps": [');
  }

  begin(file: { name: string }, { name, because }: KnownFormat): void {
    // Text of pages is what nothing speaks against: there is nothing to say.
    const top = JSON.stringify({ dump: file.name, format: name, ...(name !== 'pages' && { because }) });
    this.#out.write(`${this.#dumps++ > 0 ? ',' : ''}\n  ${top.slice(0, -1)},\n    "stories": [`);
    this.#stories = 0;
  }

  story({ id }: { id: string }, printed: ParsedStory | Uint8Array): void {
    const first = `{"id":${JSON.stringify(id)},`;
    this.#out.write(`${this.#stories++ === 0 ? '' : ','}\n      ${first}`);
    // Without the brace that opens it.
    if (printed instanceof Uint8Array) this.#out.writeBytes(printed.subarray(1));
    else this.#out.write(printedJson(printed).slice(1));
  }

  message(message: Message): void {
    this.#messages.add(message);
  }

  async end({ lines, ledger }: DumpTotals): Promise<void> {
    this.#out.write('\n    ],\n    "messages": [');
    for await (const text of this.#messages.texts()) {
      this.#out.write(text);
      await this.#out.flushIfFull();
    }
    this.#out.write(
      `\n    ],\n    "lines": ${lines},\n    "ledger": ${JSON.stringify(printedLedger(ledger))} }`,
    );
  }

  async flushIfFull(): Promise<void> {
    await this.#messages.flushIfFull();
    await this.#out.flushIfFull();
  }

  async finish(): Promise<void> {
    this.#out.write('\n] }\n');
    await this.#out.flush();
  }
}
