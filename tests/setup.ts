// Makes once what several files of tests look at: the sites, and the package as it is published. The processes that
// built the sites stay, and build those of the tests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';
import { BuildPool } from './build-pool.ts';
import { packPackage } from './packaged/hosts.ts';
import { buildSites, type Sites, WORK } from './sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders of the built sites, by name. */
    sites: Sites;
    /** Where builds can be asked for. */
    builds: string;
    /** The package as it is published: the tarball, and the folder it was packed from. */
    packed: { tarball: string; folder: string };
    /** Where hosts are written: outside of the project, so that nothing of it is found by accident. */
    hosts: string;
  }
}

/** @returns what takes away again what the tests made */
export default async function setup({ vitest, provide }: TestProject): Promise<() => Promise<void>> {
  // Each build is a process of its own, which compiles the same modules.
  process.env.NODE_COMPILE_CACHE = path.join(WORK, 'compiled');
  const asked = new Set(vitest.projects.map(({ name }) => name));
  const work = await mkdtemp(path.join(tmpdir(), 'wirecopy-'));
  // A build leaves a core idle for much of its time.
  const builds = new BuildPool(2);
  await Promise.all([
    asked.has('site') || asked.has('browser') ? provideSites() : undefined,
    asked.has('packaged') ? providePackage() : undefined,
  ]);
  return async () => {
    builds.close();
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  };

  async function provideSites(): Promise<void> {
    // Processes of a run that ended a moment ago may still write to it.
    await rm(WORK, { recursive: true, force: true, maxRetries: 5 });
    // Unpacks the browser, once: tests that do so at a time would find it half there.
    await chromium.executablePath();
    provide('sites', await buildSites(work, builds));
    provide('builds', await builds.listen());
  }

  async function providePackage(): Promise<void> {
    provide('packed', await packPackage(work));
    provide('hosts', path.join(work, 'hosts'));
  }
}
