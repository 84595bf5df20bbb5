// Who signs a story, on lines that say it without a fixed form: a name alone, a name and an outlet, a name with a handle
// or an address behind it. Decides by capitals and by the words that only outlets and posts have.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import { withByApart } from './bylines.ts';

/** What a line says of who wrote a story. */
export interface Signer {
  /** The name, or names; none where only a post or an outlet stands there. */
  name?: string;
  /** Whether a word says that they wrote it. */
  isSaid: boolean;
}

const MAX_SIGNER = 160;
/** More words are a headline about an outlet. */
export const MAX_POST_WORDS = 4;
const BY =
  /^(?:(?:article|story|text|words|written|posted|published|reported|reporting|analysis|review|report|opinion|commentary|by)\s+by|by|von|par|por|di|de|door|av|af|oleh|yazan|writer|reporter|pewarta|penulis|teks|texto|testo|autor[ae]?|auteur|autore|author|écrit par|geschrieben von|bron|text|текст|автор|بقلم|كتب|كتبت|إعداد|نویسنده|记者|記者|作者|著者|投稿者|筆者|執筆|取材・文|文|글|기자|escribe|autorin|a cura di|servizio di|propos recueillis par)(?:\s*[:：●]\s*|\s+)(?=[\p{Lu}\p{Lo}“"'])/iu;
/** `Text and pictures by Mara Elliot`: so many words stand ahead at most, and more are a sentence. */
const INNER_BY = /(?<=^\S+(?:\s\S+){0,2})\s(?:by|von|par|por|oleh)\s+(?=\p{Lu})/u;
/** What can stand between or behind names, and is none. */
const NOISE =
  /\s*(?:<[^>]*>|\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?|@\w+|https?:\/\/\S+|www\.\S+|\b(?:follow|view|contact|email)\b.*$)\s*/giu;
/** `김철수 기자`, `記者王曉／台北報導` */
const REPORTER =
  /^(?:(?<name>\p{Script=Hangul}{2,4})\s?(?:기자|특파원|논설위원)(?:\s외\s?\d+명)?|[記记]者\s?(?<name>\p{Script=Han}{2,4})[／/].{1,12})$/u;
/** `青木 美咲`: family and given name, as Japanese outlets part them. */
const PARTED = /^\p{Script=Han}{1,4}[ \u3000][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}$/u;
/** `From: Mara Elliot <mara@example.org>` */
const SENDER = /^from\s?:\s*(?=\p{L}[^@]{0,80}@)/iu;
/** `(509) 459-5382` */
const PHONE = /\(?\d{3}\)?[\s.-]\d{3}[-.]\d{4}/gu;
/** A post that stands behind a name with nothing between: `Mara Elliot Senior Contributor`. */
const BEHIND_NAMES =
  /(?<=^(?:by )?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}?) (?:(?:senior|staff|contributing|special|guest|chief|deputy|associate|assistant|political|national|foreign|science|business|sports?|news|opinion|managing|executive|features?) )*(?:contributor|writer|reporter|editor|correspondent|columnist|producer|critic)s?$/iu;
/** `Mara Elliot in Porto Velmar` */
const WHERE =
  /(?<=^\p{Lu}\p{Ll}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}) in (?:the )?\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}$/u;
/** `Mara Elliot 7 hours`, `Mara Elliot 2 minutes read`: how old a story is, or how long it takes to read. */
const COUNTER_BEHIND = /(?<=\p{Ll}) \d{1,2} (?:min(?:ute)?s?|hours?|days?|weeks?)(?: read)?$/u;
/** `Mara ElliotThe Harbor Times`, `Mara ElliotTravel Reporter`: an outlet or a post that a name has run into. */
const GLUED_POST =
  /(?<=\p{Ll}{2})(?=The \p{Lu}|(?:\p{Lu}\p{Ll}+ ){1,3}(?:[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]orrespondent|[Cc]ontributor|[Cc]olumnist)s?$)/u;
