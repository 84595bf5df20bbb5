// What lines between a headline and the first paragraph become of a head, once it is known where the head ends: its byline,
// its day, deks, captions, furniture.

import { sameLine } from '../phrases/comparison.ts';
import { leadsToLinks } from '../phrases/links.ts';
import { isClosed, widthOf } from '../phrases/marks.ts';
import { carryingWords, restates } from './carrying-words.ts';
import type { HeadBuilder } from './head-builder.ts';
import { isOpen, LEAST_DEK, type Loose, MAX_DEK } from './loose-kinds.ts';
import { namesOf } from './loose-names.ts';

/** Takes lines into a head, each for what it is. */
export function takeLoose(found: readonly Loose[], builder: HeadBuilder, lede: string): void {
  const names = namesOf(found, lede);
  if (names.length > 0) builder.addByline(names.join(', '));
  const day = dayOf(found);
  if (day) builder.addDay(day);
  const taken: string[] = [];
  for (const [index, loose] of found.entries()) {
    const { text, kind, signer } = loose;
    const isAgain = taken.some((each) => sameLine(each, text));
    taken.push(text);
    if (kind === 'echo' || isAgain) builder.matchEcho();
    else if (signer?.name && names.includes(signer.name)) builder.matchLine('byline');
    else if (kind === 'by') builder.matchLine('byline');
    else if (isCaptionOf(found, index)) builder.matchCaption(text);
    else if (isOpen(loose) && restates(builder.headline, text)) builder.matchEcho();
    else if (isDekOf(found, index, builder.deks) || isKeyPoint(found, index, lede)) builder.addDek(text);
    else if (kind === 'summary' && isClosed(text)) builder.addDek(text);
    else if (isWords(loose)) builder.matchCaption(text);
    else {
      builder.matchLine('furniture');
      if (kind !== 'stamp') builder.junk++;
    }
  }
}

const isDek = ({ text, kind }: Loose) =>
  (kind === 'text' || kind === 'short' || kind === 'open') &&
  text.length >= LEAST_DEK &&
  text.length <= MAX_DEK &&
  /\s\S+\s/u.test(text);

/** Whether a line that is no caption by itself says more than a label does. */
const isWords = ({ text, kind }: Loose) =>
  (kind === 'text' || kind === 'open' || kind === 'copy') && text.length >= LEAST_DEK;

/** Whether a line is a dek: the first that may be, or a sentence below an open one. */
function isDekOf(found: readonly Loose[], at: number, deks: readonly string[]): boolean {
  const loose = found[at];
  if (!loose || !isDek(loose)) return false;
  const [dek, more] = deks;
  return dek === undefined || (more === undefined && loose.kind === 'text' && !isClosed(dek));
}

/** Whether a line is one of several short ones in a row that all say what the story says: what it comes to. */
function isKeyPoint(found: readonly Loose[], at: number, lede: string): boolean {
  if (found[at]?.kind !== 'short') return false;
  let [from, to] = [at, at + 1];
  while (found[from - 1]?.kind === 'short') from--;
  while (found[to]?.kind === 'short') to++;
  if (to - from < LEAST_POINTS || leadsToLinks(found[from - 1]?.text ?? '')) return false;
  const said = new Set(carryingWords(lede));
  return found
    .slice(from, to)
    .every(({ text }) => widthOf(text) >= LEAST_DEK && carryingWords(text).some((word) => said.has(word)));
}
const LEAST_POINTS = 2;

/** What ends as captions do, or stands above a credit. */
function isCaptionOf(found: readonly Loose[], at: number): boolean {
  const { text, kind, signer } = found[at] ?? { text: '', kind: 'short' };
  if (kind === 'caption') return true;
  // Who is in the picture, and nothing else.
  const isWords = kind === 'text' || (kind === 'name' && signer?.name === text);
  return isWords && text.length < MAX_DEK && found[at + 1]?.kind === 'credit';
}

/** The day of publication; the day of a change only where there is no other. */
function dayOf(found: readonly Loose[]): string | undefined {
  const stamps = found.flatMap(({ stamp }) => (stamp?.day ? stamp : []));
  return (stamps.find(({ isUpdate }) => !isUpdate) ?? stamps[0])?.day;
}
