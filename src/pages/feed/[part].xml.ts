// A part of the archive of the site's feed (RFC 5005): older stories. It stays as it is, whatever is published
// besides, since a reader that has it never asks for it again.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { atomFeed, pageKey, sectionAt } from 'astro-wirecopy/site';

export const getStaticPaths = (({ routePattern }) =>
  sectionAt(routePattern)
    .feedArchive()
    .map((part) => ({
      params: { part: part.name },
      props: { part },
      cacheKey: pageKey(part.name, part.previous, ...part.stories),
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { part },
  routePattern,
}) => {
  const { archivedInFull, config, urls } = sectionAt(routePattern);
  const head = {
    title: config.title,
    self: part.path,
    page: urls.home(),
    previous: part.previous,
    current: urls.atom(),
  };
  const feed = atomFeed(archivedInFull(part.stories), head, config, urls);
  return new Response(feed, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
