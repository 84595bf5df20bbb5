// Run by npm behind an install in this repository: says so where the Node that npm ran on was too old for packages that a
// build needs. npm leaves those out without a word, and the build would only say that a native binding is missing.
import { existsSync } from 'node:fs';
import { nodeTooOld } from '../integration/node-version.js';

if (existsSync(new URL('../node_modules/rolldown', import.meta.url)))
  try {
    await import('rolldown');
  } catch (error) {
    const [, version = process.version] =
      /\bnode\/(v[\d.]+)/.exec(process.env.npm_config_user_agent ?? '') ?? [];
    const tooOld = nodeTooOld(version);
    if (!tooOld) throw error;
    console.error(
      `${tooOld}\nIt has left out packages that a build needs. Install a newer Node, then run npm ci again.`,
    );
    process.exitCode = 1;
  }
