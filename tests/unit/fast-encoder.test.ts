// Text that is encoded while pages are rendered: nobody can tell its bytes from those that Node makes.
import { expect, test } from 'vitest';
import { encodeFaster } from '../../integration/astro/fast-encoder.ts';

const long = (text: string) => text.repeat(Math.ceil(5000 / text.length));
const TEXTS: Record<string, string> = {
  'no text': '',
  'a short one': 'Grüße, ‘quoted’',
  ASCII: long('A keeper lit the lamp. '),
  'Latin-1': long('Ein Wärter zündete die Lampe an. '),
  'typographic marks': long('The keeper’s lamp — lit… '),
  Arabic: long('أضاء الحارس المصباح. '),
  Chinese: long('看守人点亮了灯。'),
  'characters of two units': long('A lamp 🪔 on a pier 𐎀. '),
  'half a character': `${long('The keeper’s lamp ')}\ud800 and \udc00`,
};

test.each(Object.entries(TEXTS))('%s becomes the bytes that it always becomes', (_, text) => {
  const expected = new TextEncoder().encode(text);
  const encodeAsEver = encodeFaster();
  try {
    const bytes = new TextEncoder().encode(text);
    expect(bytes).toEqual(expected);
    expect(bytes.constructor).toBe(Uint8Array);
    expect(bytes.buffer.byteLength, 'and nothing else is in its memory').toBe(expected.buffer.byteLength);
  } finally {
    encodeAsEver();
  }
});

test('what is no text is written as Node writes it, and afterwards all is as before', () => {
  const before = TextEncoder.prototype.encode;
  const encodeAsEver = encodeFaster();
  expect(TextEncoder.prototype.encode).not.toBe(before);
  expect(new TextEncoder().encode()).toEqual(new Uint8Array());
  encodeAsEver();
  expect(TextEncoder.prototype.encode).toBe(before);
});
