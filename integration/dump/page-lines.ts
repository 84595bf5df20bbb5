// What stands among the paragraphs of a page and is no part of its story: controls, links to other stories, captions and
// credits, the headline again. Decides by a line's words, by its neighbours, and by where the prose begins.

import { findRepeats } from './page-repeats.ts';
import { sameLine } from './phrases/comparison.ts';
import { isClosing, isControlText, isInvitation } from './phrases/controls.ts';
import { endsWithCredit } from './phrases/credited.ts';
import { isCaptionLine, isCreditLine, opensAsCaption } from './phrases/credits.ts';
import { leadsAway, leadsToLinks, leadsToOne } from './phrases/links.ts';
import { BULLET, DASH, isShouted, widthOf } from './phrases/marks.ts';
import { readSigner, readSignerBelow } from './phrases/signers.ts';
import { readStamp } from './phrases/stamps.ts';

/** What a line of a page's body was taken for, where it is no part of the story. */
export type Aside = 'furniture' | 'caption' | 'echo' | undefined;

const CLOSED = /[.!?؟…。:;،,](?:["”»'’)\]])*$/u;
/** No page control is longer. */
const MAX_FURNITURE = 220;
const MAX_LINK = 160;
/** A longer line that names an agency is a paragraph. */
const MAX_CAPTION = 200;
/** A paragraph above a credit is longer than a caption; a name above one is shorter. */
const MAX_CREDITED = 300;
const LEAST_CREDITED_WORDS = 6;
/** A credit of more words has its caption with it. */
const MAX_CREDIT_WORDS = 10;
/** Prose begins with a line of so many characters that ends as a sentence does, within so many lines. */
const PROSE = 80;
const OPENING = 24;
const MAX_OPENING = 60;
/** Titles of stories have so many words; subheads have fewer. */
const LEAST_TITLE_WORDS = 5;
const LEAST_SHOUTED_WORDS = 7;
/** No page leads to more stories in one place. */
const MAX_LINKS = 40;
/** So many titles in a run with controls are links. */
const LEAST_TITLES = 3;

/**
 * @param lines of a body, as its page printed it
 * @param head the lines above, headline first
 * @returns what each line was taken for that is no part of the story
 */
export function findAsides(lines: readonly string[], head: readonly string[]): Aside[] {
  const [headline = ''] = head;
  const hasShouted = lines.filter(isShoutedHead).length >= LEAST_SHOUTED;
  const asides = lines.map((text, at) =>
    hasShouted && isShoutedHead(text) ? undefined : asideAt(lines, at, headline),
  );
  const repeats = findRepeats(lines, asides);
  for (const [at, aside] of repeats.asides) asides[at] ??= aside;
  const isSubhead = (at: number) => asides[at] !== 'echo' && repeats.subheads.has(lines[at] ?? '');
  if (leadsToLinks(head.at(-1) ?? '')) markLinksFrom(lines, 0, asides, isSubhead);
  markLinks(lines, asides, isSubhead);
  markOpening(lines, asides);
  markCredited(lines, asides);
  markRuns(lines, asides);
  markCapitalised(lines, asides);
  markBetween(lines, head, asides);
  markEnd(lines, head, asides);
  return asides.map((aside, at) => (isSubhead(at) ? undefined : aside));
}

/** So many lines in capitals are a story's subheads. */
const LEAST_SHOUTED = 4;
const isShoutedHead = (text: string) =>
  text.length <= MAX_LINK &&
  isShouted(text) &&
  / /u.test(text) &&
  !isControlText(text) &&
  !isCreditLine(text);

function asideAt(lines: readonly string[], at: number, headline: string): Aside {
  const text = lines[at] ?? '';
  if (text.length > MAX_FURNITURE) return isLongCaption(text) ? 'caption' : undefined;
  if (isControlText(text) || isInvitation(text) || isCreditLine(text)) return 'furniture';
  if (isLinkLike(text) && (leadsAway(text) || isShoutedTitle(text))) return 'furniture';
  if (sameLine(text, headline)) return 'echo';
  const isCredited = endsWithCredit(text);
  // An agency, or the page itself, can sign below the last paragraph.
  if (isCredited) return at < lines.length - 1 ? 'caption' : undefined;
  return text.length <= MAX_CAPTION && isCaptionLine(text) ? 'caption' : undefined;
}

const MAX_LONG_CAPTION = 500;
const isLongCaption = (text: string) =>
  opensAsCaption(text) || (text.length <= MAX_LONG_CAPTION && endsWithCredit(text));

/** What stands above links, and no subhead does: `More On:` */
const LABEL = /^.{1,30}[:：]$/u;

/** So many controls at a body's end show that its page was copied with it. */
const LEAST_LAST_CONTROLS = 3;

/** What no story ends with. */
const SHARING = /^(?:click to (?:share|email|print)|share this:)/iu;

/**
 * Whether a body ends as pages do: in controls, or in links below a line that leads to them.
 * @param isHeaded whether more than a headline stands above
 */
export function endsAsPage(lines: readonly string[], isHeaded: boolean): boolean {
  const last = lines.findLastIndex((text) => !isControlText(text));
  const controls = lines.length - 1 - last;
  if (controls > 0 && readSignerBelow(lines[last] ?? '') !== undefined) return true;
  if (isHeaded && lines.slice(last + 1).some((text) => SHARING.test(text))) return true;
  return isHeaded && (controls >= LEAST_LAST_CONTROLS || endsInLinks(lines));
}

function endsInLinks(lines: readonly string[]): boolean {
  for (let at = lines.length - 1; at > 0 && lines.length - at <= MAX_LINKS; at--) {
    const text = lines[at] ?? '';
    if (isControlText(text) && leadsToLinks(text)) return at < lines.length - 1;
    if (!isLinkLike(text)) return false;
  }
  return false;
}

/** Open lines below what leads to other stories; so many of them are the story itself, a list of wares or results. */
function markLinks(lines: readonly string[], asides: Aside[], isSubhead: (at: number) => boolean): void {
  for (let at = 0; at < lines.length; at++) {
    if (!leadsToLinks(lines[at] ?? '')) continue;
    const to = markLinksFrom(lines, at + 1, asides, isSubhead);
    if (asides[at + 1] === 'furniture') asides[at] ??= 'furniture';
    at = to - 1;
  }
}

/** @returns index of the first line below the links */
function markLinksFrom(
  lines: readonly string[],
  from: number,
  asides: Aside[],
  isSubhead: (at: number) => boolean,
): number {
  let to = from;
  const isLink = (text: string) => isLinkLike(text) || leadsToLinks(text);
  while (to < lines.length && isLink(lines[to] ?? '') && !isSubhead(to)) to++;
  const end = leadsToOne(lines[from - 1] ?? '') ? endOfOne(lines, from, to) : to;
  for (let link = from; link < end && to - from < MAX_LINKS; link++) {
    if (!isLinkLike(lines[link] ?? '')) continue;
    asides[link] = 'furniture';
    if (LABEL.test(lines[link - 1] ?? '')) asides[link - 1] ??= 'furniture';
  }
  return to;
}

/** Below what leads to one story stand its section, its title, and its first words; a second title may be a subhead. */
function endOfOne(lines: readonly string[], from: number, to: number): number {
  const titles = indexes(from, to).filter((at) => {
    const text = lines[at] ?? '';
    return isTitle(text) && !isControlText(text) && !CUT_SHORT.test(text);
  });
  const [, second, ...more] = titles;
  return second === undefined || more.length > 0 ? to : second;
}
const CUT_SHORT = /(?:…|\.{3})$/u;

/** Short open lines above the first paragraph, where a head has ended: its page's, and no subheads. */
function markOpening(lines: readonly string[], asides: Aside[]): void {
  const first = lines.slice(0, OPENING).findIndex((text) => text.length >= PROSE && !isOpen(text));
  for (let at = 0; at < first; at++) {
    const text = lines[at] ?? '';
    if (isOpen(text) && widthOf(text) <= MAX_OPENING && !BULLET.test(text) && !DASH.test(text))
      asides[at] ??= 'furniture';
  }
}

/** Captions, each above its credit. */
function markCredited(lines: readonly string[], asides: Aside[]): void {
  for (const [at, text] of lines.entries()) {
    const above = lines[at - 1];
    if (above === undefined || asides[at - 1] || !asides[at]) continue;
    if (asides[at] === 'caption' && sameLine(above, text)) asides[at - 1] = 'echo';
    if (isClosing(text) || !isCreditLine(text) || countWords(text) > MAX_CREDIT_WORDS) continue;
    if (above.length <= MAX_CREDITED && countWords(above) >= LEAST_CREDITED_WORDS && !/^\(/u.test(above))
      asides[at - 1] = 'caption';
  }
}

/** Titles of stories in runs of short lines that have page controls as well. */
function markRuns(lines: readonly string[], asides: Aside[]): void {
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isLinkLike(lines[to] ?? '')) to++;
    const titles = indexes(from, to).filter((at) => isTitle(lines[at] ?? '') || asides[at] === 'furniture');
    const hasControls = titles.some((at) => asides[at] === 'furniture' && !isTitle(lines[at] ?? ''));
    // A control that stands over and over is one; a single title among controls is as likely a subhead.
    const different = new Set(titles.map((at) => lines[at]));
    const isList =
      different.size > LEAST_TITLES && titles.filter((at) => isOther(lines[at] ?? '')).length > 1;
    if (hasControls && isList && to - from <= MAX_LINKS)
      for (const at of titles) if (at < to - 1 || asides[at - 1]) asides[at] ??= 'furniture';
    from = to;
  }
}

/** A page leads to so many stories in a box among its paragraphs; a longer list is of the story. */
const BOX = { least: 3, most: 8 };
const LEAST_CAPITALISED = 4;

/** Titles of stories with a capital for each word, several in a row. */
function markCapitalised(lines: readonly string[], asides: Aside[]): void {
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isCapitalised(lines[to] ?? '')) to++;
    if (to - from >= BOX.least && to - from <= BOX.most)
      for (let at = from; at < to; at++) asides[at] ??= 'furniture';
    from = to;
  }
}

