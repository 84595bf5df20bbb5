// The digests of Astro's Content-Security-Policy, made at once. Astro has one made of each style of each page by
// crypto.subtle, which hands every one to another thread and waits for it: a seventh of the time that a page takes. Node's
// own function takes a microsecond, and the styles of all pages of a template are the same few.
//
// Beyond the interface: one expression in the code that is bundled is replaced
// (https://github.com/withastro/astro/blob/main/packages/astro/src/core/encryption.ts, `generateCspDigest`). Where Astro's
// code is otherwise, it stays as it is: slower, and the same digests.
import type { ViteUserConfig } from 'astro';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const MODULE = /\/astro\/dist\/core\/encryption\.js$/u;
const ELSEWHERE = 'await crypto.subtle.digest(algorithm, encoder.encode(data))';
const AT_ONCE = 'digestAtOnce(algorithm, data)';
const FUNCTION = `import { hash as makeDigest } from 'node:crypto';
const digests = new Map();
function digestAtOnce(algorithm, data) {
  const key = algorithm + data;
  const known = digests.get(key);
  if (known) return known;
  const digest = makeDigest(algorithm, data, 'buffer');
  // Scripts may be of one page each.
  if (digests.size < 100) digests.set(key, digest);
  return digest;
}
`;

/** The Vite plugin that puts the one in place of the other, in the code that renders pages. */
export function cspDigests(): VitePlugin {
  return {
    name: 'wirecopy:csp-digests',
    apply: 'build',
    transform: {
      filter: { id: MODULE, code: ELSEWHERE },
      handler: (code) => ({
        code: FUNCTION + code.replace(ELSEWHERE, AT_ONCE),
        map: null,
      }),
    },
  };
}
