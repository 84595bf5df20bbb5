// Which sitemaps of the last build a build leaves in place: all, where they would be written again as they are. To write
// those of a hundred thousand pages takes seconds.
import { hash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';
import { readSitemaps, type SitemapTexts } from './update-sitemaps.ts';

const fileSchema = z.object({
  /** Relative to the output folder. */
  name: z.string(),
  /** Of what it holds: a build gives files that hold what they held the time that they had. */
  digest: z.string(),
});
type SitemapFile = z.infer<typeof fileSchema>;

const memorySchema = z.object({
  /** The output folder, absolute. */
  output: z.string(),
  /** Equal for equal stories and options, and behind a space, equal for equal pages. */
  inputs: z.string(),
  files: z.array(fileSchema),
});

/** The sitemaps in one output folder. */
export class KeptSitemaps {
  readonly #memory: string;
  readonly #output: string;
  readonly #inputs: string | undefined;
  #files: readonly SitemapFile[];

  /**
   * @param memory file of the cache, in which one build tells the next what it wrote
   * @param output the output folder, absolute
   */
  constructor(memory: string, output: string) {
    this.#memory = memory;
    this.#output = output;
    const former = readCacheFile(memory, memorySchema);
    const isHere = former?.output === output;
    this.#inputs = isHere ? former.inputs : undefined;
    this.#files = isHere ? former.files : [];
  }

  /** Those that the last build wrote, relative to the output folder. */
  get files(): readonly string[] {
    return this.#files.map(({ name }) => name);
  }

  /** Whether they are there as they were written, and would be written again from these inputs. */
  areCurrent(inputs: string): boolean {
    return this.#inputs === inputs && this.#areAsWritten();
  }

  /** Whether they may be current, so far as the pages of the site do not decide. @param site what `inputs` begin with */
  arePerhapsCurrent(site: string): boolean {
    return this.#inputs?.startsWith(`${site} `) === true;
  }

  /** What they say; nothing where they are not there as they were written. */
  texts(): SitemapTexts | undefined {
    return this.#areAsWritten() ? readSitemaps(this.#output) : undefined;
  }

  /** Deletes them. */
  forget(): void {
    rmSync(this.#memory, { force: true });
    for (const name of this.files) rmSync(path.join(this.#output, name), { force: true });
    this.#files = [];
  }

  /**
   * Tells the next build of those that were written.
   * @param names relative to the output folder
   */
  remember(inputs: string, names: readonly string[]): void {
    const files = names.flatMap((name) => this.#fileOf(name) ?? []);
    writeCacheFile(this.#memory, { output: this.#output, inputs, files });
  }

  #areAsWritten(): boolean {
    const isAsWritten = ({ name, digest }: SitemapFile) => this.#fileOf(name)?.digest === digest;
    return this.#files.length > 0 && this.#files.every(isAsWritten);
  }

  #fileOf(name: string): SitemapFile | undefined {
    const file = path.join(this.#output, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    return { name, digest: hash('sha256', readFileSync(file)) };
  }
}
