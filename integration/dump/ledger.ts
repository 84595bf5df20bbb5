// The books of a dump: how many lines were taken for what.
import { type Ledger, LINE_CLASSES, type LineClass } from './types.ts';

/** @returns a ledger without a line */
export function emptyLedger(): Ledger {
  return {
    headline: 0,
    dek: 0,
    byline: 0,
    caption: 0,
    furniture: 0,
    echo: 0,
    paragraph: 0,
    subhead: 0,
    list: 0,
    field: 0,
    separator: 0,
    markup: 0,
    blank: 0,
    unclaimed: 0,
  };
}

/** Books a line for each of the classes. */
export function book(ledger: Ledger, classes: Iterable<LineClass>): void {
  for (const name of classes) ledger[name]++;
}

/** Adds what stands in one ledger to another. */
export function addLedger(to: Ledger, from: Ledger): void {
  for (const name of LINE_CLASSES) to[name] += from[name];
}

/** @returns how many lines a ledger counts that are not blank */
export function claimedLines(ledger: Ledger): number {
  return LINE_CLASSES.reduce((sum, name) => sum + (name === 'blank' ? 0 : ledger[name]), 0);
}
