// Which Node is too old for the package, as package.json has it. Plain JavaScript, which any Node can read.
import { readFileSync } from 'node:fs';

/** @returns what to say of this Node (or the one that is named, as `v18.19.0`); nothing where it will do */
export function nodeTooOld(version = process.version) {
  const { name, engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const least = engines.node.replace('>=', '').replace(/\.0$/, '');
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `${name} needs Node ${least} or newer; this is Node ${version.replace('v', '')}.`;
}
