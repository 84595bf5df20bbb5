// A segment of a dump to its stories, in whichever thread.
import { type ReadSegment, readSegment, type Segment } from '../dump/index.ts';
import type { DumpFile } from '../files/find-dumps.ts';
import { packEvents, type SegmentEvent, type StoryForm } from './packed-stories.ts';
import type { StoryReader } from './story-reader.ts';
import type { TextStore } from './text-store.ts';

/** What becomes of the stories. */
interface StoryPacking {
  /** What is wanted of them. */
  form: StoryForm;
  /** Where their texts are put. */
  texts: TextStore;
  /** Whether no story's language is left open. */
  decides: boolean;
}

export function readStorySegment(
  reader: StoryReader,
  file: DumpFile,
  segment: Segment,
  { form, texts, decides }: StoryPacking,
): Promise<ReadSegment<SegmentEvent>> {
  return readSegment(segment, reader.optionsOf(file), async (found) =>
    packEvents(await reader.eventsOf(file, found, decides), form, texts),
  );
}
