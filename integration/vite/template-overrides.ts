// What a project puts in place of the package's templates: a layout around every page, and components by their names.
// A missing file is an error when the configuration loads, not when a page asks for it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { componentNames, type ResolvedOptions } from '../config/options.ts';
import { TEMPLATES } from './shipped-templates.ts';

/** Files of templates, or packages' names for them, by the name under which templates import them. */
export type TemplateFiles = Readonly<Record<string, string>>;

/** How a layout takes what belongs into a page's head. */
const HEAD_SLOT = /<slot\b[^>]*\bname=["'{`\s]*head\b|\bslots\.render\(\s*["'`]head\b/u;
/** How it takes the page. */
const BODY_SLOT = /<slot\b(?![^>]*\bname=)|\bslots\.render\(\s*["'`]default\b/u;

/**
 * Finds the templates of a site: the package's own, and what the project has in their place.
 * @throws Error where a file is not there, or two sections do not agree: pages of all sections are made of the same
 */
export function resolveTemplates(
  sections: readonly ResolvedOptions[],
  { root }: Pick<AstroConfig, 'root'>,
): TemplateFiles {
  const layout = agreed(
    'layout',
    sections.map((section) => section.layout),
  );
  return {
    page: ours(layout ? 'layouts/Within.astro' : 'layouts/Page.astro'),
    fonts: ours(hasFonts(sections) ? 'styles/fonts.css' : 'styles/no-fonts.css'),
    ...(layout && { layout: fileAt(layout, 'layout', root) }),
    ...Object.fromEntries(
      componentNames.map((name) => {
        const option = `components.${name}`;
        const own = agreed(
          option,
          sections.map(({ components }) => components[name]),
        );
        return [`components/${name}`, own ? fileAt(own, option, root) : ours(`components/${name}.astro`)];
      }),
    ),
  };
}

/** Whether a project has put nothing in place of the package's templates, not even what stands beside them. */
export function areOurs(templates: TemplateFiles): boolean {
  const components = componentNames.map((name) => `components/${name}`);
  return (
    templates.page === ours('layouts/Page.astro') &&
    components.every((name) => templates[name] === ours(`${name}.astro`))
  );
}

/** Whether a site has fonts of its own. A layout of the project's own has the project's. */
export function hasFonts(sections: readonly ResolvedOptions[]): boolean {
  return sections.every(({ fonts }) => fonts);
}

/** @returns what is wrong with the layout, if something is; it can be wrong in ways that are not seen from here */
export function layoutWarnings({ layout }: TemplateFiles): string[] {
  if (!layout || !existsSync(layout)) return [];
  const text = readFileSync(layout, 'utf8');
  return [
    ...(BODY_SLOT.test(text)
      ? []
      : [`The layout ${layout} has no <slot /> in its <body>: pages stay empty.`]),
    ...(HEAD_SLOT.test(text)
      ? []
      : [
          `The layout ${layout} has no <slot name="head" /> in its <head>: pages go without canonical address, feeds and ` +
            'structured data.',
        ]),
  ];
}

function agreed(option: string, given: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(given.filter((each) => each !== undefined));
  if (others.length === 0) return first;
  throw new Error(
    `wirecopy() was given several files for \`${option}\`: ${[first, ...others].join(', ')}. The pages of all sections ` +
      'are made of the same templates: name one, in one of the sections. A layout knows which section a page is of, by its prop `section`.',
  );
}

function ours(file: string): string {
  return path.join(TEMPLATES, file);
}

/** @param given path relative to the project's root, or a package's name for a file of its own */
function fileAt(given: string, option: string, root: URL): string {
  if (!/^\.{0,2}\//u.test(given)) return given;
  const file = path.resolve(fileURLToPath(root), given);
  if (existsSync(file)) return file;
  throw new Error(
    `wirecopy() was given \`${option}\`: ${JSON.stringify(given)}, and there is no file ${file}. Paths begin with a ` +
      "dot and are relative to the project's root, as in './src/layouts/Base.astro'.",
  );
}
