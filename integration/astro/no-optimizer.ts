// Keeps a build from preparing packages for a browser. To read content, Astro's build starts a server of Vite's, and that
// bundles the developer's toolbar anew wherever there is no cache of it, as on a machine that builds from nothing, for files
// that nobody asks for.
//
// Beyond the interface: Vite leaves its optimizer out where nothing is to be included and nothing to be found
// (https://github.com/vitejs/vite/blob/main/packages/vite/src/node/optimizer/index.ts, `isDepOptimizationDisabled`). If
// that changes, it bundles them as ever.
import type { ViteUserConfig } from 'astro';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** The Vite plugin for builds. */
export function noOptimizer(): VitePlugin {
  return {
    name: 'wirecopy:no-optimizer',
    // Without `apply`: in a build, Astro takes plugins that apply to servers out, from the server that it starts itself too.
    configResolved({ command, environments }) {
      if (command !== 'serve') return;
      for (const { optimizeDeps } of Object.values(environments)) {
        optimizeDeps.noDiscovery = true;
        optimizeDeps.include = [];
      }
    },
  };
}
