// What nearly all stories of a dump have in common: deks below headlines, a day on one side of them, what stands around them and
// below stories, lines between a headline and its copy; and whether hardly one has what only pages print.

import type { Line } from '../lines/lines.ts';
import { comparisonForm } from '../phrases/comparison.ts';
import { DAY_SIDES, type DaySide, datedHeadline, isDaySide } from '../phrases/dated-headlines.ts';
import { is } from '../weigh.ts';
import { type Dialect, footerForm } from './dialect.ts';
import { commonDresses, withoutDresses } from './dress.ts';
import { headsOf, type Page } from './find-pages.ts';
import { isClear } from './gaps.ts';
import { type Head, isBare, isProven } from './head.ts';
import { countEach } from './masthead.ts';
import { areSignedBelow, findFooters } from './page-footers.ts';
import { isPlainDek } from './unechoed.ts';

/** What nearly all stories of a dump have in common, apart from what parts them. */
type CommonTraits = Pick<
  Dialect,
  'deks' | 'isClear' | 'isTidy' | 'footers' | 'isSignedBelow' | 'dresses' | 'daySide'
>;

/** What nearly all stories of a dump have in common, and their footers as printed. */
export interface Common {
  traits: CommonTraits;
  footers: string[];
}

export function findCommon(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): Common {
  const { shape } = dialect;
  const heads = headsOf(pages);
  const traits: CommonTraits = {};
  if (haveDeks(lines, pages, dialect)) traits.deks = true;
  if (isClear(lines, pages, dialect)) traits.isClear = true;
  if (areTidy(heads)) traits.isTidy = true;
  // Where nothing parts stories, few pages are known; what marks a headline is known already.
  if (shape)
    return { traits: { ...traits, ...(isDaySide(shape.mark) && { daySide: shape.mark }) }, footers: [] };
  const footers = findFooters(lines, pages, dialect);
  if (footers.length > 0) traits.footers = footers.map(footerForm);
  if (areSignedBelow(lines, pages, { ...dialect, ...traits })) traits.isSignedBelow = true;
  const headlines = pages.flatMap(({ start, head }) => (head ? (lines[start]?.text ?? '') : []));
  const dresses = commonDresses(headlines);
  if (dresses.length > 0) traits.dresses = dresses;
  const daySide = sideOfDays(headlines.map((text) => withoutDresses(text, dresses).headline));
  if (daySide) traits.daySide = daySide;
  return { traits, footers };
}

/** In a dump of fewer stories, a short line under each may be chance. */
const LEAST_DEKS = 3;

/** Whether heads that have nothing else to show have deks: three of four, and three at least. */
function haveDeks(lines: readonly Line[], pages: readonly Page[], dialect: Dialect): boolean {
  const bare = pages.filter(({ head }) => head && isBare(head));
  const withDeks = bare.filter(({ start }) => isPlainDek(lines, start + 1, dialect));
  return withDeks.length >= LEAST_DEKS && withDeks.length * 4 >= bare.length * 3;
}

/** A line that stands under so many headlines is no dek, if it stands under most. */
const LEAST_REPEATS = 3;

/** Lines that stand between most headlines and their echoes: the page's, though no control is known by their name. */
export function recurringDeks(heads: readonly Head[]): string[] {
  const proven = heads.filter(isProven);
  const counts = countEach(proven.map(({ deks }) => deks.map(comparisonForm)));
  const recurs = (count: number) => count >= LEAST_REPEATS && count * 2 > proven.length;
  const seen = new Map(proven.flatMap(({ deks }) => deks.map((dek) => [comparisonForm(dek), dek] as const)));
  return [...seen].filter(([form]) => recurs(counts.get(form) ?? 0)).map(([, dek]) => dek);
}

/** So many headlines have their day on one side, and so large a share of all. */
const LEAST_DATED = 3;
const DATED_SHARE = 0.9;

/** @returns where headlines have their day, where nearly all have it on one side */
function sideOfDays(headlines: readonly string[]): DaySide | undefined {
  const sides = headlines.map((text) => datedHeadline(text)?.side);
  return DAY_SIDES.find((side) => {
    const alike = sides.filter((each) => each === side).length;
    return alike >= LEAST_DATED && alike >= DATED_SHARE * headlines.length;
  });
}

/** So many heads show whether a dump's stories were written down, or are pages. */
const LEAST_TIDY = 5;
const TIDY_HEADS = 0.9;

/** Whether heads say who wrote stories, or when, and hardly one has a line that only pages print. */
function areTidy(heads: readonly Head[]): boolean {
  const telling = heads.filter((head) => !isBare(head));
  return telling.length >= LEAST_TIDY && telling.filter(isTidy).length >= TIDY_HEADS * telling.length;
}

/** Whether a head has neither captions nor controls, but perhaps one line that states its day, a rule below, and addresses. */
function isTidy({ classes, stated, features, junk, addresses }: Head): boolean {
  const known = is(stated !== undefined) + is(features.includes('underlined')) + addresses;
  return (
    junk === 0 &&
    classes.filter((each) => each === 'furniture').length <= known &&
    !classes.some((each) => each === 'caption' || each === 'echo')
  );
}
