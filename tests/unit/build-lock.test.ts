// One build at a time, folders that can be written to, and merges that were killed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeBuildLock } from '../../integration/build/build-lock.ts';
import { checkWritable, explainWriteError } from '../../integration/files/writable.ts';

const LOCK = path.resolve(import.meta.dirname, '../../integration/build/build-lock.ts');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Takes the lock in a process of its own, and keeps it. */
async function holder() {
  const code = `import { takeBuildLock } from ${JSON.stringify(LOCK)};
    await takeBuildLock(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const killed = () =>
    new Promise((resolve) => {
      child.once('close', resolve);
      child.kill('SIGKILL');
    });
  return { pid: child.pid, killed };
}

describe('the lock of a build', () => {
  test('is refused while another process has it, with who that is; and given once that was killed', async () => {
    const { pid, killed } = await holder();
    await expect(takeBuildLock(folder)).rejects.toThrow(`process ${pid}`);
    await expect(takeBuildLock(folder)).rejects.toThrow(folder);
    await killed();
    const release = await takeBuildLock(folder);
    release();
    const next = await holder();
    await next.killed();
  });

  test('is each folder’s own, and can be given back and taken again', async () => {
    const { killed } = await holder();
    (await takeBuildLock(path.join(folder, 'other')))();
    (await takeBuildLock(path.join(folder, 'other')))();
    await killed();
  });
});

describe('a folder that can’t be written to', () => {
  test('is named, with the reason', async () => {
    await writeFile(path.join(folder, 'file'), '');
    for (const below of ['file', 'file/dist'])
      expect(() => checkWritable('The output folder', path.join(folder, below))).toThrow(
        /^The output folder can’t be written to: .*file.* \(.*file.*\)\.$/u,
      );
    // Whoever may do all may write everywhere.
    if (process.getuid?.() === 0) return;
    await mkdir(path.join(folder, 'closed'));
    await chmod(path.join(folder, 'closed'), 0o500);
    expect(() => checkWritable('The output folder', path.join(folder, 'closed/dist'))).toThrow(
      /no permission/u,
    );
  });

  test('is made where it is not there, and nothing stays in it', () => {
    checkWritable('The output folder', path.join(folder, 'a/b'));
    expect(existsSync(path.join(folder, 'a/b'))).toBe(true);
  });

  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no permission'],
  ])('%s is said in words', (code, words) => {
    const error = explainWriteError(Object.assign(new Error(`${code}: no`), { code }), '/dist/a.html');
    expect(error.message).toContain('/dist/a.html');
    expect(error.message).toContain(words);
  });
});
