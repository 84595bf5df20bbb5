// Makes `astro dev` reload browsers after every load. Astro does so when its store has changed since it was written
// last, half a second after a load; a page may have shown meanwhile what the next change took back.
//
// Beyond the interface: Astro documents `meta` as the loader's own, and says nothing of reloading when it changes
// (https://github.com/withastro/astro/blob/main/packages/astro/src/content/mutable-data-store.ts, `metaStore` marks
// the store as changed). Without that, browsers show the change half a second later.
import type { LoaderContext } from 'astro/loaders';

const LOADS = 'loads';

export function reloadBrowsers({ meta }: Pick<LoaderContext, 'meta'>): void {
  meta.set(LOADS, `${Number(meta.get(LOADS) ?? 0) + 1}`);
}
