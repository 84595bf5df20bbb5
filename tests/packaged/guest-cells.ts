// Cells of the matrix: this package as a guest in a site that has keyed pages, content, redirects, wide routes and templates
// of its own. Each builds again after a change, and reads what came out.
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { filesOf, readText } from '../site/published.ts';
import { type Cell, files, page } from './host-files.ts';
import { succeed } from './hosts.ts';

const BUILD = 'node make.mjs && node_modules/.bin/astro build';
/** Makes what no text can be: a picture of one pixel. */
const MAKE = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('src/assets', { recursive: true });
writeFileSync('src/assets/lamp.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
`;
/** Makes a dump that is packed without getting smaller. */
const PACK = `
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
const story = 'Lamp Keeper Retires\\n\\nTT\\n\\nLamp Keeper Retires\\n\\nThe keeper of the lamp went home on Monday.\\n';
if (!existsSync('dumps/packed.txt.gz')) writeFileSync('dumps/packed.txt.gz', gzipSync(story, { level: 0 }));
`;
const PICTURE = `import { Image } from 'astro:assets';\nimport lamp from '../assets/lamp.png';`;
const IMAGE = '<Image src={lamp} alt="A lamp" width={1} height={1} />';

const build = (folder: string, ...args: string[]) =>
  succeed('node_modules/.bin/astro', ['build', ...args], folder);
const made = (said: string) => /(\d+) pages made/u.exec(said)?.[1] ?? 'no';
const pictures = (dist: string) => filesOf(dist).filter((file) => file.endsWith('.webp'));

/** Pages of the section that lack a text. */
const without = (dist: string, text: string) =>
  filesOf(dist)
    .filter((file) => file.startsWith('news/') && file.endsWith('.html'))
    .filter((file) => !readText(dist, file).includes(text));

export const GUEST_CELLS: readonly Cell[] = [
  {
    name: 'guest: keyed pages of the host, one with a picture, one that redirects',
    files: {
      ...files(),
      'make.mjs': MAKE,
      'src/pages/[shop].astro': `---
${PICTURE}
export const getStaticPaths = () => ['lamps', 'old'].map((shop) => ({ params: { shop }, cacheKey: '1' }));
if (Astro.params.shop === 'old') return Astro.redirect('/lamps');
---
${page(`Shop ${IMAGE}`)}`,
    },
    build: BUILD,
    async check(folder, { dist }) {
      const before = pictures(dist);
      const said = await build(folder);
      return [
        ...(made(said) === '0' ? [] : [`A second build makes ${made(said)} pages.`]),
        ...(before.length === 1 && pictures(dist).join() === before.join() ? [] : ['The picture is gone.']),
        ...(readText(dist, 'old/index.html').includes('/lamps') ? [] : ['The redirect is gone.']),
      ];
    },
  },
  {
    name: 'guest: a picture in the layout around every page',
    files: {
      ...files({ section: "base: '/news', layout: './src/layouts/Base.astro'" }),
      'make.mjs': MAKE,
      'src/layouts/Base.astro': `---
${PICTURE}
const { title, lang = 'en', dir = 'ltr' } = Astro.props;
---
<html {lang} {dir}><head><meta charset="utf-8" /><title>{title}</title><slot name="head" /></head>
<body>${IMAGE}<main><slot /></main></body></html>`,
    },
    build: BUILD,
    async check(folder, { dist }) {
      const before = pictures(dist);
      await build(folder);
      return before.length > 0 && pictures(dist).join() === before.join() ? [] : ['The picture is gone.'];
    },
  },
  {
    name: 'guest: experimental.incrementalBuild of the host',
    files: files({ options: 'experimental: { incrementalBuild: true },' }),
    async check(folder, { dist }) {
      const before = filesOf(dist);
      const said = await build(folder);
      return [
        ...(/pages made/u.test(said) ? ['The package does not stand aside.'] : []),
        ...(filesOf(dist).join() === before.join() ? [] : ['Files differ after a second build.']),
      ];
    },
  },
  {
    name: 'guest: content of the host, changed',
    files: {
      ...files(),
      'src/content.config.ts': `
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { dumpLoader } from 'astro-wirecopy/loader';
export const collections = {
  notes: defineCollection({ loader: glob({ pattern: '*.md', base: 'src/notes' }) }),
  stories: defineCollection({ loader: dumpLoader({ dumps: 'dumps/**/*.txt' }) }),
};`,
      'src/notes/one.md': 'A first note.\n',
      'src/pages/notes.astro': `---
import { getCollection } from 'astro:content';
const notes = await getCollection('notes');
---
${page('Notes {notes.map(({ body }) => body)}')}`,
    },
    async check(folder, { dist }) {
      writeFileSync(path.join(folder, 'src/notes/one.md'), 'Another note.\n');
      const said = await build(folder);
      return [
        ...(made(said) === '0' ? [] : [`A changed note makes ${made(said)} pages of the section.`]),
        ...(readText(dist, 'notes/index.html').includes('Another note.') ? [] : ['The note is stale.']),
      ];
    },
  },
  {
    name: 'guest: a route of the host that takes in the section',
    files: {
      ...files(),
      'src/pages/news/[...rest].astro': `---
export const getStaticPaths = () => [{ params: { rest: 'jobs' } }, { params: { rest: 'stories/lamp-keeper-retires' } }];
---
${page('The rest')}`,
      'dumps/lamp.txt':
        'Lamp Keeper Retires\n\nTT\n\nLamp Keeper Retires\n\nThe keeper of the lamp went home on Monday.\n',
    },
    warns: /Two routes have the same address/u,
    async check(folder, { dist }) {
      const said = await build(folder);
      return [
        ...(said.includes('Two routes have the same address: /news/stories/lamp-keeper-retires')
          ? []
          : ['Nobody is told.']),
        ...(readText(dist, 'news/stories/lamp-keeper-retires/index.html').includes('The keeper of the lamp')
          ? []
          : ['The story is overwritten.']),
        ...(readText(dist, 'news/jobs/index.html').includes('The rest') ? [] : ['The host’s page is gone.']),
      ];
    },
  },
  {
    name: 'guest: a packed dump, edited at its size and its time',
    files: {
      ...files(),
      'make.mjs': PACK,
      'src/content.config.ts': `
import { defineCollection } from 'astro:content';
import { dumpLoader } from 'astro-wirecopy/loader';
export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: 'dumps/**/*' }) }) };`,
    },
    build: BUILD,
    async check(folder, { dist }) {
      const dump = path.join(folder, 'dumps/packed.txt.gz');
      const { size, atime, mtime } = statSync(dump);
      const text = gunzipSync(readFileSync(dump)).toString().replace('on Monday', 'on Friday');
      writeFileSync(dump, gzipSync(text, { level: 0 }));
      utimesSync(dump, atime, mtime);
      if (statSync(dump).size !== size) return ['The dump has another size.'];
      await build(folder);
      const story = readText(dist, 'news/stories/lamp-keeper-retires/index.html');
      return story.includes('on Friday') ? [] : ['The story is stale.'];
    },
  },
  {
    name: 'guest: a layout that reads files',
    files: {
      ...files({
        section: "base: '/news', layout: './src/layouts/Base.astro', fresh: ['./src/data/named.txt']",
      }),
      'src/layouts/Base.astro': `---
