// Makes `astro dev` ask pages for their paths again once dumps are loaded. Astro keeps what `getStaticPaths()` gave until it
// has written its store, half a second after a load; a page would be made of a story as it was before, and where its text
// is now.
//
// Beyond the interface: this is what Astro itself sends then (`invalidateDataStore` in
// https://github.com/withastro/astro/blob/main/packages/astro/src/content/vite-plugin-content-virtual-mod.ts). If it listens
// no longer, a page that is asked for in that half second may show an error once.
import type { AstroIntegration } from 'astro';

type ServerSetup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type Server = Parameters<ServerSetup>[0]['server'];

/** Where Astro makes pages. */
const ENVIRONMENTS = ['ssr', 'prerender'];

export function forgetPaths({ environments }: Pick<Server, 'environments'>): void {
  for (const name of ENVIRONMENTS) environments[name]?.hot.send('astro:content-changed', {});
}
