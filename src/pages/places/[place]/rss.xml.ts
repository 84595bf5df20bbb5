// The feed of a place.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { pageKey, placeSlug, rssFeed, sectionAt } from 'astro-wirecopy/site';

export const getStaticPaths = (({ routePattern }) => {
  const { archive, newestForFeed } = sectionAt(routePattern);
  return [...archive().places.values()].map((place) => {
    const stories = newestForFeed(place.stories, ({ data }) =>
      data.places.some((name) => placeSlug(name) === place.slug),
    );
    return {
      params: { place: place.slug },
      props: { place, stories },
      cacheKey: pageKey(place.name, ...stories),
    };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { place, stories },
  routePattern,
}) => {
  const { config, inFull, urls } = sectionAt(routePattern);
  const head = {
    title: `${config.title}: ${place.name}`,
    self: urls.placeRss(place.slug),
    page: urls.place(place.slug),
  };
  const feed = await rssFeed(inFull(stories), head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
