// The card of a story, for link previews.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { pageKey, sectionAt } from 'astro-wirecopy/site';

export const getStaticPaths = (({ routePattern }) => {
  const { edition, pictureOf, storyCard } = sectionAt(routePattern);
  return edition()
    .stories.filter((listing) => storyCard(listing) && !pictureOf(listing.id))
    .map((listing) => ({
      params: { id: listing.id },
      props: { listing },
      cacheKey: pageKey(listing),
    }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { listing },
  routePattern,
}) =>
  new Response(await sectionAt(routePattern).drawStoryCard(listing), {
    headers: { 'content-type': 'image/png' },
  });