const SMALL_WORD = /^(?:\p{Ll}{1,3}|from|with|into|over|that|than|when|your|their|this)$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
/** What lists of the story's own have: numbers, and names parted by commas. */
const OF_LISTS = /[,/]|^\S*\s.*\d/u;

/** Whether all words of an open line but small ones begin with a capital, as those of titles do in English. */
function isCapitalised(text: string): boolean {
  if (!isLinkLike(text) || isShouted(text) || OF_LISTS.test(text)) return false;
  if (BULLET.test(text) || DASH.test(text)) return false;
  const words = text.match(WORD) ?? [];
  const large = words.filter((word) => !SMALL_WORD.test(word));
  return (
    words.length >= LEAST_CAPITALISED && large.length > 2 && large.every((word) => !/^\p{Ll}/u.test(word))
  );
}

/** A longer line of several sentences is a paragraph. */
const MAX_BETWEEN = 90;

/** Titles that end as sentences do, each between two links. */
function markBetween(lines: readonly string[], head: readonly string[], asides: Aside[]): void {
  for (const [at, text] of lines.entries()) {
    if (asides[at] || asides[at + 1] !== 'furniture' || text.length > MAX_BETWEEN) continue;
    const isBelow =
      at === 0 ? leadsToLinks(head.findLast((line) => !isOther(line)) ?? '') : asides[at - 1] === 'furniture';
    if (isBelow && isOther(lines[at - 1] ?? head.at(-1) ?? '') && isOther(lines[at + 1] ?? ''))
      asides[at] = 'furniture';
  }
}

