// Makes Astro tell other integrations of every page. Astro passes the pages that it wrote itself to their hook
// `astro:build:done`; an integration such as a sitemap wants those that this package wrote as well.
//
// Beyond the interface: hooks of other integrations are wrapped, as they are found in the final configuration
// (https://github.com/withastro/astro/blob/main/packages/astro/src/integrations/hooks.ts, `runHookBuildDone`). An
// integration without that hook is left alone. If Astro read hooks from elsewhere, other integrations would see the pages
// that Astro wrote, and no error.
import type { AstroIntegration } from 'astro';

/** @param pathnames of the pages to add, asked for when the build is done */
export function reportPages(
  integrations: readonly AstroIntegration[],
  pathnames: () => Iterable<string>,
): void {
  for (const { hooks } of integrations) {
    const done = hooks['astro:build:done'];
    if (!done) continue;
    hooks['astro:build:done'] = (options) => {
      let all: { pathname: string }[] | undefined;
      return done({
        ...options,
        // There may be a hundred thousand, and few integrations ask for them; who does may ask several times.
        get pages() {
          all ??= [...options.pages, ...Array.from(pathnames(), (pathname) => ({ pathname }))];
          return all;
        },
      });
    };
  }
}
