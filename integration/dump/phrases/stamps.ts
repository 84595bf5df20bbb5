// When a page says that a story was published, and by whom, on one line: `Published 13 May, 2023 05:59am`,
// `Mara Elliot - Nov 19, 2019, 10:31 pm CST`, `19.11.2019, 23:06`. Decides by the words of a line: which are of a day or
// a time, which label it, and what is left.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import type { CalendarDay } from '../types.ts';
import { calendarDay, findDays, ISO_TIME, MONTH_STARTS, mayHaveYear, westernDates } from './dates.ts';
import { OTHER_DIGIT } from './digits.ts';
import { BESIDE_DAYS, BESIDE_TIMES } from './months.ts';
import { READING_TIME_WORDS } from './reading-times.ts';
import { statedDay } from './stated.ts';

/** What a line says of when its story was published. */
export interface Stamp {
  /** The day; none where the line only says how long ago. */
  day?: CalendarDay;
  /** Whether it is the day of a change. */
  isUpdate: boolean;
  /** Whether a word says that it is the day of a publication or of a change. */
  isLabelled: boolean;
  /** What else stands on the line, in its parts. */
  rest: readonly string[];
}

/** A longer line is a sentence. */
const MAX_STAMP = 200;

/** `2019-11-20T07:11:00Z`, `2024/05/17`, `2019. 11. 18`, `2024年5月17日`, `2019년 11월 18일` */
const YEAR_FIRST =
  /(?<!\d)(?<year>(?:19|20)\d\d)(?:\s?[-/.]\s?|\s?[年년]\s?)(?<month>\d{1,2})(?:\s?[-/.]\s?|\s?[月월]\s?)(?<day>\d{1,2})(?!\d)\s?[日일.]?/u;
/** `19.11.2019`, `27/09/2018`, `11/19/19`, `18-11-2019` */
const YEAR_LAST =
  /(?<![\d.,/])(?<one>\d{1,2})\s?(?<mark>[./-])\s?(?<two>\d{1,2})\s?\k<mark>\s?(?<year>(?:19|20)\d\d|\d\d)(?![\d/]|[:.]\d)/u;

const ALL_YEARS_FIRST = new RegExp(YEAR_FIRST, 'gu');
const ALL_YEARS_LAST = new RegExp(YEAR_LAST, 'gu');

const UPDATED =
  /\b(?:updated?|last (?:updated|modified)|modified|edited|revised|mis à jour|modifié|aktualisiert|actualizad[oa]|atualizad[oa]|aggiornato|güncelleme|güncellenme|uppdaterad|oppdatert|opdateret|bijgewerkt|diperbarui|zaktualizowano|aktualizacja)\b|обновлено|оновлено|(?:آخر |تم )?(?:ال)?تحديث|به‌روزرسانی|更新|수정/iu;
const PUBLISHED =
  /\b(?:published|posted|created|original|originally|first published|publié|erschienen|veröffentlicht|publicado|pubblicato|yayın|publicerad|publisert|offentliggjort|gepubliceerd|diterbitkan|opublikowano)\b|опубликовано|опубліковано|نشر|入力|発行|입력/iu;

/** Words of a time, or that label one. */
const LABELS = new Set(
  (
    'published posted updated update last first modified edited created added on at from date dated datum fecha time online since ' +
    'eastern central mountain pacific standard daylight in de of originally release released issued print am pm a.m p.m a.m. p.m. am. pm. noon midnight hours hour hrs hr mins min minutes minute ' +
    'publié publiée mis mise jour à modifié le la veröffentlicht erschienen aktualisiert geändert zuletzt erstellt am um den publicado actualizado ' +
    'atualizado em às as el a las pubblicato aggiornato il alle ore опубликовано обновлено дата в г г. года gepubliceerd bijgewerkt op om diterbitkan ' +
    'pukul wib pada tanggal dipublikasikan publicerad uppdaterad kl kl. klo yayınlanma güncelleme tarihi saat ' +
    'yayın نشر النشر تاريخ آخر تحديث الساعة في بتوقيت غرينتش م ص 기사입력 입력 수정 등록 오전 오후 公開 更新 発行 ago ' +
    'प्रकाशित प्रकाशन अपडेट अपडेटेड अंतिम প্রকাশ প্রকাশিত আপডেট হালনাগাদ সময় เผยแพร่ อัปเดต อัพเดต แก้ไข ล่าสุด เวลา วันที่ น. cập nhật đăng lúc ngày ' +
    'δημοσιεύτηκε δημοσίευση ενημέρωση ενημερώθηκε τελευταία ώρα פורסם עודכן בשעה פורסם: objavljeno ažurirano posodobljeno публикувано обновена ' +
    'publikováno aktualizováno opublikowano aktualizacja godz godz. közzétéve frissítve publicat actualizat la ora publikuar përditësuar julkaistu päivitetty avaldatud uuendatud imechapishwa'
  ).split(' '),
);
const ZONE =
  /^(?:GMT|UTC|BST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|IST|CET|CEST|EET|EEST|MSK|AEST|AEDT|AEST|NZDT|JST|KST|WIB|SGT|HKT|PKT|KSA|AST|ist|est|edt|pst|gmt|Z)(?:[+-]\d{1,2}(?::?\d{2})?)?$/u;
