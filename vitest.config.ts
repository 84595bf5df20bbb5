// Four kinds of tests: unit (pure functions), site (what a build publishes), browser (what a reader gets), packaged
// (what a stranger's project makes of the published package). The sites that the second and third look at are built
// once, by the global setup; the package that the last one looks at likewise.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'tests/setup.ts',
    // Site and browser tests wait for processes most of the time: Vitest's own choice leaves a core idle.
    maxWorkers: '100%',
    projects: [
      // They share no state, and a third of their time went into loading the same modules for every file.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000, isolate: false } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'packaged',
          include: ['tests/packaged/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
