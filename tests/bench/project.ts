// The site that is measured: a project of its own with nothing but the plugin, configured as the repository's site
// is, so that the repository's own build and its cache are left alone.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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

/** What was measured of a process. */
export interface Run {
  seconds: number;
  /** Most memory that it took, in bytes. */
  peak: number;
  output: string;
}

/** What was measured of a build. */
export interface Build extends Run {
  /** Seconds that loading the dump took. */
  load: number;
  /** Pages that were rendered. */
  pages: number;
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
    for (const name of ['dump.txt', 'dist', 'cache', '.astro'])
      rmSync(path.join(this.folder, name), { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get dumpSize(): number {
    return statSync(this.dump).size;
  }

  async build(): Promise<Build> {
    const run = await this.#run([path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build']);
    const pages = Number(/(\d+) pages made/u.exec(run.output)?.[1]);
    return { ...run, load: this.#told('load'), pages };
  }

  /** Only scans and parses the dump. */
  async parse(): Promise<Run> {
    const run = await this.#run([path.join(import.meta.dirname, 'parse.ts'), this.dump]);
    return { ...run, seconds: Number(/"seconds":([\d.]+)/u.exec(run.output)?.[1]) };
  }

  /** Checks the dump as a program would have it checked, and reads none of the answer. */
  check(): Promise<Run> {
    return this.#run([path.join(ROOT, 'integration/bin.js'), 'check', '--json', this.dump], 'ignore');
  }

  async #run(args: readonly string[], stdout: 'pipe' | 'ignore' = 'pipe'): Promise<Run> {
    const { DUMPS: _, SITE_URL: __, BASE_PATH: ___, SHARD: ____, THREADS: _____, ...inherited } = process.env;
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', PROBE, ...args], {
      cwd: this.folder,
      env: {
        ...inherited,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        BENCH_PEAK: path.join(this.folder, 'peak'),
        BENCH_LOAD: path.join(this.folder, 'load'),
      },
      stdio: ['ignore', stdout, 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`);
    return { seconds, peak: this.#told('peak'), output };
  }

  #told(name: 'peak' | 'load'): number {
    return Number(readFileSync(path.join(this.folder, name), 'utf8'));
  }
}
