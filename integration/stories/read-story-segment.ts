// A segment of a dump to its stories, in whichever thread.
import { type ReadSegment, readSegment, type Segment } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { packEvents, type SegmentEvent, type StoryForm } from './packed-stories.ts';
import type { StoryReader } from './story-reader.ts';
import type { TextStore } from './text-store.ts';

/**
 * @param form what is wanted of stories
 * @param texts where their texts are put
 * @param decides whether no story's language is left open
 */
export function readStorySegment(
  reader: StoryReader,
  file: DumpFile,
  segment: Segment,
  form: StoryForm,
  texts: TextStore,
  decides: boolean,
): Promise<ReadSegment<SegmentEvent>> {
  return readSegment(segment, reader.optionsOf(file), async (found) =>
    packEvents(await reader.eventsOf(file, found, decides), form, texts),
  );
}
