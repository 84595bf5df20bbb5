// The heap of a build: what V8 took before, it gives back, and takes no more than a share of it until the build is done.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '../builds.ts';

/** Prints the size of the young generation before, after, while much is made, and when the heap is let go of. */
const SCRIPT = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { setImmediate } from 'node:timers/promises';
  import { holdHeap } from './integration/build/build-heap.ts';
  const size = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 1e6;
  const use = async () => {
    let kept = [];
    for (let turn = 0; turn < 600; turn++) {
      kept = [...kept.slice(-40), Array.from({ length: 3000 }, (_, at) => ({ at, turn }))];
      await setImmediate();
    }
    return size();
  };
  const before = await use();
  const heap = holdHeap(Number(process.argv[1]));
  await heap.shrink();
  const after = size();
  const held = await use();
  heap.free();
  console.log(JSON.stringify({ before, after, held, freed: await use() }));
`;

async function sizes(stories: number): Promise<Record<'before' | 'after' | 'held' | 'freed', number>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, String(stories)],
    { cwd: path.resolve(ROOT) },
  );
  return JSON.parse(stdout);
}

test('a large build gives back what its start took of memory, and takes a share of it until it is done', async () => {
  const { before, after, held, freed } = await sizes(3000);
  expect(after).toBeLessThan(4);
  expect(held).toBeGreaterThan(after);
  expect(held).toBeLessThan(18);
  expect(before).toBeGreaterThan(18);
  expect(freed).toBeGreaterThan(18);
});

test('a small build is left alone', async () => {
  const { before, after } = await sizes(2999);
  expect(after).toBe(before);
});
