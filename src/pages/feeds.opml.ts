// All feeds of the section in one file, which readers of feeds take in at once.
import type { APIRoute } from 'astro';
import { opml, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = ({ routePattern }) => {
  const { config, feeds, urls } = sectionAt(routePattern);
  return new Response(opml(feeds(), config, urls), {
    headers: { 'content-type': 'text/x-opml; charset=utf-8' },
  });
};
