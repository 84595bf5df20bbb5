// The feed of corrections and retractions.
import type { APIRoute } from 'astro';
import { correctionsFeed, sectionAt } from 'astro-wirecopy/site';

export const GET: APIRoute = async ({ routePattern }) => {
  const { config, corrections, translations, urls } = sectionAt(routePattern);
  const head = {
    title: `${config.title}: ${translations.strings.corrections}`,
    self: urls.correctionsRss(),
    page: urls.corrections(),
  };
  const feed = await correctionsFeed(corrections(), head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
