// What a reader says of lines where stories begin, and of lines that are in none.

import type { Head } from './heads/head.ts';
import { describeFeatures, THRESHOLD } from './heads/scoring.ts';
import type { Line } from './lines/lines.ts';
import { type Message, message, shorten } from './messages.ts';

/** @param line number of the line that nearly began a story */
export function joinMessage(line: number, { features, score }: Head): Message {
  const text = `Read on as one story. For a new one: ${describeFeatures(features)}; that is ${score} of ${THRESHOLD}.`;
  return message('join-close', line, 1, text);
}

/** @param line number of the line that begins a story on little evidence */
export function cutMessage(line: number, { features, score }: Head): Message {
  const text = `Begun as a new story: ${describeFeatures(features)}; that is ${score}, and ${THRESHOLD} suffice.`;
  return message('cut-close', line, 1, text);
}

/** @param line of a page above its headline, that no table and no recurrence calls furniture */
export function aboveMessage({ text, number }: Line): Message {
  const said = `Taken for furniture, because it stands above the headline of its page: “${shorten(text)}”.`;
  return message('above-headline', number, 1, said);
}

/** @param line the first of those above which no headline stands */
export function orphanMessage({ text, number }: Line): Message {
  return message(
    'no-headline',
    number,
    1,
    `No headline stands above “${shorten(text)}”; it is not published.`,
  );
}

/** @param line number of the last line that is published */
export function tooLongMessage(line: number, { headline }: Head): Message {
  const text = `“${shorten(headline)}” goes on past 8 MiB; from here to the next headline nothing is published.`;
  return message('story-too-long', line, 1, text);
}

/** @param first line of a page that is a list of links */
export function indexMessage({ text, number }: Line): Message {
  const said = `The page that begins with “${shorten(text)}” is a list of links, with hardly any text; it is not published.`;
  return message('no-story', number, 1, said);
}

/** @param line of a page that stands outside of its story */
export function outsideMessage({ text, number }: Line): Message {
  const said = `“${shorten(text)}” may be of a story of its own; it was taken for furniture of the page.`;
  return message('doubtful', number, 1, said);
}
