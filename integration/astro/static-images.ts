// How many pictures the pages of a build have asked Astro to make. Astro makes those that were asked for while pages were
// rendered in its own thread, and no other: a page that shows one must be rendered there, and in every build.
//
// Beyond the interface: Astro keeps them in a map of a global object
// (https://github.com/withastro/astro/blob/main/packages/astro/src/assets/vite-plugin-assets.ts). If it kept them elsewhere,
// none would be counted: a picture that only a layout or a component of the project's shows, and none of its own pages,
// would be missing after a build that found the page unchanged.

export function countStaticImages(): number {
  const assets: unknown = Reflect.get(globalThis, 'astroAsset');
  const images = isObject(assets) ? assets.staticImages : undefined;
  if (!(images instanceof Map)) return 0;
  let count = 0;
  for (const image of images.values()) {
    const transforms: unknown = isObject(image) ? image.transforms : undefined;
    count += transforms instanceof Map ? transforms.size : 1;
  }
  return count;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
