// The feed of an agency.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { topicFeed, topicFeedPaths } from '../../../components/topics.ts';

export const getStaticPaths = (({ routePattern }) =>
  topicFeedPaths('agencies', routePattern)) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = (context) =>
  topicFeed('agencies', context);
