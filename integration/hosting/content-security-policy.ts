// The Content-Security-Policy of the site: what a page may load and do. Pages need their own styles and pictures,
// and nothing else; the page that searches needs a script of the site, and what it reads. Nothing inline
// but what Astro's hashes name, nothing from elsewhere. Structured data is no script to a browser, and no policy
// concerns it (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element, step 12).
import type { AstroConfig } from 'astro';
import type { ResolvedOptions } from '../config/options.ts';
import { hasOwnPages } from '../config/routes.ts';

type Csp = Exclude<AstroConfig['security']['csp'], boolean | undefined>;

/**
 * Whether the site has a policy. It is the whole host's: the options decide; by default it is on where the plugin makes every
 * page. Pages of the project may have what it forbids, as code that is coloured by styles within it.
 */
export function wantsPolicy(
  sections: readonly Pick<ResolvedOptions, 'base' | 'layout' | 'csp'>[],
  { security, srcDir }: { security: Pick<AstroConfig['security'], 'csp'>; srcDir: URL },
): boolean {
  const given = sections.flatMap(({ csp }) => csp ?? []);
  if (given.length > 0) return given.includes(true);
  const isWholeSite = sections.some(({ base }) => base === '/') && !sections.some(({ layout }) => layout);
  return isWholeSite && !security.csp && !hasOwnPages(srcDir);
}

/**
 * What Astro puts on every page, besides the hashes of its scripts and styles. Where `build.assetsPrefix` has styles,
 * scripts and pictures come from another host, that host is allowed too.
 */
export function sitePolicy({ build }: { build: Pick<AstroConfig['build'], 'assetsPrefix'> }): Csp {
  const hosts = assetHosts(build.assetsPrefix);
  const own: ["'self'", ...string[]] = ["'self'", ...hosts];
  return {
    algorithm: 'SHA-256',
    directives: [
      "default-src 'none'",
      `img-src ${own.join(' ')}`,
      `font-src ${own.join(' ')}`,
      // For the page that searches, and for what looks at the site from within a page of it, as Lighthouse does.
      `connect-src ${own.join(' ')}`,
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
    ],
    ...(hosts.length > 0 && { scriptDirective: { resources: own }, styleDirective: { resources: own } }),
  };
}

/** The origins that a prefix of assets names, each once; none where it is a path of the site. */
export function assetHosts(prefix: AstroConfig['build']['assetsPrefix']): string[] {
  const prefixes = typeof prefix === 'string' ? [prefix] : Object.values(prefix ?? {});
  const origins = prefixes.flatMap((each) =>
    typeof each === 'string' && URL.canParse(each) ? new URL(each).origin : [],
  );
  return [...new Set(origins)].sort();
}
