// OG images, drawn by Takumi from text alone, with fonts from packages: an image has the same bytes on every machine.
import { readFileSync } from 'node:fs';
import type { Renderer } from '@takumi-rs/core';
import { truncate } from '../utils/truncate.ts';
import { type CodePointRanges, FontCoverage, parseUnicodeRange } from './font-coverage.ts';
import { HEADLINE_HEIGHT, HEADLINE_SIZES, headlineNode, imageNode } from './layout.ts';
import { OG_IMAGE_SIZE, type OgImage, type OgImageRenderer } from './og-image.ts';
import { FONT_FAMILIES, type FontFamily, RENDERER_PACKAGE, requireFrom } from './packages.ts';

const WEIGHTS = [400, 700];

/** A file of a font, and the characters it has. */
interface Font {
  family: FontFamily;
  alphabet: string;
  ranges: CodePointRanges;
}

/** Draws images by the packages of a project. */
export class TakumiRenderer implements OgImageRenderer {
  readonly #require: NodeJS.Require;
  readonly #fonts: readonly Font[];
  readonly #coverage: FontCoverage;
  #renderer: Promise<Renderer> | undefined;

  /**
   * @param root folder of the project, whose packages draw
   * @throws Error where they are not there; `resolveRenderer()` says what to install
   */
  constructor(root: string) {
    this.#require = requireFrom(root);
    this.#fonts = FONT_FAMILIES.flatMap((family) => {
      const ranges: Record<string, string> = this.#require(`${family.package}/unicode.json`);
      return family.alphabets.map((alphabet) => ({
        family,
        alphabet,
        ranges: parseUnicodeRange(ranges[alphabet] ?? ''),
      }));
    });
    this.#coverage = new FontCoverage(this.#fonts.flatMap(({ ranges }) => ranges));
  }

  /** Whether a headline can be drawn: whether the fonts have its letters. */
  canDraw(headline: string): boolean {
    return this.#coverage.covers(headline);
  }

  /** @returns a PNG. Of what stands beside the headline, what the fonts have no letters for is left out. */
  async draw(given: OgImage): Promise<Uint8Array<ArrayBuffer>> {
    this.#renderer ??= this.#start();
    const renderer = await this.#renderer;
    const image = this.#drawable(given);
    const { headline, size } = await fitHeadline(renderer, image);
    return renderer.render(imageNode({ ...image, headline }, size), {
      ...OG_IMAGE_SIZE,
      format: 'png',
      lang: image.lang,
    });
  }

  #drawable({ lang, dir, headline, ...others }: OgImage): OgImage {
    const rest = Object.entries(others)
      .filter(([, text]) => this.#coverage.covers(text))
      .map(([name, text]) => [name, this.#coverage.coveredText(text)]);
    return { lang, dir, headline: this.#coverage.coveredText(headline), ...Object.fromEntries(rest) };
  }

  async #start(): Promise<Renderer> {
    const { Renderer }: typeof import('@takumi-rs/core') = this.#require(RENDERER_PACKAGE);
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

/** @returns the largest size in which a headline fits; in the smallest one, as much of it as fits */
async function fitHeadline(renderer: Renderer, image: OgImage): Promise<{ headline: string; size: number }> {
  const fits = async (headline: string, size: number) =>
    (await renderer.measure(headlineNode({ ...image, headline }, size), { lang: image.lang })).height <=
    HEADLINE_HEIGHT;
  for (const size of HEADLINE_SIZES)
    if (await fits(image.headline, size)) return { headline: image.headline, size };
  const size = HEADLINE_SIZES.at(-1) ?? 0;
  let [room, tooMuch] = [0, image.headline.length];
  while (tooMuch - room > 1) {
    const middle = (room + tooMuch) >> 1;
    if (await fits(truncate(image.headline, middle), size)) room = middle;
    else tooMuch = middle;
  }
  return { headline: truncate(image.headline, room), size };
}
