// What --json prints: one object, written piece by piece, a story or a message a line.

import type { Output } from '../command.ts';
import type { Message } from '../dump/index.ts';
import type { CheckedStory, Printer, Totals } from './dumps.ts';
import { Pen } from './output.ts';
import { MessageQueue } from './queue.ts';

export class JsonPrinter implements Printer {
  readonly #pen: Pen;
  readonly #messages = new MessageQueue<Message>(
    (message, first) => `${first ? '' : ','}\n      ${JSON.stringify(message)}`,
  );
  #dumps = 0;
  #stories = 0;

  constructor(out: Output, before: () => void) {
    this.#pen = new Pen(out, before);
    this.#pen.write('{ "dumps": [');
  }

  begin({ name }: { name: string }): void {
    this.#pen.write(
      `${this.#dumps++ > 0 ? ',' : ''}\n  { "dump": ${JSON.stringify(name)},\n    "stories": [`,
    );
    this.#stories = 0;
  }

  story(story: CheckedStory): void {
    this.#pen.write(this.#stories++ === 0 ? '\n      ' : ',\n      ');
    this.#pen.write(JSON.stringify(story));
  }

  message(message: Message): void {
    this.#messages.add(message);
  }

  async end({ lines, ledger }: Totals): Promise<void> {
    this.#pen.write('\n    ],\n    "messages": [');
    for await (const text of this.#messages.texts()) {
      this.#pen.write(text);
      await this.#pen.settle();
    }
    this.#pen.write(`\n    ],\n    "lines": ${lines},\n    "ledger": ${JSON.stringify(ledger)} }`);
  }

  async settle(): Promise<void> {
    await this.#messages.settle();
    await this.#pen.settle();
  }

  async finish(): Promise<void> {
    this.#pen.write('\n] }\n');
    await this.#pen.flush();
  }
}
