// Globs by which options say something of some dumps, and which no dump matches: what was meant is read otherwise then,
// and nothing would say so.
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import { ByGlob } from './by-glob.ts';
import { isLayout } from './layout-finder.ts';

/** A glob that no dump matches, and the option of `dumpLoader()` it stands in. */
export interface IdleGlob {
  option: string;
  glob: string;
}

/** @param dumps their names: their paths relative to the root, with forward slashes */
export function idleOptions(
  {
    format,
    layouts,
    languages,
    encoding,
  }: Pick<ResolvedLoaderOptions, 'format' | 'layouts' | 'languages' | 'encoding'>,
  dumps: readonly string[],
): IdleGlob[] {
  const stated = {
    format: typeof format === 'string' ? {} : format,
    layouts: isLayout(layouts) ? {} : layouts,
    languages,
    encoding: typeof encoding === 'string' ? {} : encoding,
  };
  const isIdle = (glob: string) => {
    const matching = new ByGlob({ [glob]: true }, false);
    return !dumps.some((dump) => matching.find(dump));
  };
  return Object.entries(stated).flatMap(([option, globs]) =>
    Object.keys(globs)
      .filter(isIdle)
      .map((glob) => ({ option, glob })),
  );
}
