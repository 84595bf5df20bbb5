// What each component is given, ours or the one that a project has put in its place.
import type { ImageMetadata } from 'astro';
import type { Block } from '../dump/types.ts';
import type { Translations } from '../i18n/translations.ts';
import type { StoryEntry } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import type { ListPage } from './pagination.ts';

/** Language and direction of words of the interface, where what they stand in has others. */
export type LangAttrs = { lang?: string; dir?: 'ltr' | 'rtl' };

/** Props of each component, by its name: `type Props = ComponentProps['StoryList']`. */
export interface ComponentProps {
  /** The way through a list that is cut into pages. */
  ListPages: {
    page: ListPage<StorySummary>;
    /** Address of a page of the list by its number, of the list itself without one. */
    address: (number?: number) => string;
    /** Which end of the list new stories come to. */
    newest: 'first' | 'last';
  };
  /** What an editor tells readers of a story. */
  Notice: {
    title: string;
    text: string;
    /** Of the title, where it is not that of the text. */
    langAttrs: LangAttrs;
  };
  /** Captions, and the picture of a story that has one. */
  Photos: {
    photos: StoryEntry['data']['photos'];
    /** The project's own pictures of the story, in the order of its captions. */
    pictures: readonly ImageMetadata[];
    translations: Translations;
    langAttrs: LangAttrs;
  };
  /** The text of a story. */
  StoryBody: {
    /** As `readBody()` gives them. */
    blocks: readonly Block[];
  };
  /** The date of a story, but in a list of stories. */
  StoryDate: {
    story: StorySummary['data'];
    translations: Translations;
  };
  /** A list of stories by headline and date. */
  StoryList: {
    entries: readonly StorySummary[];
    /** Set in columns where there is room. Default: false. */
    columns?: boolean;
    /** Show each story's date. Default: true. */
    dates?: boolean;
    /** Show where each story plays, and how it opens. Default: false. */
    openings?: boolean;
    /** Base of the section that the stories are of, on a page that is of none: `/news`. */
    section?: string;
  };
  /** A story on the front page. */
  Teaser: {
    entry: StorySummary;
    /** Whether it is the first story of all, and large. Default: false. */
    lead?: boolean;
    /** Base of the section that the story is of, on a page that is of none: `/news`. */
    section?: string;
  };
  /** Where in the section a page stands. */
  Trail: {
    /** From the top down; the page itself is left out. */
    trail: readonly { name: string; path: string }[];
  };
}

/** A component, as a page imports it. */
export type Component<Name extends keyof ComponentProps> = (props: ComponentProps[Name]) => unknown;
