// What speaks for and against a story beginning at a line, and how much each feature weighs. The weights are a
// table so that a decision can be read, argued about and changed in one place.

export const WEIGHTS = {
  /** The dump begins here: there is no story above that the line could be part of. */
  start: 4,
  /** A gap of blank lines stands above. */
  gap: 3,
  /** A rule stands above, and rules part this dump's stories. */
  rule: 5,
  /** The line has the shape of a headline, in a dump in which nothing parts stories. */
  shape: 4,
  /** The lines that the site prints above every story stand above. */
  masthead: 3,
  /** The headline stands again, with captions or furniture between, or without the site's name behind it. */
  echo: 4,
  /** The headline stands again with nothing of the kind between: a refrain does that too. */
  repeat: 2,
  /** Page controls between the headline and its echo. */
  furniture: 3,
  /** Page controls below a headline that has no echo. */
  looseFurniture: 2,
  /** A caption and its copy, or one with a credit. */
  captions: 2,
  /** A rule as long as the headline stands right below. */
  underlined: 3,
  /** A byline stands directly below. */
  byline: 2,
  /** The byline states a day as well: bodies have no such line. */
  signature: 4,
  /** Names, days, credits or page controls below, in no fixed form. */
  loose: 2,
  /** The body opens with a dateline that names an agency. */
  dateline: 2,
  /** A short line that no full stop or comma closes. */
  headlineLike: 2,
  /** Short, but closed like a sentence. */
  closed: -1,
  /** Long, though nothing closes it. */
  long: -1,
  /** Long and closed, or with a credit as captions have it. */
  sentence: -3,
  /** Long or closed, under an echo: some headlines are sentences. */
  echoedSentence: -1,
  /** Below a gap and a short line, or one that stands twice, comes prose. */
  prose: 1,
  /** Gaps and short lines are all that this dump's stories have, so they count for more. */
  plainDialect: 2,
  /** In a dump that blank lines do not part, the first head has just that to show, and prose stands on either side. */
  faintDialect: 1,
  /** This dump's heads have more to show, and this line has nothing but a gap. */
  markedDialect: -2,
  /** The same, but the gaps of this dump part its stories and nothing else. */
  clearGap: 1,
  /** The text below says again what this line says, and does not go on with the text above. */
  newStory: 2,
  /** More lines than a dek has stand between the headline and its echo. */
  crowded: -1,
} as const;

export type Feature = keyof typeof WEIGHTS;

/** Features that bodies show as well. */
export const FAINT_FEATURES = ['repeat', 'captions', 'byline'] as const satisfies readonly Feature[];
export type FaintFeature = (typeof FAINT_FEATURES)[number];

/** A story begins where the features add up to this. */
export const THRESHOLD = 5;
/** A sum this near to the threshold is reported. */
export const CLOSE = 1;

/** @returns the sum of the weights of the features */
export function score(features: readonly Feature[]): number {
  return features.reduce((sum, feature) => sum + WEIGHTS[feature], 0);
}

const FEATURE_NAMES: Record<Feature, string> = {
  start: 'the beginning of the dump',
  gap: 'blank lines above',
  rule: 'a rule above',
  shape: 'the shape of a headline among paragraphs',
  masthead: 'what the site prints above every story',
  echo: 'the headline stands again as on a page',
  repeat: 'the line stands again',
  furniture: 'page controls between headline and echo',
  looseFurniture: 'page controls below',
  underlined: 'a rule as long as it below',
  captions: 'a caption below',
  byline: 'a byline below',
  signature: 'a byline with its day below',
  loose: 'names, days or page controls below',
  dateline: 'a dateline below',
  headlineLike: 'reads like a headline',
  closed: 'closed like a sentence',
  long: 'longer than headlines are',
  sentence: 'reads like a sentence or a caption',
  echoedSentence: 'reads like a sentence',
  prose: 'prose below',
  plainDialect: 'the dump’s other stories have no more than that',
  faintDialect: 'the dump’s first story has no more than that',
  markedDialect: 'the dump’s other stories have more to show',
  clearGap: 'no other lines of the dump stand so far apart',
  newStory: 'the text below is about this line, and not about the text above',
  crowded: 'many lines between headline and echo',
};

/** @returns the features in words, with their weights, for a message */
export function describeFeatures(features: readonly Feature[]): string {
  return features
    .map((feature) => `${FEATURE_NAMES[feature]} (${WEIGHTS[feature] > 0 ? '+' : ''}${WEIGHTS[feature]})`)
    .join(', ');
}
