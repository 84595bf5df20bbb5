// The card of a story, for link previews.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { drawStoryCard, edition, pageKey, pictureOf, storyCard } from 'astro-wirecopy/site';

export const getStaticPaths = (() =>
  edition()
    .stories.filter((listing) => storyCard(listing) && !pictureOf(listing.id))
    .map((listing) => ({
      params: { id: listing.id },
      props: { listing },
      cacheKey: pageKey(listing),
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { listing } }) =>
  new Response(await drawStoryCard(listing), { headers: { 'content-type': 'image/png' } });
