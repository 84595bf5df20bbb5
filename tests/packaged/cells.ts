// The cells of the matrix: what a stranger's site may have or be.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launch, openPage } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { attribute, filesOf, named, pageAt, pagesOf, readText, textOf } from '../site/published.ts';
import { GUEST_CELLS } from './guest-cells.ts';
import { type Cell, files, page } from './host-files.ts';
import { ROOT, succeed } from './hosts.ts';
import type { Section } from './section.ts';

const manifest: { peerDependencies: { astro: string } } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);
const [LOWEST_ASTRO = ''] = /\d+\.\d+\.\d+/u.exec(manifest.peerDependencies.astro) ?? [];

const SLASHES = ['always', 'never', 'ignore'] as const;
const FORMATS = ['file', 'directory', 'preserve'] as const;

/** Says where links between the section's pages do not end as the site wants them to, or as their files do. */
function slashesIn({ dist, site, path: below }: Section, slash: (typeof SLASHES)[number]): string[] {
  const files = new Set(filesOf(dist));
  const wants = (href: string) => {
    if (slash !== 'ignore') return slash === 'always';
    return !files.has(`${decodeURIComponent(new URL(href, site).href.slice(site.length))}.html`);
  };
  return pagesOf(dist)
    .filter(({ file }) => file.startsWith(below))
    .flatMap((each) =>
      [...named(each, 'a'), ...named(each, 'link')]
        .map((element) => attribute(element, 'href') ?? '')
        .filter(
          (href) => new URL(href, site).href.startsWith(site + below.slice(0, -1)) && !/\.\w+$|#/u.test(href),
        )
        .filter((href) => href.endsWith('/') !== wants(href))
        .map((href) => `${each.file} leads to ${href}.`),
    );
}

