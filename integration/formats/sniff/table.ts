// Whether a dump is a table: a row of short names, and rows with as many columns below.
import { findRow, SEPARATORS, type Separator, statesSeparator, textOfCell } from '../readers/cells.ts';
import type { Head, Sniffed } from './sniffed.ts';

const MAX_NAME = 60;
const MAX_ROWS = 50;
/** So many rows that all have as many columns as the first are a table, whatever it is of. */
const LEAST_ROWS = 4;
const LEAST_COLUMNS = 3;
const MOST_ALIKE = 0.9;

export function sniffTable(head: Head): Sniffed | undefined {
  const isNamed = /\.(?:csv|tsv|tab)(?:\.(?:gz|zst))?$/iu.test(head.name);
  let best: { separator: Separator; columns: number; known: number; score: number } | undefined;
  for (const separator of ['\t', ';', ',', '|'] as const) {
    const rows = readRows(head, separator, isNamed ? 1 : 2);
    const columns = rows[0]?.map((name) => name.replace(/^\ufeff/u, '').trim()) ?? [];
    if (!columns.every((name) => name.length <= MAX_NAME && !/[\n.!?]\s/u.test(name)) || columns.length === 0)
      continue;
    const fields = new Set(columns.flatMap((name) => head.names.meaning(name)?.field ?? []));
    const known = Number(fields.has('headline')) + Number(fields.has('text'));
    const alike = rows.slice(1).filter((row) => row.length === columns.length).length;
    // A page's menu has strokes as well, but no other line has as many.
    if (separator === '|' && (alike === 0 || alike < MOST_ALIKE * (rows.length - 1))) continue;
    const isStory = fields.has('text') && (columns.length > 1 || isNamed);
    const isAlike =
      alike >= LEAST_ROWS &&
      alike === rows.length - 1 &&
      columns.length >= LEAST_COLUMNS &&
      columns.every(Boolean);
    if (!isStory && !isAlike && !(isNamed && columns.length > 1)) continue;
    const score = known * 100 + (isAlike ? 50 : 0) + Math.min(40, columns.length);
    if (!best || score > best.score) best = { separator, columns: columns.length, known, score };
  }
  if (!best && isNamed) best = { separator: ',', columns: 1, known: 0, score: 0 };
  if (!best) return undefined;
  return {
    format: best.separator === '\t' ? 'tsv' : 'csv',
    because: best.known > 0 ? 'its first row names columns' : 'its rows have equally many columns',
    separator: best.separator,
  };
}

/**
 * @param fewest columns of a table's first row
 * @returns rows as far as they are whole; none where the first has fewer columns
 */
function readRows({ bytes, isWhole }: Head, separator: Separator, fewest: number): string[][] {
  const rows: string[][] = [];
  for (let from = 0; from < bytes.length && rows.length < MAX_ROWS; ) {
    const row = findRow(bytes, from, SEPARATORS[separator], isWhole);
    if (!('cells' in row)) break;
    const cells = row.cells.map((cell) => textOfCell(bytes, cell));
    const isText = cells.length > 1 || cells[0]?.trim() !== '';
    if (isText && !(rows.length === 0 && statesSeparator(bytes, from, row.next))) rows.push(cells);
    if (rows.length === 1 && cells.length < fewest) return [];
    from = row.next;
  }
  return rows;
}
