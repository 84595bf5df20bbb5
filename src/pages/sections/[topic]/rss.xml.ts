// The feed of a newspaper section.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { topicFeed, topicFeedPaths } from '../../../components/topics.ts';

export const getStaticPaths = (({ routePattern }) =>
  topicFeedPaths('sections', routePattern)) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = (context) =>
  topicFeed('sections', context);
