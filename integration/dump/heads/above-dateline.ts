// What stands between a head and a first paragraph that says where it was filed: summaries, captions, notices. Decides
// by the dateline: nothing else opens with one, and no body has a paragraph above it.

import { textAt } from '../lines/lines.ts';
import { isControlText } from '../phrases/controls.ts';
import { isCaptionLine, isCreditLine } from '../phrases/credits.ts';
import { opensWithDateline } from '../phrases/datelines.ts';
import { isInvitation } from '../phrases/invitations.ts';
import { endingIn } from '../phrases/marks.ts';
import { countAbove } from './count-above.ts';
import type { HeadBuilder } from './head-builder.ts';
import type { HeadScope } from './head-scope.ts';
import { MAX_DEK } from './loose-kinds.ts';

/** So many lines at most stand there. */
const MOST = 5;
/** An open line may be the headline of another story. */
const endsSentence = endingIn('.!?…؟。', `"'”’»“‘«)`);

const isOfPage = (text: string) =>
  isControlText(text) || isInvitation(text) || isCreditLine(text) || isCaptionLine(text);

/** Takes into a head what stands above the dateline of its story. */
export function takeAboveDateline(scope: HeadScope, builder: HeadBuilder): void {
  const { lines } = scope;
  const from = scope.at + builder.classes.length;
  const count = countAboveDateline(scope, from);
  for (let next = from; next < from + count; next++) {
    const text = textAt(lines, next);
    if (isControlText(text) || isInvitation(text) || isCreditLine(text)) builder.matchLine('furniture');
    else if (isCaptionLine(text) || isCreditLine(textAt(lines, next + 1))) builder.matchCaption(text);
    else builder.addDek(text);
  }
}

/** @returns how many lines stand above a dateline; none where a line there is a paragraph of its own */
function countAboveDateline(scope: HeadScope, from: number): number {
  return countAbove(scope, from, MOST, ({ text }) => {
    if (opensWithDateline(text)) return 'end';
    return text.length <= MAX_DEK && (endsSentence(text) || isOfPage(text)) ? 'part' : 'other';
  });
}
