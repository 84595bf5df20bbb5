// When two lines say the same: white space, quote style and characters without width do not matter.

const QUOTES =
  /[\u2018\u2019\u201a\u201b\u2032`\u00b4\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a"]+|''+/gu;
const NO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const SPACES = /\s+/gu;

/** @returns the form of a line that comparisons use; two lines are the same if their forms are equal */
export function comparisonForm(text: string): string {
  return text.replace(NO_WIDTH, '').replace(QUOTES, "'").replace(SPACES, ' ').trim();
}

const LETTER = /[\p{L}\p{N}]/u;
const isLetter = (text: string, at: number) => LETTER.test(text.charAt(at));

/** Whether two texts begin and end with the same letters: a glance that spares most lines the full comparison. */
function sameEnds(a: string, b: string): boolean {
  let [one, other] = [0, 0];
  while (one < a.length && !isLetter(a, one)) one++;
  while (other < b.length && !isLetter(b, other)) other++;
  if (a[one] !== b[other]) return false;
  one = a.length - 1;
  other = b.length - 1;
  while (one > 0 && !isLetter(a, one)) one--;
  while (other > 0 && !isLetter(b, other)) other--;
  return a[one] === b[other];
}

/** How far apart in length two lines can be and still be worth a closer look. */
const TOLERANCE = 16;

/** Whether two lines say the same. */
export function sameLine(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > TOLERANCE || !sameEnds(a, b)) return false;
  return comparisonForm(a) === comparisonForm(b);
}

/** A separator and a few words: what a site hangs behind a headline. */
const SITE_NAME = /^ ?[-–—|:·] ?\S.{1,79}$/u;

/** Whether `echo` repeats `headline`, as it is or without the site's name behind it. */
export function echoes(headline: string, echo: string): boolean {
  if (sameLine(headline, echo)) return true;
  if (echo.length >= headline.length || echo.length < 8 || headline[0] !== echo[0]) return false;
  const full = comparisonForm(headline);
  const short = comparisonForm(echo);
  return full.startsWith(short) && SITE_NAME.test(full.slice(short.length));
}
