// A text as it stands in addresses: which letters and signs stay, and in which form.
import { slug } from 'github-slugger';

/** Lower case of the Turkish İ, which is an i to everyone who types it. */
const DOTTED_I = /i\u0307/gu;

const ASCII = /^[\0-\x7f]*$/u;
/** What github-slugger leaves out of ASCII: to look for that alone takes a part of the time. */
const LEFT_OUT = /[^\w -]/gu;

/** @returns a text by github-slugger's rules, in NFC; the letters of every script stay */
export function slugify(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(LEFT_OUT, '').replaceAll(' ', '-');
  return slug(text.normalize('NFC')).replace(DOTTED_I, 'i').normalize('NFC');
}
