// The Content-Security-Policy of the site: what a page may load and do. Pages need their own styles and pictures,
// and nothing else; the page that searches needs a script of the site, and what Pagefind compiles. Nothing inline
// but what Astro's hashes name, nothing from elsewhere. Structured data is no script to a browser, and no policy
// concerns it (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element, step 12).
import type { AstroConfig } from 'astro';

type Csp = Exclude<AstroConfig['security']['csp'], boolean | undefined>;
type Directives = NonNullable<Csp['directives']>;

/** What Astro puts on every page, besides the hashes of its scripts and styles. */
export const SITE_POLICY: Csp = {
  algorithm: 'SHA-256',
  directives: [
    "default-src 'none'",
    "img-src 'self'",
    "font-src 'self'",
    // For what looks at the site from within a page of it, as Lighthouse does at robots.txt: pages have no script.
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ],
};

/** What the page that searches needs on top. */
export const SEARCH_POLICY: { directives: Directives; scripts: readonly string[] } = {
  directives: ["worker-src 'self'"],
  scripts: ["'self'", "'wasm-unsafe-eval'"],
};
