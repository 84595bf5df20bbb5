// What a host takes at most, and what to say where a site has more.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { HostName } from '../config/options.ts';

interface Limits {
  /** As people know it. */
  name: string;
  /** Files of a site. */
  files?: number;
  /** Bytes of one file. */
  fileBytes?: number;
  /** Bytes of a site. */
  bytes?: number;
  /** What helps. */
  advice: string;
}

/** Hosts that have limits which a large archive reaches. */
const HOST_LIMITS = {
  // https://developers.cloudflare.com/pages/platform/limits/
  cloudflare: {
    name: 'Cloudflare Pages',
    files: 20_000,
    fileBytes: 25 * 2 ** 20,
    advice: 'Paid plans take 100,000 files; R2 and other object stores take any number.',
  },
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
  github: {
    name: 'GitHub Pages',
    fileBytes: 100 * 2 ** 20,
    bytes: 1e9,
    advice: 'Object stores and servers of your own take more.',
  },
} as const satisfies Record<HostName, Limits>;

/** A file of a site. */
export interface SizedFile {
  name: string;
  /** In bytes. */
  size: number;
}

/** Says, once all is written, which limits of a host a site exceeds. */
export function hostLimits(host: HostName): AstroIntegration {
  return {
    name: 'astro-wirecopy:limits',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        for (const text of exceededLimits(host, filesOf(fileURLToPath(dir)))) logger.warn(text);
      },
    },
  };
}

function* filesOf(folder: string): Generator<SizedFile> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    yield { name: path.relative(folder, file), size: statSync(file).size };
  }
}

/** @returns a sentence for each limit that a site exceeds */
export function exceededLimits(host: HostName, files: Iterable<SizedFile>): string[] {
  const limits: Limits = HOST_LIMITS[host];
  let count = 0;
  let bytes = 0;
  let largest: SizedFile | undefined;
  for (const file of files) {
    count++;
    bytes += file.size;
    if (!largest || file.size > largest.size) largest = file;
  }
  const said: string[] = [];
  const say = (text: string) => said.push(`${limits.name} takes ${text} ${limits.advice}`);
  if (limits.files !== undefined && count > limits.files)
    say(`${number(limits.files)} files a site, and this one has ${number(count)}.`);
  if (limits.bytes !== undefined && bytes > limits.bytes)
    say(`sites of ${megabytes(limits.bytes)}, and this one has ${megabytes(bytes)}.`);
  if (limits.fileBytes !== undefined && largest && largest.size > limits.fileBytes)
    say(`files of ${megabytes(limits.fileBytes)}, and ${largest.name} has ${megabytes(largest.size)}.`);
  return said;
}

const number = (value: number) => value.toLocaleString('en');
const megabytes = (bytes: number) => `${number(Math.ceil(bytes / 1e6))} MB`;
