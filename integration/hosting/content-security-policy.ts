// The Content-Security-Policy of the site: what a page may load and do. Pages need their own styles and pictures,
// and nothing else; the page that searches needs a script of the site, and what it reads. Nothing inline
// but what Astro's hashes name, nothing from elsewhere. Structured data is no script to a browser, and no policy
// concerns it (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element, step 12).
import type { AstroConfig } from 'astro';

type Csp = Exclude<AstroConfig['security']['csp'], boolean | undefined>;

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
