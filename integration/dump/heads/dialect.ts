// How a dump's stories look as a whole, and what that makes of a single line.

import { type Layout, saysWhatParts, separatorTest } from '../layout.ts';
import type { Line } from '../lines/lines.ts';
import { comparisonForm } from '../phrases/comparison.ts';
import type { DaySide } from '../phrases/dated-headlines.ts';
import { isAddress } from '../phrases/links.ts';
import { partingMark, ruleMark } from '../phrases/rules.ts';
import { statedDay } from '../phrases/stated.ts';
import { Furniture, withNumbersAlike } from './furniture.ts';
import type { FaintFeature } from './scoring.ts';
import { restoreShape, type SavedShape, type ShapeModel, saveShape } from './shape-model.ts';
import type { WholeTexts } from './whole-texts.ts';
import { WordWeights } from './word-weights.ts';
import { WordWindows } from './word-windows.ts';

/** How a dump's stories look as a whole, as its opening showed. */
export interface Dialect extends DialectTraits {
  /** The lines that are furniture in this dump. */
  furniture: Furniture;
  /** By what its lines are compared; each word weighs the same. */
  weights: WordWeights;
  /** What the dump's owner says of it. */
  stated?: StatedLayout;
}

/** What a dump's owner says of it, as it is asked for. */
export interface StatedLayout {
  /** Whether it is said what parts stories. */
  isParted: boolean;
  /** Whether a story's first line is its headline. */
  isHeadlineFirst: boolean;
  /** Whether a text is the line between two stories. */
  isSeparator: (text: string) => boolean;
}

/** The same as plain data, to be kept. */
export interface SavedDialect extends Omit<DialectTraits, 'shape'> {
  /** Comparison forms of the lines. */
  furniture: string[];
  shape?: SavedShape | undefined;
}

interface DialectTraits {
  /** So many blank lines part stories. */
  gap: number;
  /** Whether its heads have more to show than a gap (echoes, page controls, signed bylines); unknown while that is
   * being found out. */
  heads: 'marked' | 'plain' | 'unknown';
  /** Whether a line that reads like a dek stands under most headlines of a plain dump. */
  deks?: boolean | undefined;
  /** Whether all gaps that part stories are alike, wider by far than any other, and nearly all stand above a head. */
  isClear?: boolean | undefined;
  /** Where headlines have their day, where all have one. */
  daySide?: DaySide | undefined;
  /** What all headlines have around them, outermost first; the one that parts stories wherever it stands. */
  dresses?: string[] | undefined;
  partingDress?: string | undefined;
  /** Lines above headlines that name sections, and those with which a story begins wherever they stand, in their form; see
   * `labelForm()`. */
  sections?: string[] | undefined;
  partingLabels?: string[] | undefined;
  /** What nearly all stories end with and is of none, in its form; see `footerForm()`. */
  footers?: string[] | undefined;
  /** Whether most stories end with who wrote them, in lines that say no more. */
  isSignedBelow?: boolean | undefined;
  /** Whether heads say who wrote stories, or when, and hardly one shows a page: short lines among paragraphs are subheads. */
  isTidy?: boolean | undefined;
  /** Whether blank lines part no stories: what stands below a gap is as likely in the middle of one. */
  collapsed?: boolean | undefined;
  /** All that the first head of a collapsed dump has to show, where that alone would not suffice. */
  faint?: FaintFeature | undefined;
  /** Marks of the rules that part stories; what stands below one stands below a gap. */
  rules?: string[] | undefined;
  /** Whether headlines alone stand between blank lines. */
  isSetOff?: boolean | undefined;
  /** Whether a story is two lines, its headline and its text; what stands below a text stands below a gap. */
  wholeTexts?: WholeTexts | undefined;
  /** What headlines look like, where nothing parts stories. */
  shape?: ShapeModel | undefined;
  /** Who speaks, where it has a talk in turns. */
  speakers?: string[] | undefined;
  /** Whether its text has entities throughout, which are decoded. */
  escaped?: boolean | undefined;
  /** Comparison form of the line that every page of a collapsed dump begins with. */
  firstLine?: string | undefined;
}

