// The feed of the whole site, for readers that prefer JSON.
import type { APIRoute } from 'astro';
import { jsonFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = ({ routePattern }) => {
  const { archive, config, inFull, newestForFeed, urls } = sectionAt(routePattern);
  const stories = inFull(newestForFeed(archive().stories, () => true));
  const head = { title: config.title, self: urls.jsonFeed(), page: urls.home() };
  const feed = jsonFeed(stories, head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
