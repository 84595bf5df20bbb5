// The feed of an author.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { topicFeed, topicFeedPaths } from '../../../components/topics.ts';

export const getStaticPaths = (({ routePattern }) =>
  topicFeedPaths('authors', routePattern)) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = (context) =>
  topicFeed('authors', context);
