// Shards to a site: makes sure that they are all there, whole, and of one build, before it writes anything, and puts
// the site in its place only once every file of it is there.
import { existsSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Inventory, RECORD, readRecord, type ShardRecord } from '../build/record.ts';
import { shardName } from '../build/shard.ts';
import { Copier, filesIn, OddFile, sizeOf } from './folder.ts';

/** Why shards do not make a site, a sentence each. */
export class NoSite extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

export interface MergeOptions {
  /** Folder of the site. */
  out: string;
  /** Whether to replace what is in that folder. */
  force: boolean;
  /** Told of every file that was copied; `total` is how many there are in all. */
  onFile?: (total: number) => void;
}

/** What was merged. */
export interface Merged {
  files: number;
  bytes: number;
}

/** A folder that says it is a shard. */
interface Claim extends ShardRecord {
  /** As the user named it. */
  name: string;
}

/**
 * Unites the folders of all shards into the site that one build would have written.
 * @throws NoSite where they do not make one
 * @throws Error where the folder for the site is taken, or something can't be read or written
 */
export function mergeShards(folders: readonly string[], options: MergeOptions): Merged {
  const out = path.resolve(options.out);
  checkOut(out, folders, options.force);
  const claims = readClaims(folders);
  const disagreements = [...reasonsAgainst(claims)];
  const reasons = disagreements.length > 0 ? disagreements : claims.flatMap(damage);
  if (reasons.length > 0) throw new NoSite(reasons);

  const total = claims.reduce((sum, { contents }) => sum + contents.files, 0);
  const bytes = claims.reduce((sum, { contents }) => sum + contents.bytes, 0);
  // Beside the folder it is to become, so that renaming does: a merge that is stopped leaves no half of a site.
  const draft = mkdtempSync(`${out}.merging-`);
  try {
    copyAll(claims, draft, () => options.onFile?.(total));
    rmSync(out, { recursive: true, force: true });
    renameSync(draft, out);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return { files: total, bytes };
}

function checkOut(out: string, folders: readonly string[], force: boolean): void {
  const parent = path.dirname(out);
  if (!existsSync(parent)) throw new Error(`There is no folder ${parent} for the site to be put into.`);
  if (isWithin(process.cwd(), out)) {
    throw new Error(`${out} is where the command runs, or above it: name a folder of the site's own.`);
  }
  for (const folder of folders.filter((each) => existsSync(each))) {
    if (isWithin(folder, out) || isWithin(out, folder))
      throw new Error(`The site can't be put into ${out}: the shard ${folder} is there.`);
  }
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Error(`${out} is a file, and the site is a folder.`);
  if (readdirSync(out).length > 0 && !force)
    throw new Error(`${out} is not empty. With --force, the site takes the place of what is there.`);
}

/** Whether a path is a folder's, or below it; links are looked through. */
function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(real(outer), real(inner));
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}

function real(name: string): string {
  return existsSync(name)
    ? realpathSync(name)
    : path.join(realpathSync(path.dirname(name)), path.basename(name));
}

function readClaims(folders: readonly string[]): Claim[] {
  const claims: Claim[] = [];
  const reasons: string[] = [];
  for (const name of folders) {
    if (!statSync(name, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`There is no folder ${name}.`);
    const record = readRecord(name);
    if (record) claims.push({ ...record, name });
    else {
      reasons.push(
        `${name} is no shard of this version's, or not a finished one: SHARD=1/4 npm run build leaves a ` +
          `${RECORD} in each.`,
      );
    }
  }
  if (reasons.length > 0) throw new NoSite(reasons);
  return claims;
}

/** What the records alone tell against them. */
function* reasonsAgainst(claims: readonly Claim[]): Generator<string> {
  const [first, ...others] = claims;
  if (!first) return;
  const { count } = first.shard;
  for (const { name, shard, inputs, templates } of others) {
    if (shard.count !== count)
      yield `${first.name} is one of ${count} shards, ${name} is one of ${shard.count}.`;
    else if (inputs !== first.inputs)
      yield `${first.name} and ${name} were built from different dumps, or with different versions or options.`;
    else if (templates !== first.templates)
      yield `${first.name} and ${name} were built with different templates or configurations.`;
  }
  const names = new Map<number, string>();
  for (const { name, shard } of claims.filter((claim) => claim.shard.count === count)) {
    const twin = names.get(shard.index);
    if (twin !== undefined) yield `${twin} and ${name} are both shard ${shardName(shard)}.`;
    names.set(shard.index, name);
  }
  const missing = ranges(count, (index) => !names.has(index));
  if (missing.length > 0) yield `Of ${count} shards, these are missing: ${missing.join(', ')}.`;
}

/** The numbers up to `count` that something holds for, as `2` or `5–9`. */
function ranges(count: number, holds: (index: number) => boolean): string[] {
  const found: string[] = [];
  for (let index = 1; index <= count; index++) {
    if (!holds(index)) continue;
    const start = index;
    while (index < count && holds(index + 1)) index++;
    found.push(start === index ? `${index}` : `${start}–${index}`);
  }
  return found;
}

/** Whether a folder still holds what its build left: nothing less, nothing more, nothing of another size. */
function damage({ name, contents }: Claim): string[] {
  const inventory = new Inventory();
  try {
    for (const file of filesIn(name)) if (file !== RECORD) inventory.add(file, sizeOf(name, file));
  } catch (error) {
    if (!(error instanceof OddFile)) throw error;
    return [`${name} was changed since it was built: ${error.message}.`];
  }
  const found = inventory.finish();
  if (found.digest === contents.digest) return [];
  const say = ({ files, bytes }: Merged) => `${files} files of ${bytes} bytes`;
  return [`${name} was changed since it was built: it had ${say(contents)}, and has ${say(found)}.`];
}

function copyAll(claims: readonly Claim[], to: string, onFile: () => void): void {
  const copier = new Copier(to);
  for (const { name } of claims) {
    for (const file of filesIn(name)) {
      if (file === RECORD) continue;
      if (!copier.copy(name, file)) throw new NoSite([`${name} has ${file}, which is in another shard too.`]);
      onFile();
    }
  }
}
