// A text as it stands in addresses: which letters and signs stay, and in which form.
import { slug } from 'github-slugger';

/** Lower case of the Turkish İ, which is an i to everyone who types it. */
const DOTTED_I = /i\u0307/gu;

/** @returns a text by github-slugger's rules, in NFC; the letters of every script stay */
export function slugify(text: string): string {
  return slug(text.normalize('NFC')).replace(DOTTED_I, 'i').normalize('NFC');
}
