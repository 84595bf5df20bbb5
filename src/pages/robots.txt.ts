// Everything may be read; the sitemaps say what there is.
import type { APIRoute } from 'astro';
import { publishedOn, sectionAt, sections } from 'astro-wirecopy/site';

export const GET: APIRoute = ({ routePattern }) => {
  const { urls } = sectionAt(routePattern);
  const listed = sections().filter(({ config }) => config.pages.sitemap);
  const news = listed.filter(({ archive }) => archive().stories.some(({ data }) => publishedOn(data)));
  const sitemaps = [
    ...(listed.length > 0 ? [urls.sitemap()] : []),
    ...news.map((section) => section.urls.newsSitemap()),
  ];
  const lines = sitemaps.map((path) => `Sitemap: ${urls.absolute(path)}\n`).join('');
  return new Response(`User-agent: *\nAllow: /\n${lines && `\n${lines}`}`);
};
