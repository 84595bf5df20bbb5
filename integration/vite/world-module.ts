// The module with the map of the world. Drawing it takes half a second, and it is the same at every build: it is kept in
// the cache, and what draws it is only loaded where it is not there.
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';
import { cacheVersion } from '../stories/cache-version.ts';

const cacheSchema = z.object({ version: z.string(), module: z.string() });

/** @returns JavaScript that exports `codes`, codes of countries by name, and `world`, the map */
export async function worldModule({
  root,
  cacheDir,
}: Pick<AstroConfig, 'root' | 'cacheDir'>): Promise<string> {
  const file = fileURLToPath(new URL('wirecopy/world-map.json', cacheDir));
  const version = cacheVersion('world map', fileURLToPath(root));
  const cached = readCacheFile(file, cacheSchema);
  if (cached?.version === version) return cached.module;
  const { countryCodes, drawWorld } = await import('../pages/world-map.ts');
  const module =
    `export const codes = ${JSON.stringify(countryCodes())};\n` +
    `export const world = ${JSON.stringify(drawWorld())};\n`;
  await writeCacheFile(file, { version, module });
  return module;
}
