// The feed of a place.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { FEED_SIZE, pageKey, rssFeed, sectionAt } from 'astro-wirecopy/site';

export const getStaticPaths = (({ routePattern }) =>
  [...sectionAt(routePattern).archive().places.values()].map((place) => ({
    params: { place: place.slug },
    props: { place },
    cacheKey: pageKey(place.name, ...place.stories.slice(0, FEED_SIZE)),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { place },
  routePattern,
}) => {
  const { config, newestInFull, urls } = sectionAt(routePattern);
  const stories = await newestInFull(place.stories);
  const head = {
    title: `${config.title}: ${place.name}`,
    self: urls.placeRss(place.slug),
    page: urls.place(place.slug),
  };
  const feed = await rssFeed(stories, head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
