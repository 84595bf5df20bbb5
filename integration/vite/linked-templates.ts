// Templates that share no folder with the project, as where the package is linked (`npm link`, pnpm's global store):
// Astro takes the path of such a template for one below the project, and then misses the scripts and styles in it
// (normalizeFilename in https://github.com/withastro/astro/blob/main/packages/astro/src/vite-plugin-utils/index.ts).
// A path of Vite's own kind, `/@fs/…`, it takes as it stands.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, ViteUserConfig } from 'astro';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** What Vite puts before the path of a file outside of the project. */
const ANYWHERE = '/@fs';
/** A script or a style that stands in a template. */
const PART = /\.astro\?astro&type=/u;

/** The Vite plugin that lets the package's templates be found where they are; none where Astro finds them. */
export function linkedTemplates({ root }: Pick<AstroConfig, 'root'>): VitePlugin {
  const templates = realpathSync(fileURLToPath(new URL('../../src', import.meta.url)));
  if (topFolder(templates) === topFolder(realpathSync(fileURLToPath(root)))) return undefined;
  return {
    name: 'wirecopy:linked',
    enforce: 'pre',
    resolveId(id, importer) {
      if (PART.test(id) && id.startsWith(`${templates}/`)) return ANYWHERE + id;
      // What such a script imports stands beside its template.
      if (importer && PART.test(importer) && importer.startsWith(`${ANYWHERE}${templates}/`))
        return this.resolve(id, importer.slice(ANYWHERE.length), { skipSelf: true });
      return undefined;
    },
  };
}

function topFolder(path: string): string | undefined {
  return path.split(/[\\/]/u).find(Boolean)?.toLowerCase();
}
