// Entities that a scraper left in a dump's text, as `&amp;` and `&#8217;`: whether a dump has them throughout, and its lines
// without them. A dump that speaks of entities here and there keeps them: its other ampersands stand for themselves.
import { decodeHTMLStrict } from 'entities/decode';
import { Scan, withoutEdges, withoutForbidden } from './characters.ts';
import type { Line } from './lines.ts';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/giu;
/** So many lines with an entity show a habit; one may be a slip. */
const LEAST_LINES = 2;
/** Ampersands that begin no entity, for each that does. */
const MOST_BARE = 0.1;
/** Pages that were copied twice are escaped twice: `&amp;#8217;`. */
const TIMES = 2;

/** Whether a dump has entities throughout. @param lines from its beginning */
export function areEscaped(lines: readonly Pick<Line, 'text'>[]): boolean {
  let [linesWith, entities, ampersands] = [0, 0, 0];
  for (const { text } of lines) {
    if (!text.includes('&')) continue;
    ampersands += text.split('&').length - 1;
    const found = (text.match(ENTITY) ?? []).filter((entity) => decodeHTMLStrict(entity) !== entity).length;
    entities += found;
    if (found > 0) linesWith++;
  }
  return linesWith >= LEAST_LINES && ampersands - entities <= entities * MOST_BARE;
}

/** Decodes the lines of a dump that has entities throughout, one after another. */
export class EntityDecoder {
  /** Lines that had nothing but white space in entities. */
  blank = 0;
  #gap = 0;
  readonly #scan = new Scan();

  /** @returns the line as it reads; nothing where that is blank, and the next line has a gap above it for this one */
  decode(line: Line): Line | undefined {
    const gap = line.gap + this.#gap;
    if (!line.text.includes('&')) {
      this.#gap = 0;
      return gap === line.gap ? line : { ...line, gap };
    }
    const text = decoded(line.text);
    if (text === '' && line.text !== '') {
      this.blank++;
      this.#gap = gap + 1;
      return undefined;
    }
    this.#gap = 0;
    return { ...line, text, words: this.#scan.of(text).words, gap };
  }
}

function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < TIMES && plain.includes('&'); times++) plain = decodeHTMLStrict(plain);
  return withoutEdges(withoutForbidden(plain.replace(/[\r\n\t]+/gu, ' '))).normalize('NFC');
}