const NUMBER =
  /^(?:\d{1,4}(?:st|nd|rd|th|er|º|ª|h|\.)?|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:[ap]\.?m\.?|uhr|h)?|\d{1,2}[ap]\.?m\.?|[+-]\d{1,2}:?\d{2})$/iu;
const AGO =
  /\b(?:(?:\d+|an?|one|two|few) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|yesterday|today|just now|il y a \d+ \p{L}+|vor \d+ \p{L}+|hace \d+ \p{L}+|há \d+ \p{L}+)\b|(?<!\p{L})(?:hier|aujourd[’']hui|ayer|hoy|ontem|hoje|ieri|oggi|gestern|heute|gisteren|vandaag|i går|i dag|igår|idag|eilen|tänään|wczoraj|dzisiaj|dziś|včera|dnes|tegnap|ma|вчера|сегодня|вчора|сьогодні|вчера|днес|dün|bugün)(?: (?:à|a las?|às|alle|um|om|kl\.?|klo|o|ve?|в|о|у|saat))?,? \d{1,2}[:.h]\d{2}(?!\d)|منذ \d+ \p{L}+|قبل \d+ \p{L}+|\d+\s?(?:時間|分|日)前|\d+\s?(?:시간|분|일) 전/iu;

/**
 * `Jan 1 20194:29 AM`, `2019Get short URL`, `3 May 20194 June 2020`, `Mara Elliot3.5.2019`, `Updated2019`: words that a
 * page's layout has run together.
 */
const GLUED =
  /(?<=^\p{Lu}\p{Ll}{2,3}\.)(?=\p{Lu}\p{Ll})|(?<=(?<!\d)(?:19|20)\d\d)(?=\d{1,2}(?::\d\d|\.? \p{L}|[./-]\d)|\p{L})|(?<=\p{L}|\p{L}[,:])(?=\d{1,2}(?:\.? \p{L}{3,9}\.? |([./])\d{1,2}\1)(?:19|20)\d\d(?!\d))|(?<=\d\.)(?=\p{L}{3,9} (?:19|20)\d\d)|(?<=\p{Lo})(?=(?:19|20)\d\d[年./-])|(?<=\d ?[ap]m)(?=\p{Lu})|(?<=\p{Ll})(?=(?:Author|Autor)\p{Lu}\p{Ll})|(?<=(?<!\p{L})(?:Author|Autor))(?=\p{Lu}\p{Ll})|(?<=[ECMPI]S?T)(?=\p{Lu}\p{Ll})|(?<=(?:[Uu]pdated|[Pp]ublished|[Pp]osted)(?: on)?:?)(?=\p{Lu}|\d)|(?<=\p{Ll})(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.? \d)|(?<=[·•|])|(?=[·•|])/gu;
/** `19.nov.2023`, `19-Nov-2023` */
const DOTTED_MONTH =
  /(?<=\b\d{1,2})[.-](?=\p{L}{3,9}\.?[.-](?:19|20)\d\d)|(?<=\b\d{1,2}[.-]\p{L}{3,9}\.?)[.-](?=(?:19|20)\d\d)/gu;
const BREAKS = /\s*[|•·–—;]\s*|\s+[-/]\s+|\s*\/\s+|,\s+|\s*[[\]()]\s*/u;

/** Whether a line may hold a stamp at all: most have no digit, and of the others most have no year and no word for one. */
function mayBeStamp(text: string): boolean {
  return (
    text.length <= MAX_STAMP &&
    DIGIT_OR_AGO.test(text) &&
    (mayHaveYear(text) || NUMBERS.test(text) || AGO_WORD.test(text))
  );
}
const DIGIT_OR_AGO = new RegExp(`\\d|${OTHER_DIGIT.source}|\\bago\\b|yesterday`, 'u');
/** What every day in numbers has, and every time of it. */
const NUMBERS = /\d\s?[./:h-]\s?\d/u;
/** What is said of every time that is told from today. */
const AGO_WORD =
  /ago|yesterday|hier|aujourd|ayer|hoy|ontem|hoje|ieri|oggi|gestern|heute|gisteren|vandaag|i går|i dag|igår|idag|eilen|tänään|wczoraj|dzisiaj|dziś|včera|dnes|tegnap|ma |вчера|сегодня|вчора|сьогодні|днес|dün|bugün|today|now|il y a|vor|hace|há|منذ|قبل|前|전/iu;

/** Whether a line may say on which day: a quick test rules out most. */
export function mayStateDay(text: string): boolean {
  return text.length <= MAX_STAMP && (mayHaveYear(text) || NUMBERS.test(text));
}

/**
 * Reads when a line says that something was published.
 * @returns nothing where it says nothing of the kind
 */
export function readStamp(text: string): Stamp | undefined {
  return mayBeStamp(text) ? stampOf(text) : undefined;
}

/** @returns the day of a line that says when something was published and nothing else: a headline it can't be */
export function dayAlone(text: string): CalendarDay | undefined {
  if (!mayStateDay(text)) return undefined;
  const day = statedDay(text);
  if (day !== undefined) return day;
  const stamp = readStamp(text);
  return stamp?.rest.length === 0 ? stamp.day : undefined;
}

/** A section's name is no longer. */
const MAX_SECTION = 40;

/** @returns the day of a line that states one beside a section: `Nov 19, 2019 - Politics & Policy` */
export function dayBesideSection(text: string): CalendarDay | undefined {
  if (text.length > MAX_STAMP || !mayHaveYear(text)) return undefined;
  const stamp = readStamp(text);
  const [section = '', ...more] = stamp?.rest ?? [];
  if (more.length > 0 || section.length > MAX_SECTION) return undefined;
  const isSection = text.endsWith(section)
    ? BESIDE.test(text.slice(0, -section.length))
    : text.startsWith(section);
  return isSection ? stamp?.day : undefined;
}
const BESIDE = /[-–—|·•/]\s*$/u;

/** Whether a line says when its story was published, but not the year. */
export function isYearless(text: string): boolean {
  return isDayOrTime(text) && (PUBLISHED.test(text) || UPDATED.test(text));
}

const MAX_DAYLESS = 80;

/** Whether all words of a line are of a day and its time, though it may lack the year: `Updated Nov 19, 6:55 AM` */
export function isDayOrTime(text: string): boolean {
  return text.length <= MAX_DAYLESS && /\d/u.test(text) && /\p{L}/u.test(text) && knownTime(text);
}

/** Each line of a page is looked at with each line above it. */
const knownTime = memoize(
  (text: string) => restOf(westernDates(text).replace(GLUED, ' ')).length === 0,
  SNIFFED_LINES,
);

/** Whether a line says that what stands below it is the day of a change. */
export function labelsUpdate(text: string): boolean {
  return UPDATED.test(text) && !/\d/u.test(text);
}

/** A page is looked at more than once, and by more than one rule. */
const stampOf = memoize((text: string): Stamp | undefined => {
  const spaced = westernDates(text).replace(DOTTED_MONTH, ' ').replace(GLUED, ' ');
  const days = daysOf(spaced);
  const isDated = days.length > 0 || AGO.test(spaced) || isNumericDay(spaced);
  if (!isDated && !CLOCK.test(spaced)) return undefined;
  const rest = restOf(spaced);
  return isDated || rest.length === 0 ? { ...chosen(spaced, days), rest } : undefined;
}, SNIFFED_LINES);

/** `Updated at 6:02 PM`, `18:02` */
const CLOCK = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/u;

interface Found {
  day: CalendarDay;
  at: number;
}

/** The days that a line names, and where. */
function daysOf(text: string): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const part of partsOf(text)) {
    const [day] = findDays(part);
    const numeric = day ?? numericDay(part, text);
    if (numeric) found.push({ day: numeric, at: from });
    from += part.length;
  }
  return found;
}

