// Makes once what several files of tests look at: the sites, and the package as it is published.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';
import { packPackage } from './packaged/hosts.ts';
import { buildSites, type Sites, WORK } from './sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders of the built sites, by name. */
    sites: Sites;
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
  await Promise.all([
    asked.has('site') || asked.has('browser') ? provideSites() : undefined,
    asked.has('packaged') ? providePackage() : undefined,
  ]);
  return () => rm(work, { recursive: true, force: true, maxRetries: 5 });

  async function provideSites(): Promise<void> {
    // Processes of a run that ended a moment ago may still write to it.
    await rm(WORK, { recursive: true, force: true, maxRetries: 5 });
    // Unpacks the browser, once: tests that do so at a time would find it half there.
    await chromium.executablePath();
    provide('sites', await buildSites(work));
  }

  async function providePackage(): Promise<void> {
    provide('packed', await packPackage(work));
    provide('hosts', path.join(work, 'hosts'));
  }
}
