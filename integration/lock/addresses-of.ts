// Which addresses dumps get, without a build: what `wirecopy lock` does with the dumps that it is given.
import { resolveDumps } from '../check/named-dumps.ts';
import type { ReadingOptions } from '../config/loader-options.ts';
import { openDump } from '../files/dump-text.ts';
import { AddressLock } from '../stories/address-lock.ts';
import { encodingsOf } from '../stories/encoding-finder.ts';
import { FormatFinder } from '../stories/format-finder.ts';
import { type Assignment, IdAssigner } from '../stories/id-assigner.ts';
import type { LockedAddress } from '../stories/lock-lines.ts';
import { type ParsedStory, StoryReader } from '../stories/story-reader.ts';

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
  const files = await resolveDumps(names, process.cwd());
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const reader = new StoryReader(reading);
  const formats = new FormatFinder(reading);
  const encodings = encodingsOf(reading);
  const ids = new IdAssigner<ParsedStory>(lock);
  const found: LockedAddress[] = [];
  const take = ({ story }: Assignment<ParsedStory>) => {
    if (story) found.push({ id: story.id, words: story.words });
  };
  for (const file of files) {
    const text = await openDump(file, { encoding: encodings.find(file.name) });
    for await (const batch of reader.read(file, text, await formats.find(file.name, text))) {
      const stories = batch.flatMap((event) => (event.kind === 'story' ? event.story : []));
      for (const each of stories) take(ids.assign(each, file.name, undefined));
      onTick();
    }
  }
  for (const assignment of ids.assignPending()) take(assignment);
  if (found.length === 0) throw new Error(`No story was found in ${names.join(', ')}; nothing is locked.`);
  return AddressLock.of(found);
}
