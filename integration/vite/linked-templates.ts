// Templates that share no folder with the project, as where the package is linked (`npm link`, pnpm's global store):
// Astro takes the path of such a template for one below the project, and then misses the scripts and styles in it
// (normalizeFilename in https://github.com/withastro/astro/blob/main/packages/astro/src/vite-plugin-utils/index.ts).
// A path of Vite's own kind, `/@fs/…`, it takes as it stands.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, ViteUserConfig } from 'astro';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** What Vite puts before the path of a file outside of the project. */
const ANYWHERE = '/@fs/';
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
      if (PART.test(id) && isTemplate(id, templates)) return anywhereId(id);
      // What such a script imports stands beside its template.
      const from = importer && PART.test(importer) ? fileOfId(importer) : undefined;
      if (from !== undefined && isTemplate(from, templates))
        return this.resolve(id, from, { skipSelf: true });
      return undefined;
    },
  };
}

/**
 * Whether an id of Vite, which has forward slashes on every system, is of a file in a folder.
 * @param templates the folder, as this system writes it
 */
export function isTemplate(id: string, templates: string): boolean {
  return comparable(id).startsWith(`${comparable(templates)}/`);
}

/** @returns an id of Vite for a file anywhere: `/@fs/home/…`, `/@fs/C:/…` */
export function anywhereId(id: string): string {
  return ANYWHERE + id.replace(/^\/+/u, '');
}

/** @returns the file that such an id is of, as other ids have it; nothing for other ids */
export function fileOfId(id: string): string | undefined {
  if (!id.startsWith(ANYWHERE)) return undefined;
  const file = id.slice(ANYWHERE.length);
  return /^[a-z]:/iu.test(file) ? file : `/${file}`;
}

/** Windows writes backslashes, and the letter of a drive in either case. */
function comparable(file: string): string {
  return file.replaceAll('\\', '/').replace(/^[a-z]:/iu, (drive) => drive.toLowerCase());
}

function topFolder(path: string): string | undefined {
  return path.split(/[\\/]/u).find(Boolean)?.toLowerCase();
}
