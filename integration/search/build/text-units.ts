// The code units of a text, side by side: an index is made of every character of every story, and those of a string are
// slower to look at.
import { Buffer } from 'node:buffer';
import { endianness } from 'node:os';

/** Whether normalizing leaves a code unit as it is, whatever stands beside it. Far from all of those that it does. */
const STEADY = Uint8Array.from({ length: 0x2100 }, (_, code) => {
  // None of these joins with what stands before it.
  const isStarter = code < 0x300 || (code >= 0x2010 && code < 0x2060);
  const character = String.fromCharCode(code);
  return isStarter && character.normalize('NFKC') === character ? 1 : 0;
});

const isLittleEndian = endianness() === 'LE';

/** The code units of one text after the other, in the same memory. */
export class TextUnits {
  /** More than the text has: the first `length` are its own. */
  units = new Uint16Array(1024);
  length = 0;
  #bytes = Buffer.from(this.units.buffer);

  set(text: string): void {
    this.length = text.length;
    if (text.length > this.units.length) {
      this.units = new Uint16Array(text.length * 2);
      this.#bytes = Buffer.from(this.units.buffer);
    }
    this.#bytes.write(text, 0, 'utf16le');
    if (!isLittleEndian) this.#bytes.subarray(0, text.length * 2).swap16();
  }

  /** Whether the text is seen at once to be as `normalize()` would have it. */
  isSteady(): boolean {
    const { units, length } = this;
    for (let at = 0; at < length; at++) if (STEADY[units[at] ?? 0] !== 1) return false;
    return true;
  }
}

/** In parts: a function takes only so many arguments, and a word may have any length. */
export function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096)
    text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}
