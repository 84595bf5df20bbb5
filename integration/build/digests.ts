// The digests of Astro's Content-Security-Policy, made on the spot. Astro has one made of each style of each page by
// crypto.subtle, which hands every one to another thread; Node's own function takes a microsecond. Where Astro's code
// is not as this file knows it, it stays as it is.
import type { ViteUserConfig } from 'astro';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const MODULE = /\/astro\/dist\/core\/encryption\.js$/u;
const ELSEWHERE = 'await crypto.subtle.digest(algorithm, encoder.encode(data))';
const ON_THE_SPOT = "digestOnTheSpot(algorithm, data, 'buffer')";

/** The Vite plugin that puts the one in place of the other, in the code that renders pages. */
export function promptDigests(): VitePlugin {
  return {
    name: 'wirecopy:digests',
    apply: 'build',
    transform: {
      filter: { id: MODULE, code: ELSEWHERE },
      handler: (code) => ({
        code: `import { hash as digestOnTheSpot } from 'node:crypto';\n${code.replace(ELSEWHERE, ON_THE_SPOT)}`,
        map: null,
      }),
    },
  };
}
