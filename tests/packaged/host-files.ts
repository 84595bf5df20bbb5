// What a cell of the matrix is, and the files that most of them have.
import type { Section } from './section.ts';

/** One project. */
export interface Cell {
  name: string;
  /** Who installs the packages. Default: npm. */
  manager?: 'npm' | 'pnpm' | 'yarn';
  /** Version of Astro. Default: the latest. */
  astro?: string;
  /** Packages besides Astro and this one. */
  packages?: readonly string[];
  files: Readonly<Record<string, string>>;
  /** Command that builds it. */
  build?: string;
  /** What may be warned of, as it has nothing to do with this package. */
  warns?: RegExp;
  /** Folder that a host serves. Default: `dist`. */
  dist?: string;
  /** Address that the folder stands for. Default: `https://host.internal/` */
  site?: string;
  /** Path of the section below it. Default: `news/` */
  path?: string;
  /** Says what is wrong beyond what every section is looked at for. */
  check?(folder: string, section: Section): Promise<string[]>;
}

/** What a project's configuration has besides. */
interface Config {
  imports?: string;
  /** Astro's options, as they stand in the file. */
  options?: string;
  /** Integrations besides this one. */
  integrations?: string;
  /** Options of this one. */
  section?: string;
}

export function files({
  imports = '',
  options = '',
  integrations = '',
  section = "base: '/news'",
}: Config = {}) {
  return {
    'astro.config.mjs': `
import { defineConfig } from 'astro/config';
import wirecopy from 'astro-wirecopy';
${imports}
export default defineConfig({
  site: 'https://host.internal',
  integrations: [${integrations} wirecopy({ title: 'The Wire', ${section} })],
  ${options}
});
`,
    'src/content.config.ts': `
import { defineCollection } from 'astro:content';
import { dumpLoader } from 'astro-wirecopy/loader';
export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: 'dumps/**/*.txt' }) }) };
`,
  };
}

/** A page of the site itself. */
export const page = (text: string, head = '') =>
  `<html lang="en"><head><meta charset="utf-8" /><title>Host</title>${head}</head><body><h1>${text}</h1></body></html>`;
