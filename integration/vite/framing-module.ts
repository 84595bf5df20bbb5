// Tells templates whether what differs between pages of one kind is known: where all templates are the package's own as it
// ships them, and pages go out as these make them. A layout of the project's, or a middleware, may do anything with any page.
//
// Beyond the interface: what Astro takes for no middleware (vitePluginMiddleware in
// https://github.com/withastro/astro/blob/main/packages/astro/src/core/middleware/vite-plugin.ts). Where Astro is otherwise,
// nothing is known, and Astro makes all pages.
import { fileURLToPath } from 'node:url';
import type { AstroConfig, ViteUserConfig } from 'astro';
import { areAsShipped } from './shipped-templates.ts';
import { areOurs, type TemplateFiles } from './template-overrides.ts';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const NAME = 'virtual:wirecopy/framing';
const RESOLVED = `\0${NAME}`;
const MIDDLEWARE = 'virtual:astro:middleware';
const NO_MIDDLEWARE = '\0noop-middleware';

/** The Vite plugin behind `virtual:wirecopy/framing`. */
export function framingModule(
  templates: TemplateFiles,
  { srcDir, fetchFile }: Pick<AstroConfig, 'srcDir' | 'fetchFile'>,
): VitePlugin {
  /** What answers requests in Astro's place. */
  const handler = fetchFile === null ? undefined : fileURLToPath(new URL(fetchFile, srcDir));
  return {
    name: 'wirecopy:framing',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const middleware = await this.resolve(MIDDLEWARE);
      const isHandled = handler !== undefined && (await this.resolve(handler)) !== null;
      const isFramed = areOurs(templates) && areAsShipped() && middleware?.id === NO_MIDDLEWARE && !isHandled;
      return `export const isFramed = ${isFramed};\n`;
    },
  };
}
