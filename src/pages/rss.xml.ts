// The feed of the whole site.
import type { APIRoute } from 'astro';
import { rssFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = async ({ routePattern }) => {
  const { archive, config, feedArchive, inFull, newestForFeed, urls } = sectionAt(routePattern);
  const stories = inFull(newestForFeed(archive().stories, () => true));
  const previous = feedArchive().at(-1)?.path;
  const head = { title: config.title, self: urls.rss(), page: urls.home(), previous };
  const feed = await rssFeed(stories, head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
