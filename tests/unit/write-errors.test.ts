// What a build says where the bundler finds the disk full.
import { createBuilder } from 'vite';
import { expect, test } from 'vitest';
import { plainWriteErrors } from '../../integration/astro/write-errors.ts';

const NATIVE =
  'Something went wrong inside.\nFailed to write file in dist/_astro/a.js\nNo space left on device (os error 28)';

/** What the build of an environment ends with, where the bundler ends with an error. */
async function ends(message: string): Promise<unknown> {
  const builder = await createBuilder({
    configFile: false,
    root: '/nowhere',
    logLevel: 'silent',
    build: { outDir: 'dist' },
    plugins: [plainWriteErrors()],
    builder: {
      buildApp: async ({ build, environments: { client } }) => {
        if (client) await build(client);
      },
    },
  });
  builder.build = () => Promise.reject(new Error(message));
  return builder.buildApp().catch((error: unknown) => error);
}

test.each([
  ['by the bundler itself', NATIVE, 'the disk is full'],
  ['by Node', "ENOSPC: no space left on device, copyfile 'a' -> 'b'", 'the disk is full'],
  ['to be read-only', 'Read-only file system (os error 30)', 'its file system is read-only'],
])(
  'a disk that is found full, or read-only, %s is one sentence with the folder and the reason',
  async (_, message, why) => {
    const error = await ends(message);
    expect(error).toMatchObject({ message: `/nowhere/dist can’t be written: ${why}.` });
    expect(String(error instanceof Error && error.stack).split('\n')).toHaveLength(1);
  },
);

test('any other error stands as it is', async () => {
  expect(await ends('There is no lamp.')).toMatchObject({ message: 'There is no lamp.' });
});
