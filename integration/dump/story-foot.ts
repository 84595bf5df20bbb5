// What stands below the last paragraph of a story and is none of its text: when it appeared, and, where nearly all stories of its
// dump have such a line, who wrote it. It is no line of the story, wherever its text is read again.

import type { Dialect } from './heads/dialect.ts';
import type { Head } from './heads/head.ts';
import type { Line } from './lines/lines.ts';
import { readSignerAtFoot } from './phrases/signers.ts';
import { dayAlone } from './phrases/stamps.ts';
import type { CalendarDay } from './types.ts';

export interface StoryFoot {
  day?: CalendarDay;
  byline?: string;
  /** How many lines it has. */
  length: number;
}

/** A body of fewer lines has no foot. */
const LEAST_ABOVE = 2;

/** @param lines the story's lines and those of its foot, headline first */
export function readFoot(
  lines: readonly Line[],
  { stated, classes }: Head,
  { shape, collapsed, isSignedBelow }: Dialect,
): StoryFoot {
  const foot: StoryFoot = { length: 0 };
  // Where no gap parts stories, what stands there may as well be the first line of the next one.
  if (shape || collapsed) return foot;
  for (let at = lines.length - 1; at >= classes.length + LEAST_ABOVE; at--) {
    const text = lines[at]?.text ?? '';
    const day = (stated ?? foot.day) === undefined ? dayAlone(text) : undefined;
    const byline = isSignedBelow && foot.byline === undefined ? readSignerAtFoot(text) : undefined;
    if (day !== undefined) foot.day = day;
    else if (byline !== undefined) foot.byline = byline;
    else break;
    foot.length++;
  }
  return foot;
}
