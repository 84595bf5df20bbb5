// Everything may be read; the sitemaps say what there is.
import type { APIRoute } from 'astro';
import { publishedOn, sectionAt, sections } from 'astro-wirecopy/site';

export const GET: APIRoute = ({ routePattern }) => {
  const { urls } = sectionAt(routePattern);
  const news = sections()
    .filter(({ edition }) => edition().stories.some(({ data }) => publishedOn(data)))
    .map((section) => section.urls.newsSitemap());
  const lines = [urls.sitemap(), ...news].map((path) => `Sitemap: ${urls.absolute(path)}\n`).join('');
  return new Response(`User-agent: *\nAllow: /\n\n${lines}`);
};
