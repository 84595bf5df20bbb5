// Digits of other scripts as those of ASCII, so that one way of reading numbers serves all.

const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/u;
const OTHER_DIGITS = new RegExp(OTHER_DIGIT, 'gu');

/** @returns a text with its digits of Arabic and Persian as those of ASCII */
export function asciiDigits(text: string): string {
  if (!OTHER_DIGIT.test(text)) return text;
  return text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}