/** `Mara Elliot and AP`: a person who signs with an agency. */
const WITH_AGENCY =
  /^(?<people>.+?),? (?:and|with|und|mit|et|avec|y|con|e|com|en|og|och) (?:AP|AFP|EPA|UPI|PA|AAP|EFE|ANSA|dpa|Reuters|REUTERS|(?:the )?Associated Press)$/u;
/** Names end here, and an outlet or a post begins. */
const PARTS = /\s*(?:[|•·–—/;]|\s-\s|,(?! (?:Jr|Sr|II|III)\b))\s*/u;
const AND = /\s+(?:and|und|et|y|e|en|og|och|dan|ve|и|&|و)\s+/u;
const WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:van|von|de|del|della|der|den|di|da|dos|das|du|la|le|al|el|bin|ibn|ter|ten|zu|af|av)(?:-\p{Lu}\p{L}*)?|al-\p{Lu}\p{L}*)$/u;
/** A word that names of people do not have. */
const NO_NAME = new Set(
  (
    'news press agency agencies service services bureau desk staff reporter reporters writer writers editor editors editorial columnist columnists ' +
    'correspondent correspondents contributor contributors producer analyst photographer times post herald tribune gazette telegraph guardian journal ' +
    'chronicle observer mail express daily sunday weekly media group network television tv radio online digital magazine sport sports football ' +
    'politics business world opinion opinions culture science technology tech health entertainment lifestyle travel money markets video photos photo ' +
    'team special senior associated reuters afp ap pti ani upi bbc cnn the a an of in for on to with from is are was has not your our my this that what why how when who ' +
    'read more latest top stories breaking live updated published advertisement share comments university college company inc ltd llc corp association ' +
    'room briefing rights human statement statements release releases office council department ministry publication shimbun nieuws noticias nachrichten ' +
    'im zur zum am ein eine dem und mit für über mehr alle ihr ihre unser unsere une les et aux sur pour los las una con para más gli ' +
    'menu page app sign login install review reviews guide best new all home january february march april june july august september october november december monday tuesday wednesday thursday friday saturday'
  ).split(' '),
);
const POSTS =
  /\b(?:news|press|agency|bureau|desk|staff|reporters?|writers?|editors?|columnists?|correspondents?|contributors?|contributing|producer|analyst|reuters|afp|ap|pti|ani|upi|associated press|media|times|post|herald|tribune|gazette|telegraph|sports?|service|network|magazine|shimbun|nieuws|nachrichten|noticias|redaktion|rédaction|redacción|redação|redazione|редакция)\b/iu;

/** @returns who signs on a line of its own; nothing where the line is something else */
export function readSigner(text: string): Signer | undefined {
  return text.length <= MAX_SIGNER ? knownSigner(text) : undefined;
}

const knownSigner = memoize(findSigner, SNIFFED_LINES);

function findSigner(text: string): Signer | undefined {
  const reporter = REPORTER.exec(text)?.groups?.name;
  if (reporter !== undefined) return { name: reporter, isSaid: true };
  if (PARTED.test(text)) return { name: text, isSaid: false };
  const clean = withByApart(text)
    .replace(SENDER, 'by ')
    .replace(PHONE, ' ')
    .replace(NOISE, ' | ')
    .replace(COUNTER_BEHIND, '')
    .replace(GLUED_POST, ' | ')
    .replace(BEHIND_NAMES, '')
    .replace(WHERE, '')
    .trim();
  if (/\d{3}/u.test(clean)) return undefined;
  const said = BY.exec(clean);
  const inner = said ? undefined : INNER_BY.exec(clean);
  const names = said
    ? clean.slice(said[0].length)
    : inner
      ? clean.slice(inner.index + inner[0].length)
      : clean;
  if (isJointByline(names)) return { name: names, isSaid: true };
  const isSaid = said !== null || inner != null;
  const [first = '', ...rest] = names.split(PARTS).filter((part) => part !== '');
  const people = first.split(AND);
  // Within a line, one word behind “by” is as likely anything else.
  const isNames = people.length <= 4 && people.every((one) => isName(one, said !== null));
  if (isNames && rest.every((part) => isShort(part))) {
    return { name: [first, ...coauthors(first, rest, isSaid)].join(', '), isSaid };
  }
  if (said && first.length <= 60 && /^[\p{Lu}\p{Lo}]/u.test(first)) return { name: first, isSaid };
  return !isSaid &&
    text.length <= 60 &&
    text.split(' ').length <= MAX_POST_WORDS &&
    POSTS.test(text) &&
    !/[.!?]$/u.test(text)
    ? { isSaid }
    : undefined;
}

