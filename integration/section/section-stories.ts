// The stories of a section: its story index, opened when it is first asked for and, in `astro dev`, again after each load.
import type { ProjectFolders } from '../config/section-config.ts';
import type { Block } from '../dump/types.ts';
import { createArchive, type StoryArchive } from '../pages/story-archive.ts';
import { readLoadMessages } from '../stories/load-messages.ts';
import { readBodyFrom } from '../stories/read-body.ts';
import { LatestStoryIndex, type OpenStoryIndex, type StoryEntry } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';

interface OpenSection extends OpenStoryIndex {
  archive: StoryArchive;
}

/** @param isDev whether dumps may change between two pages */
export function createSectionStories({ root, storyIndex }: ProjectFolders, isDev: boolean) {
  const latest = new LatestStoryIndex(storyIndex);
  let opened: OpenSection | undefined;
  const open = (): OpenSection => {
    if (opened && !isDev) return opened;
    const current = openLatest(latest, storyIndex, isDev);
    if (opened?.index !== current.index)
      opened = {
        ...current,
        archive: createArchive(current.index.summaries, (id) => current.index.positionOf(id)),
      };
    return opened;
  };

  return {
    /** The index as it is now. */
    index: () => open().index,

    /** Its stories in order, as lists show them. */
    archive: (): StoryArchive => open().archive,

    /** All that is known of a story but its text. */
    openStory: (summary: StorySummary): StoryEntry => open().index.story(summary),

    /**
     * A story's text, from its dump.
     * @throws Error where the dump is gone, or changed since it was read
     */
    bodyOf: (entry: StoryEntry): Block[] => readBodyFrom(open().ranges, entry, { root }),

    /** What the dump of a story is called, without its folder and its ending. */
    dumpName({ location: [dump] }: StorySummary): string {
      const name = open().index.dumps[dump]?.name ?? '';
      return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
    },

    /** Retracted stories: they have a page, and are in no list. */
    retracted: (): readonly StorySummary[] => open().index.retracted,

    /** Stories with a note about a correction, and retracted ones: the newest first, those of no day last. */
    corrections(): StorySummary[] {
      const { index, archive } = open();
      const dayOf = ({ corrected }: StorySummary) => corrected?.correction?.date ?? '';
      return [...archive.corrected, ...index.retracted].sort((a, b) =>
        dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0,
      );
    },

    /** Ids under which stories were published before, each with its story. */
    formerIds(): { id: string; summary: StorySummary }[] {
      const { summaries, retracted } = open().index;
      return [...summaries, ...retracted].flatMap((summary) =>
        (summary.corrected?.formerIds ?? []).map((id) => ({ id, summary })),
      );
    },
  };
}

/** @throws Error where there is no story index; in `astro dev`, with the reason why stories could not be loaded */
function openLatest(latest: LatestStoryIndex, folder: string, isDev: boolean): OpenStoryIndex {
  try {
    return latest.open();
  } catch (cause) {
    const [message] = isDev ? readLoadMessages(folder).listed : [];
    throw message ? new Error(message.text, { cause }) : cause;
  }
}
