// The pictures that stand beside a link to the site in other people's pages. Drawn from text alone, with fonts that
// come from packages: a card has the same bytes on every machine.
import { readFileSync } from 'node:fs';
import type { Renderer } from '@takumi-rs/core';
import { shorten } from '../../pages/summary.ts';
import type { Card, Press } from './card.ts';
import { cardNode, HEADLINE_ROOM, HEADLINE_SIZES, HEIGHT, headlineNode, WIDTH } from './layout.ts';
import { Lettering, type Ranges, readRanges } from './lettering.ts';
import { FAMILIES, type Family, RENDERER, requireFrom } from './tools.ts';

export type { Card } from './card.ts';

/** In pixels. */
export const CARD_SIZE = { width: WIDTH, height: HEIGHT } as const;

const WEIGHTS = [400, 700];

/** A file of a font, and what it can write. */
interface Font {
  family: Family;
  alphabet: string;
  ranges: Ranges;
}

/** Draws cards by the packages of a project. */
export class CardPress implements Press {
  readonly #require: NodeJS.Require;
  readonly #fonts: readonly Font[];
  readonly #lettering: Lettering;
  #renderer: Promise<Renderer> | undefined;

  /**
   * @param root folder of the project, whose packages draw
   * @throws Error where they are not there; `cardTools` says so more kindly
   */
  constructor(root: string) {
    this.#require = requireFrom(root);
    this.#fonts = FAMILIES.flatMap((family) => {
      const ranges: Record<string, string> = this.#require(`${family.package}/unicode.json`);
      return family.alphabets.map((alphabet) => ({
        family,
        alphabet,
        ranges: readRanges(ranges[alphabet] ?? ''),
      }));
    });
    this.#lettering = new Lettering(this.#fonts.flatMap(({ ranges }) => ranges));
  }

  /** Whether a headline can be drawn: whether the fonts have its letters. */
  canDraw(headline: string): boolean {
    return this.#lettering.canWrite(headline);
  }

  /** @returns a PNG. Of what stands beside the headline, what can't be written is left out. */
  async draw(given: Card): Promise<Uint8Array<ArrayBuffer>> {
    this.#renderer ??= this.#start();
    const renderer = await this.#renderer;
    const card = this.#writable(given);
    const { headline, size } = await set(renderer, card);
    return renderer.render(cardNode({ ...card, headline }, size), {
      ...CARD_SIZE,
      format: 'png',
      lang: card.lang,
    });
  }

  #writable({ lang, dir, headline, ...beside }: Card): Card {
    const rest = Object.entries(beside)
      .filter(([, text]) => this.#lettering.canWrite(text))
      .map(([name, text]) => [name, this.#lettering.written(text)]);
    return { lang, dir, headline: this.#lettering.written(headline), ...Object.fromEntries(rest) };
  }

  async #start(): Promise<Renderer> {
    const { Renderer }: typeof import('@takumi-rs/core') = this.#require(RENDERER);
    const renderer = new Renderer();
    for (const { family, alphabet, ranges } of this.#fonts) {
      for (const weight of WEIGHTS) {
        const file = `${family.package}/files/${family.file}-${alphabet}-${weight}-normal.woff2`;
        const data = readFileSync(this.#require.resolve(file));
        await renderer.registerFont({
          name: family.file,
          data,
          weight,
          style: 'normal',
          unicodeRange: ranges,
        });
      }
    }
    return renderer;
  }
}

/** Sets a headline in the largest size in which it has room; in the smallest, as much of it as has. */
async function set(renderer: Renderer, card: Card): Promise<{ headline: string; size: number }> {
  const fits = async (headline: string, size: number) =>
    (await renderer.measure(headlineNode({ ...card, headline }, size), { lang: card.lang })).height <=
    HEADLINE_ROOM;
  for (const size of HEADLINE_SIZES)
    if (await fits(card.headline, size)) return { headline: card.headline, size };
  const size = HEADLINE_SIZES.at(-1) ?? 0;
  let [room, tooMuch] = [0, card.headline.length];
  while (tooMuch - room > 1) {
    const middle = (room + tooMuch) >> 1;
    if (await fits(shorten(card.headline, middle), size)) room = middle;
    else tooMuch = middle;
  }
  return { headline: shorten(card.headline, room), size };
}
