// What marks a line of a body that is no plain paragraph: bullets, dashes, who asks and who answers, capitals.

/** A list item. */
export const BULLET = /^[•●▪◦‣]\s*(?=\S)/u;
/** A subhead, a list item, or what somebody says. */
export const DASH = /^[-–—]\s+(?=\S)/u;
/** `Q:`, `A:`, `س:`, `ج:` */
const TURN = /^(?:[QA]|س|ج)\s?:\s/u;

/** Whether a line is led by any of these, as bodies' lines are and headlines are not. */
export function isLed(text: string): boolean {
  return BULLET.test(text) || DASH.test(text) || TURN.test(text);
}

/** Whether a line says who wrote the post above it: `— Harbor Board (@harborboard) November 18, 2019` */
export const signsPost = (text: string) => /^[-–—]\s?\S.*\(@\w+\)/u.test(text);

/** Whether a line is in capitals alone: `FRIDAY, MAY 3, 2024` */
export const isShouted = (text: string) => !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);

/** Whether a line is in bold or italics as in mail, `*The First Crossing*` or `__The Bell__`, or begins with a star as notes do. */
export const isStarred = (text: string) => /^(?:\*+ |([*_]{1,3})[^*_]+\1$)/u.test(text);

/** Whether a text ends with initials, whose last stop ends no sentence: `From the I.R.S.` */
export const endsInInitials = (text: string) =>
  text.endsWith('.') && /(?<!\p{L})(?:\p{Lu}\.){2,}$/u.test(text);

/** Whether a line opens a quotation that it does not close, as all paragraphs but the last of a long one do. */
export function isSpeech(text: string): boolean {
  const [first] = text;
  if (first === '"') return text.indexOf('"', 1) < 0;
  return (first === '“' && !/[”“]/u.test(text.slice(1))) || (first === '«' && !text.includes('»'));
}

/** Whether a line has three sentences or more. */
export const hasSentences = (text: string) => /(?:\p{Ll}{2}[.!?]["”’»]? ["“‘«]?\p{Lu}.*){2}/u.test(text);

/** No sign of a wide script is below: a quick test rules out most lines. */
const LEAST_WIDE = 0x1100;

function mayBeWide(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= LEAST_WIDE) return true;
  return false;
}

const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ALL_WIDE = new RegExp(WIDE, 'gu');

/** Whether a text has signs of a wide script. */
export const isWide = (text: string) => mayBeWide(text) && WIDE.test(text);

/** @returns how many words a text has, where two signs of a wide script count for one */
export function wordCountOf(text: string, words: number): number {
  return isWide(text) ? Math.max(words, Math.floor((text.match(ALL_WIDE)?.length ?? 0) / 2)) : words;
}

/** @returns the length of a text, where a syllable of a wide script counts for three letters */
export function widthOf(text: string): number {
  return mayBeWide(text) ? text.length + 2 * (text.match(ALL_WIDE)?.length ?? 0) : text.length;
}

/**
 * @param marks the characters that are looked for
 * @param closers quotes and brackets that may close behind them
 * @returns whether a text ends with a mark: a pattern would begin at every mark of a paragraph
 */
export const endingIn =
  (marks: string, closers: string) =>
  (text: string): boolean => {
    let at = text.length - 1;
    while (at >= 0 && closers.includes(text.charAt(at))) at--;
    return at >= 0 && marks.includes(text.charAt(at));
  };

/** Stops of Arabic's, India's, Burma's, Cambodia's, Ethiopia's, Armenia's and East Asia's scripts. */
export const STOPS = '۔।॥။។።։。';

/** Whether a text ends as sentences do, or holds one open: no headline and no dek ends so. */
export const isClosed = endingIn(`.${STOPS}؛،,:;`, `"'”’»“‘«)]`);
