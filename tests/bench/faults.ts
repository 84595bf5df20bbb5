// Does to builds what machines do, and counts what came out wrong: builds that are killed at random moments, and caches
// of which a byte is another or the end is missing. After each, one more build has to give what one from nothing gives.
//
//   npm run faults               40 kills, 200 damaged caches
//   npm run faults -- 4 10 7     so many, at other moments and bytes
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { storyText } from '../dumps.ts';
import { copyProject } from '../sites.ts';
import { treeOf } from '../trees.ts';
import { numbersFrom } from './dump.ts';
import { givenNumbers } from './given-numbers.ts';

const [kills = 40, damages = 200, seed = 1] = givenNumbers('npm run faults -- [kills] [damages] [seed]');
const next = numbersFrom(seed);
/** The same in every run from one seed. */
const random = (below: number) => Math.floor(next() * below);
const ROOT = path.resolve(import.meta.dirname, '../..');
const PROJECT = mkdtempSync(path.join(tmpdir(), 'wirecopy-faults-'));
await copyProject(PROJECT);
writeFileSync(
  path.join(PROJECT, 'faults.config.mjs'),
  "import config from './astro.config.mjs';\nexport default { ...config, cacheDir: process.env.CACHE_DIR };\n",
);
mkdirSync(path.join(PROJECT, 'dumps'));

/** So many stories, some of which tell which version of the dump it is. */
function writeDump(stories: number, version: number): void {
  const all = Array.from({ length: stories }, (_, at) =>
    storyText(
      `Ferry ${at} of Norway Keeps Its Lamp`,
      [`Ferry ${at} was seen on Monday.`, at % 50 === 0 ? `It is tide ${version}.` : 'It came and went.'],
      `Ferry ${at} at its pier, May ${1 + (at % 28)}, 2025. (AFP)`,
    ),
  );
  writeFileSync(path.join(PROJECT, 'dumps/wire.txt'), all.join('\n\n\n\n'));
}

/** @returns the exit code and what it said; no code where it was killed */
function build(name: string, killAfter?: number): Promise<{ code: number | null; said: string }> {
  const args = ['build', '--config', 'faults.config.mjs', '--outDir', name];
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), ...args], {
    cwd: PROJECT,
    env: {
      ...process.env,
      CACHE_DIR: `${name}-cache`,
      DUMPS: 'dumps/*.txt',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  if (killAfter !== undefined) wait(killAfter, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

const tree = (name: string) => JSON.stringify(treeOf(path.join(PROJECT, name)));

async function treeFromNothing(): Promise<string> {
  for (const name of ['cold', 'cold-cache'])
    rmSync(path.join(PROJECT, name), { recursive: true, force: true });
  const { code, said } = await build('cold');
  if (code !== 0) throw new Error(said);
  return tree('cold');
}

const wrong = { failed: 0, differs: 0 };
/** Milliseconds that the last build took which was not killed. */
let took = 0;
async function check(expected: string, what: string): Promise<void> {
  const started = performance.now();
  const { code, said } = await build('dist');
  took = performance.now() - started;
  if (code !== 0) {
    wrong.failed++;
    console.error(`${what}: the next build failed\n${said}`);
  } else if (tree('dist') !== expected) {
    wrong.differs++;
    console.error(`${what}: the next build differs from one from nothing`);
  }
}

try {
  const expectedOf: string[] = [];
  for (const version of kills > 0 ? [1, 0] : []) {
    writeDump(3000, version);
    expectedOf[version] = await treeFromNothing();
  }
  if (kills > 0) await check(expectedOf[0] ?? '', 'the first build');
  let killed = 0;
  for (let kill = 1; kill <= kills; kill++) {
    writeDump(3000, kill % 2);
    // Spread over all of a build, whose time is that of the last one that was let be.
    const after = 300 + random(took);
    if ((await build('dist', after)).code === null) killed++;
    await check(expectedOf[kill % 2] ?? '', `kill ${kill}, after ${after} ms`);
    console.log(`${kill} of ${kills} builds, ${killed} of them killed before they were done`);
  }
  writeDump(60, 0);
  const expected = await treeFromNothing();
  await build('dist');
  cpSync(path.join(PROJECT, 'dist-cache'), path.join(PROJECT, 'whole-cache'), { recursive: true });
  const files = readdirSync(path.join(PROJECT, 'whole-cache/wirecopy'), {
    recursive: true,
    encoding: 'utf8',
  }).filter((name) => statSync(path.join(PROJECT, 'whole-cache/wirecopy', name)).isFile());
  for (let damage = 1; damage <= damages; damage++) {
    rmSync(path.join(PROJECT, 'dist-cache'), { recursive: true });
    cpSync(path.join(PROJECT, 'whole-cache'), path.join(PROJECT, 'dist-cache'), { recursive: true });
    const name = files[damage % files.length] ?? '';
    const file = path.join(PROJECT, 'dist-cache/wirecopy', name);
    const bytes = readFileSync(file);
    const at = random(bytes.length);
    if (damage % 3 === 0) writeFileSync(file, bytes.subarray(0, at));
    else if (bytes.length > 0) {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (damage % 8));
      writeFileSync(file, bytes);
    }
    await check(expected, `${name}, byte ${at}`);
  }
} finally {
  rmSync(PROJECT, { recursive: true, force: true });
}
console.log(
  `${kills} kills, ${damages} damaged caches: ${wrong.failed} builds failed, ${wrong.differs} differ (seed ${seed}).`,
);
process.exitCode = wrong.failed + wrong.differs > 0 ? 1 : 0;
