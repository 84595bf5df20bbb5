// Days that are not written as a number, a month by name and a Gregorian year. In Thai: `24 สิงหาคม 2563`. In Vietnamese:
// `24 tháng 8 năm 2020`. With the year first: `2020. augusztus 24.`. Decides by the words between the numbers.

/** What these days can't do without: a quick test rules out most texts. */
const MAY_BE = /[\u0e01-\u0e4e]\.?\s?\d|\d\/25[4-9]\d|tháng \d/u;

/** Thai counts years from so long before our era; some print the last two digits alone, which only recent years are. */
const BUDDHIST = 543;
const BUDDHIST_CENTURY = 2500;
const LEAST_BUDDHIST = 2400;
const LEAST_SHORT = 40;
const THAI_MONTHS = [
  'มกราคม|ม\\.ค\\.',
  'กุมภาพันธ์|ก\\.พ\\.',
  'มีนาคม|มี\\.ค\\.',
  'เมษายน|เม\\.ย\\.',
  'พฤษภาคม|พ\\.ค\\.',
  'มิถุนายน|มิ\\.ย\\.',
  'กรกฎาคม|ก\\.ค\\.',
  'สิงหาคม|ส\\.ค\\.',
  'กันยายน|ก\\.ย\\.',
  'ตุลาคม|ต\\.ค\\.',
  'พฤศจิกายน|พ\\.ย\\.',
  'ธันวาคม|ธ\\.ค\\.',
];
const THAI_NAMED = THAI_MONTHS.map(
  (names) =>
    new RegExp(`(?<!\\d)(\\d{1,2})\\s?(?:${names})\\s?(?:พ\\.ศ\\.\\s?)?(\\d{4}|\\d{2})(?!\\d)`, 'gu'),
);
const THAI_NUMERIC = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(25[4-9]\d)(?!\d)/gu;
const VIETNAMESE = /(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm|, năm)? (\d{4})(?!\d)/giu;

/** @returns a text with such days of Thai and Vietnamese as ISO 8601 */
export function localDaysToIso(text: string): string {
  if (!MAY_BE.test(text)) return text;
  let iso = text.replace(THAI_NUMERIC, (written, day: string, month: string, year: string) =>
    isoOf(written, thaiYear(year), Number(month), day),
  );
  for (const [at, named] of THAI_NAMED.entries())
    iso = iso.replace(named, (written, day: string, year: string) =>
      isoOf(written, thaiYear(year), at + 1, day),
    );
  return iso.replace(VIETNAMESE, (written, day: string, month: string, year: string) =>
    isoOf(written, Number(year), Number(month), day),
  );
}

function thaiYear(written: string): number | undefined {
  const year = Number(written);
  if (written.length === 4) return year >= LEAST_BUDDHIST ? year - BUDDHIST : year;
  return year >= LEAST_SHORT ? BUDDHIST_CENTURY + year - BUDDHIST : undefined;
}

function isoOf(written: string, year: number | undefined, month: number, day: string): string {
  if (year === undefined) return written;
  return ` ${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')} `;
}

/** Directly behind a year: what tells that it is of the day that follows; then the day and the month, or the other way round. */
const AFTER_YEAR =
  /^(?:\.?\s?(?:m\.|gada|թ\.?|ж\.|оны|[-\s]yil)|\.)\s?(?:(?<before>\d{1,2})[.-]?\s?)?(?<month>\p{Ll}\p{L}+)(?:\s(?<after>\d{1,2})(?!\d))?(?!\p{L}|[\s,.]{0,3}\d{4})/u;

/** @returns the words of the day that stands behind a year: `. augusztus 24.`, ` m. rugpjūčio 24 d.`, `. gada 24. augusts` */
export function dayBehindYear(text: string): { month: string; day: number } | undefined {
  const { before, month, after } = AFTER_YEAR.exec(text)?.groups ?? {};
  const day = before ?? after;
  return month === undefined || day === undefined ? undefined : { month, day: Number(day) };
}
