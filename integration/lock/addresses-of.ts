// Which addresses dumps get, without a build: what `wirecopy lock` does with the dumps that it is given.
import { resolveFiles } from '../check/check-dump.ts';
import type { ReadingOptions } from '../config/loader-options.ts';
import { openDump } from '../files/dump-text.ts';
import { AddressLock, type LockedAddress } from '../stories/address-lock.ts';
import { encodingsOf } from '../stories/encoding-finder.ts';
import { FormatFinder } from '../stories/format-finder.ts';
import { IdAssigner } from '../stories/id-assigner.ts';
import { StoryReader } from '../stories/story-reader.ts';

/**
 * @param names of dumps, relative to the working directory; read in the order in which a build reads them
 * @param lock addresses that are locked already
 * @throws Error where a dump is not there or holds no story
 */
export async function addressesOf(
  names: readonly string[],
  lock: AddressLock,
  reading: ReadingOptions,
  onTick: () => void,
): Promise<AddressLock> {
  const files = await resolveFiles(names, process.cwd());
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const reader = new StoryReader(reading);
  const formats = new FormatFinder(reading);
  const encodings = encodingsOf(reading);
  const ids = new IdAssigner(lock);
  const found: LockedAddress[] = [];
  for (const file of files) {
    const text = await openDump(file, { encoding: encodings.find(file.name) });
    for await (const batch of reader.read(file, text, await formats.find(file.name, text))) {
      for (const event of batch) {
        if (event.kind !== 'story') continue;
        const { story } = ids.assign(event.story, file.name, undefined);
        if (story) found.push({ id: story.id, words: story.words });
      }
      onTick();
    }
  }
  for (const { story } of ids.assignPending()) if (story) found.push({ id: story.id, words: story.words });
  if (found.length === 0) throw new Error(`No story was found in ${names.join(', ')}; nothing is locked.`);
  return AddressLock.of(found);
}
