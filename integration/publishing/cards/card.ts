// What a card says, and what draws one: apart from how, since that takes packages that most sites do without.

/** What stands on a card. Every text in it can be written. */
export interface Card {
  headline: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Above the headline: where the story plays. */
  kicker?: string;
  /** Below it, on the card of the site itself, which is set as its front page is: what the site is. */
  motto?: string;
  /** At the top: the publication. */
  title?: string;
  /** At the bottom: when. */
  date?: string;
}

/** Draws cards. */
export interface Press {
  /** Whether a headline can be drawn: whether the fonts have its letters. */
  canDraw(headline: string): boolean;
  /** @returns a PNG. Of what stands beside the headline, what can't be written is left out. */
  draw(card: Card): Promise<Uint8Array<ArrayBuffer>>;
}
