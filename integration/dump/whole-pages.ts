// The pages of a dump whose pages were copied whole: keeps the lines of their stories, and books all others.

import type { Head } from './heads/head.ts';
import type { Line } from './lines/lines.ts';
import type { CutPage, PageCutter } from './page-cutter.ts';
import { indexMessage, outsideMessage } from './reader-messages.ts';
import type { Found } from './reading.ts';
import type { Ledger } from './types.ts';

/** A line of a page's story; with the story's head where it is the headline. */
interface PageLine {
  head: Head | undefined;
}

/** Takes the lines of a dump of whole pages, and gives back those of stories. */
export class WholePages {
  readonly #cutter: PageCutter;
  readonly #ledger: Ledger;
  /** Lines that were kept and not taken yet: a headline begins a story, and no other line does. */
  readonly #kept = new Map<Line, PageLine>();
  #hasIndex = false;

  /** @param ledger books the lines that are not kept */
  constructor(cutter: PageCutter, ledger: Ledger) {
    this.#cutter = cutter;
    this.#ledger = ledger;
  }

  /** Whether one of the pages was a list of links. */
  get hasIndex(): boolean {
    return this.#hasIndex;
  }

  /** The line that was pushed last. */
  get last(): Line | undefined {
    return this.#cutter.last;
  }

  /** @returns the lines of the stories of pages that end above a line */
  push(line: Line, found: Found[]): Line[] {
    return this.#cutter.push(line).flatMap((page) => this.#keep(page, found));
  }

  /** @returns those of the last pages */
  end(found: Found[]): Line[] {
    return this.#cutter.end().flatMap((page) => this.#keep(page, found));
  }

  /** @returns what a kept line is, once; nothing of any other line */
  take(line: Line): PageLine | undefined {
    const kept = this.#kept.get(line);
    if (kept) this.#kept.delete(line);
    return kept;
  }

  #keep({ lines, head, furniture, outside, index }: CutPage, found: Found[]): readonly Line[] {
    this.#ledger.furniture += furniture;
    this.#bookIndex(index, found);
    if (head) for (const line of lines) this.#kept.set(line, { head: line === lines[0] ? head : undefined });
    for (const line of outside) found.push({ message: outsideMessage(line) });
    return lines;
  }

  /** Books a page of links, which is no story. */
  #bookIndex(lines: readonly Line[], found: Found[]): void {
    const [first] = lines;
    if (!first) return;
    this.#ledger.unclaimed += lines.length;
    this.#hasIndex = true;
    found.push({ message: indexMessage(first) });
  }
}
