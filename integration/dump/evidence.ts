// What speaks for and against a story beginning at a line, and how much each sign weighs. The weights are a
// table so that a decision can be read, argued about and changed in one place.

export const WEIGHTS = {
  /** The dump begins here, or a gap of blank lines stands above. */
  gap: 3,
  /** The headline stands again, with captions or furniture between. */
  echo: 4,
  /** The headline stands again with nothing of the kind between: a refrain does that too. */
  repeat: 2,
  /** Page controls between the headline and its echo. */
  furniture: 3,
  /** Page controls below a headline that has no echo. */
  looseFurniture: 2,
  /** A caption and its copy. */
  captions: 2,
  /** A byline stands directly below. */
  byline: 2,
  /** The body opens with a dateline that names an agency. */
  dateline: 2,
  /** A short line that no full stop or comma closes. */
  headlineLike: 2,
  /** Gaps and short lines are all that this dump's stories have, so they count for more. */
  plainManner: 1,
  /** This dump's stories have echoes, and this line has nothing but a gap. */
  echoManner: -2,
  /** Long, or closed like a sentence. */
  sentence: -3,
  /** The same, under an echo: some headlines are sentences. */
  echoedSentence: -1,
} as const;

export type Sign = keyof typeof WEIGHTS;

/** A story begins where the signs add up to this. */
export const THRESHOLD = 5;
/** A sum this near to the threshold is worth a word in the report. */
export const CLOSE = 1;

/** @returns the sum of the weights of the signs */
export function weigh(signs: readonly Sign[]): number {
  return signs.reduce((sum, sign) => sum + WEIGHTS[sign], 0);
}

const SIGN_NAMES: Record<Sign, string> = {
  gap: 'blank lines above',
  echo: 'the headline stands again below captions or page controls',
  repeat: 'the line stands again',
  furniture: 'page controls between headline and echo',
  looseFurniture: 'page controls below',
  captions: 'a doubled caption',
  byline: 'a byline below',
  dateline: 'a dateline below',
  headlineLike: 'reads like a headline',
  plainManner: 'the dump’s other stories have no more than that',
  echoManner: 'the dump’s other stories have an echo and this has none',
  sentence: 'reads like a sentence',
  echoedSentence: 'reads like a sentence',
};

/** @returns the signs in words, with their weights, for a message */
export function inWords(signs: readonly Sign[]): string {
  return signs
    .map((sign) => `${SIGN_NAMES[sign]} (${WEIGHTS[sign] > 0 ? '+' : ''}${WEIGHTS[sign]})`)
    .join(', ');
}
