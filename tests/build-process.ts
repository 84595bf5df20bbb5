// Runs `astro build` as often as its parent asks, in one process: to load and compile Astro takes most of the time of a
// small site's build. One that fails ends the process, as Astro's own does.
import { registerHooks } from 'node:module';
import { cli } from '../node_modules/astro/dist/cli/index.js';
import type { BuildOrder } from './builds.ts';

let orders = 0;

// What a build reads anew: configurations, which look at the environment, and the code that Astro bundled to make the
// pages with, which may be the same and has seen other stories.
registerHooks({
  resolve(specifier, context, resolveNext) {
    const found = resolveNext(specifier, context);
    const isOfBuild = found.url.endsWith('.config.mjs') || found.url.includes('/.prerender/');
    return isOfBuild ? { ...found, url: `${found.url}?build=${orders}` } : found;
  },
});

process.on('message', async ({ cwd, args, env, end }: BuildOrder) => {
  orders += 1;
  process.chdir(cwd);
  // Astro says in the environment what it found out of a build.
  process.env = { ...env };
  await cli([process.execPath, 'astro', 'build', ...args]);
  process.stdout.write(end);
  process.stderr.write(end);
});

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
