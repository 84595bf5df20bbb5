// Lines of a body to paragraphs, subheads and lists. Decides by the mark that leads a line and by its neighbours.

import { isAdvert, isControlText, LEADS_AWAY, leadsToLinks } from './phrases/controls.ts';
import { isCaptionLine, isCreditLine } from './phrases/credits.ts';
import { BULLET, DASH } from './phrases/marks.ts';
import { ruleMark } from './phrases/rules.ts';
import { readStamp } from './phrases/stamps.ts';
import { statedDay } from './phrases/stated.ts';
import type { Block, LineClass } from './types.ts';

const CLOSED = /[.!?؟…。:;،,](?:["”»'’])?$/u;
/** No page control is longer. */
const MAX_FURNITURE = 200;
const MAX_LINK = 160;
/** A longer one is as likely a sentence of the story; so many different ones, and a body is a page's. */
const MAX_CONTROL = 44;
const LEAST_CONTROLS = 2;
/** A longer line is a caption with its day. */
const MAX_STAMP = 130;
/** A longer line that names an agency is a paragraph. */
const MAX_CAPTION = 200;
const MAX_SUBHEAD = 100;
/** How far a run of lines is looked at from one of them: a body of nothing else is not gone through once a line. */
const MAX_RUN = 32;
/** What a line that is no paragraph begins with: one glance settles most lines. */
const MARKS = '•●▪◦‣-–—';

export interface Body {
  blocks: Block[];
  /** The class of each line, in line order. */
  classes: LineClass[];
  /** Lines that stand under pictures among the paragraphs. */
  captions: string[];
  /** How many words of the lines are in no block: the marks that lead list items and subheads, and rules. */
  marks: number;
}

/**
 * @param isPage whether the story stands as its page printed it: then page controls stand among its paragraphs
 * @returns the blocks that the lines of a body make, and what each line was taken for
 */
export function readBlocks(lines: readonly string[], isPage = false): Body {
  const blocks: Block[] = [];
  const classes: LineClass[] = [];
  let marks = 0;
  const captions: string[] = [];
  let belowLinks = false;
  for (const [at, line] of lines.entries()) {
    const isLink: boolean = belowLinks && isLinkLike(line);
    belowLinks = isPage && (isLink || leadsToLinks(line));
    const isCaption =
      isPage &&
      !isLink &&
      line.length <= MAX_CAPTION &&
      isCaptionLine(line) &&
      line !== lines[at - 1] &&
      line !== lines[at + 1];
    if (isLink || isCaption || isFurniture(line, isPage)) {
      marks += line.split(/\s+/u).length;
      if (isCaption) captions.push(line);
      classes.push(isCaption ? 'caption' : 'furniture');
      continue;
    }
    const marked = MARKS.includes(line.charAt(0));
    const bullet = marked ? (BULLET.exec(line) ?? (isDashItem(lines, at) ? DASH.exec(line) : null)) : null;
    if (bullet) {
      const item = line.slice(bullet[0].length);
      if (/\s$/u.test(bullet[0])) marks++;
      const last = blocks.at(-1);
      if (last?.type === 'list' && classes.at(-1) === 'list') last.items.push(item);
      else blocks.push({ type: 'list', items: [item] });
      classes.push('list');
    } else if (marked && isSubhead(lines, at)) {
      marks++;
      blocks.push({ type: 'subhead', text: line.replace(DASH, '') });
      classes.push('subhead');
    } else {
      blocks.push({ type: 'paragraph', text: line });
      classes.push('paragraph');
    }
  }
  return { blocks, classes, captions, marks };
}

/**
 * Whether a story stands as its page printed it: its head has controls, counters, or the minute of publication; or it
 * has a name or a day, and its body has several controls. A name and a day alone stand above text that was taken out
 * of its page as well.
 * @param head the lines of the head, headline first
 */
export function isOfPage(head: readonly string[], body: readonly string[]): boolean {
  if (head.some((line, at) => at > 0 && isPrinted(line))) return true;
  if (head.length === 1) return false;
  const controls = body.filter((line) => line.length <= MAX_CONTROL && isControlText(line));
  return new Set(controls).size >= LEAST_CONTROLS;
}

/** Whether a line shows a page: a caption, which ends with its credit or a full stop, does not. */
function isPrinted(line: string): boolean {
  if (line.length > MAX_STAMP || (line.length > MAX_CONTROL && /^[^(].*[.)]$/u.test(line))) return false;
  return isControlText(line) || isCreditLine(line) || isStamp(line);
}

const isStamp = (line: string) =>
  !line.endsWith(')') && statedDay(line) === undefined && readStamp(line) !== undefined;

/** Whether a line can be the title of another story. */
const isLinkLike = (line: string) => line.length <= MAX_LINK && !CLOSED.test(line.replace(/[?!]$/u, ''));

function isFurniture(line: string, isPage: boolean): boolean {
  if (line.length > MAX_FURNITURE) return false;
  if (ruleMark(line) !== undefined || isAdvert(line)) return true;
  return isPage && (isControlText(line) || (LEADS_AWAY.test(line) && isLinkLike(line)) || isCreditLine(line));
}

const isDashLine = (line: string | undefined): line is string => line !== undefined && DASH.test(line);
const isShort = (line: string) => line.length <= MAX_SUBHEAD && !CLOSED.test(line);

/**
 * Two or more dash lines in a row are a list, since no subhead follows another; but where most are sentences, they are
 * what people say to one another.
 */
function isDashItem(lines: readonly string[], at: number): boolean {
  let [from, to] = [at, at + 1];
  while (isDashLine(lines[from - 1]) && at - from < MAX_RUN) from--;
  while (isDashLine(lines[to]) && to - at < MAX_RUN) to++;
  const run = lines.slice(from, to);
  return run.length > 1 && run.filter(isShort).length * 2 > run.length;
}

/** A subhead stands between paragraphs: never first, never last. */
function isSubhead(lines: readonly string[], at: number): boolean {
  const line = lines[at];
  return at > 0 && at < lines.length - 1 && isDashLine(line) && isShort(line);
}
