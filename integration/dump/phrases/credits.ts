// Lines that credit a picture, or that are a caption by what they begin or end with.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import { endsWithCredit } from './credited.ts';

const MAX_CREDIT_LINE = 120;
/** More words are a caption with its credit. */
const MAX_CREDIT_WORDS = 6;
const MAX_CAPTION = 400;

/** `© Harbor Press`, `Photo: …`, `Image credit: …`, `Ann Nicholl | Getty Images`, `AP Photo/…` */
const CREDIT =
  /^\(?(?:©|\(c\)|(?:image |photo |picture )?copyright\b|(?:(?:image|photo|picture|photograph|file photo|video|graphic|illustration|cover|featured image|header image|main image|photographer|foto|fotos|fot\.|fotografía|fotografia|bild|bilder|bildrechte|bildquelle|fotoquelle|symbolfoto|archivfoto|rechte|imagem|imagen|immagine|zdjęcie|kuva|kuvat|ảnh|crédit photo|crédits?|crédito|credit|credits|фото|снимка|φωτογραφία|fotoğraf|isithombe|الصورة|صورة|تصوير|عکس|צילום|사진|写真|图片|圖片)(?: by| courtesy(?: of)?| via| source| credits?|e?s)?\s*[:：]|image courtesy|photo courtesy|courtesy (?:of|photo)|photo(?:graph)? by |photographs? by |image by |picture by |photos by |illustration by |via )\s*)/iu;
const AGENCY_END =
  /(?:[\s(/|,.–—-]|^)(?:getty(?: images?(?: [^.]{0,30})?)?|afp|reuters|epa|epa-efe|ap photo(?:\/[^)]*)?|associated press|pa images|pa wire|pa|shutterstock|alamy|istock(?:photo)?|unsplash|pixabay|flickr|wikimedia(?: commons)?|bloomberg|rex(?: features)?|xinhua|imago|dpa|zuma(?: press)?|keystone|ritzau|scanpix|lehtikuva|belga|nurphoto|sipa(?: usa)?|maxppp|sputnik|tass|anadolu|aap|(?:file|submitted|courtesy|contributed|staff) photo|handout|instagram|twitter)\)?\.?$/iu;
const CAPTION_START =
  /^(?:(?:image|media|video|photo) ?caption\b ?|media caption(?=\p{Lu})|above|pictured|in this (?:\p{L}+ )?(?:photo|image|picture|file photo)|file(?: photo| picture| image)? ?[-–—:]|bildunterschrift)(?:\b|(?<=caption))/iu;
/** A word for captions and a colon. */
const LABELLED_START =
  /^(?:caption|legend[ae]|légende|pie de foto|bildtext|bildunterschrift|bildzeile|kuvateksti|bijschrift|onderschrift|podpis|didascalia|подпись)\s?[:：]/iu;
/** What no sentence of a story begins with. */
const PHOTO_START =
  /^(?:file (?:photo|picture|image) ?[-–—:]|(?:in )?this (?:[\p{L}\d., ]{1,40} )?(?:file )?(?:photo|photograph)(?:,| (?:provided|released|taken|made|shows|from)\b))/iu;
