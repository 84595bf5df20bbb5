// The feed of the whole site.
import type { APIRoute } from 'astro';
import { rssFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = async ({ routePattern }) => {
  const { archive, config, newestInFull, urls } = sectionAt(routePattern);
  const stories = await newestInFull(archive().stories);
  const feed = await rssFeed(
    stories,
    { title: config.title, self: urls.rss(), page: urls.home() },
    config,
    urls,
  );
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
