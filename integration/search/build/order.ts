// The numbers that stories have in an index: by date, oldest first, so that a month is a range of numbers and that a
// list in order of dates needs no dates; and the segments they lie in.
import { SEGMENT_STEP } from '../format/layout.ts';

/** What a story's place in the order depends on. */
export interface DatedStory {
  id: string;
  /** Its day, `YYYY-MM-DD`; without a date of its own, that of the stories around it in its dump. */
  order: string;
}

/** @returns the stories, oldest first; those of one day by their ids */
export function inOrder<T extends DatedStory>(stories: readonly T[]): T[] {
  return [...stories].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The days by which stories of a dump are ordered: of one without a date, that of the last dated story before it, or
 * else of the first behind it. Empty where no story of the dump has a date.
 * @param dates of the stories of one dump, in its order
 */
export function orderDates(dates: readonly (string | undefined)[]): string[] {
  let last = dates.find((date) => date !== undefined) ?? '';
  return dates.map((date) => {
    last = date ?? last;
    return last;
  });
}

/**
 * Cuts stories into the segments of an index: all that fill a whole number of steps, and the rest. Where stories are
 * added at the end, as a wire does, the first segment stays as it is until the rest fills another step.
 */
export function inSegments<T>(stories: readonly T[]): T[][] {
  const old = Math.floor(stories.length / SEGMENT_STEP) * SEGMENT_STEP;
  return [stories.slice(0, old), stories.slice(old)].filter((segment) => segment.length > 0);
}
