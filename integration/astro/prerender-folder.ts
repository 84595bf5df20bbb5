// Where Astro puts the code that prerenders pages: in the output folder, or near the project where that is elsewhere.
//
// Beyond the interface: the path is Astro's own affair (`getPrerenderOutputDirectory` in
// https://github.com/withastro/astro/blob/main/packages/astro/src/prerender/utils.ts). If it changes, the folder is not
// found: there is no second thread, and every build makes every page.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

export function prerenderFolder({ outDir }: Pick<AstroConfig, 'outDir'>): string {
  const output = fileURLToPath(outDir);
  const parent = output.startsWith(process.cwd()) ? output : path.join(process.cwd(), '.astro');
  return path.join(parent, '.prerender');
}
