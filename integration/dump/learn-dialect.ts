// How the stories of a dump look, learned from its first lines, once their entities are decoded; and what is to be said of it.

import { type Dialect, SNIFFED_BYTES, withLayout } from './heads/dialect.ts';
import { setApart } from './heads/set-apart.ts';
import { sniffDialect } from './heads/sniff-dialect.ts';
import { areEscaped, type EntityDecoder } from './lines/entities.ts';
import type { Line } from './lines/lines.ts';
import { type Message, message } from './messages.ts';
import type { Echoes } from './page-cutter.ts';
import type { DumpOptions } from './reading.ts';

/** What a dump's first lines show. */
export interface LearnedDialect {
  dialect: Dialect;
  /** The lines, decoded. */
  lines: Line[];
  /** How many heads of what was sniffed print their headline again, and whether the first one does. */
  echoes: Echoes;
  messages: Message[];
}

/** @param lines from the dump's beginning; those beyond the sniffed bytes are decoded and not looked at */
export function learnDialect(
  lines: Line[],
  entities: EntityDecoder,
  { furniture, layout }: DumpOptions,
): LearnedDialect {
  // Lines beyond the sniffed bytes must not count, however large the chunks were that brought them.
  const isSniffed = (line: Line) => line.start < SNIFFED_BYTES;
  const escaped = areEscaped(lines.filter(isSniffed));
  const decoded = escaped ? lines.flatMap((each) => entities.decode(each) ?? []) : lines;
  const messages = escaped ? [messageOfEntities(lines)] : [];
  const sniffed = decoded.filter(isSniffed);
  const { dialect: shown, recurring, labels, proven, isFirstProven } = sniffDialect(sniffed, furniture);
  const known = withLayout(shown, layout);
  const dialect = escaped ? { ...known, escaped } : known;
  for (let at = 1; at < decoded.length; at++) setApart(decoded[at - 1], decoded[at], dialect);
  if (recurring.length > 0) messages.push(messageOfMasthead(recurring, sniffed[0]));
  if (labels.length > 0) messages.push(messageOfLabels(labels, sniffed[0]));
  return { dialect, lines: decoded, echoes: { count: proven, isFirst: isFirstProven }, messages };
}

function messageOfEntities(lines: readonly Line[]): Message {
  const line = lines.find(({ text }) => text.includes('&'))?.number ?? 1;
  const text = 'Entities such as “&amp;” stand throughout this dump, and are decoded: a program left them.';
  return message('entities', line, 1, text);
}

function messageOfMasthead(recurring: readonly string[], first: Line | undefined): Message {
  const quoted = recurring.map((text) => `“${text}”`).join(', ');
  const text = `Taken for furniture, because it stands on most pages: ${quoted}.`;
  return message('masthead', first?.number ?? 1, 1, text);
}

function messageOfLabels(labels: readonly string[], first: Line | undefined): Message {
  const quoted = labels.map((text) => `“${text}”`).join(', ');
  const text = `Taken for names of sections or for numbers, and for no headlines, because such lines stand above most headlines: ${quoted}.`;
  return message('masthead', first?.number ?? 1, 1, text);
}
