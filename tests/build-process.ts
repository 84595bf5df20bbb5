// Runs `astro build` as often as its parent asks, in one process: to load and compile Astro takes most of the time of a
// small site's build. Where Astro would end its process, since a build failed, this one stays for the next.
import { registerHooks } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { cli } from '../node_modules/astro/dist/cli/index.js';
import type { BuildOrder } from './builds.ts';

let orders = 0;
/** The code that Astro wanted to exit with. */
let code: unknown;
const { exit } = process;
Reflect.set(process, 'exit', (wanted: unknown) => {
  code = wanted;
});

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
  code = 0;
  process.chdir(cwd);
  // Astro says in the environment what it found out of a build.
  process.env = { ...env };
  await cli([process.execPath, 'astro', 'build', ...args]);
  // Astro waits no longer than that to say why, and may say it twice.
  if (code !== 0) await setTimeout(500);
  for (const stream of [process.stdout, process.stderr]) stream.write(`${end}${code}\n`);
});

// Whoever asked is gone.
process.on('disconnect', () => exit.call(process));
