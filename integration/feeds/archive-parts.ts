// Where the archive of a feed is cut into parts (RFC 5005). A reader that has a part never asks for it again: so parts
// stay as they are, whatever comes before, between or behind their stories. Stories decide, and not their number: a part
// ends with the story whose digest is the least of those that may end it, which is the same one wherever counting began.
import { hash } from 'node:crypto';
import type { SectionConfig } from '../config/section-config.ts';
import type { CorrectedStory } from '../stories/correction.ts';

/** A story as far as it matters here. */
interface ArchivedStory {
  id: string;
  corrected?: Pick<CorrectedStory, 'formerIds'> | undefined;
}

/** Some stories of a feed that are no longer in the feed itself. */
export interface ArchivePart<Story> {
  /** The id by which its newest story was published first. */
  name: string;
  /** Newest first. */
  stories: readonly Story[];
}

/** A part has at least this share of the stories that it may have: the less, the sooner two ways of counting meet. */
const LEAST_SHARE = 1 / 3;

/**
 * Cuts the stories of a feed into parts, the oldest first. A part has as many stories as the feed at most. Those that are
 * in none, the newest, are in the feed itself: a newer story never changes a part.
 * @param stories all of the feed, newest first
 */
export function archiveParts<Story extends ArchivedStory>(
  stories: readonly Story[],
  { size, archives }: Pick<SectionConfig['feeds'], 'size' | 'archives'>,
): ArchivePart<Story>[] {
  if (stories.length > archives) return [];
  const least = Math.ceil(size * LEAST_SHARE);
  const parts: ArchivePart<Story>[] = [];
  for (let end = stories.length; end > size; ) {
    const mayBeNewest = stories.slice(end - size, end - least + 1);
    const { at, name } = leastDigest(mayBeNewest);
    const start = end - size + at;
    parts.push({ name, stories: stories.slice(start, end) });
    end = start;
  }
  return parts;
}

function leastDigest(stories: readonly ArchivedStory[]): { at: number; name: string } {
  let least = { at: 0, name: '', digest: '' };
  for (const [at, { id, corrected }] of stories.entries()) {
    const name = corrected?.formerIds?.[0] ?? id;
    const digest = hash('sha256', name);
    if (at === 0 || digest <= least.digest) least = { at, name, digest };
  }
  return least;
}
