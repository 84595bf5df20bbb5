// What the lines of a story turned out to be, once they have ended: the story and how sure it is, or why it is none.

import { confidenceOf } from './confidence.ts';
import { doubtMessages } from './doubt-messages.ts';
import { measureDoubts } from './doubts.ts';
import type { Dialect } from './heads/dialect.ts';
import type { Head } from './heads/head.ts';
import { book } from './ledger.ts';
import type { Line } from './lines/lines.ts';
import { message, shorten } from './messages.ts';
import type { Found } from './reading.ts';
import { buildStory } from './stories.ts';
import { readFoot } from './story-foot.ts';
import { textFaults } from './text-faults.ts';
import type { CalendarDay, Ledger } from './types.ts';

/** What is known of a story beside its lines. */
interface StoryContext {
  dialect: Dialect;
  /** The day that the dump's file name states. */
  fileDay: CalendarDay | undefined;
  /** How many lines above the head were left out that may be its headline, for all that is known of them. */
  above: number;
}

/** @param ledger books the lines */
export function finishStory(
  all: readonly Line[],
  head: Head,
  { dialect, fileDay, above }: StoryContext,
  ledger: Ledger,
): Found[] {
  const foot = readFoot(all, head, dialect);
  const lines = all.slice(0, all.length - foot.length);
  ledger.furniture += foot.length;
  const line = lines[0]?.number ?? 1;
  if (lines.length <= head.classes.length) {
    ledger.unclaimed += lines.length;
    const text = `No body follows the headline “${shorten(head.headline)}”; it is not published.`;
    return [{ message: message('no-body', line, 1, text) }];
  }
  const story = buildStory(lines, head, { fileDay, foot });
  book(ledger, story.classes);
  const reading = measureDoubts(lines, head, dialect, story, above);
  const confidence = confidenceOf(reading.doubts);
  const messages = doubtMessages(story, reading, confidence);
  messages.push(...textFaults(story, lines));
  if (!story.date) messages.push(message('undated', line, 1, `Nothing dates “${shorten(story.headline)}”.`));
  return [{ story, confidence, doubts: reading.doubts }, ...messages.map((each) => ({ message: each }))];
}
