// Makes the tarball that a user would get from the registry, once, for the tests of this folder.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { packPackage } from './hosts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as it is published: the tarball, and the folder it was packed from. */
    packed: { tarball: string; folder: string };
    /** Where hosts are written: outside of the project, so that nothing of it is found by accident. */
    hosts: string;
  }
}

/** @returns what takes away again what the tests made */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const work = await mkdtemp(path.join(tmpdir(), 'wirecopy-packed-'));
  project.provide('packed', await packPackage(work));
  project.provide('hosts', path.join(work, 'hosts'));
  return () => rm(work, { recursive: true, force: true });
}