/** A line, cut ahead of what labels a second day. */
function partsOf(text: string): string[] {
  return text.split(
    /(?=\b(?:last )?(?:updated|modified|posted|published)\b)|(?=mis à jour)|(?=آخر تحديث)|(?<=[;|])|(?<= \/ )/giu,
  );
}

function chosen(text: string, days: readonly Found[]): Omit<Stamp, 'rest'> {
  const kindOf = ({ at }: Found) => {
    const opening = text.slice(at, at + 24);
    return PUBLISHED.test(opening) ? 2 : UPDATED.test(opening) ? 0 : 1;
  };
  let best: Found | undefined;
  for (const each of days) if (!best || kindOf(each) > kindOf(best)) best = each;
  const isUpdate = best ? kindOf(best) === 0 : UPDATED.test(text);
  return {
    ...(best && { day: best.day }),
    isUpdate,
    isLabelled: isUpdate || (best ? kindOf(best) === 2 : PUBLISHED.test(text)),
  };
}

const isNumericDay = (text: string) => YEAR_FIRST.test(text) || YEAR_LAST.test(text);

/**
 * @param around the line that it stands on
 * @returns the day of two numbers and a year, where it shows which of the two is the month
 */
function numericDay(text: string, around: string): CalendarDay | undefined {
  const first = YEAR_FIRST.exec(text)?.groups;
  if (first) return calendarDay(Number(first.year), Number(first.month), Number(first.day));
  const last = YEAR_LAST.exec(text)?.groups;
  if (!last) return undefined;
  const [one, two] = [Number(last.one), Number(last.two)];
  const year = last.year?.length === 2 ? 2000 + Number(last.year) : Number(last.year);
  if (last.mark === '.') return calendarDay(year, two, one);
  if (last.year?.length === 2 && last.mark === '-') return undefined;
  if (one > 12) return calendarDay(year, two, one);
  if (two > 12 || one === two || MONTH_FIRST.test(around)) return calendarDay(year, one, two);
  return DAY_FIRST.test(around) ? calendarDay(year, two, one) : undefined;
}

