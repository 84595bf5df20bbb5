// What a page shows, in its order: HTML, and the components that a project may replace; as HTML alone where it has
// replaced none.
import { storyBodyHtml } from '../stories/body-html.ts';
import {
  captionsHtml,
  type ListContext,
  noticeHtml,
  storyDateHtml,
  storyListHtml,
} from './component-html.ts';
import type { ComponentProps } from './component-props.ts';

type ShownName = 'Notice' | 'Photos' | 'StoryBody' | 'StoryDate' | 'StoryList';

/** A component that a page of a story shows, with its props. */
export type ShownComponent = {
  [Name in ShownName]: { name: Name; props: ComponentProps[Name] };
}[ShownName];

/** What a page shows, in its order: HTML, and components. */
export type Content = readonly (string | ShownComponent)[];

/** @returns all that a page shows, as pieces of HTML, where the project has replaced none of the components */
export function contentHtml(content: Content, context: ListContext): string[] {
  return content.map((each) => (typeof each === 'string' ? each : shownHtml(each, context)));
}

function shownHtml(shown: ShownComponent, context: ListContext): string {
  switch (shown.name) {
    case 'Notice':
      return noticeHtml(shown.props);
    case 'Photos':
      return captionsHtml(shown.props);
    case 'StoryBody':
      return storyBodyHtml(shown.props.blocks);
    case 'StoryDate':
      return storyDateHtml(shown.props);
    case 'StoryList':
      return storyListHtml(shown.props, context);
  }
}
