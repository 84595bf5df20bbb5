// The feed of the whole site, for readers that prefer JSON.
import type { APIRoute } from 'astro';
import { jsonFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = async ({ routePattern }) => {
  const { edition, facts, newestInFull, urls } = sectionAt(routePattern);
  const stories = await newestInFull(edition().stories);
  const feed = jsonFeed(
    stories,
    { title: facts.title, self: urls.jsonFeed(), page: urls.home() },
    facts,
    urls,
  );
  return new Response(feed, { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
