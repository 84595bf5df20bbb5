// What stands among the paragraphs of a page and is no part of its story: controls, links to other stories, captions and
// credits, the headline again. Decides by a line's words, by its neighbours, and by where the prose begins.

import { markBoxed } from './page-boxes.ts';
import { markCaptions } from './page-captions.ts';
import { markAllLinks } from './page-links.ts';
import { findRepeats } from './page-repeats.ts';
import { countWords, isLinkLike, isOpen, isTitle, MAX_LINK, MAX_LINKS } from './page-shapes.ts';
import { markStamps } from './page-stamps.ts';
import { sameLine } from './phrases/comparison.ts';
import { isClosing, isControlText } from './phrases/controls.ts';
import { endsWithCredit } from './phrases/credited.ts';
import { isCaptionLine, isCreditLine, opensAsCaption } from './phrases/credits.ts';
import { isInvitation } from './phrases/invitations.ts';
import { leadsAway, leadsToLinks, startsWithArrow } from './phrases/links.ts';
import { BULLET, DASH, isShouted, widthOf } from './phrases/marks.ts';
import { readSigner, readSignerBelow } from './phrases/signers.ts';
import { readStamp } from './phrases/stamps.ts';
import type { Aside } from './types.ts';

/** No page control is longer. */
const MAX_FURNITURE = 220;
/** A longer line that names an agency is a paragraph. */
const MAX_CAPTION = 200;
/** Prose begins with a line of so many characters that ends as a sentence does, within so many lines. */
const PROSE = 80;
const OPENING = 24;
const MAX_OPENING = 60;

/** What is known of a story that stands as its page printed it. */
export interface PrintedPage {
  /** The lines above its body, headline first. */
  head: readonly string[];
  /** Of each line of its body, whether no blank line stands above. */
  close: readonly boolean[];
}

/**
 * @param lines of a body, as its page printed it
 * @returns what each line was taken for that is no part of the story
 */
export function findAsides(lines: readonly string[], { head, close }: PrintedPage): Aside[] {
  const [headline = ''] = head;
  const hasShouted = lines.filter(isShoutedHead).length >= LEAST_SHOUTED;
  const asides = lines.map((text, at) =>
    hasShouted && isShoutedHead(text) ? undefined : asideAt(lines, at, headline),
  );
  markStamps(lines, asides);
  markOffers(lines, asides);
  const repeats = findRepeats(lines, asides);
  for (const [at, aside] of repeats.asides) asides[at] ??= aside;
  const isSubhead = (at: number) => asides[at] !== 'echo' && repeats.subheads.has(lines[at] ?? '');
  markOpening(lines, asides, head.length > 1);
  markCaptions(lines, asides);
  markAllLinks(lines, head, asides, isSubhead);
  markBoxed(lines, close, asides);
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
  if (text.length > MAX_FURNITURE) {
    if (isLongCaption(text)) return 'caption';
    return isInvitation(text) ? 'furniture' : undefined;
  }
  if (isControlText(text) || isInvitation(text) || isCreditLine(text)) return 'furniture';
  if (isPermalink(text, at) || isAge(text) || isSource(text)) return 'furniture';
  if (isBarred(text)) return 'furniture';
  if (isLinkLike(text) && (leadsAway(text) || isShoutedTitle(text))) return 'furniture';
  if (text.length <= MAX_LINK && startsWithArrow(text)) return 'furniture';
  if (sameLine(text, headline) || isHeadlineAndControl(text, headline)) return 'echo';
  const isCredited = endsWithCredit(text);
  // An agency, or the page itself, can sign below the last paragraph.
  if (isCredited) return at < lines.length - 1 ? 'caption' : undefined;
  return text.length <= MAX_CAPTION && isCaptionLine(text) ? 'caption' : undefined;
}

/** So many lines that ask readers to subscribe, this near to one another, are an offer, with what subscribers get. */
const LEAST_ASKS = 4;
const MAX_APART = 6;
const MAX_OFFER = 220;
const OFFERS =
  /subscri|sign in|register|\baccounts?\b|unlock|abonn|\babo\b|anmeld|suscr|suscripci|\bassin|prenum|tilaa|подпис|підпис|구독|회원|会員|会员|會員|订阅|訂閱/iu;

