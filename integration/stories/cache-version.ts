// The version of everything that is cached: a digest of all that it depends on besides the dumps. In doubt it differs,
// and dumps are read again.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Lock files of the package managers, where the versions of dependencies stand. */
const LOCK_FILES = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * @param options whatever else the cache depends on; must survive JSON
 * @param root folder of the project, whose lock file fixes the dependencies' versions
 * @returns a digest of the options, this package's own code, its dependencies' versions, and Node's
 */
export function cacheVersion(options: unknown, root: string): string {
  const digest = createHash('sha256').update(JSON.stringify([options, process.version]));
  const own = path.dirname(import.meta.dirname);
  for (const name of readdirSync(own, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:ts|js|json)$/u.test(name)) digest.update(name).update(readFileSync(path.join(own, name)));
  }
  for (const name of LOCK_FILES) {
    const file = path.join(root, name);
    if (existsSync(file)) digest.update(name).update(readFileSync(file));
  }
  return digest.digest('hex');
}
