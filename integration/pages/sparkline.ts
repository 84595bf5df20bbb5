// How many stories each year has, as a line of bars in little room.
import type { Translations } from '../i18n/translations.ts';
import { escapeMarkup } from '../utils/markup.ts';

/** In units of the drawing. */
const HEIGHT = 24;
const BAR = 6;
/** More years than that are drawn as if they were a century. */
const MOST_YEARS = 150;

/**
 * @param years how many stories each year has, the newest first; years without any may be left out
 * @returns HTML: bars from the oldest year to the newest, and these two in words
 */
export function sparkline(
  years: readonly (readonly [year: string, count: number])[],
  translations: Translations,
): string {
  const counts = new Map(years.map(([year, count]) => [Number(year), count]));
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  const from = Math.max(first, last - MOST_YEARS + 1);
  const most = Math.max(...counts.values());
  const bars: string[] = [];
  for (let year = from; year <= last; year++) {
    const count = counts.get(year);
    if (!count) continue;
    const height = Math.max(1, Math.round((HEIGHT * count) / most));
    bars.push(`M${(year - from) * BAR} ${HEIGHT}v-${height}h${BAR - 1}v${height}z`);
  }
  const width = (last - from + 1) * BAR - 1;
  const edge = (year: number) => escapeMarkup(translations.year(String(year).padStart(4, '0')));
  return (
    `<figure class="sparkline" aria-label="${escapeMarkup(translations.strings.byYear)}">` +
    `<svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}"><path d="${bars.join('')}"/></svg>` +
    `<figcaption><span>${edge(first)}</span> <span>${edge(last)}</span></figcaption></figure>`
  );
}