/** Starts a server for as long as something is asked of it. */
async function served<T>(
  command: readonly string[],
  folder: string,
  port: number,
  ask: (origin: string) => Promise<T>,
): Promise<T> {
  const origin = `http://127.0.0.1:${port}`;
  const [file = '', ...args] = command;
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(file, args, { cwd: folder, env, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  try {
    for (let tries = 0; !(await answers(origin)); tries++) {
      if (tries > 100 || child.exitCode !== null)
        throw new Error(`${command.join(' ')} does not answer:\n${said}`);
      await setTimeout(200);
    }
    return await ask(origin);
  } finally {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
}

const answers = (origin: string) =>
  fetch(origin).then(
    () => true,
    () => false,
  );

/** What a server has to say that renders some pages when they are asked for, and serves those of the section. */
async function serves(origin: string): Promise<string[]> {
  const wrong: string[] = [];
  const expected: [address: string, text: string][] = [
    ['/now', 'asked for'],
    ['/news/', 'The Wire'],
    ['/news/search/', 'wirecopy-search'],
    ['/news/rss.xml', '<rss'],
    ['/sitemap-index.xml', '<sitemapindex'],
    ['/news/search/latest.json', 'digest'],
  ];
  for (const [address, text] of expected) {
    const response = await fetch(origin + address);
    const body = await response.text();
    if (response.status !== 200 || !body.includes(text))
      wrong.push(`${address} answers ${response.status}: ${body.slice(0, 200)}`);
  }
  const missing = await fetch(`${origin}/news/stories/no-such-story/`);
  if (missing.status !== 404) wrong.push(`A story that is not there answers ${missing.status}.`);
  return wrong;
}

const ON_DEMAND = {
  'src/pages/now.astro': `---\nexport const prerender = false;\n---\n${page('asked for {Astro.url.pathname}')}`,
};

/** Builds once more: nothing changed, so nothing is to be made. */
async function buildsOnlyWhatChanged(folder: string): Promise<string[]> {
  const said = await succeed('node_modules/.bin/astro', ['build'], folder);
  const [, made] = /(\d+) pages made, \d+ unchanged/u.exec(said) ?? [];
  return made === '0' ? [] : [`A second build makes ${made ?? 'all'} pages anew.`];
}

export const CELLS: readonly Cell[] = [
  ...GUEST_CELLS,
  { name: 'npm, the latest Astro', files: files(), check: buildsOnlyWhatChanged },
  { name: 'pnpm', manager: 'pnpm', files: files() },
  { name: 'yarn', manager: 'yarn', files: files() },
  {
    name: `Astro ${LOWEST_ASTRO}, the lowest that is promised`,
    astro: LOWEST_ASTRO,
    files: files(),
    check: buildsOnlyWhatChanged,
  },
  {
    name: 'Node 22.18.0, the oldest that is promised',
    packages: ['node@22.18.0'],
    files: files(),
    build: 'node_modules/.bin/node --version && node_modules/.bin/node node_modules/.bin/astro build',
  },
  { name: 'the whole site', files: { ...files({ section: '' }), 'src/pages/index.astro': '' }, path: '' },
  { name: "base: '/blog'", files: files({ options: "base: '/blog'," }), site: 'https://host.internal/blog/' },
  ...SLASHES.flatMap((slash) =>
    FORMATS.map(
      (format): Cell => ({
        name: `trailingSlash: '${slash}', build.format: '${format}'`,
        files: files({ options: `trailingSlash: '${slash}', build: { format: '${format}' },` }),
        check: async (_, section) => slashesIn(section, slash),
      }),
    ),
  ),
  ...['static', 'server'].map(
    (output): Cell => ({
      name: `output: '${output}', @astrojs/node`,
      packages: ['@astrojs/node'],
      files: {
        ...files({
          imports: "import node from '@astrojs/node';",
          options: `output: '${output}', adapter: node({ mode: 'standalone' }),`,
        }),
        ...ON_DEMAND,
      },
      dist: 'dist/client',
      check: (folder) => served([process.execPath, 'dist/server/entry.mjs'], folder, 4391, serves),
    }),
  ),
  {
    name: "output: 'server', @astrojs/cloudflare",
    packages: ['@astrojs/cloudflare', 'wrangler'],
    files: {
      ...files({
        imports: "import cloudflare from '@astrojs/cloudflare';",
        options: "output: 'server', adapter: cloudflare({ prerenderEnvironment: 'node' }),",
      }),
      ...ON_DEMAND,
    },
    dist: 'dist/client',
    check: (folder) =>
      served(
        ['node_modules/.bin/astro', 'preview', '--port', '4392', '--host', '127.0.0.1'],
        folder,
        4392,
        serves,
      ),
  },
  ...[
    { base: '/news', prefixDefaultLocale: false },
    { base: '/ar/news', prefixDefaultLocale: false },
    { base: '/en/news', prefixDefaultLocale: true },
  ].map(
    ({ base, prefixDefaultLocale }): Cell => ({
      name: `i18n of the site itself, prefixDefaultLocale: ${prefixDefaultLocale}, base: '${base}'`,
      files: {
        ...files({
          options: `i18n: { locales: ['en', 'ar'], defaultLocale: 'en', routing: { prefixDefaultLocale: ${prefixDefaultLocale} } },`,
          section: `base: '${base}'`,
        }),
        'src/pages/index.astro': page('Host'),
        'src/pages/ar/index.astro': page('Host'),
        ...(prefixDefaultLocale && { 'src/pages/en/index.astro': page('Host') }),
      },
      path: `${base.slice(1)}/`,
    }),
  ),
  {
    name: '<ClientRouter /> in a layout',
    files: {
      ...files({ section: "base: '/news', layout: './src/layouts/Base.astro'" }),
      'src/layouts/Base.astro': `---
import { ClientRouter } from 'astro:transitions';
const { title, lang = 'en', dir = 'ltr' } = Astro.props;
---
<html {lang} {dir}><head><meta charset="utf-8" /><title>{title}</title><ClientRouter /><slot name="head" /></head>
<body><nav><a href="/">Home</a> <a href="/news/search/">Find</a></nav><main><slot /></main></body></html>`,
      'src/pages/index.astro': `---
import Base from '../layouts/Base.astro';
---
<Base title="Host"><h1>Host</h1></Base>`,
    },
    check: (_, { dist }) => searchedTwice(dist),
  },
  {
    name: 'MDX',
    packages: ['@astrojs/mdx'],
    files: {
      ...files({ imports: "import mdx from '@astrojs/mdx';", integrations: 'mdx(),' }),
      'src/pages/about.mdx': '# About\n\nOne and one is {1 + 1}.\n',
    },
    check: async (_, { dist }) =>
      readText(dist, 'about/index.html').includes('One and one is 2.') ? [] : ['No MDX.'],
  },
  {
    name: 'Tailwind',
    packages: ['tailwindcss', '@tailwindcss/vite'],
    files: {
      ...files({
        imports: "import tailwind from '@tailwindcss/vite';",
        options: 'vite: { plugins: [tailwind()] },',
      }),
      'src/styles/global.css': '@import "tailwindcss";\n',
      'src/pages/index.astro': `---\nimport '../styles/global.css';\n---\n${page('<span class="underline">Host</span>')}`,
    },
    check: async (_, { dist }) => tailwindIn(dist),
  },
  {
    name: 'Starlight',
    packages: ['@astrojs/starlight'],
    files: {
      ...files({
        imports: "import starlight from '@astrojs/starlight';",
        integrations: "starlight({ title: 'Docs' }),",
      }),
      'src/content.config.ts': `
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { dumpLoader } from 'astro-wirecopy/loader';
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  stories: defineCollection({ loader: dumpLoader({ dumps: 'dumps/**/*.txt' }) }),
};`,
      'src/content/docs/guide.md': '---\ntitle: Guide\n---\n\nHow to read the wire.\n',
    },
    // It asks for words and a page of its own for what is not found, and says so where there are none.
    warns: /"i18n" does not exist|docs → 404/u,
    check: async (_, { dist }) =>
      readText(dist, 'guide/index.html').includes('How to read the wire.') ? [] : ['The docs are not there.'],
  },
  {
    name: '@astrojs/sitemap of the site itself',
    packages: ['@astrojs/sitemap'],
    files: files({ imports: "import sitemap from '@astrojs/sitemap';", integrations: 'sitemap(),' }),
  },
];

/** A reader who comes to the search by the site's router finds a story, and finds one again when coming back. */
async function searchedTwice(dist: string): Promise<string[]> {
  const host = await serve(dist);
  const browser = await launch();
  try {
    const { page, noise } = await openPage(browser, `${host.origin}/`);
    for (const words of ['glacier', 'ferryman']) {
      await page.getByRole('link', { name: 'Home' }).click();
      await page.getByRole('link', { name: 'Find' }).click();
      await page.getByRole('searchbox').fill(words);
      await page
        .locator('.results a')
        .filter({ hasText: new RegExp(words, 'iu') })
        .first()
        .waitFor();
    }
    return noise;
  } finally {
    await browser.close();
    await host.close();
  }
}

/** The site has Tailwind's styles, and the section's pages do not. */
function tailwindIn(dist: string): string[] {
  const stylesOf = (file: string) =>
    named(pageAt(dist, file), 'link')
      .filter((link) => attribute(link, 'rel') === 'stylesheet')
      .map((link) => readText(dist, attribute(link, 'href') ?? ''))
      .join() + named(pageAt(dist, file), 'style').map(textOf).join();
  const wrong: string[] = [];
  if (!stylesOf('index.html').includes('underline')) wrong.push('The site lacks its own styles.');
  if (stylesOf('news/index.html').includes('tailwindcss')) wrong.push('The section has styles of the site.');
  return wrong;
}
