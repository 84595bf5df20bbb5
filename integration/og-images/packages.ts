// The three optional packages that draw OG images: a renderer and two font families. A project installs them itself,
// since the renderer alone has eight megabytes. They are looked up from the project, not from here: a strict package
// manager shows a package only to the one that depends on it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The renderer: lays text out as a browser does, right to left included, with the fonts it is given and no other. */
export const RENDERER_PACKAGE = '@takumi-rs/core';

/** A family of fonts, as its package has it: a file for each of several alphabets. */
export interface FontFamily {
  package: string;
  /** The beginning of its files' names. */
  file: string;
  alphabets: readonly string[];
}

export const FONT_FAMILIES: readonly FontFamily[] = [
  {
    package: '@fontsource/source-serif-4',
    file: 'source-serif-4',
    alphabets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'],
  },
  { package: '@fontsource/noto-naskh-arabic', file: 'noto-naskh-arabic', alphabets: ['arabic'] },
];

/** Finds packages as a file in the project's root would. */
export const requireFrom = (root: string) => createRequire(path.join(root, 'package.json'));

/**
 * Makes sure that OG images can be drawn.
 * @param root folder of the project
 * @returns the versions of what draws them: other ones may draw other pictures
 * @throws Error that says what to install, where something is missing
 */
export function resolveRenderer(root: string): string {
  const { resolve } = requireFrom(root);
  const missing: string[] = [];
  const versions = [RENDERER_PACKAGE, ...FONT_FAMILIES.map((family) => family.package)].map((name) => {
    try {
      // The renderer shows its entry alone.
      const file =
        name === RENDERER_PACKAGE ? manifestAbove(resolve(name), name) : resolve(`${name}/package.json`);
      const { version }: { version?: string } = JSON.parse(readFileSync(file, 'utf8'));
      return `${name} ${version}`;
    } catch {
      missing.push(name);
      return '';
    }
  });
  if (missing.length === 0) return versions.join(', ');
  const what = missing.length === 1 ? 'a package that is' : 'packages that are';
  throw new Error(
    `wirecopy({ ogImages }) draws images with ${what} not here. Run “npm install ${missing.join(' ')}”, or leave ` +
      '`ogImages` out.',
  );
}

/** The package.json of a package, from a file somewhere in it. */
function manifestAbove(file: string, name: string): string {
  const folder = path.join('node_modules', ...name.split('/'));
  return path.join(file.slice(0, file.lastIndexOf(folder)), folder, 'package.json');
}
