// Whether what was kept can still be trusted: a digest of all that it depends on besides the dumps. Errs on the
// side of reading anew.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Lock files of the package managers, where the versions of dependencies stand. */
const LOCK_FILES = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * @param options whatever else what is kept depends on; must survive JSON
 * @param root folder of the project, whose lock file fixes the dependencies' versions
 * @returns a digest of the options, this package's own code, its dependencies' versions, and Node's
 */
export function stampOf(options: unknown, root: string): string {
  const digest = createHash('sha256').update(JSON.stringify([options, process.version]));
  const own = path.dirname(import.meta.dirname);
  for (const name of readdirSync(own, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:ts|js|json)$/u.test(name)) digest.update(name).update(readFileSync(path.join(own, name)));
  }
  for (const name of LOCK_FILES) {
    const file = path.join(root, name);
    digest.update(name).update(readOrNothing(file));
  }
  return digest.digest('hex');
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
