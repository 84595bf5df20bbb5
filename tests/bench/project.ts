// The site that is measured: a project of its own with nothing but the plugin, configured as the repository's site
// is, so that the repository's own build and its cache are left alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PagesMade } from '../../integration/build/render-pool.ts';
import { appendStories, type BenchFormat } from './dump.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PROBE = path.join(import.meta.dirname, 'probe.ts');

const CONFIG = `import { defineConfig } from 'astro/config';
import wirecopy from 'astro-wirecopy';
export default defineConfig({
  site: 'https://wire.example',
  cacheDir: './cache',
  integrations: [wirecopy({ title: 'The Wire', description: 'What is measured.' })],
});
`;
/** The loader, with a watch around it. */
const CONTENT = `import { writeFileSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { dumpLoader } from 'astro-wirecopy/loader';
const loader = dumpLoader({ entries: false, dumps: 'dump.txt' });
const load = async (context) => {
  const started = performance.now();
  await loader.load(context);
  writeFileSync(process.env.BENCH_LOAD, String((performance.now() - started) / 1000));
};
export const collections = { stories: defineCollection({ loader: { ...loader, load } }) };
`;

/** Pages of nothing, which Astro makes itself. */
const EMPTY_PAGES = 2000;
const EMPTY = `---
export const getStaticPaths = () =>
  Array.from({ length: ${EMPTY_PAGES} }, (_, n) => ({ params: { n: String(n) } }));
---
<html lang="en"><head><title>Empty</title></head><body></body></html>
`;

/** What a build leaves in a project. */
const BUILT = ['dist', 'cache', '.astro'];

/** What was measured of a process. */
export interface Run {
  seconds: number;
  /** Most memory that it took, in bytes. */
  peak: number;
  /** Seconds of processor time that it took. */
  processor: number;
  output: string;
}

/** What was measured of a build. */
export interface Build extends Run {
  /** Seconds that loading the dump took. */
  load: number;
  /** Pages that were rendered. */
  pages: number;
  /** Pages a second, from the first page to the last. */
  rate: number;
  /** Processor time a page, in milliseconds. */
  cost: number;
}

/** A project with one dump. */
export class BenchProject {
  readonly folder: string;
  readonly dump: string;

  constructor() {
    // Below the repository's packages, which it finds by going up.
    this.folder = path.join(ROOT, `node_modules/.cache/wirecopy-bench-${process.pid}`);
    this.dump = path.join(this.folder, 'dump.txt');
    this.remove();
    mkdirSync(path.join(this.folder, 'src'), { recursive: true });
    mkdirSync(path.join(this.folder, 'node_modules'));
    symlinkSync(ROOT, path.join(this.folder, 'node_modules/astro-wirecopy'));
    writeFileSync(path.join(this.folder, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(path.join(this.folder, 'astro.config.mjs'), CONFIG);
    writeFileSync(path.join(this.folder, 'src/content.config.ts'), CONTENT);
  }

  /** Forgets everything but the project itself. */
  clear(): void {
    for (const name of ['dump.txt', ...BUILT])
      rmSync(path.join(this.folder, name), { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get dumpSize(): number {
    return statSync(this.dump).size;
  }

  /** @param threads how many render; as many as the plugin takes where left out */
  async build(threads?: number): Promise<Build> {
    rmSync(path.join(this.folder, 'pages'), { force: true });
    const env = threads ? { THREADS: String(threads) } : {};
    const run = await this.#run([path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], 'pipe', env);
    return { ...run, load: this.#told('load'), ...this.#toldPages() };
  }

  /** Builds from nothing. */
  async buildAnew(threads?: number): Promise<Build> {
    for (const name of BUILT) rmSync(path.join(this.folder, name), { recursive: true, force: true });
    return this.build(threads);
  }

  /** @returns milliseconds of processor time that a page of nothing takes, as Astro itself makes and writes it */
  async emptyPageCost(): Promise<number> {
    const without = await this.buildAnew(1);
    const folder = path.join(this.folder, 'src/pages/empty');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, '[n].astro'), EMPTY);
    const { processor } = await this.buildAnew(1);
    rmSync(path.join(this.folder, 'src/pages'), { recursive: true });
    return ((processor - without.processor) * 1000) / EMPTY_PAGES;
  }

  /** Only scans and parses the dump. */
  async parse(dump = this.dump): Promise<Run> {
    const run = await this.#run([path.join(import.meta.dirname, 'parse.ts'), dump]);
    return { ...run, seconds: Number(/"seconds":([\d.]+)/u.exec(run.output)?.[1]) };
  }

  /** @returns megabytes a second at which as many stories are parsed from another format */
  async parseRate(stories: number, format: BenchFormat): Promise<number> {
    const dump = path.join(this.folder, `dump.${format}`);
    appendStories(dump, 0, stories, format);
    const size = statSync(dump).size;
    const { seconds } = await this.parse(dump);
    rmSync(dump);
    return size / 1e6 / seconds;
  }

  /** Checks the dump as a program would have it checked, and reads none of the answer. */
  check(): Promise<Run> {
    return this.#run([path.join(ROOT, 'integration/bin.js'), 'check', '--json', this.dump], 'ignore');
  }

  async #run(
    args: readonly string[],
    stdout: 'pipe' | 'ignore' = 'pipe',
    env: Record<string, string> = {},
  ): Promise<Run> {
    const { DUMPS: _, SITE_URL: __, BASE_PATH: ___, SHARD: ____, THREADS: _____, ...inherited } = process.env;
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', PROBE, ...args], {
      cwd: this.folder,
      env: {
        ...inherited,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        BENCH_PEAK: path.join(this.folder, 'peak'),
        BENCH_PROCESSOR: path.join(this.folder, 'processor'),
        BENCH_LOAD: path.join(this.folder, 'load'),
        BENCH_PAGES: path.join(this.folder, 'pages'),
        ...env,
      },
      stdio: ['ignore', stdout, 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`);
    return { seconds, peak: this.#told('peak'), processor: this.#told('processor'), output };
  }

  /** Of a build that made no page, zeros. */
  #toldPages(): Pick<Build, 'pages' | 'rate' | 'cost'> {
    const file = path.join(this.folder, 'pages');
    if (!existsSync(file)) return { pages: 0, rate: 0, cost: 0 };
    const { pages, seconds, processor }: PagesMade = JSON.parse(readFileSync(file, 'utf8'));
    return { pages, rate: pages / seconds, cost: (processor.user + processor.system) / 1000 / pages };
  }

  #told(name: 'peak' | 'processor' | 'load'): number {
    return Number(readFileSync(path.join(this.folder, name), 'utf8'));
  }
}
