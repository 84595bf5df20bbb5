import type { Component } from 'astro-wirecopy/site';

/** The text of a story, block by block: `<StoryBody blocks={await readBody(story)} />`. */
export const StoryBody: Component<'StoryBody'>;
