// Files that are no text: known by their first bytes, or by what no text holds. Data first, and one function that looks
// it up.
import { Buffer } from 'node:buffer';

/** What a file looks like, and what can be done. */
export interface Refusal {
  looksLike: string;
  advice: string;
  /** Whether it is text after all, which cannot be read as it is. */
  isText?: true;
}

const EXPORT = 'Export its text (UTF-8) and give that.';
const UNPACK = 'Unpack it and name the files in it.';
const NO_TEXT = 'Give files of text instead.';

/** Signatures by where they stand; bytes as Latin-1. */
const SIGNATURES: readonly (readonly [offset: number, bytes: string, looksLike: string, advice: string])[] = [
  [0, '%PDF-', 'a PDF document', 'Export its text (“pdftotext FILE” does) and give that.'],
  [0, '{\\rtf', 'an RTF document', 'Save it as plain text (UTF-8) and give that.'],
  [
    0,
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'an Office document',
    'Save it as plain text or CSV (UTF-8) and give that.',
  ],
  [257, 'ustar', 'a tar archive', UNPACK],
  [0, '7z\xbc\xaf\x27\x1c', 'a 7z archive', UNPACK],
  [0, 'Rar!\x1a\x07', 'a RAR archive', UNPACK],
  [0, '\xfd7zXZ\x00', 'a file packed by xz', 'Unpack it, or pack it by gzip or zstd.'],
  [0, 'BZh', 'a file packed by bzip2', 'Unpack it, or pack it by gzip or zstd.'],
  [0, '\x1f\x8b', 'a file packed by gzip twice', 'Unpack it once.'],
  [0, '\x89PNG\r\n\x1a\n', 'an image (PNG)', NO_TEXT],
  [0, '\xff\xd8\xff', 'an image (JPEG)', NO_TEXT],
  [0, 'GIF87a', 'an image (GIF)', NO_TEXT],
  [0, 'GIF89a', 'an image (GIF)', NO_TEXT],
  [0, 'II*\x00', 'an image (TIFF)', NO_TEXT],
  [0, 'MM\x00*', 'an image (TIFF)', NO_TEXT],
  [8, 'WEBPVP8', 'an image (WebP)', NO_TEXT],
  [4, 'ftyp', 'a video or an image', NO_TEXT],
  [0, 'ID3', 'a sound file', NO_TEXT],
  [0, 'OggS', 'a sound file', NO_TEXT],
  [
    0,
    'SQLite format 3\x00',
    'an SQLite database',
    "Export the table of stories as CSV (“sqlite3 -header -csv FILE 'select …'” does) and give that.",
  ],
  [0, 'PAR1', 'a Parquet file', 'Export it as JSON Lines and give that.'],
  [0, 'Obj\x01', 'an Avro file', 'Export it as JSON Lines and give that.'],
  [0, 'ARROW1', 'an Arrow file', 'Export it as JSON Lines and give that.'],
  [0, '\x7fELF', 'a program', NO_TEXT],
  [0, '%!PS', 'a PostScript document', EXPORT],
];

/** What ZIP archives hold, by a name in them. */
const IN_ZIP: readonly (readonly [name: string, looksLike: string])[] = [
  ['word/', 'a Word document'],
  ['xl/', 'an Excel workbook'],
  ['ppt/', 'a PowerPoint presentation'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
  ['application/epub+zip', 'an EPUB book'],
];

/** Of so many bytes, one zero or five control characters are no text. */
const SHARE = 100;
const LOOKED_AT = 4096;
const LONGEST_HEADER = 400;

/**
 * @param head first bytes of a file, unpacked and not decoded
 * @param encoding that the site names for it
 * @returns what it looks like; nothing where it may be text
 */
export function refuseBinary(head: Uint8Array, encoding: string): Refusal | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const latin = bytes.toString('latin1', 0, LOOKED_AT);
  for (const [offset, signature, looksLike, advice] of SIGNATURES)
    if (latin.startsWith(signature, offset)) return { looksLike, advice };
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) {
    const inside = bytes.toString('latin1');
    const known = IN_ZIP.find(([name]) => inside.includes(name));
    return known
      ? { looksLike: known[1], advice: 'Save it as plain text or CSV (UTF-8) and give that.' }
      : { looksLike: 'a ZIP archive', advice: UNPACK };
  }
  const isWide = /^utf-16/u.test(encoding) || latin.startsWith('\xff\xfe') || latin.startsWith('\xfe\xff');
  return isWide || isWire(latin) ? undefined : refuseControls(bytes.subarray(0, LOOKED_AT));
}

/** A wire message has many controls, and says so: SOH at its beginning, and STX behind its header. */
function isWire(latin: string): boolean {
  const [header, text] = [latin.indexOf('\x01'), latin.indexOf('\x02')];
  const isFirst = header >= 0 && /^[\p{Cc}\s]*$/u.test(latin.slice(0, header));
  return isFirst && text > header && text - header < LONGEST_HEADER && !latin.includes('\0');
}

function refuseControls(bytes: Buffer): Refusal | undefined {
  let [even, odd, controls] = [0, 0, 0];
  // By index: an iterator takes ten times as long, and each of ten thousand small dumps is looked at.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) at % 2 === 0 ? even++ : odd++;
    else if (byte < 0x20 && (byte < 0x07 || byte > 0x0d) && byte !== 0x1b) controls++;
  }
  const least = Math.max(4, bytes.length / SHARE);
  if (even + odd >= least && (even === 0 || odd === 0)) {
    const name = even === 0 ? 'utf-16le' : 'utf-16be';
    return {
      looksLike: 'text in UTF-16 without a byte order mark',
      advice: `Say so: encoding: "${name}", or check --encoding ${name}.`,
      isText: true,
    };
  }
  if (even + odd >= least || controls >= least * 5) return { looksLike: 'binary data', advice: NO_TEXT };
  return undefined;
}