import { readFileSync } from 'node:fs';
const { title, lang = 'en', dir = 'ltr' } = Astro.props;
const folder = ['src', 'data'].join('/');
const texts = [readFileSync('src/data/seen.txt', 'utf8'), ...['named', 'hidden'].map((name) => readFileSync(folder + '/' + name + '.txt', 'utf8'))];
---
<html {lang} {dir}><head><meta charset="utf-8" /><title>{title}</title><slot name="head" /></head>
<body><p>{texts.join()} {process.env.WIRECOPY_BANNER}</p><main><slot /></main></body></html>`,
      'src/data/seen.txt': 'seen one',
      'src/data/named.txt': 'named one',
      'src/data/hidden.txt': 'hidden one',
    },
    async check(folder, { dist }) {
      const wrong: string[] = [];
      for (const [name, ...args] of [['seen'], ['named'], ['hidden', '--force']] as const) {
        writeFileSync(path.join(folder, `src/data/${name}.txt`), `${name} two`);
        await build(folder, ...args);
        for (const file of without(dist, `${name} two`))
          wrong.push(`${file} is stale after ${name}.txt changed.`);
      }
      await succeed('node_modules/.bin/astro', ['build'], folder, { WIRECOPY_BANNER: 'banner two' });
      for (const file of without(dist, 'banner two'))
        wrong.push(`${file} is stale after a variable changed.`);
      const said = await build(folder);
      const again = await build(folder);
      if (made(said) === '0' || made(again) !== '0')
        wrong.push('A variable that changed back is not noticed once.');
      return readdirSync(dist).length > 0 ? wrong : ['Nothing is published.'];
    },
  },
];
