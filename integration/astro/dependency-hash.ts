// Whether the code that renders pages changed: templates, configuration and dependencies, all of which are bundled. The
// hash covers the code that Astro built, without what differs from build to build (names of chunks, a secret, the order
// of modules, the command that started the build) and from machine to machine (folders).
//
// Beyond the interface: nothing says which parts of a bundle are stable; the patterns below were found by comparing
// builds (https://github.com/withastro/astro/blob/main/packages/astro/src/core/build/plugins/plugin-manifest.ts writes
// the manifest with the key and the entry modules). Where a pattern no longer matches, the hash differs at every build and
// every page is made: slower, and right.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeFile } from './rendering-code.ts';

/** `_CX2xTXw_.mjs`, `.R04oaCXI.mjs`: the digest that the bundler puts into a chunk's name. */
const CHUNK_NAME = /[._][\w-]{8}\.mjs/gu;
/** The key of server islands, made by every build. */
const SECRET = /"key":"[^"]*"/gu;
/** `}, { _: "/usr/bin/npm" })`: variables that Astro puts into code that reads the whole environment, as far as it names them. */
const VARIABLES = /(?<=\},\s*)\{\s*(?:\w+:\s*"(?:[^"\\]|\\.)*"(?:,\s*)?)*\s*\}(?=\s*\))/gu;
const VARIABLE = /(\w+):\s*("(?:[^"\\]|\\.)*")/gu;
/** The command that a shell ran. Other programs that start a build set no such variable. */
const COMMAND = '_';
/** The file of every module, in the order in which the bundler finished them; chunks count by themselves. */
const MODULES = /"entryModules":\{([^}]*)\}/gu;
/** Names of the files beside the pages, those of other pages as well. */
const ASSETS = /"assets":\[[^\]]*\]/gu;

/**
 * @param files the code that renders pages
 * @param machineFolders folders of this machine, whose names the code may hold
 */
export function dependencyHash(files: readonly CodeFile[], machineFolders: readonly URL[]): string {
  const names = machineFolders.flatMap(spellings).sort((a, b) => b.length - a.length);
  const digests = files.map(({ file, code }) => {
    const name = path.basename(file).replace(CHUNK_NAME, '');
    return createHash('sha256').update(name).update(stableCode(code, names)).digest('hex');
  });
  return createHash('sha256').update(digests.sort().join()).digest('hex');
}

function stableCode(code: string, names: readonly string[]): string {
  let stable = code
    .replace(CHUNK_NAME, '.mjs')
    .replace(SECRET, '')
    .replace(VARIABLES, stableVariables)
    .replace(ASSETS, '')
    .replace(MODULES, (_, modules: string) => stableModules(modules));
  for (const name of names) stable = stable.replaceAll(name, '');
  return stable;
}

/** The bundler puts few into one line, and more into several. */
function stableVariables(variables: string): string {
  const entries = Array.from(variables.matchAll(VARIABLE), ([, name = '', value = '']) => [name, value]);
  return JSON.stringify(entries.filter(([name]) => name !== COMMAND));
}

/** Scripts of pages stand in them by their names; which module is in which chunk does not. */
function stableModules(modules: string): string {
  return modules
    .split(',')
    .filter((module) => !module.endsWith('.mjs"'))
    .sort()
    .join();
}

/** A folder as it may stand in code: as a URL, as a path, and as a path in a string. */
function spellings(folder: URL): string[] {
  const name = fileURLToPath(folder).replace(/[\\/]+$/u, '');
  const all = [folder.href.replace(/\/+$/u, ''), name, JSON.stringify(name).slice(1, -1)];
  return all.filter((each) => each !== '' && each !== 'file:');
}
