// What an OG image shows, and what draws one. How it is drawn is apart from this, since that needs three optional
// packages.

/** In pixels: what link previews show in full. https://ogp.me names no size; large previews ask for this one. */
export const OG_IMAGE_SIZE = { width: 1200, height: 630 } as const;

/** What an OG image shows. Its fonts have the letters of every text in it. */
export interface OgImage {
  headline: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Above the headline: where the story plays. */
  kicker?: string;
  /** Below it, on the image of the site itself, which is set as its front page is: what the site is. */
  motto?: string;
  /** At the top: the publication. */
  title?: string;
  /** At the bottom: when. */
  date?: string;
}

/** Draws OG images. */
export interface OgImageRenderer {
  /** Whether a headline can be drawn: whether the fonts have its letters. */
  canDraw(headline: string): boolean;
  /** @returns a PNG. Of what stands beside the headline, what the fonts have no letters for is left out. */
  draw(card: OgImage): Promise<Uint8Array<ArrayBuffer>>;
}
