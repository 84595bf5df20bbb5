// Whether templates changed: a digest of the code that Astro built to render pages. Left out are its names, its secret
// and the order of its modules, which differ from build to build, the command that started the build, and the folders
// it was built in, which differ from machine to machine.
// Configuration and dependencies are in it, for they are bundled.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `_CX2xTXw_.mjs`, `.R04oaCXI.mjs`: the digest that the bundler puts into a chunk's name. */
const CHUNK_NAME = /[._][\w-]{8}\.mjs/gu;
/** The key of server islands, made anew by every build. */
const SECRET = /"key":"[^"]*"/gu;
/** The command that a shell ran, which Astro takes into code that asks for the whole environment. */
const COMMAND = /(?<=[{,]\s*)_:\s*"(?:[^"\\]|\\.)*",?/gu;
/** Where every module went, in the order in which the bundler happened to finish them. */
const MODULES = /"entryModules":\{([^}]*)\}/gu;

/**
 * @param folder that the code for prerendering was built into
 * @param places folders of this machine
 */
export function templatesDigest(folder: string, places: readonly URL[]): string {
  const written = places.flatMap(waysToWrite).sort((a, b) => b.length - a.length);
  const digests = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.mjs'))
    .map((file) => {
      const code = readFileSync(path.join(file.parentPath, file.name), 'utf8');
      let lasting = code
        .replace(CHUNK_NAME, '.mjs')
        .replace(SECRET, '')
        .replace(COMMAND, '')
        .replace(MODULES, (_, modules: string) => modules.split(',').sort().join());
      for (const place of written) lasting = lasting.replaceAll(place, '');
      return createHash('sha256').update(file.name.replace(CHUNK_NAME, '')).update(lasting).digest('hex');
    });
  return createHash('sha256').update(digests.sort().join()).digest('hex');
}

/** A folder as it may stand in code: as an address, as a path, and as a path in a string. */
function waysToWrite(folder: URL): string[] {
  const name = fileURLToPath(folder).replace(/[\\/]+$/u, '');
  const ways = [folder.href.replace(/\/+$/u, ''), name, JSON.stringify(name).slice(1, -1)];
  return ways.filter((way) => way !== '' && way !== 'file:');
}
