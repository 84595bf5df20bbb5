// Four kinds of tests: unit (pure functions), site (what a build publishes), browser (what a reader gets), packaged
// (what a stranger's project makes of the published package). The sites that the second and third look at are built
// once, by the global setup; the package that the last one looks at likewise.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** @param timeout of a test or a hook, in milliseconds: on a machine that does other things as well */
function project(name: string, timeout: number) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: timeout,
      hookTimeout: timeout,
      // Files share no state, and a third of their time went into loading the same modules for each.
      isolate: false,
      // Node reads this TypeScript itself: to have Vite transform it took a sixth of the time of unit tests.
      experimental: { viteModuleRunner: false, nodeLoader: false },
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: 'tests/setup.ts',
    // Who waits for a browser's next frame or for a process leaves a core idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      project('unit', 60_000),
      project('site', 120_000),
      project('packaged', 180_000),
      project('browser', 120_000),
    ],
  },
});
