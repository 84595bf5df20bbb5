// Digits of other scripts as those of ASCII, so that one way of reading numbers serves all.

/** Of Arabic and Persian, of the scripts of India, Burma, Thailand and Laos. */
export const OTHER_DIGIT =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049]/u;
const OTHER_DIGITS = new RegExp(OTHER_DIGIT, 'gu');
/** In the scripts of India ten digits end a row of sixteen, elsewhere they begin one. */
const [FIRST_INDIAN, LAST_INDIAN, INDIAN_ZERO] = [0x0900, 0x0dff, 6];

/** @returns a text with its digits of other scripts as those of ASCII */
export function asciiDigits(text: string): string {
  if (!OTHER_DIGIT.test(text)) return text;
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code & 0xf) - (code >= FIRST_INDIAN && code <= LAST_INDIAN ? INDIAN_ZERO : 0));
  });
}
