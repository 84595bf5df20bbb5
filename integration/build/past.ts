// What the last build wrote: which files, what each page was made of, and how it was left. From it a build knows
// what it may leave in place and what is its own to take away. Anything odd about it, and it counts for nothing.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A page as it was written. */
export interface WrittenPage {
  /** Digest of all that it shows. */
  key: string;
  /** In bytes. */
  size: number;
  /** Time of its last change, in milliseconds since 1970, as the file system has it. */
  mtime: number;
}

export interface Past {
  /** The folder it was written into. */
  folder: string;
  /** Which shard of the site it was, as SHARD names it; empty where it was the whole. */
  shard: string;
  /** Digest of the templates that made the pages. */
  templates: string;
  /** By file, relative to the output folder. */
  pages: Map<string, WrittenPage>;
  /** Everything else that was written, relative to the output folder. */
  others: string[];
}

const HEADER = 'wirecopy pages 2';
const END = 'end';

/** @returns what a build left behind; nothing where there is no such file, or not a whole one */
export function readPast(file: string): Past | undefined {
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [header, folder = '', shard = '', templates = ''] = lines;
  if (header !== HEADER || lines.at(-1) !== END) return undefined;
  const past: Past = { folder, shard, templates, pages: new Map(), others: [] };
  for (const line of lines.slice(4, -1)) {
    const [name = '', key, size, mtime] = line.split('\t');
    if (key === undefined) past.others.push(name);
    else past.pages.set(name, { key, size: Number(size), mtime: Number(mtime) });
  }
  return past;
}

/** Writes it down for the next build; it is there whole or not at all. */
export function writePast(file: string, { folder, shard, templates, pages, others }: Past): void {
  const lines = [HEADER, folder, shard, templates];
  for (const [name, { key, size, mtime }] of pages) lines.push(`${name}\t${key}\t${size}\t${mtime}`);
  for (const name of others) lines.push(name);
  lines.push(END);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, lines.join('\n'));
  renameSync(`${file}.new`, file);
}
