// Runs the real `astro build`, of any project: in a process of its own, or several in one. That a process builds again
// takes a third of the time: Astro is loaded and compiled already.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** What came of a build. */
export interface Built {
  /** Its exit code; nothing where it was killed. */
  code: number | null;
  /** All it said. */
  output: string;
}

/** What a process of builds is asked for. */
export interface BuildOrder {
  cwd: string;
  /** Of `astro build`. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** To be said at the end, on both streams, with the exit code behind it. */
  end: string;
}

/** The environment of a build: that of the tests, without what would make another site of it. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { SITE_URL: _, BASE_PATH: __, DUMPS: ___, ...inherited } = process.env;
  return { ...inherited, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...more };
}

/** Starts `astro build` in a folder, in a process of its own. */
export function startAstroBuild(cwd: string, args: readonly string[], env: Record<string, string>) {
  return spawn(process.execPath, [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', ...args], {
    cwd,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `astro build` in a folder, in a process of its own. */
export function astroBuild(
  cwd: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Built> {
  const child = startAstroBuild(cwd, args, env);
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Stands where nothing else of a build's output stands. */
const END = '\u0000end of the build\u0000';
const ENDED = new RegExp(`${END}(\\d+)\n$`, 'u');

/** Runs `astro build` several times, one after another, in one process. */
export class BuildProcess {
  #child: ChildProcess | undefined;
  /** What the build said, on either stream. */
  #said: string[] = [];
  #finish: (code: number | null) => void = () => {};

  /** Runs `astro build` in a folder. The build before it must have ended. */
  build(cwd: string, args: readonly string[], env: Record<string, string>): Promise<Built> {
    this.#child ??= this.#start();
    this.#child.send({ cwd, args, env: environment(env), end: END } satisfies BuildOrder);
    this.#said = ['', ''];
    return new Promise((resolve) => {
      this.#finish = (code) => {
        resolve({ code, output: this.#said.map((text) => text.replace(ENDED, '')).join('') });
      };
    });
  }

  #start(): ChildProcess {
    const child = fork(path.join(ROOT, 'tests/build-process.ts'), {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const [at, stream] of [child.stdout, child.stderr].entries()) {
      stream?.on('data', (data) => {
        this.#said[at] += String(data);
        const [code] = this.#said.flatMap((text) => ENDED.exec(text)?.[1] ?? []);
        if (code && this.#said.every((text) => ENDED.test(text))) this.#finish(Number(code));
      });
    }
    child.on('close', (code) => {
      this.#child = undefined;
      this.#finish(code);
    });
    // It ends with the process that asked, which waits for builds and not for it.
    child.unref();
    child.channel?.unref();
    return child;
  }

  /** Ends the process. */
  close(): void {
    this.#child?.disconnect();
  }
}