/** Where clocks show Eastern to Pacific time, the month comes first: `08:00 AM EDT`, `5pm ET`. */
const MONTH_FIRST = /(?:\d:\d\d|\d\s?[AaPp]\.?[Mm]\.?)\s?(?:[AaPp]\.?[Mm]\.?\s?)?[ECMP][SD]?T\b/u;
/** Words beside a day, of languages in which it comes first. */
const DAY_FIRST =
  /(?<!\p{L})(?:public?ad[oa]|atuali[sz]ad[oa]|actualizad[oa]|publiée?|mise? à jour|pubblicato|aggiornato|veröffentlicht|aktualisiert|erstellt|gepubliceerd|por|par|von|le|el|il|em|às|à|alle|ore|uhr|klo|kl|thứ|ngày|lúc|wib|wita|ore|godz|ώρα|в|о|senin|selasa|rabu|kamis|jumat|sabtu|minggu|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?!\p{L})|\d[hH]\d\d(?!\d)/iu;

/** `Lesezeit: 4 Min.` */
const READING_TIME = new RegExp(`(?<!\\p{L})(?:${READING_TIME_WORDS})(?!\\p{L}).{0,12}$`, 'iu');

function restOf(text: string): string[] {
  return text
    .replace(AGO, ' | ')
    .replace(READING_TIME, ' | ')
    .replace(ISO_TIME, ' | ')
    .replace(ALL_YEARS_FIRST, ' | ')
    .replace(ALL_YEARS_LAST, ' | ')
    .split(BREAKS)
    .flatMap(wordsLeft)
    .filter((part) => /\p{L}/u.test(part));
}

/** The runs of a part's words that are neither of a day nor of a time. */
function wordsLeft(part: string): string[] {
  const runs: string[][] = [[]];
  for (const word of part.split(/\s+/u)) {
    if (isOfStamp(word)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.map((run) => run.join(' ')).filter((run) => run !== '');
}

function isOfStamp(word: string): boolean {
  const bare = word.replace(/^[(«[:]+|[).,،»:\]]+$/gu, '');
  const lower = bare.toLowerCase();
  return (
    bare === '' ||
    NUMBER.test(bare) ||
    ZONE.test(bare) ||
    LABELS.has(lower) ||
    MONTH_STARTS.has(lower.replace(/\.$/u, '')) ||
    BESIDE_DAYS.has(lower.replace(/\.$/u, '')) ||
    BESIDE_TIMES.has(lower)
  );
}
