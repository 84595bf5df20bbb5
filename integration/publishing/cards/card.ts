// What a card says, apart from how it is drawn: types of the package that draws are there only for those who have it.

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