const CREDIT_INSIDE =
  /(?:[Pp]hoto|[Ii]mage|[Pp]icture)(?: ?[Cc]redit| ?[Bb]y)?\s?:\s?\p{Lu}|\b[Cc]redit ?:\s?\p{Lu}|©|\(AP Photo|\[[Gg]etty\]|[Vv]ia Getty|\/Getty|\/AFP|\/Reuters|\/REUTERS|\/AP\b|\s[-–—] ?Copyright \p{Lu}|(?<=[.\p{Ll}])Credit(?:\.{3}|…)?(?=\p{Lu})/u;

/** What a credit within a line can't do without; most paragraphs have none of these. */
const MAY_CREDIT = /[:©/]|Credit|Copyright|\(AP|\[[Gg]|ia Getty/u;

/** `Ann Nicholl/Harbor Press`, `(Ann Nicholl / Harbor Press)` */
const SLASHED =
  /^[([]?\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,3}\s?\/\s?\p{Lu}[\p{L}.'’ &-]{1,30}[)\]]?$/u;
const MAX_SLASHED = 70;
/** `Ann Nicholl, AP` */
const NAMED_AGENCY =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,3}, (?:AP|AFP|EPA|UPI|PA|AAP|DPA|ANI|PTI)$/u;

/** Whether a line is a credit and nothing else. */
export function isCreditLine(text: string): boolean {
  return text.length <= MAX_CREDIT_LINE && knownCredit(text);
}

const knownCredit = memoize(isCredit, SNIFFED_LINES);

function isCredit(text: string): boolean {
  return (
    CREDIT.test(text) ||
    (text.length <= MAX_SLASHED && text.includes('/') && SLASHED.test(text)) ||
    (text.length <= MAX_SLASHED && text.includes(', ') && NAMED_AGENCY.test(text)) ||
    (text.length <= 70 &&
      text.split(' ').length <= MAX_CREDIT_WORDS &&
      !text.includes('. (') &&
      AGENCY_END.test(text) &&
      !/[.!?]$/u.test(text.replace(/\)\.?$/u, '')))
  );
}

/** Whether a line is a caption by its beginning or its end. */
export function isCaptionLine(text: string): boolean {
  return text.length <= MAX_CAPTION && knownCaption(text);
}

const knownCaption = memoize(isCaption, SNIFFED_LINES);

function isCaption(text: string): boolean {
  if (CAPTION_START.test(text) || LABELLED_START.test(text) || PHOTO_START.test(text)) return true;
  if (MAY_CREDIT.test(text) && CREDIT_INSIDE.test(text)) return true;
  return (
    endsWithCredit(text) ||
    CREDITED_END.test(text) ||
    bracketOf(text) !== undefined ||
    (text.endsWith(')') && CREDITED_SENTENCE.test(text)) ||
    (text.length <= MAX_SHORT_CAPTION && text.includes(' via ') && VIA.test(text)) ||
    (BRACKET_END.test(text.slice(-2)) && NAMED_END.test(text)) ||
    (text.length <= MAX_CREDITED && !text.endsWith('.') && AGENCY_START.test(text)) ||
    (text.length <= MAX_CREDITED && BARE_AGENCY.test(text)) ||
    ((text.length <= MAX_SHORT_CAPTION || isDashed(text)) && AGENCY_END.test(text) && !text.endsWith('.'))
  );
}

/** Whether a line says in its first words that it is of a photo, however long it is. */
export function opensAsCaption(text: string): boolean {
  return PHOTO_START.test(text) || LABELLED_START.test(text);
}

/** @returns where the brackets begin in which a caption names whom it credits; nothing where it ends otherwise */
export function bracketOf(text: string): number | undefined {
  return text.endsWith(']') && BRACKETED_END.test(text) ? text.lastIndexOf('[') : undefined;
}

/**
 * Whether a line ends with a name in parentheses or behind a slash. In a head that is a credit; among paragraphs it can be
 * anything.
 */
export function endsWithName(text: string): boolean {
  if (text.length > MAX_CREDITED) return false;
  return (text.endsWith(')') && NAME_END.test(text)) || (text.includes(' / ') && SLASHED_END.test(text));
}

/** An agency behind a mark that sentences do not end with. */
const CREDITED_END =
  /[(/|[][^()/|[\]]{0,40}\b(?:getty(?: images)?|afp|reuters|epa|ap|pa|shutterstock|alamy|istock|bloomberg|xinhua|dpa|associated press|images|photo|file)\b[^()/|[\]]{0,20}[)\]]?\.?$/iu;
/** `… on the quay of Porto Velmar [Mara Elliot/Harbor News]` */
const BRACKETED_END = /[\p{L}\p{N}.] \[(?:File: )?\p{Lu}[\p{L}.'’-]+(?:[ /][\p{L}.'’-]+){1,6}\]$/u;
/** `The quay of Porto Velmar. (Harbor Survey/University of Velmar)` */
const CREDITED_SENTENCE =
  /[.!?]["”’]? \((?:(?:\p{Lu}[\p{L}.'’&-]*|of|and|the|for)[ /]){1,5}\p{Lu}[\p{L}.'’&-]*\)$/u;
/** `The new quay via Harbor Press` */
const VIA = /\p{L} via \p{Ll}?\p{Lu}\S*(?: \p{Lu}\S*){0,2}(?<![.!?])$/u;
const BRACKET_END = /\)\.?$/u;
/** `… of the lower lock. (Harbor News: Ann Nicholl)`, `… of the lower lock. (Ann Nicholl / Harbor Times)` */
const NAMED_END =
  /[\p{L}\p{N}.] \((?=\p{Lu})[\p{L}.'’& -]{2,40}(?:\s?\/\s?|: )(?=\p{Lu})[\p{L}.'’& -]{2,40}\)\.?$/u;
/** `A keeper at the gates of the lower lock (Ann Nicholl)` */
const NAME_END = /(?:\S+ ){5}\S*[\p{Ll}\p{N}] \(\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}\p{Ll}+\)$/u;
/** `The lower lock at high tide / Ann Nicholl` */
const SLASHED_END = /^(?:\S+ ){4}.*[\p{L}\p{N}.] \/ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u;
/** `Getty Images A keeper at the gates of the lower lock`: the credit that a page prints above its caption. */
const AGENCY_START =
  /^(?:(?:[\p{L}/]+ via )?Getty Images|PA Media|PA Wire|Shutterstock|Alamy|Handout|Supplied|(?:AFP|AP|BBC|EPA|PA|Reuters|Getty)(?= (?:An?|The|Two|Three|Four|People) \p{Ll})) \p{Lu}/u;
/** `…, left, and his colleague Rosa Linden AP`: in capitals, and nothing behind. */
const BARE_AGENCY = /[\p{Ll})]\s(?:AP|AFP|EPA|UPI|REUTERS)$/u;
/** `… of the lower lock.Ann Nicholl—Harbor Images`: a sentence, and a name that a dash ties to its agency. */
const DASHED = /[.!?)]['"”’]?\s?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}\s?[—–]\s?\p{Lu}[^—–.]{1,40}$/u;
const isDashed = (text: string) => text.length <= MAX_CREDITED && DASHED.test(text);
const MAX_CREDITED = 200;
/** A longer line that ends with an agency's name is a sentence. */
const MAX_SHORT_CAPTION = 90;
