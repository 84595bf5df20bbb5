// Whether what all headlines have around them parts the stories of a dump, wherever it stands: `== Ferry Returns ==`, `12) Ferry Returns`.

import type { Line } from '../lines/lines.ts';
import { dressesOf, undress } from '../phrases/dressed-headlines.ts';
import { ALIKE_SHARE, areDressedIn } from './dress.ts';
import { readsLikeHeadline } from './head.ts';
import { isText } from './whole-texts.ts';

/** What subheads, quotations and notes have around them as well: it parts no stories. */
const NOT_PARTING = /^(?:[*_]+|-|["“„«「『[]a)$/u;
/** Between a headline and its first paragraph stand so many lines at most. */
const HEAD_LINES = 8;
/** What stands below an item of a list is shorter. */
const LEAST_BODY = 2;

/** @returns the dress of a dump's first line, where all lines that have it stand above the text of a story and equally far apart */
export function findPartingDress(lines: readonly Line[]): string | undefined {
  return dressesOf(lines[0]?.text ?? '').find((dress) => !NOT_PARTING.test(dress) && isParting(lines, dress));
}

function isParting(lines: readonly Line[], dress: string): boolean {
  const starts = [...lines.keys()].filter((at) => undress(lines[at]?.text ?? '', dress) !== undefined);
  const dressed = starts.map((at) => lines[at]?.text ?? '');
  const gaps = new Set(starts.slice(1).map((at) => lines[at]?.gap));
  if (gaps.size !== 1 || !areDressedIn(dressed, dress)) return false;
  const paragraphs = lines.filter(isText).length;
  const stories = starts.filter(
    (at, index) => readsLikeHeadline(dressed[index] ?? '') && hasBody(lines, at, starts[index + 1]),
  );
  return stories.length >= ALIKE_SHARE * starts.length && paragraphs >= LEAST_BODY * starts.length;
}

const hasBody = (lines: readonly Line[], from: number, to = lines.length) =>
  lines.slice(from + 1, Math.min(to, from + HEAD_LINES)).some(isText);
