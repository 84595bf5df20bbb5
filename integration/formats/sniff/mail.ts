// Whether a dump is mail as servers keep it (`.eml`, mbox): by the fields that servers and mail programs put above a text.
import type { Head, Sniffed } from './sniffed.ts';

const MBOX = /^From \S+ .*\d{4}/u;
const FIELD = /^(?<name>[A-Za-z][A-Za-z-]{1,60}):(?:\s|$)/u;
/** Fields of which one stands in every message, and which others than mail have too. */
const OF_MESSAGES = new Set(['from', 'to', 'subject']);
/** A message in parts, of which one is its text. */
const IN_PARTS = /^content-type:\s*multipart\//iu;
/** Fields that nobody writes by hand. */
const OF_SERVERS = new Set([
  'received',
  'message-id',
  'mime-version',
  'return-path',
  'content-transfer-encoding',
]);
const LEAST = 2;

export function sniffMail({ lines }: Head): Sniffed | undefined {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const isMbox = MBOX.test(lines[first] ?? '');
  const top = isMbox ? first + 1 : first;
  let isMessage = false;
  let isInParts = false;
  const seen = new Set<string>();
  for (const line of lines.slice(top)) {
    const name = FIELD.exec(line)?.groups?.name?.toLowerCase();
    if (name === undefined && !/^[ \t]+\S/u.test(line)) break;
    if (name && OF_SERVERS.has(name)) seen.add(name);
    if (name && OF_MESSAGES.has(name)) isMessage = true;
    if (IN_PARTS.test(line)) isInParts = true;
  }
  if (seen.size < LEAST && !((isMbox || isInParts) && isMessage)) return undefined;
  return {
    refused: {
      looksLike: 'mail as servers keep it',
      advice:
        'Save the text of each message as plain text (UTF-8), or what is attached to it, and give that.',
    },
  };
}
