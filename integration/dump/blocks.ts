// Lines of a body to paragraphs, subheads and lists. Decides by the mark that leads a line and by its neighbours.

import type { Line } from './lines/lines.ts';
import { endsAsPage, findAsides, type PrintedPage } from './page-lines.ts';
import { readByline } from './phrases/bylines.ts';
import { isAdvert, isControlText } from './phrases/controls.ts';
import { endsWithCredit } from './phrases/credited.ts';
import { isCreditLine } from './phrases/credits.ts';
import { BULLET, DASH, signsPost } from './phrases/marks.ts';
import { isEnd, ruleMark } from './phrases/rules.ts';
import { readSignerBelow } from './phrases/signers.ts';
import { readStamp } from './phrases/stamps.ts';
import { statedDay } from './phrases/stated.ts';
import type { Aside, Block, LineClass } from './types.ts';

const CLOSED = /[.!?؟…。:;،,](?:["”»'’“‘«])?$/u;
/** No page control is longer. */
const MAX_FURNITURE = 200;
/** A longer one is as likely a sentence of the story; so many different ones, and a body is a page's. */
const MAX_CONTROL = 44;
const LEAST_CONTROLS = 2;
/** Where nothing else shows a page. */
const MANY_CONTROLS = 4;
/** A longer line is a caption with its day. */
const MAX_STAMP = 130;
const MAX_SUBHEAD = 100;
/** How far a run of lines is looked at from one of them: a body of nothing else is not gone through once a line. */
const MAX_RUN = 32;
/** What a line that is no paragraph begins with: a quick test rules out most lines. */
const MARKS = '•●▪◦‣-–—';

export interface Body {
  blocks: Block[];
  /** The class of each line, in line order. */
  classes: LineClass[];
  /** Lines that stand under pictures among the paragraphs. */
  captions: string[];
  /** Who wrote the story, where its last line says so. */
  byline?: string;
  /** How many words of the lines are in no block: the marks that lead list items and subheads, and rules. */
  marks: number;
}

/**
 * @param page what is known of the story where it stands as its page printed it: then page controls and captions stand
 * among its paragraphs
 * @returns the blocks that the lines of a body make, and what each line was taken for
 */
export function readBlocks(lines: readonly string[], page?: PrintedPage): Body {
  const blocks: Block[] = [];
  const classes: LineClass[] = [];
  let marks = 0;
  const captions: string[] = [];
  const asides = page ? findAsides(lines, page) : undefined;
  const signed = signedAt(lines, asides);
  const byline = readSignerBelow(lines[signed] ?? '');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isLast = at > 0 && at === lines.length - 1;
    const own = isFurniture(line) || (isLast && isEnd(line)) ? 'furniture' : undefined;
    const aside = at === signed ? 'byline' : (asides?.[at] ?? own);
    if (aside) {
      marks += line.split(/\s+/u).length;
      if (aside === 'caption') captions.push(line);
      classes.push(aside);
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
  return { blocks, classes, captions, marks, ...(byline !== undefined && { byline }) };
}

/** @returns index of the line that says who wrote the story above; page furniture alone stands below */
function signedAt(lines: readonly string[], asides: readonly Aside[] | undefined): number {
  for (let at = lines.length - 1; at > 0; at--) {
    if (readSignerBelow(lines[at] ?? '') !== undefined) return at;
    if (asides?.[at] !== 'furniture') break;
  }
  return -1;
}

/**
 * @param head texts of the lines above the body, headline first
 * @param texts those of the body
 * @param body its lines
 * @returns what is known of the page that a story stands on; nothing where it stands on none
 */
export function printedPage(
  head: readonly string[],
  texts: readonly string[],
  body: readonly Line[],
): PrintedPage | undefined {
  return isOfPage(head, texts) ? { head, close: body.map(({ gap }) => gap === 0) } : undefined;
}

/**
 * Whether a story stands as its page printed it. Its head shows that by controls, by counters or by the minute of publication.
 * A name or a day shows it where the body has several controls or credited captions: alone, they stand above text that was
 * taken out of its page as well.
 * @param head the lines of the head, headline first
 */
function isOfPage(head: readonly string[], body: readonly string[]): boolean {
  // Pages print most lines of a head again.
  const [headline, ...below] = new Set(head);
  if (headline !== undefined && below.some(showsPage)) return true;
  const isControl = (line: string) =>
    line.length <= MAX_CONTROL && /\p{L}/u.test(line) && isControlText(line);
  const controls = body.filter(isControl);
  const credits = body.filter((line) => isCredit(line) || endsWithCredit(line));
  const different = new Set([...controls, ...credits]).size;
  const isHeaded = head.length > 1;
  // Several that stand again and again show as much as many: a refrain is one line.
  // A credit above the first paragraph is of the page’s picture.
  const isMany = isHeaded || controls.length >= MANY_CONTROLS || isCredit(body[0] ?? '');
  return different >= (isMany ? LEAST_CONTROLS : MANY_CONTROLS) || endsAsPage(body, isHeaded);
}

/** What stands in brackets alone can lead to a graphic, in text that was taken out of its page as well. */
const isCredit = (line: string) => !line.startsWith('(') && isCreditLine(line);

/** Whether a line shows a page: a caption, which ends with its credit or a full stop, does not. */
function showsPage(line: string): boolean {
  if (line.length > MAX_STAMP) return false;
  const isClosed = line.endsWith('.') || line.endsWith(')');
  if (line.length > MAX_CONTROL && isClosed && !line.startsWith('(')) return false;
  // An agency that signs stands above text that was taken out of its page as well.
  if (line.includes(PARTED) ? line.split(PARTED).some(isControlText) : isControlText(line)) return true;
  return (isCreditLine(line) && !readByline(line)) || isStamp(line) || POST.test(line);
}

const PARTED = ' | ';

/** What somebody is, on a line of its own below the name. */
const POST = /^(?:\p{L}+ ){0,3}(?:columnist|contributor|correspondent|writer|reporter|editor)$/iu;

const isStamp = (line: string) =>
  !line.endsWith(')') && (statedDay(line) === undefined ? readStamp(line) !== undefined : CLOCK.test(line));
const CLOCK = /\d[:.h]\d\d/u;

function isFurniture(line: string): boolean {
  return (
    line.length <= MAX_FURNITURE && (ruleMark(line) !== undefined || isAdvert(line) || LOOSE_TAG.test(line))
  );
}

/** What is left of markup: `</p>`, `<br />`, `/a>` */
const LOOSE_TAG = /^(?:<?\/\p{L}\w{0,9}|<\p{L}\w{0,9}\s*\/?)\s*>$/u;

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
  return at > 0 && at < lines.length - 1 && isDashLine(line) && isShort(line) && !signsPost(line);
}
