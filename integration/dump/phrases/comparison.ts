// When two lines say the same: white space, the style of quotes, dashes and ellipses, and characters without width do
// not matter.

const QUOTES =
  /[\u2018\u2019\u201a\u201b\u2032`\u00b4\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a"]+|''+/gu;
const DASHES = /[\u2010-\u2015\u2212]|--+/gu;
const ELLIPSES = /\u2026/gu;
const NO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const SPACES = /\s+/gu;

/** Any of these: most lines have none, and are their own form. */
const VARIABLE = new RegExp(
  [QUOTES, DASHES, ELLIPSES, NO_WIDTH, /[^\S ]| {2}|^ | $/u].map(({ source }) => source).join('|'),
  'u',
);

const [SPACE, QUOTE, DOUBLE_QUOTE, DASH, BACKTICK, DELETE] = [0x20, 0x27, 0x22, 0x2d, 0x60, 0x7f];

/** False only where nothing in a text varies: a look at its codes takes a part of the pattern's time. */
function mayVary(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code >= DELETE || code === DOUBLE_QUOTE || code === BACKTICK) return true;
    if (code === before && (code === SPACE || code === QUOTE || code === DASH)) return true;
    before = code;
  }
  return before === SPACE;
}

/** @returns the form of a line that comparisons use; two lines are the same if their forms are equal */
export function comparisonForm(text: string): string {
  if (!mayVary(text) || !VARIABLE.test(text)) return text;
  return text
    .replace(NO_WIDTH, '')
    .replace(QUOTES, "'")
    .replace(DASHES, '-')
    .replace(ELLIPSES, '...')
    .replace(SPACES, ' ')
    .trim();
}

const LETTER = /[\p{L}\p{N}]/u;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x80) return LETTER.test(text.charAt(at));
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** @returns the first letter or digit of a text in lower case, by which most lines differ; empty where it has none */
export function firstLetter(text: string): string {
  let at = 0;
  while (at < text.length && !isLetter(text, at)) at++;
  return text.charAt(at).toLowerCase();
}

/** So many letters are looked at: the lines of a list or a table may differ late. */
const FIRST_LETTERS = 32;

/** Whether two texts begin with the same letters, in whatever case: a quick test that saves most of them the full comparison. */
export function sameBeginning(a: string, b: string): boolean {
  let [one, other] = [0, 0];
  for (let letters = 0; letters < FIRST_LETTERS; letters++) {
    while (one < a.length && !isLetter(a, one)) one++;
    while (other < b.length && !isLetter(b, other)) other++;
    if (other >= b.length) return true;
    const first = a.charCodeAt(one++);
    const second = b.charCodeAt(other++);
    if (first !== second && !sameInLowerCase(first, second)) return false;
  }
  return true;
}

function sameInLowerCase(a: number, b: number): boolean {
  if (a < 0x80 && b < 0x80) return (a | 0x20) === (b | 0x20);
  return String.fromCharCode(a).toLowerCase() === String.fromCharCode(b).toLowerCase();
}

/** How far apart in length two lines can be and still be worth a closer look. */
const TOLERANCE = 16;

/** Whether two lines say the same. */
export function sameLine(a: string, b: string): boolean {
  const longer = a.length - b.length;
  if (longer > TOLERANCE || longer < -TOLERANCE) return false;
  return a === b || (sameBeginning(a, b) && comparisonForm(a) === comparisonForm(b));
}

/** A separator and a few words: what a site hangs behind a headline. */
const SITE_NAME = /^ ?[-|:·] ?\S.{1,79}$/u;
/** A shorter headline with something behind it is as likely a line of talk. */
const MIN_HEADLINE = 4;

/** A share bar may cut a headline short, but not before so many characters. */
const MIN_CUT = 20;
const CUT = '...';

/** Whether `echo` repeats `headline`: as it is, in other capitals, without the site's name behind it, or cut short. */
export function echoes(headline: string, echo: string): boolean {
  if (headline === echo) return true;
  // What is cut or named differs at its end: the first letters are the same in all that follows.
  if (echo.length < MIN_HEADLINE || echo.length > headline.length + TOLERANCE)
    return sameLine(headline, echo);
  if (!sameBeginning(headline, echo)) return false;
  const full = comparisonForm(headline).toLowerCase();
  const short = comparisonForm(echo).toLowerCase();
  if (full === short) return true;
  return hasSiteName(full, short) || isCutShort(full, short);
}

/** Whether a headline is its echo with the site's name behind it. */
export function addsSiteName(headline: string, echo: string): boolean {
  return hasSiteName(comparisonForm(headline).toLowerCase(), comparisonForm(echo).toLowerCase());
}

const isCutShort = (full: string, short: string) =>
  short.endsWith(CUT) &&
  short.length >= MIN_CUT + CUT.length &&
  full.startsWith(short.slice(0, -CUT.length).trimEnd());

const hasSiteName = (full: string, short: string) =>
  full.length > short.length && full.startsWith(short) && SITE_NAME.test(full.slice(short.length));
