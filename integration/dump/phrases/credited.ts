// Captions by what they end with: a word for credits and a name behind it, or a name behind their last full stop.
// Decides by the last words of a line alone, so that a caption may be as long as a paragraph.

import { endingIn } from './marks.ts';

/** No credit is longer. */
const MAX_CREDIT = 92;
/** `Photo`, `Image credit`, `Bild` … with a capital, as they stand behind a caption. */
const LABEL =
  '(?:(?:Photo|Image|Picture|Illustration|Video)s? (?:[Cc]redits?|[Cc]ourtesy|[Bb]y)|Photos?|Photographs?|Photographer|Images?|Pictures?|Illustrations?|Graphic|Screenshots?|Credits?|Courtesy|' +
  '(?:Symbol|Archiv|Presse|Bild)?(?:[Ff]otos?|[Bb]ild(?:er)?)|Bildrechte|Bildquelle|Fotoquelle|Grafik|Fotografía|Fotografia|Imagen|Imagem|Immagine|Crédits?(?: photo)?|Créditos?|Reprodução|Divulgação|' +
  'Zdjęcie|Fot\\.?|Kuvat?|Valokuva|Billede|Bilde|Снимка|Фото|Φωτογραφία|Fotoğraf|Ảnh|Isithombe|تصوير|عکس|צילום)';
/** A label behind a full stop, a bracket, or a letter with no blank between: whatever follows is a name. */
const LABELLED = new RegExp(
  `(?:[.!?…)\\]”"»’] ?|[\\p{Ll}\\p{N}]|(?<=\\p{Lu}{3}))${LABEL}\\s?[:：]\\s?(?=[\\p{Lu}\\p{Lo}\\p{N}@©“"(]|\\p{Ll}+[_/]|imago|picture|privat|dpa|via )(?:Screenshot: )?[^:：!?;]{2,80}$`,
  'u',
);
const PART =
  "(?:[\\p{Lu}\\p{Lo}\\p{N}@©(“][\\p{L}\\p{M}\\p{N}'’._&+@)”-]*|von|van|de|der|den|di|da|dos|del|la|le|el|al|bin|of|for|the|and|und|et|y|via|für|picture|alliance|imago|dpa|privat|private|images?)";
const NAME = `${PART}(?:[ ,/|–-]{1,3}${PART}){0,9}`;
/** A label behind a word: a sentence may go on there, and so a name alone shows a credit. */
const LABELLED_NAME = new RegExp(`[\\p{L}\\p{N}] ${LABEL}\\s?[:：]\\s?${NAME}\\)?$`, 'u');
/** `(Photo: Harbor Press)`, `[사진 출처 = …]`, `(File Photo by Ann Nicholl)` */
const BRACKETED =
  /[([（［](?:[^:：=()[\]]{0,20}[^\p{L}()[\]])?(?:photo|image|picture|illustration|foto|bild|imagen|imagem|kuva|fot|(?:symbol|archiv)(?:foto|bild)|фото|사진(?: ?(?:출처|제공))?|写真|図|图|圖|图片|圖片)(?:s|graph)?(?: by| credits?| courtesy(?: of)?)?\.?\s?[:：=]\s?[^()[\]]{2,80}[)\]）］]\.?$/iu;
