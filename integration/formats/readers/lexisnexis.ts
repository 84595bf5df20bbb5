// Exports of LexisNexis as text, in two layouts: that of the old interface (`1 of 20 DOCUMENTS`) and that of Nexis Uni (`End
// of Document`). Decides where a document begins and ends, and which layout it has.
import type { Found } from '../../dump/index.ts';
import type { RawLine } from '../raw-lines.ts';
import { readClassic } from './lexisnexis-classic.ts';
import { isBodyLine, readUni } from './lexisnexis-uni.ts';
import { DocumentReader, type ReadDocument } from './line-reader.ts';
import { FIRST_OF_DOCUMENT, LAST_OF_DOCUMENT } from './marks.ts';

const NO_LENGTH =
  'This document has no LENGTH line, which parts its head from its text; it is not published.';
const NO_DAY = 'This document has no headline above its paper and its day; it is not published.';

export class LexisNexisReader extends DocumentReader {
  /** Whether documents end with a line, and do not begin with one. */
  #isUni: boolean | undefined;
  /** Whether what comes stands above the first document. */
  #isCover = true;

  protected line(line: RawLine, found: Found[]): void {
    if (FIRST_OF_DOCUMENT.test(line.text)) {
      this.#isUni = false;
      this.finish(found);
      this.#isCover = false;
      this.ledger.separator++;
    } else if (LAST_OF_DOCUMENT.test(line.text)) {
      this.#isUni ??= true;
      this.finish(found);
      this.ledger.separator++;
    } else this.add(line, found);
  }

  /** Ends the current document. */
  protected finish(found: Found[]): void {
    const lines = this.take();
    const hasInk = lines.some(({ text }) => text.trim() !== '');
    if (this.#isUni !== false && hasInk && lines.some(({ text }) => isBodyLine(text)))
      this.#end(readUni(lines, this.#isCover), NO_DAY, lines, found);
    else if (this.#isUni === false && !this.#isCover && hasInk)
      this.#end(readClassic(lines), NO_LENGTH, lines, found);
    // A list of what was asked for stands before the first document, and below the last.
    else this.book(lines, 'furniture');
  }

  /** @param missing what to say where the document could not be read */
  #end(document: ReadDocument | undefined, missing: string, lines: readonly RawLine[], found: Found[]): void {
    if (!document) {
      this.leaveOut(lines, found, missing);
      return;
    }
    this.#isCover = false;
    this.publish(document, found);
  }
}
