// Says in one sentence where the bundler could not write, and why. Of a disk that is full it says itself that something
// went wrong inside it, asks to be told of it, and shows where in its code.
//
// Vite hands the builder that Astro bundles with to the hook `buildApp`
// (https://vite.dev/guide/api-environment-frameworks).
import path from 'node:path';
import type { ViteUserConfig } from 'astro';
import { explainWriteError } from '../files/writable.ts';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** What the bundler says of a disk, in its own words or in Node's. */
const WORDS: readonly (readonly [code: string, words: RegExp])[] = [
  ['ENOSPC', /\bENOSPC\b|\bos error 28\b/u],
  ['EDQUOT', /\bEDQUOT\b|\bos error 122\b/u],
  ['EROFS', /\bEROFS\b|\bos error 30\b/u],
  ['EACCES', /\bEACCES\b|\bEPERM\b|\bos error (?:1|13)\b/u],
];

/** The Vite plugin for builds. */
export function plainWriteErrors(): VitePlugin {
  return {
    name: 'wirecopy:write-errors',
    buildApp: {
      order: 'pre',
      async handler(builder) {
        const build = builder.build.bind(builder);
        builder.build = async (environment) => {
          try {
            return await build(environment);
          } catch (error) {
            const { root, build: to } = environment.config;
            throw explained(error, path.resolve(root, to.outDir));
          }
        };
      },
    },
  };
}

/** @returns the error; in one sentence, where a disk or a folder is the cause */
function explained(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = WORDS.find(([, words]) => words.test(error.message))?.[0];
  return code ? explainWriteError(Object.assign(new Error(error.message), { code }), folder) : error;
}