/** @returns a dialect as plain data */
export function saveDialect({ furniture, shape, weights: _, stated: __, ...traits }: Dialect): SavedDialect {
  return { ...traits, furniture: [...furniture.forms], ...(shape && { shape: saveShape(shape) }) };
}

/** @returns a dialect that was saved; what its dump's owner says is not part of it */
export function restoreDialect({ furniture, shape, ...traits }: SavedDialect): Dialect {
  const windows = new WordWindows();
  return {
    ...traits,
    furniture: new Furniture(furniture),
    weights: new WordWeights(windows),
    ...(shape && { shape: restoreShape(shape, windows) }),
  };
}

/** How much of a dump is looked at before the first story is told. */
export const SNIFFED_BYTES = 512 * 1024;
/** So many blank lines a rule counts for. */
export const RULE_GAP = 1000;
/** No dump has so many: nothing parts its stories. */
export const NO_GAP = 1e9;

/** @returns a dialect in which what the dump's owner says goes before what was found out */
export function withLayout(dialect: Dialect, layout: Layout | undefined): Dialect {
  if (!layout) return dialect;
  const { stories, separator, gap, headline } = layout;
  const stated = {
    isParted: saysWhatParts(layout),
    isHeadlineFirst: headline === 'first',
    isSeparator: separator === undefined ? () => false : separatorTest(separator),
  };
  if (!stated.isParted) return { ...dialect, stated };
  return {
    ...dialect,
    stated,
    gap: stories === 'one' ? NO_GAP : (gap ?? RULE_GAP),
    rules: undefined,
    wholeTexts: undefined,
    partingDress: undefined,
    partingLabels: undefined,
    isSetOff: undefined,
    shape: undefined,
    collapsed: undefined,
    faint: undefined,
    firstLine: undefined,
  };
}

/** Whether a line is a rule that parts stories in its dump. */
export function isSeparator(line: Line, { rules, stated }: Pick<Dialect, 'rules' | 'stated'>): boolean {
  if (stated?.isSeparator(line.text)) return true;
  if (!rules) return false;
  const mark = partingMark(line.text);
  return mark !== undefined && rules.includes(mark);
}

/** Whether a line is one that nearly all stories of its dump end with, and that is of none. */
export function isFooter({ text }: Line, { footers }: Dialect): boolean {
  return footers?.includes(footerForm(text)) === true;
}

/** @returns what a label has in common with those that differ in their numbers alone */
export const labelForm = (text: string): string => withNumbersAlike(comparisonForm(text));

/** @returns what the footer of a story has in common with those of others */
export const footerForm = (text: string): string => (isAddress(text) ? '://' : labelForm(text));

/** Whether a rule is as long as the line right above, which begins a part: it underlines a headline, and parts nothing. */
export function isUnderline(lines: readonly Line[], at: number): boolean {
  const [above, rule] = [lines[at - 1], lines[at]];
  if (!above || !rule || rule.gap > 0 || (at > 1 && above.gap === 0)) return false;
  if (Math.abs(rule.text.length - above.text.length) > 1) return false;
  return ruleMark(rule.text) !== undefined && ruleMark(above.text) === undefined;
}

/** Whether a gap that parts stories stands above a line. */
export function isBelowGap(line: Line | undefined, { gap }: Dialect): boolean {
  return line !== undefined && line.gap >= gap;
}

/** Whether a line is a page control, by itself and not by its place. */
export function isFurniture(line: Line | undefined, { furniture, stated }: Dialect): boolean {
  if (line === undefined) return false;
  return (
    furniture.has(line.text) || ruleMark(line.text) !== undefined || stated?.isSeparator(line.text) === true
  );
}

/** Whether a line, where it stands in or above a head, is no part of the story: a page control, an address, or a day. */
export function isControl(line: Line | undefined, dialect: Dialect): boolean {
  if (line === undefined) return false;
  return isFurniture(line, dialect) || isAddress(line.text) || statedDay(line.text) !== undefined;
}
