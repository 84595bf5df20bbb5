// Hands templates what they can only import: the sections of the site, the pictures that lie in the project, the map
// of the world, and the other templates, which a project may have replaced.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, ViteUserConfig } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { countryCodes, worldMapJson } from '../pages/world-map.ts';
import { PICTURE_ENDINGS } from '../stories/lost-pictures.ts';
import type { TemplateFiles } from './template-overrides.ts';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const PACKAGE = 'astro-wirecopy';
const PREFIX = 'virtual:wirecopy/';
/** What `content.config.ts` imports. It needs nothing of Vite, which would take a second of each build to load it. */
const NATIVE = [`${PACKAGE}/loader`, `${PACKAGE}/schema`];
/** What Astro's image pipeline reads. */
const PICTURES = `*.{${PICTURE_ENDINGS.join(',')}}`;

/** The Vite plugin behind `virtual:wirecopy/…`. */
export function virtualModules(
  sections: readonly SectionSetup[],
  templates: TemplateFiles,
  hasFonts: boolean,
  config: Pick<AstroConfig, 'root' | 'srcDir' | 'cacheDir' | 'i18n'>,
): VitePlugin {
  const modules: Readonly<Record<string, (isDev: boolean) => string | Promise<string>>> = {
    // Of import.meta.env Astro makes the variable DEV of the machine, where it has one.
    sections: (isDev) =>
      `${exported('default', sections)}${exported('locales', localesOf(config))}export const isDev = ${isDev};\n`,
    pictures: () => picturesModule(config),
    'font-files': () => fontsModule(hasFonts),
    world: async () => `${exported('codes', countryCodes)}export const world = ${await worldMapJson()};\n`,
  };
  const importer = fileURLToPath(new URL('astro.config.mjs', config.root));
  return {
    name: 'wirecopy:virtual',
    // Node can't load the modules that only Vite knows. Astro finds that out by itself where the project's own
    // package.json names this package, and not where, say, the one of its workspace does.
    configEnvironment: (environment) => ({
      resolve: { noExternal: [PACKAGE], ...(environment !== 'client' && { external: NATIVE }) },
    }),
    resolveId(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const template = templates[id.slice(PREFIX.length)];
      // The template itself and not a module around it: Astro finds its styles and scripts by its name.
      return template ? this.resolve(template, importer) : `\0${id}`;
    },
    load(id) {
      const isDev = this.environment.mode === 'dev';
      return id.startsWith(`\0${PREFIX}`) ? modules[id.slice(PREFIX.length + 1)]?.(isDev) : undefined;
    },
  };
}

/** What may stand before a section's path: where a page has no translation, Astro renders it below a locale's. */
function localesOf({ i18n }: Pick<AstroConfig, 'i18n'>): string[] {
  return i18n?.locales.map((locale) => (typeof locale === 'string' ? locale : locale.path)) ?? [];
}

/** The pictures of `photos/` in the project's sources, by path; Vite finds them, and new ones in `astro dev`. */
function picturesModule({ root, srcDir }: Pick<AstroConfig, 'root' | 'srcDir'>): string {
  const folder = path.relative(fileURLToPath(root), fileURLToPath(srcDir)).replaceAll('\\', '/');
  if (folder.startsWith('..')) return exported('default', {});
  const pattern = path.posix.join('/', folder, 'photos', PICTURES);
  return `export default import.meta.glob(${JSON.stringify(pattern)}, { eager: true, import: 'default' });`;
}

/** Fonts of a script, as Vite names their files when the site is built. */
const FONTS = {
  latin: ['source-serif-latin-400', 'source-serif-latin-700'],
  arabic: ['naskh-arabic-400', 'naskh-arabic-700'],
};

function fontsModule(hasFonts: boolean): string {
  if (!hasFonts) return 'export default () => [];\n';
  const folder = fileURLToPath(new URL('../../src/styles/fonts/', import.meta.url));
  const imports = Object.entries(FONTS).flatMap(([script, names]) =>
    names.map((name, at) => `import ${script}${at} from ${JSON.stringify(`${folder}${name}.woff2?url`)};\n`),
  );
  return `${imports.join('')}
const latin = [latin0, latin1];
const arabic = [arabic0, arabic1];
const scripts = new Map();
export default (lang) => {
  if (!scripts.has(lang)) scripts.set(lang, new Intl.Locale(lang).maximize().script);
  const script = scripts.get(lang);
  return script === 'Latn' ? latin : script === 'Arab' ? arabic : [];
};
`;
}

function exported(name: string, value: object): string {
  const json = JSON.stringify(value);
  return name === 'default' ? `export default ${json};\n` : `export const ${name} = ${json};\n`;
}
