// What tells one written language from another at sight: scripts, letters and words that only one language uses.
// Data for language.ts. A sign stands here only if no other language of the same script has it; what these signs
// do not settle is left to the detector, so that a missing sign costs time and never a wrong answer.

/** Scripts by their Unicode blocks, ascending: first and last code point. Latin is told apart beforehand. */
export const SCRIPTS: readonly (readonly [first: number, last: number, script: string])[] = [
  [0xc0, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x530, 0x58f, 'Armn'],
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x6ff, 'Arab'],
  [0x700, 0x74f, 'Syrc'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7bf, 'Thaa'],
  [0x8a0, 0x8ff, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xa00, 0xa7f, 'Guru'],
  [0xa80, 0xaff, 'Gujr'],
  [0xb00, 0xb7f, 'Orya'],
  [0xb80, 0xbff, 'Taml'],
  [0xc00, 0xc7f, 'Telu'],
  [0xc80, 0xcff, 'Knda'],
  [0xd00, 0xd7f, 'Mlym'],
  [0xd80, 0xdff, 'Sinh'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Laoo'],
  [0xf00, 0xfff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3130, 0x318f, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7af, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfeff, 'Arab'],
  [0xff66, 0xff9f, 'Kana'],
];

/** Scripts that one language of today's news is written in. */
export const LANGUAGE_OF_SCRIPT: ReadonlyMap<string, string> = new Map([
  ['Grek', 'el'],
  ['Armn', 'hy'],
  ['Thaa', 'dv'],
  ['Guru', 'pa'],
  ['Gujr', 'gu'],
  ['Orya', 'or'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Sinh', 'si'],
  ['Thai', 'th'],
  ['Laoo', 'lo'],
  ['Mymr', 'my'],
  ['Geor', 'ka'],
  ['Hang', 'ko'],
  ['Khmr', 'km'],
  ['Kana', 'ja'],
]);

/** Letters that one language of a script uses and its neighbours do not; the first language to qualify counts. */
export const DISTINCTIVE_LETTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Arab: {
    ug: 'ۇۈۋڭ',
    // Uyghur writes two of these too, and so comes first.
    ckb: 'ڕڵێۆە',
    sd: 'ٻڀٺٽڄڃڇڌڏڙڦڳڱڻ',
    ps: 'ټډړږښځڅۍڼ',
    ur: 'ٹڈڑںےہۓ',
  },
  Cyrl: {
    uk: 'їєґ',
    be: 'ў',
    sr: 'ђћ',
    mk: 'ѓќѕ',
    kk: 'ұқәғ',
  },
  Hebr: { yi: 'װױײ' },
};

/** Letters of Persian that Arabic lacks, and of Arabic that Persian lacks; each writes some letters its own way. */
export const PERSIAN_LETTERS = 'پچژگکی';
export const ARABIC_LETTERS = 'ةىكيأإ';
export const PERSIAN_WORDS = words('در به از که این را با برای است شد شده می های کرد خود یک');
export const PASHTO_WORDS = words('د چې په کې ته');
export const ARABIC_WORDS = words('في من على إلى الى أن ان عن التي الذي بعد مع هذا هذه لم قال قالت خلال بين');

/** Vowels of Russian, and letters of its neighbours (below and above) that Russian lacks. */
export const RUSSIAN_LETTERS = 'ыэЫЭ';
export const NOT_RUSSIAN_LETTERS = 'іІїєґўђћџљњјѓќѕәғқңөұүһӣӯҳҷ';

/** Common words of a language; three of them together, and none to speak of from another row, settle it. */
export const DISTINCTIVE_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the and with that this which from would could been were their after would have has had said who its they by of for how more than about into when where while its be are because there these to in as at on',
  ),
  fr: words('les dans pour avec une cette sont aux leur leurs été sur qui après selon mais par'),
  es: words('los las y según fue más pero han hasta desde también tras una por con este esta'),
  pt: words('não são uma pelo pela dos das mais após foi também segundo ao à'),
  it: words('gli della delle degli nel nella dei che sono anche dopo più è alla dal'),
  de: words('und das ist nicht eine einen auf sich wird wurde nach mit für zum zur über bei dem'),
  nl: words('het een van voor niet zijn wordt naar aan bij ook heeft werd over'),
  // Catalan is here as a rival: it shares more with Spanish and French than three words of either can settle.
  ca: words('amb els dels les per una sobre aquest aquesta és què seva ha dos'),
  // Without the words that Azerbaijani has too: bir, bu, daha, sonra.
  tr: words('ve için ile olarak değil göre olduğunu etti olan kadar'),
};

/** Words of Danish, Norwegian and Swedish, which share too many with English and each other to be settled here. */
export const RIVAL_WORDS = words(
  'og er på til det av af ikke som har och att är för inte med fra från var blev',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
