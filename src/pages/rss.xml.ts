// The feed of the whole site.
import type { APIRoute } from 'astro';
import { rssFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = async ({ routePattern }) => {
  const { edition, facts, newestInFull, urls } = sectionAt(routePattern);
  const stories = await newestInFull(edition().stories);
  const feed = rssFeed(stories, { title: facts.title, self: urls.rss(), page: urls.home() }, facts, urls);
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
