// A page's title, as browsers and search engines show it: the headline, and the name of the site before or behind it.

import { comparisonForm } from '../phrases/comparison.ts';

/** A shorter line below a title may be a menu's. */
const MIN_HEADLINE = 16;
/** A site's name, and what parts it from a headline. */
const PART = /^\s*[-–—|:·»]\s*\S.*$|^\S.*[-–—|:·«]\s*$/u;

/** Whether a line is a headline and a site's name. */
export function isTitleOf(title: string, headline: string): boolean {
  if (headline.length < MIN_HEADLINE || headline.length >= title.length) return false;
  const form = comparisonForm(headline).toLowerCase();
  const whole = comparisonForm(title).toLowerCase();
  if (whole.startsWith(form)) return PART.test(whole.slice(form.length));
  return whole.endsWith(form) && PART.test(whole.slice(0, -form.length));
}

/** Whether a line above a headline is no more than that: the headline itself, or with a site's name. */
export const namesHeadline = (title: string, headline: string): boolean =>
  isTitleOf(title, headline) || comparisonForm(title) === comparisonForm(headline);