/** What stands behind another credit: ` Styling: Rosa Linden. Hair: Ann Nicholl` */
const OTHER_CREDITS = /(?:[.,;|] \p{Lu}[\p{L}-]{2,20}: [\p{L} .'’-]{2,40}){1,6}$/u;
/** What stands behind a whole sentence, and no full stop closes: `… from the ground up. Ann Nicholl for Harbor Press` */
/** Behind a small letter: a number, an initial, an abbreviation in capitals end no sentence. */
const LAST_STOP = /(?<=\p{Ll}{2}[)”"»’]?)[.!?]["”’»)]? (?!.*[.!?]["”’»)]? )/u;
/** What stands before a name, and closes no sentence: `Rep. Mara Elliot` */
const TITLE =
  /(?:^|[\s(“"'’])(?:Reps?|Sens?|Govs?|Gen|Lt|Col|Capt|Sgt|Cpl|Maj|Cmdr|Adm|Drs?|Mr|Mrs|Ms|Mx|St|Ste|Prof|Rev|Hon|Pres|Supt|Insp|Det|Amb|Atty|Ald|Dra|Sr|Sra|Jr|Mag|Ing|Dipl|Mt|Ft|vs|Nr|No)$/u;
const LAST_STOP_MARKS = /^[.!?]["”’»)]? /u;
const SIGNATURE = new RegExp(`^(?=\\p{Lu})${NAME}$`, 'u');
/** One word can be anything else, but for these. */
const ONE_WORD = /^(?:\p{Lu}{2,}|Supplied|Handout|Submitted|Contributed|File|Courtesy|Imago)$/u;
/** `… 인사하고 있다. 연합뉴스`, `… 인사하고 있다. 김철수 기자` */
const KOREAN =
  /다\. ?(?:\p{Script=Hangul}{2,4} ?(?:선임)?기자|\p{Script=Hangul}{2,8} ?제공|뉴스1|연합뉴스|뉴시스|로이터|AP|AFP|EPA|\S{2,10}사진기자단)$/u;
/** `… on the quay. Photo by the City of Velmar` */
const PHOTO_BY =
  /^(?:Photo(?:graph)?|Picture|Image|Illustration|Video)s? (?:courtesy )?(?:by|of|from|via) (?:the )?(?=\p{Lu})/u;
/** `…（青木美咲撮影）`, `… / A. Nicholl / LRT nuotr.`, `… 记者青木摄`: a word for photos that closes a line. */
const PHOTO_END =
  /[（(][^()（）]{2,24}(?:撮影|提供|摄|攝)[)）]$|(?:记者|記者)\S{1,8}\s?(?:摄|攝)$|[\p{L}\p{N}.,)] ?[/|–—-] ?\p{Lu}[^/|]{1,40} nuotr\.?$/u;
/** What such a line ends with: a quick test rules out nearly all. */
const endsWithPhotos = (text: string) =>
  ')）摄攝'.includes(text.at(-1) ?? ' ') || text.includes('nuotr', text.length - 'nuotr.'.length);
const namesPhotographer = (text: string) => endsWithPhotos(text) && PHOTO_END.test(text);
const MAX_SIGNED = 300;
const MAX_SIGNATURE = 64;
/** A sentence has so many words that begin small; what names and places are made of has not. */
const LEAST_SMALL = 3;
const SMALL = /(?<![\p{L}’'.-])\p{Ll}/gu;
/** `… in Porto Velmar / Ann Nicholl`, `… in Porto Velmar EFE/ A. Nicholl`, `… AP Photo/Ann Nicholl` */
const SLASHED = new RegExp(
  `[\\p{Ll}\\p{N}.)”"»] (?:/ |(?:AP Photo|EFE|AFP|AP|EPA|REUTERS|Reuters|IMAGO|Imago|ANSA|LaPresse|PAP|NTB|TT|Keystone|Getty Images|HANDOUT)(?:/\\p{Lu}{2,6})? ?/ ?)(?=\\p{Lu})${NAME}$`,
  'u',
);
/** `… in Porto Velmar. (Ann Nicholl/Harbor Press)` */
const NAMES = new RegExp(`[\\p{Ll}\\p{N}][.…]? \\((?=\\p{Lu}[^/]{1,40}/)${NAME}\\)$`, 'u');
/** `… in Porto Velmar. Ann Nicholl/Copyright 2026 Harbor Press. All rights reserved.` */
const RIGHTS = /\S[ /](?:©|Copyright)(?: \d{4})? [^.]{2,60}\.? All rights reserved\.?$/u;

/** Whether a line is a caption by the words it ends with. */
export function endsWithCredit(text: string): boolean {
  const tail = text.slice(-MAX_CREDIT);
  if (MARKS.test(tail)) return endsLabelled(text.slice(-MAX_LABELLED));
  if (tail.endsWith(')') && NAMES.test(tail)) return true;
  if (endsSentence(tail)) return (tail.includes('reserved') && RIGHTS.test(text)) || namesPhotographer(tail);
  if (text.length > MAX_SIGNED) return false;
  return (
    KOREAN.test(tail) ||
    namesPhotographer(tail) ||
    (SLASHED.test(text) && isSentence(text)) ||
    endsSigned(text)
  );
}
const MARKS = /[:：=]/u;
const endsSentence = endingIn('.!?…:;,', '"”’»)]');
/** A label and a name behind it, and other credits behind these. */
const MAX_LABELLED = 240;

function endsLabelled(text: string): boolean {
  if (BRACKETED.test(text) || LABELLED.test(text) || LABELLED_NAME.test(text)) return true;
  const bare = text.replace(OTHER_CREDITS, '');
  return bare !== text && LABELLED.test(bare);
}

const isSentence = (text: string) => (text.match(SMALL)?.length ?? 0) >= LEAST_SMALL;

/** Whether a name that no full stop closes stands behind the last sentence of a line. */
function endsSigned(text: string): boolean {
  const stop = text.search(LAST_STOP);
  if (stop <= 0 || text.length - stop > MAX_SIGNATURE) return false;
  const sentence = text.slice(0, stop);
  if (!isSentence(sentence) || TITLE.test(sentence)) return false;
  const said = text.slice(stop).replace(LAST_STOP_MARKS, '');
  const name = said.replace(PHOTO_BY, '');
  return SIGNATURE.test(name) && (name !== said || name.includes(' ') || ONE_WORD.test(name));
}
