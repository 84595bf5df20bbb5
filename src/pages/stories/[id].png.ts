// The OG image of a story, for link previews.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { pageKey, sectionAt } from 'astro-wirecopy/site';

export const getStaticPaths = (({ routePattern }) => {
  const { archive, pictureOf, storyImage } = sectionAt(routePattern);
  return archive()
    .stories.filter((summary) => storyImage(summary) && !pictureOf(summary.id))
    .map((summary) => ({
      params: { id: summary.id },
      props: { summary },
      cacheKey: pageKey(summary),
    }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { summary },
  routePattern,
}) =>
  new Response(await sectionAt(routePattern).drawStoryImage(summary), {
    headers: { 'content-type': 'image/png' },
  });
