// The card of the site, for link previews of its front page and of every page that has none of its own.
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawSiteCard, siteCard } from 'astro-wirecopy/site';

// Made of configuration alone, which is part of every key.
export const getStaticPaths = (() =>
  siteCard ? [{ params: { card: 'card' }, cacheKey: 'card' }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(await drawSiteCard(), { headers: { 'content-type': 'image/png' } });
