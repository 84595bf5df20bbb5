// Components for pages of a project's own, for which the integration need not be there. Those that need it have an
// entry each, as `astro-wirecopy/components/StoryList.astro`.
export { default as StoryBody } from './StoryBody.astro';
