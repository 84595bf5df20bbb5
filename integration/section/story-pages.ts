// The pages of a section's stories: where they are, what each is made of, and what of it a build puts into a frame that
// Astro has made.
import type { FramedPages } from '../astro/page-frames.ts';
import type { LinkPreview } from '../pages/layout-props.ts';
import { contentHtml } from '../pages/page-content.ts';
import type { StoryArchive } from '../pages/story-archive.ts';
import { type StoryPage, type StoryPageContext, type StoryPictures, storyPage } from '../pages/story-page.ts';
import { StoryPaths, type StoryProps } from '../pages/story-paths.ts';
import type { Frame } from './frame.ts';

/** What they are made with. */
interface StoryPagesContext extends StoryPageContext {
  frame: Frame;
  archive(): StoryArchive;
  /** Whether Astro makes a picture for a story's page. */
  hasPicture(id: string): boolean;
  /** The image beside links to pages that have none of their own. */
  siteImage: LinkPreview | undefined;
}

export function createStoryPages(context: StoryPagesContext) {
  const { archive, config, frame, hasPicture, siteImage, storyImage, urls } = context;
  /** The paths of the pages of its stories. */
  const storyPaths = () =>
    new StoryPaths(archive(), {
      pages: config.pages,
      newestWithImage: config.ogImages?.newest ?? 0,
      hasPicture,
      imageOf: (summary) => storyImage(summary)?.url,
    });
  return {
    storyPaths,

    /** What the page of a story is made of. */
    storyPage: (props: StoryProps, pictures: StoryPictures): StoryPage => storyPage(props, pictures, context),

    /** The same for a build, where all components are the package's. */
    framedStories(): FramedPages {
      const paths = storyPaths();
      return {
        partsOf(id) {
          const path = hasPicture(id) ? undefined : paths.find(id);
          if (!path) return undefined;
          const { frame: facts, head, content } = storyPage(path.props, { pictures: [] }, context);
          const { title, description, contentLang, preview = siteImage } = facts;
          const canonical = urls.absolute(facts.path);
          return {
            frame: contentLang,
            parts: [
              [frame.headElements({ title, description, canonical, preview }), head],
              contentHtml(content, context),
            ],
          };
        },
      };
    },
  };
}
