// Headers for hosts that read them from a file named _headers (Netlify, Cloudflare): the policy of the pages, what a
// page cannot say of itself, the types of feeds, and how long a file may be cached. A project's own file is left alone.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroConfig } from 'astro';
import type { SectionSetup } from '../config/section-config.ts';
import { assetHosts } from './content-security-policy.ts';

/** Not application/rss+xml: Chromium and Firefox show the source of such a file, or save it, and no reader minds. */
const FEED = { 'Content-Type': 'application/xml; charset=utf-8' };
/** Lists of stories of which each has a feed. */
const WITH_FEEDS = ['places', 'sections', 'authors', 'agencies'] as const;
const FOREVER = 'public, max-age=31536000, immutable';

type Rule = [path: string, headers: Record<string, string>];

/**
 * @param lasting folders whose files never change, relative to the output folder
 * @param policy of the pages, where they have one
 */
export function headersFile(
  sections: readonly SectionSetup[],
  config: Pick<AstroConfig, 'base' | 'build'>,
  lasting: readonly string[],
  policy?: string,
): string {
  const base = config.base.replace(/\/*$/u, '/');
  const rules: Rule[] = [
    [
      `${base}*`,
      {
        // frame-ancestors counts in a header alone.
        ...(policy && { 'Content-Security-Policy': `${policy} frame-ancestors 'none'` }),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      },
    ],
    [
      `${base}${config.build.assets}/*`,
      {
        'Cache-Control': FOREVER,
        // A page of one host may take scripts from another only where that one says so.
        ...(assetHosts(config.build.assetsPrefix).length > 0 && { 'Access-Control-Allow-Origin': '*' }),
      },
    ],
    ...lasting.map((folder): Rule => [`${base}${encodeURI(folder)}/*`, { 'Cache-Control': FOREVER }]),
  ];
  for (const { root, pages } of sections.map(({ config }) => config)) {
    if (!pages.feeds) continue;
    rules.push([`${root}rss.xml`, FEED], [`${root}atom.xml`, FEED], [`${root}feed/*.xml`, FEED]);
    for (const kind of WITH_FEEDS) if (pages[kind]) rules.push([`${root}${kind}/*/rss.xml`, FEED]);
    if (pages.corrections) rules.push([`${root}corrections/rss.xml`, FEED]);
    rules.push([`${root}feed.json`, { 'Content-Type': 'application/feed+json; charset=utf-8' }]);
  }
  return rules
    .map(([pattern, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${pattern}\n${lines.join('')}`;
    })
    .join('');
}

/**
 * @returns the policy of the page that may do the most: hosts add up the rules for an address, and browsers keep to all of
 * them, so that one for every page has to allow what any of them needs. Each page's own says less.
 */
export function policyIn(folder: string, sections: readonly SectionSetup[]): string | undefined {
  const searches = ['search/index.html', 'search.html'];
  const names = searches.flatMap((name) => sections.map((section) => `.${section.path}/${name}`));
  for (const name of [...names, 'index.html']) {
    const file = path.join(folder, name);
    const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const content = /<meta http-equiv="content-security-policy" content="([^"]*)"/u.exec(html)?.[1];
    if (content) return content.replaceAll('&#39;', "'").replaceAll('&#38;', '&').trim();
  }
  return undefined;
}
