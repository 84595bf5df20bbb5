// Builds of tests, by the processes that all their workers share.
import { z } from 'astro/zod';
import { inject } from 'vitest';
import type { Built } from './builds.ts';

const builtSchema = z.object({ code: z.number().nullable(), output: z.string() });

/** Runs `astro build` in a folder. */
export async function buildSite(
  cwd: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Built> {
  const response = await fetch(inject('builds'), {
    method: 'POST',
    body: JSON.stringify({ cwd, args, env }),
  });
  return builtSchema.parse(await response.json());
}
