// How a feed looks in a browser.
import type { APIRoute } from 'astro';
import style from '../styles/feed.css?raw';

export const GET: APIRoute = () =>
  new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8' } });
