// What a developer sees in `astro dev` besides the pages: the error overlay where a dump or a correction is wrong, and a
// panel in Astro's toolbar that says where the story on the page stands. And search, which a build alone has made.
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { limitHeap } from '../terminal/heap-limit.ts';

/** Lines of text, one of them marked. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="currentColor"><path d="M2 3h16v2H2zm0 4h16v2H2zm0 4h10v2H2zm0 4h13v2H2z"/></svg>';

/** The panel's code, as this file is: TypeScript where it runs from source, JavaScript where it is compiled. */
const PANEL = new URL(`./toolbar-app${path.extname(import.meta.filename)}`, import.meta.url);

/** Vite would bundle each of thirty languages, for the one that is asked for by somebody who searches. */
const STEMMERS = '@orama/stemmers';

/** Does nothing but in `astro dev`. */
export function devTools(sections: readonly SectionSetup[]): AstroIntegration {
  let stop: (() => void) | undefined;
  return {
    name: 'astro-wirecopy:dev',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, addDevToolbarApp }) => {
        if (command !== 'dev') return;
        limitHeap();
        updateConfig({ vite: { optimizeDeps: { exclude: [STEMMERS] } } });
        addDevToolbarApp({ id: 'astro-wirecopy', name: 'Wirecopy', icon: ICON, entrypoint: PANEL });
      },
      'astro:server:setup': async (options) => {
        const { startDevServers } = await import('./dev-servers.ts');
        stop = startDevServers(sections, options);
      },
      'astro:server:done': () => stop?.(),
    },
  };
}
