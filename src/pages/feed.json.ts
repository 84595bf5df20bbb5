// The feed of the whole site, for readers that prefer JSON.
import type { APIRoute } from 'astro';
import { jsonFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = async ({ routePattern }) => {
  const { archive, config, newestInFull, urls } = sectionAt(routePattern);
  const stories = await newestInFull(archive().stories);
  const feed = jsonFeed(
    stories,
    { title: config.title, self: urls.jsonFeed(), page: urls.home() },
    config,
    urls,
  );
  return new Response(feed, { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
