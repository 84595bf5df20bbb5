// A segment of a dump to its stories, in whichever thread.
import { type ReadSegment, readSegment, type Segment } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { packEvents, type SegmentEvent, type TextForm } from './packed-stories.ts';
import type { StoryReader } from './story-reader.ts';

/**
 * @param texts what is wanted of stories' texts
 * @param decides whether no story's language is left open
 */
export function readStorySegment(
  reader: StoryReader,
  file: DumpFile,
  segment: Segment,
  texts: TextForm,
  decides: boolean,
): Promise<ReadSegment<SegmentEvent>> {
  return readSegment(segment, reader.optionsOf(file), async (found) =>
    packEvents(await reader.eventsOf(file, found, decides), texts),
  );
}
