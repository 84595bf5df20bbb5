// The OG image of the site, for link previews of its front page and of every page that has none of its own.
import type { APIRoute, GetStaticPaths } from 'astro';
import { sectionAt } from 'astro-wirecopy/site';

// Made of configuration alone, which is part of every key.
export const getStaticPaths = (({ routePattern }) =>
  sectionAt(routePattern).siteImage
    ? [{ params: { og: 'og' }, cacheKey: 'og' }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ routePattern }) =>
  new Response(await sectionAt(routePattern).drawSiteImage(), { headers: { 'content-type': 'image/png' } });
