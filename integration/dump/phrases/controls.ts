// Lines that pages print for their readers to click, and counters: no part of any story. Decides by whole phrases, by
// beginnings that nothing but such a line has, and by the words that controls are made of.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import { PHRASES } from './control-phrases.ts';
import { beginsReadMore } from './links.ts';
import { isNotice } from './notices.ts';
import { READING_TIME_WORDS } from './reading-times.ts';

/** `Share this with Facebook`, `Click to share on Reddit (Opens in new window)`, `Follow @someone` */
const BEGINNINGS =
  /^(?:(?:(?:arrow|chevron|keyboard|expand|navigate)_\p{Ll}+|click (?:here )?to (?:share|email|print|tweet|enlarge|view|expand|copy|subscribe)|share (?:this |the )?(?:article|story|post|page)?\s?(?:with|on|via|to|by)|tweet this|pin this|email this|follow (?:us|@|on )|like us on|add us on|sign up (?:for|to)|subscribe (?:to|for|now)|get the latest|want more|opens in|klicken,? um|cliquez pour (?:partager|ouvrir|envoyer)|haz clic para|clique para|view (?:all|the) \(?\d+\)?|see all \d+|show \d+|hide \d+|share all|filed under|filed to|posted in|tagged|tags:|topics:|labels:|keywords:|categories:|read more|read also|also read|see also|related:|more:|watch:|listen:|watch now|don['’]t miss|(?:story|article) continues|continue reading|advertisement|enlarge (?:this )?image|enlarge \/|toggle |skip to|jump to|scroll |loading |download (?:the|our) |image \d+ of|photo \d+ of|slide \d+ of)(?![\p{L}])|view full ?size|(?:来源|來源|出处|出處|稿源)[:：]|▶|►|◀|»(?!.*«)|›(?!.*‹)|@\w+$)/iu;

/** `1 / 23`, `0`, `3.409`, `12 comments`, `2 min read`, `of 2`, `5k shares` */
const COUNTERS =
  /^(?:\(\d+ \p{L}+\)|(?:(?:view|see|show) )(?:all )?\d+ (?:more )?(?:images?|photos?|pictures|comments|posts|items)|[\d.,/\s|+-]+[kKmM+%]?|(?:\d[\d.,]*[kKmM]?|no|zero|one)\s?(?:comments?|shares?|likes?|views?|retweets?|tweets?|reactions?|replies|reads?|followers|photos?|videos?|images?|votes?|commentaires?|comentarios?|comentários?|kommentare?|commenti|letture|yorum|просмотр\p{L}*|комментари\p{L}*|تعليق(?:ات)?|مشاهدة|评论|コメント|댓글)|\(?\d+\)?\s?(?:of|\/|de|von|di|из|من)\s?\d+|of \d+|(?:comments?|댓글|评论|評論|コメント) ?[(:]?\s?\d+\)?|\d{1,2}\/\d{1,2}\s?[(（]\p{L}[)）]\s?\d{1,2}:\d{2}\p{L}{0,4}|shares? ?[(:]?\s?\d+\)?|(?:image|photo|slide|page|bild|foto)s? \d+(?: (?:of|\/|von|de) ?\/? ?\d+)?|hits:? \d+|(?:current time|duration|remaining time|video duration) -?\d+:\d\d|\d{1,2}:\d\d\s?[-–|·]\s?(?:source|quelle|fuente|fonte|bron|источник)\s?: .{2,30}|placeholder (?:image|photo)[- ]?\d+|(?:(?:news|press|media) )?release (?:no\.? ?)?\d[\d-]*|\d+ (?:minut[oi] di lettura|minutes? de lecture|minutos? de lectura|minuten leestijd|минут\p{L}* чтения|dk okuma)|\d+ ?(?:-| )?min(?:ute)?s?(?: read| de lecture| de lectura| lesezeit| leestijd)?\.?|\d+ (?:hours?|days?|minutes?|weeks?|months?|years?))$/iu;

/** `Estimated reading time: 4 minutes`, `Lesezeit: 4 Min.` */
const READING_TIME = new RegExp(`^(?:estimated |est\\. )?(?:${READING_TIME_WORDS})(?!\\p{L}).{0,20}$`, 'iu');

const MAX_CONTROL = 160;
const MAX_PHRASE = 50;
/** Counters, and several controls on one line, are no longer. */
const MAX_COUNTER = 60;
const SENTENCE_ENDS = '.!?';

/** Where text was taken out of its page, of all controls these alone are left by mistake. */
const ADVERT =
  /^(?:(?:advert|advertisements?|story continues below(?: advertisement)?|skip advertisement)$|(?:arrow|chevron|keyboard|expand|navigate)_\p{Ll}+(?: |$))/iu;

/** Whether a line says no more than that an advertisement stands there. */
export function isAdvert(text: string): boolean {
  return ADVERT.test(text);
}

/** Whether a line is a page control or a counter. */
export function isControlText(text: string): boolean {
  if (text.length > MAX_CONTROL) return false;
  return text.length <= MAX_COUNTER ? isShortControl(text) : beginsAsControl(text) || isRunOfControls(text);
}

const isShortControl = memoize((text: string) => {
  if (text.length <= MAX_PHRASE && isPhrase(text.toLowerCase().replaceAll("'", '’').trim())) return true;
  return isCounter(text) || isOfControls(text) || beginsAsControl(text);
}, SNIFFED_LINES);

/** Arrows on either side of a phrase, how long it plays, a colon behind it: they say nothing. */
const EDGES = /^(?:[+>»›→]+|\d{1,2}:\d\d)\s*|\s*(?:[:：>»›→]+|…|\.{3})$/gu;
const isPhrase = (text: string) => PHRASES.has(text) || PHRASES.has(text.replace(EDGES, ''));

/** Most lines are sentences, and their last character shows it. */
const beginsAsControl = (text: string) =>
  !SENTENCE_ENDS.includes(text.charAt(text.length - 1)) &&
  (BEGINNINGS.test(text) || beginsReadMore(text)) &&
  !/[.!?]["”’]?$/u.test(text);

/** What every counter has: a quick test rules out most lines. */
const MAY_COUNT = /\d|^[.,/|+\s-]|^(?:no|zero|one)/iu;
const isCounter = (text: string) => (MAY_COUNT.test(text) && COUNTERS.test(text)) || READING_TIME.test(text);

/** The first word of a line, in lower case. */
function firstWord(text: string): string {
  return FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '';
}
const FIRST_WORD = /[\p{L}\p{N}+-]+/u;
const ALL_WORDS = new RegExp(FIRST_WORD, 'gu');
const DIGITS = /^\d+$/u;

function isOfControls(text: string): boolean {
  const first = firstWord(text);
  return isRunOfControls(text, first) || isOfControlWords(text, first);
}

/** `Print Email`, `Facebook Twitter LinkedIn`: several on one line. */
function isRunOfControls(text: string, first = firstWord(text)): boolean {
  if (!/[\s|]/u.test(text)) return false;
  if (!SHARERS.has(first) && !DIGITS.test(first) && !SHARERS.has(first.split('-')[0] ?? '')) return false;
  const words = text
    .toLowerCase()
    .split(/[\s|,•·/-]+/u)
    .filter((word) => word !== '');
  return (
    words.length > 1 &&
    words.every((word) => SHARERS.has(word) || /^\d+$/u.test(word)) &&
    words.some((word) => !/^\d+$/u.test(word))
  );
}

const SHARERS = new Set(
  'facebook twitter linkedin reddit whatsapp telegram tumblr pinterest google+ google email e-mail print comments comment share shares tweet pin save like speed copy link flipboard pocket messenger stumbleupon instagram x sms mail 0shares bluesky threads mastodon xing viber vk ok skype wechat weibo signal send via'.split(
    ' ',
  ),
);

/** Words that controls are made of: one of them, and all others of either list, and a line is a control. */
const CONTROL_WORDS = new Set(
  (
    'share shares sharing shared facebook twitter linkedin reddit whatsapp telegram tumblr pinterest flipboard pocket messenger instagram youtube google snapchat ' +
    'tweet retweet pin email e-mail sms print link url copy copied copylink subscribe subscribed unsubscribe subscription newsletter newsletters inbox signup login register ' +
    'click tap follow download comment comments advertisement sponsored gallery slideshow photos fullscreen rss feed bookmark enlarge browse posts permalink ' +
    'videos feedback teilen drucken kommentare abonnieren newsletter partager imprimer commentaires abonner compartir imprimir comentarios suscribirse compartilhar comentários assinar ' +
    'condividi stampa commenti iscriviti поделиться комментарии подписаться paylaş yazdır yorumlar bagikan cetak komentar udostępnij komentarze delen reacties dela'
  ).split(' '),
);
const BESIDE_CONTROLS = new Set(
  (
    'all more options option to via on with this that the a an our your my by of in for or and it here now us view show see hide open close back next previous author ' +
    'article story post page panel window image picture photo full size archive profile version mode pdf save app free get add send like sign up log out read list icon button ' +
    'give these are external links will new required story site web social media account name number submit tools menu top ' +
    'auf mit per diesen artikel sur avec cet article en con por este artículo artigo su questo articolo di da de'
  ).split(' '),
);
/** More words are as likely a sentence. */
const MAX_CONTROL_WORDS = 9;

/** `Share All sharing options`, `Copy Link URLCopied!`, `View PDF/Print Mode` */
function isOfControlWords(text: string, first: string): boolean {
  if (SENTENCE_ENDS.includes(text.charAt(text.length - 1)) && !text.endsWith('!')) return false;
  if (!isControlWord(first) && !GLUED.test(text)) return false;
  const words = text.replace(SEAMS, ' ').toLowerCase().match(ALL_WORDS) ?? [];
  return (
    words.length > 1 &&
    words.length <= MAX_CONTROL_WORDS &&
    words.every(isControlWord) &&
    words.some((word) => CONTROL_WORDS.has(word))
  );
}

const isControlWord = (word: string) =>
  CONTROL_WORDS.has(word) || BESIDE_CONTROLS.has(word) || DIGITS.test(word);
/** `Link URLCopied`: words without a blank between. */
const GLUED = /(?:\p{Ll}|URL)\p{Lu}\p{Ll}/u;
/** Where the blanks are missing. */
const SEAMS = /(?<=\p{Ll}|URL)(?=\p{Lu}\p{Ll})/gu;

const RIGHTS = /^(?:©|\(c\)|copyright\b).{0,80}(?:19|20)\d\d|\ball rights reserved\b/iu;
const MAX_CLOSING = 300;

/** Whether a line closes a story on its page without being part of it: who holds the rights, where it is from. */
export function isClosing(text: string): boolean {
  return text.length <= MAX_CLOSING && (RIGHTS.test(text) || isNotice(text) || SOURCE.test(text));
}
/** `Source: Harbor News Agency` */
const SOURCE =
  /^[（(]?(?:责编|責編|责任编辑|責任編輯|编辑|編輯)[:：]|^(?:source|quelle|fuente|fonte|bron|источник|المصدر)s?\s?: .{2,60}$/iu;
