// Everything may be read; the sitemaps say what there is.
import type { APIRoute } from 'astro';
import { edition, publishedOn, urls } from 'astro-wirecopy/site';

export const GET: APIRoute = () => {
  const hasNews = edition().stories.some(({ data }) => publishedOn(data));
  const sitemaps = [urls.sitemap(), ...(hasNews ? [urls.newsSitemap()] : [])];
  const lines = sitemaps.map((path) => `Sitemap: ${urls.absolute(path)}\n`).join('');
  return new Response(`User-agent: *\nAllow: /\n\n${lines}`);
};