function markOffers(lines: readonly string[], asides: Aside[]): void {
  const isAsked = (at: number) => asides[at] === 'furniture' && OFFERS.test(lines[at] ?? '');
  for (let from = 0; from < lines.length; from++) {
    if (!isAsked(from)) continue;
    let [last, asks] = [from, 1];
    for (
      let at = from + 1;
      at - last <= MAX_APART && (lines[at]?.length ?? MAX_OFFER + 1) <= MAX_OFFER;
      at++
    ) {
      if (!isAsked(at)) continue;
      last = at;
      asks++;
    }
    if (asks >= LEAST_ASKS) for (let at = from; at < last; at++) asides[at] ??= 'furniture';
    from = last;
  }
}

/** `Permalink: https://harbor.example/4Sx`, and the short link of a page above its first paragraphs. */
const PERMALINK = /^(?:(?<label>\p{L}[\p{L} -]{0,20})\s?[:：]\s?)?https?:\/\/[^\s/]+\/(?<path>\S*)$/u;
const MAX_ADDRESS = 160;
const MAX_SHORT_PATH = 16;
const SHORT_LINK_WITHIN = 4;

function isPermalink(text: string, at: number): boolean {
  if (text.length > MAX_ADDRESS || !text.includes('://')) return false;
  const { label, path } = PERMALINK.exec(text)?.groups ?? {};
  if (path === undefined) return false;
  return label !== undefined || (at < SHORT_LINK_WITHIN && path.length <= MAX_SHORT_PATH);
}

/** `vor 2 Std.`, `il y a 3 heures`, `14 hours ago`, `3시간 전`: how old another story is. */
const AGE =
  /^[•·|]?\s*(?:(?:vor|il y a|hace|há|fa|för|acum|przed|před)\s\d+\s\p{L}+\.?(?:\s\p{L}{3,6})?|\d+\s?\p{L}+\.?\s(?:ago|fa|atrás|geleden|siden|sedan|temu|назад|тому|sitten|tagasi|önce|lalu|yang lalu|trước)|\d+\s?(?:시간|분|일|주|개월)\s?전|\d+\s?(?:時間|分|日|小时|小時|分钟|分鐘|天)前|(?:قبل|منذ)\s\d+\s\S+)$/iu;
const MAX_AGE = 30;
const isAge = (text: string) => text.length <= MAX_AGE && AGE.test(text);

/** `Source: Harbor Survey`, below a table or a map. */
const MAX_SOURCE = 90;
const isSource = (text: string) => text.length <= MAX_SOURCE && isOpen(text) && isClosing(text);

/** `Video | The island buys a plow`, `WATCH | …`, `… | audio` */
const BAR = /\s\|\s/u;
const MAX_LABEL = 40;

function isBarred(text: string): boolean {
  if (text.length > MAX_LINK || !BAR.test(text) || /\.$/u.test(text)) return false;
  const [first = '', last = '', ...more] = text.split(BAR);
  // A table has more columns, and figures.
  if (more.length > 0) return false;
  const isLabel = first.length <= MAX_LABEL && (isShouted(first) || isControlWord(first));
  return (isLabel && isTitle(last)) || (isTitle(first) && isControlWord(last));
}
const isControlWord = (text: string) => /\p{L}/u.test(text) && isControlText(text);

/** `Harbor pilots trade their launches for a cable car Back to video` */
const isHeadlineAndControl = (text: string, headline: string) =>
  headline !== '' && text.startsWith(`${headline} `) && isControlText(text.slice(headline.length + 1));

const MAX_LONG_CAPTION = 500;
const isLongCaption = (text: string) =>
  opensAsCaption(text) || (text.length <= MAX_LONG_CAPTION && endsWithCredit(text));

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

/** A line of so many words directly below a headline may be its dek. */
const LEAST_DEK_WORDS = 5;

/**
 * Short open lines above the first paragraph, where a head has ended: its page's, and no subheads.
 * @param isHeaded whether the head has more than a headline
 */
function markOpening(lines: readonly string[], asides: Aside[], isHeaded: boolean): void {
  const first = lines.slice(0, OPENING).findIndex((text) => text.length >= PROSE && !isOpen(text));
  for (let at = 0; at < first; at++) {
    const text = lines[at] ?? '';
    if (at === 0 && !isHeaded && countWords(text) >= LEAST_DEK_WORDS) continue;
    if (isOpen(text) && widthOf(text) <= MAX_OPENING && !BULLET.test(text) && !DASH.test(text))
      asides[at] ??= 'furniture';
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

const LEAST_SHOUTED_WORDS = 7;
/** Capitals alone, but for the ending of a plural: `AWARDS NIGHT AT THE BBMAs` */
const isShoutedTitle = (text: string) =>
  countWords(text) >= LEAST_SHOUTED_WORDS && isShouted(text.replace(PLURAL, ''));
const PLURAL = /(?<=\p{Lu})s(?!\p{L})/gu;
