// Which format a dump is in, by its first kilobytes, and what that rests on. Each format has one function that says what
// it sees; they are asked in an order in which a later one can't be mistaken for an earlier one, and text that shows none
// of their marks is page text.
import { Buffer } from 'node:buffer';
import { findWraps, type Wraps } from '../text/wraps.ts';
import { sniffJson } from './json.ts';
import { sniffLexisNexis } from './lexisnexis.ts';
import { sniffMail } from './mail.ts';
import { sniffMarkup } from './markup.ts';
import { refuseCode, refuseLoneReturns, refuseUtf8 } from './misread.ts';
import { sniffOtherMarkup } from './other-markup.ts';
import { sniffRecords } from './records.ts';
import { refuseBinary } from './signatures.ts';
import type { Head, Sniffed, SniffedFile } from './sniffed.ts';
import { sniffSql } from './sql.ts';
import { sniffTable } from './table.ts';
import { sniffFactiva, sniffMovableType, sniffProQuest, sniffStory, sniffWire } from './text-exports.ts';
import { sniffWarc } from './warc.ts';

/** So much of a dump is looked at. */
export const SNIFFED_BYTES = 64 * 1024;

const SNIFFERS: readonly ((head: Head) => Sniffed | undefined)[] = [
  sniffWarc,
  sniffMail,
  sniffSql,
  sniffMarkup,
  sniffJson,
  sniffWire,
  sniffLexisNexis,
  sniffFactiva,
  sniffProQuest,
  sniffMovableType,
  sniffOtherMarkup,
  sniffRecords,
  sniffStory,
  sniffTable,
];

/** @param bytes the first ones of a dump, in UTF-8 */
export function sniffFormat(bytes: Uint8Array, file: SniffedFile): Sniffed {
  const head = headOf(bytes, file);
  for (const sniff of SNIFFERS) {
    const found = sniff(head);
    if (found) return found;
  }
  const refused = refuseLoneReturns(bytes) ?? refuseCode(head.lines);
  if (refused) return { refused };
  return { format: 'pages', because: 'nothing marks it as anything else', ...findWraps(head.lines) };
}

/** @returns how the lines of page text are broken, where they are */
export function sniffWraps(bytes: Uint8Array, file: SniffedFile): Wraps | undefined {
  return findWraps(headOf(bytes, file).lines);
}

function headOf(bytes: Uint8Array, file: SniffedFile): Head {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString().replace(/^\ufeff/u, '');
  const lines = text.split(/\r?\n/u);
  return {
    ...file,
    bytes: buffer,
    text,
    lines: file.isWhole || lines.length === 1 ? lines : lines.slice(0, -1),
  };
}

export { refuseBinary, refuseUtf8, type Sniffed, type SniffedFile };
