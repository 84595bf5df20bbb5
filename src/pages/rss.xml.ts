// The feed of the whole site.
import type { APIRoute } from 'astro';
import { edition, facts, newestInFull, rssFeed, urls } from 'astro-wirecopy/site';

export const GET: APIRoute = async () => {
  const stories = await newestInFull(edition().stories);
  const feed = rssFeed(stories, { title: facts.title, self: urls.rss(), page: urls.front() }, facts, urls);
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