/**
 * The names that go on with a first one, up to the first part that is none. Where no word says that they sign, one that
 * stands behind a name may be a place.
 */
function coauthors(first: string, rest: readonly string[], isSaid: boolean): string[] {
  const end = rest.findIndex((part) => !part.split(AND).every((one) => isName(one, false)));
  const more = rest.slice(0, end < 0 ? rest.length : end).filter((part) => part !== first);
  return isSaid || more.length >= LEAST_LISTED ? more : [];
}
const LEAST_LISTED = 2;

/** `by harborview`, `in Travel by mara_e`: beside a day, a name of one word may be written small. */
const STAMPED_BY =
  /(?:^|\s)(?:by|von|par|por|door|av|af|oleh)\s?:?\s+(?<name>[^\s,;:.!?]\S{0,39}|(?:[\p{Lu}\p{Lo}]\S{0,30}(?: |$)){2,4})$/u;

/** @returns who signs in a part of a line that states a day, behind the word that says so */
export function readStampedBy(part: string): Signer | undefined {
  const name = STAMPED_BY.exec(part)?.groups?.name;
  return name === undefined ? undefined : { name, isSaid: true };
}

/** `Posted by Mara Elliot at 6:02 PM`, `Author: Mara Elliot`: who wrote the story above. */
const BELOW =
  /^(?:(?:posted|written|reported|published|compiled) by|(?:author|autor[ae]?|auteur|autore|writer|reporter|автор|text|texto?)\s?[:：])\s/iu;
const WHEN = /\s(?:at|on|am|um|à|le|el)\s[^\p{L}]{0,3}\d.*$/iu;
const MAX_BELOW = 80;

/** @returns who wrote a story, of a line that stands below it and says no more */
export function readSignerBelow(text: string): string | undefined {
  if (text.length > MAX_BELOW || !BELOW.test(text)) return undefined;
  const signer = readSigner(text.replace(WHEN, ''));
  return signer?.isSaid && signer.name?.includes(' ') ? signer.name : undefined;
}

/** `— Mara Elliot`, `(Mara Elliot)` */
const SET_OFF = /^(?:[-–—~]+\s*|\((?=.*\)$))|\)$/gu;

/** @returns who is named by a line that stands below a story, whether or not it says that they wrote it */
export function readSignerAtFoot(text: string): string | undefined {
  return text.length <= MAX_BELOW ? readSigner(text.replace(SET_OFF, ''))?.name : undefined;
}

/** Whether people sign together with an agency: neither a credit nor a caption is written so. */
export function isJointByline(text: string): boolean {
  const people = WITH_AGENCY.exec(text)?.groups?.people;
  return people?.split(AND).every((one) => isName(one, false)) === true;
}

const isShort = (text: string) => text.length <= 60 && !/[.!?]["”’]?$/u.test(text);

function isName(text: string, isSaid: boolean): boolean {
  const words = text.split(/\s+/u);
  if (words.length > 5 || words.length < (isSaid ? 1 : 2) || text.length > 48) return false;
  return (
    words.every(
      (word) => WORD.test(word) && (isSaid || !NO_NAME.has(word.toLowerCase().replace(/[.’']/gu, ''))),
    ) && /^\p{Lu}/u.test(text)
  );
}
