// The form that text has before it is cut into words: compatibility composition (NFKC), which makes full-width,
// ligature and presentation forms the letters that they are read as, and one order for Thai and Lao vowels.

const SARA_AM = /\u0e4d([\u0e48-\u0e4b]?)\u0e32/gu;
const LAO_AM = /\u0ecd([\u0ec8-\u0ecb]?)\u0eb2/gu;

/** @returns the text as all of search reads it; may be shorter or longer */
export function normalize(text: string): string {
  const composed = text.normalize('NFKC');
  // NFKC takes these vowels apart, and does not mind on which side of their tone mark the first half stands.
  return composed.replace(SARA_AM, '$1\u0e33').replace(LAO_AM, '$1\u0eb3');
}
