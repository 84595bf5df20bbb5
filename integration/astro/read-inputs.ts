// What templates read when they render, besides what is bundled: files whose paths stand in the code, as in
// `readFileSync('src/data/banner.txt')`, and variables of the environment that it names. What a path is put together of,
// the clock and the network can't be seen from here; `fresh` names files, and `astro build --force` makes everything.
//
// Beyond the interface: Astro leaves `process.env.NAME` in the code that it builds. Where it did not, the value would
// stand in the code itself, and count with it.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CodeFile } from './rendering-code.ts';

/** A path as code has it: with a dot in the name of the file, and nothing that no path of a project has. */
const PATH = /["'`]((?:\.{0,2}\/)?[\w@.~-]+(?:\/[\w@.~ -]+)*\.\w{1,8})["'`]/gu;
const VARIABLE = /\bprocess\.env(?:\.(\w+)|\[\s*["'](\w+)["']\s*\])/gu;
/** Variables of machines and of shells, which no page shows. */
const MACHINE = new Set(['SHARD', 'THREADS', 'HOME', 'PATH', 'PWD', 'TMPDIR', 'USER', '_']);

/**
 * @param code that renders pages
 * @param root folder of the project, which such paths are relative to
 * @returns a digest of what it reads
 */
export function readInputs(code: readonly CodeFile[], root: string): string {
  const files = new Set<string>();
  const variables = new Set<string>();
  for (const { code: text } of code) {
    for (const [, name = ''] of text.matchAll(PATH)) files.add(path.resolve(root, name));
    for (const [, dotted, quoted] of text.matchAll(VARIABLE)) variables.add(dotted ?? quoted ?? '');
  }
  const digest = createHash('sha256');
  for (const name of [...variables].filter((each) => !MACHINE.has(each)).sort())
    digest.update(JSON.stringify([name, process.env[name] ?? null]));
  digest.update(filesDigest([...files].sort(), root));
  return digest.digest('hex');
}

/** @returns a digest of files, by their names and what they hold; one that is not there counts as empty */
export function filesDigest(files: readonly string[], root: string): string {
  const digest = createHash('sha256');
  for (const file of files) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const name = path.relative(root, file).split(path.sep).join('/');
    digest.update(JSON.stringify([name, createHash('sha256').update(readFileSync(file)).digest('hex')]));
  }
  return digest.digest('hex');
}
