// Whether a dump is one of the formats that text has marks of: wire copy, Factiva, ProQuest, Movable Type, `.story`.
import {
  FACTIVA_CODE,
  FACTIVA_NUMBER,
  FACTIVA_WORDS,
  HIGHLIGHT,
  MT_SECTION_END,
  proQuestLabel,
  UNDERSCORES,
} from '../readers/marks.ts';
import type { Head, Sniffed } from './sniffed.ts';

const [SOH, STX] = ['\u0001', '\u0002'];

/** Wire copy: a message that begins with SOH, or text that begins with STX. */
export function sniffWire({ text }: Head): Sniffed | undefined {
  // What a transmitter sends to be noticed stands before.
  const controls = /^[\p{Cc}\s]*/u.exec(text)?.[0] ?? '';
  if (!controls.includes(SOH) || !text.includes(STX)) return undefined;
  return { format: 'wire', because: 'it begins with the control characters of a wire message' };
}

export function sniffFactiva({ lines }: Head): Sniffed | undefined {
  const codes = new Set(lines.flatMap((line) => FACTIVA_CODE.exec(line)?.groups?.code ?? []));
  if (codes.has('HD') && (codes.has('LP') || codes.has('TD')) && (codes.has('PD') || codes.has('SN')))
    return { format: 'factiva', because: 'its lines begin with Factiva’s field codes' };
  const number = lines.find((line) => FACTIVA_NUMBER.test(line));
  if (number && lines.some((line) => FACTIVA_WORDS.test(line)))
    return { format: 'factiva', because: `it has a line “${number.trim().slice(0, 40)}”` };
  return undefined;
}

export function sniffProQuest({ lines }: Head): Sniffed | undefined {
  const labels = new Set(lines.flatMap((line) => proQuestLabel(line)?.label ?? []));
  const isExport =
    labels.has('full text') &&
    (labels.has('publication title') || labels.has('publication info') || labels.has('publication date'));
  const hasRules = lines.some((line) => UNDERSCORES.test(line));
  if (!isExport || !(hasRules || labels.has('proquest document id') || labels.size > 5)) return undefined;
  return { format: 'proquest', because: 'its lines have ProQuest’s labels' };
}

/** Movable Type: fields in capitals, five dashes, then the name of a section. */
export function sniffMovableType({ lines }: Head): Sniffed | undefined {
  const end = lines.findIndex((line) => MT_SECTION_END.test(line));
  if (end < 1 || !/^BODY:\s*$/u.test(lines[end + 1] ?? '')) return undefined;
  const fields = lines.slice(0, end).filter((line) => line.trim() !== '');
  if (!fields.every((line) => /^[A-Z][A-Z ]*:/u.test(line))) return undefined;
  return { format: 'movable-type', because: 'its entries have the sections that Movable Type exports' };
}

export function sniffStory({ lines, name }: Head): Sniffed | undefined {
  if (lines.some((line) => HIGHLIGHT.test(line)))
    return { format: 'story', because: 'it has a line “@highlight”' };
  return /\.story(?:\.(?:gz|zst))?$/iu.test(name)
    ? { format: 'story', because: 'its name says so' }
    : undefined;
}