/** So many lines at the end of a body may be about who wrote it. */
const LAST = 4;

/** What closes a page's story: when it was published, and who wrote it, which its head says already. */
function markEnd(lines: readonly string[], head: readonly string[], asides: Aside[]): void {
  const names = head.slice(1).flatMap((line) => {
    const signer = readSigner(line);
    return signer?.isSaid ? (signer.name?.split(', ') ?? []) : [];
  });
  const last = lines.findLastIndex((text, at) => !asides[at] && !isStampLine(text));
  const about = lines.findIndex(
    (text, at) =>
      at > 0 && at > last - LAST && names.some((name) => name.includes(' ') && text.startsWith(name)),
  );
  let end = about > 0 && about <= last ? about : last + 1;
  while (end > 1 && isClosing(lines[end - 1] ?? '')) end--;
  if (end > 0) for (let at = end; at < lines.length; at++) asides[at] ??= 'furniture';
}

const MAX_STAMP = 130;
/** Whether a line does nothing but state when a story was published. */
const isStampLine = (text: string) =>
  text.length <= MAX_STAMP && /\d/u.test(text) && isOpen(text) && readStamp(text)?.rest.length === 0;

const indexes = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

const isOpen = (text: string) => !CLOSED.test(text);
/** What titles end with besides: they ask, exclaim, or are cut short. */
const TITLE_END = /(?:[?!]["”’]?|,?(?:\.{3}|…))$/u;
/** Whether a line can be the title of another story. */
const isLinkLike = (text: string) => text.length <= MAX_LINK && isOpen(text.replace(TITLE_END, ''));
const countWords = (text: string) => text.split(' ').length;
/** Whether a line can be another story's title, and is no control. */
const isOther = (text: string) => isLinkLike(text) && isTitle(text) && !isControlText(text);
/** Capitals alone, but for the ending of a plural: `AWARDS NIGHT AT THE BBMAs` */
const isShoutedTitle = (text: string) =>
  countWords(text) >= LEAST_SHOUTED_WORDS && isShouted(text.replace(PLURAL, ''));
const PLURAL = /(?<=\p{Lu})s(?!\p{L})/gu;
const isTitle = (text: string) => TITLE.test(text);
const TITLE = new RegExp(`^(?![\\d•*-])(?:[^ ]* ){${LEAST_TITLE_WORDS - 1}}`, 'u');
