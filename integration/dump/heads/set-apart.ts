// Which lines begin a story wherever they stand, for what is known of their dump: what stands below a rule or below a whole text,
// what is dressed as headlines are, or set off as they are, and labels above headlines.

import type { Line } from '../lines/lines.ts';
import { undress } from '../phrases/dressed-headlines.ts';
import { type Dialect, isSeparator, labelForm, RULE_GAP } from './dialect.ts';
import { beginsWholeText, isBetween } from './whole-texts.ts';

/** What decides on it. */
type PartingTraits = Pick<
  Dialect,
  'rules' | 'stated' | 'wholeTexts' | 'isSetOff' | 'partingDress' | 'partingLabels' | 'furniture'
>;

/** Parts a line from the one above as by a gap, where it begins a story. */
export function setApart(above: Line | undefined, line: Line | undefined, dialect: PartingTraits): void {
  if (above && line && isApart(above, line, dialect)) line.gap = Math.max(line.gap, RULE_GAP);
}

function isApart(above: Line, line: Line, dialect: PartingTraits): boolean {
  const { wholeTexts, partingDress, partingLabels } = dialect;
  if (isSeparator(above, dialect)) return true;
  if (wholeTexts && beginsWholeText(above, line, wholeTexts)) return true;
  // Right below a headline stands the first paragraph, however it reads.
  if (dialect.isSetOff && line.gap > 0 && above.gap < RULE_GAP && isBetween(line)) return true;
  if (partingDress !== undefined && undress(line.text, partingDress)) return true;
  // Labels are furniture, which most lines are told from by their length.
  if (!partingLabels || !dialect.furniture.has(line.text)) return false;
  return partingLabels.includes(labelForm(line.text));
}
