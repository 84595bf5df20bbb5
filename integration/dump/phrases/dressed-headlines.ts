// What programs and archivists put around headlines: the number of a list, a bullet, marks on both sides, the name of a section
// or of a paper. One headline can be so by itself; where all of a dump's are, a program put it there.

/** A headline without what was around it. */
export interface Undressed {
  headline: string;
  /** The number that stood in front. */
  number?: number | undefined;
  /** The name of a section that stood in front. */
  section?: string | undefined;
}

const MAX_LENGTH = 300;
const LETTER = /\p{L}/u;

/** The same, and what headlines have in common that are dressed alike. */
interface Dressed extends Undressed {
  dress: string;
}

/** `12. Ferry Returns`, `(12) Ferry Returns`, `#12 Ferry Returns` */
const NUMBERED =
  /^(?:(?<open>[([#])(?=\d)|(?=\d+[.):]))(?<number>\d{1,5})(?<close>[.):\]]*)\s+(?<headline>\S.*)$/u;

function numbered(text: string): Dressed | undefined {
  const { open = '', number, close = '', headline } = NUMBERED.exec(text)?.groups ?? {};
  return headline ? { dress: `${open}0${close}`, headline, number: Number(number) } : undefined;
}

const LISTED = /^(?<mark>[•●▪◦‣■◆►▶→*+-])\s+(?<headline>\S.*)$/u;

function listed(text: string): Dressed | undefined {
  const { mark, headline } = LISTED.exec(text)?.groups ?? {};
  return mark && headline ? { dress: mark, headline } : undefined;
}

/** `== Ferry Returns ==`, `**Ferry Returns**` */
const FRAMED = /^(?<mark>(?<each>[*_=~+#–—-])\k<each>*)\s*(?<headline>[^*_=~+#–—\s-].*?)\s*\k<mark>$/u;

function framed(text: string): Dressed | undefined {
  const { mark, headline } = FRAMED.exec(text)?.groups ?? {};
  return mark && headline ? { dress: mark + mark, headline } : undefined;
}

/** What closes what. */
const CLOSERS: Partial<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '<': '>',
  '[': ']',
};
/** `A "quoted" word` is quoted within, `A" and "B` is not. */
const CLOSED_FIRST = /^[^"]*[^"\s]"/u;

function enclosed(text: string): Dressed | undefined {
  const open = text.charAt(0);
  const headline = text.slice(1, -1).trim();
  if (!CLOSERS[open]?.includes(text.charAt(text.length - 1)) || CLOSED_FIRST.test(headline)) return undefined;
  return { dress: `${open}a`, headline };
}

/** `[Sport] Ferry Returns`, `SPORT: Ferry Returns` */
const LABELLED =
  /^(?:(?<open>[[(])(?<name>\p{L}[\p{L}\p{M}\d &/'’.-]{1,30})[\])]\s?[:–—-]?\s*|(?<shouted>\p{Lu}[\p{Lu}\d &/'’.-]{1,30})\s?(?<close>[:|])\s+)(?<headline>\S.*)$/u;

function labelled(text: string): Dressed | undefined {
  const { open = '', name, shouted, close = '', headline } = LABELLED.exec(text)?.groups ?? {};
  return headline ? { dress: `${open}section${close}`, headline, section: name ?? shouted } : undefined;
}

/** `Ferry Returns - Harbor Gazette`, `Ferry Returns (Harbor Gazette)` */
const NAMED =
  /^(?<headline>.*\S)(?<name>\s(?:[-–—|:·•]{1,2}\s\p{Lu}\S*(?:\s\S+){0,5}|\(\p{Lu}[^()]{2,40}\)))$/u;

function named(text: string): Dressed | undefined {
  const { headline, name } = NAMED.exec(text)?.groups ?? {};
  return headline && name ? { dress: name, headline } : undefined;
}

const KINDS = [numbered, listed, framed, enclosed, labelled, named] as const;

/** @returns what a line may have around it, were it a headline */
export const dressesOf = (text: string): string[] => readings(text).map(({ dress }) => dress);

/** @returns a headline without one dress; nothing where a line has another one or none */
export const undress = (text: string, dress: string): Undressed | undefined =>
  readings(text).find((each) => each.dress === dress);

function readings(text: string): Dressed[] {
  if (text.length > MAX_LENGTH) return [];
  return KINDS.flatMap((read) => read(text) ?? []).filter(({ headline }) => LETTER.test(headline));
}
