// The README does what it says: each way in, followed to the letter in an empty folder, with the package as it is
// published.
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, openPage } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { storyText } from '../dumps.ts';
import { attribute, filesOf, named, pageAt, pagesOf, textOf, within } from '../site/published.ts';
import { emptied, install, MINIMAL, ROOT, run, write } from './hosts.ts';
import { chapter, follow, type Step } from './readme.ts';
import { type Section, storiesIn, wrongIn } from './section.ts';

const { tarball } = inject('packed');
const hosts = inject('hosts');

/** One site after another in the same folder, where Node has its packages compiled already. */
async function newHost(): Promise<string> {
  const folder = await emptied(path.join(hosts, 'host'));
  await write(folder, MINIMAL);
  return folder;
}

const bringDumps = (folder: string) =>
  cp(path.join(ROOT, 'src/dumps'), path.join(folder, 'dumps'), { recursive: true });

let sample: ReturnType<typeof storiesIn> | undefined;
/** The stories of those dumps: the same in every host, so that the first one is asked. */
const sampleIn = (folder: string) => (sample ??= storiesIn(folder));

describe('a news section in your Astro site', () => {
  let section: Section;
  let said = '';

  beforeAll(async () => {
    const folder = await newHost();
    await bringDumps(folder);
    said = await follow(chapter('A news section in your Astro site'), folder, tarball);
    section = {
      dist: path.join(folder, 'dist'),
      site: 'https://example.com/',
      path: 'news/',
      stories: await sampleIn(folder),
    };
  });

  test('every story has its page, and is in feeds, sitemap and search; every link leads somewhere', () => {
    expect(section.stories.length).toBeGreaterThan(10);
    expect(wrongIn(section)).toEqual([]);
  });

  test('nothing is warned of', () => {
    expect(said).not.toMatch(/\[(?:WARN|ERROR)\]/u);
  });

  test('the site’s own page stays as it was', () => {
    expect(named(pageAt(section.dist, 'index.html'), 'h1').map(textOf)).toEqual(['Astro']);
  });

  test('a reader finds a story by its words', async () => {
    const host = await serve(section.dist);
    const browser = await launch();
    try {
      // A machine that has much to do gives up on moving from page to page, and says so.
      const still = { reducedMotion: 'reduce' } as const;
      const { page, noise } = await openPage(browser, `${host.origin}/news/search/?q=glacier`, still);
      await page.locator('.results a').first().click();
      await page.waitForURL('**/news/stories/**');
      expect(await page.locator('h1').textContent()).toContain('Glacier');
      expect(noise).toEqual([]);
    } finally {
      await browser.close();
      await host.close();
    }
  });
});

test('inside your own layout: a site keeps its frame around every page of the section', async () => {
  const folder = await newHost();
  await bringDumps(folder);
  const [section, layout, latest] = [
    'A news section in your Astro site',
    'Inside your own layout',
    'On pages of your own',
  ].map(chapter);
  const isBuild = (step: Step) => step.kind === 'command' && step.line.includes('build');
  await follow(section?.filter((step) => !isBuild(step)) ?? [], folder, tarball);
  await follow([...(layout ?? []), ...(latest ?? [])], folder);
  const said = await follow(section?.filter(isBuild) ?? [], folder);
  expect(said).not.toMatch(/\[(?:WARN|ERROR)\]/u);
  const dist = path.join(folder, 'dist');
  const stories = await sampleIn(folder);
  expect(wrongIn({ dist, site: 'https://example.com/', path: 'news/', stories })).toEqual([]);
  const pages = pagesOf(dist).filter(({ file }) => file.startsWith('news/'));
  expect(pages.length).toBeGreaterThan(stories.length);
  for (const page of pages) {
    expect(named(page, 'header').map(textOf)[0], page.file).toBe('Example');
    expect(named(page, 'h1'), page.file).toHaveLength(1);
  }
  const [list] = named(pageAt(dist, 'latest/index.html'), 'ul', 'stories');
  const links = list ? named(within(list), 'a') : [];
  expect(links).toHaveLength(5);
  for (const link of links) expect(attribute(link, 'href')).toMatch(/^\/news\/stories\/[^/]+\/$/u);
});

describe('the stories alone', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await newHost();
    await bringDumps(folder);
    await follow(chapter('The stories alone'), folder, tarball);
    await install(folder, ['@astrojs/check', 'typescript']);
  });

  test('`astro check` finds that entries are typed, with the fields that a schema of one’s own adds', async () => {
    await write(folder, {
      'src/typed.ts': `
        import type { CollectionEntry } from 'astro:content';
        type Story = CollectionEntry<'stories'>['data'];
        export function read(story: Story): [string, Date | undefined, string[], string, number] {
          return [story.headline, story.date, story.places, story.desk, story.minutes];
        }
        // @ts-expect-error a dump has no such thing
        export const pages = (story: Story) => story.pages;
        // @ts-expect-error a day is no text
        export const day = (story: Story): string => story.date;`,
    });
    const { code, output } = await run('node_modules/.bin/astro', ['check'], folder);
    expect(code, output).toBe(0);
  });

  test('each story’s page has its words, read back from the dump, and render() of Astro gives them', async () => {
    await write(folder, {
      'src/pages/rendered/[id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const stories = await getCollection('stories');
  return stories.map((story) => ({ params: { id: story.id }, props: { story } }));
}
const { Content } = await render(Astro.props.story);
---
<Content />`,
    });
    const { code, output } = await run('node_modules/.bin/astro', ['build'], folder);
    expect(code, output).toBe(0);
    const dist = path.join(folder, 'dist');
    const stories = await sampleIn(folder);
    expect(stories.length).toBeGreaterThan(10);
    for (const { id, headline, blocks } of stories) {
      const page = pageAt(dist, `stories/${id}/index.html`);
      expect(named(page, 'h1').map(textOf)).toEqual([headline]);
      const texts = blocks.flatMap((block) => ('items' in block ? block.items : [block.text])).sort();
      for (const each of [page, pageAt(dist, `rendered/${id}/index.html`)])
        expect(
          ['p', 'h2', 'li']
            .flatMap((name) => named(each, name))
            .map(textOf)
            .sort(),
        ).toEqual(texts);
    }
    expect(filesOf(dist).filter((file) => file.endsWith('.xml'))).toEqual([]);
  });
});

describe('this repository as a template', () => {
  test('a clone with another dump and another title is another site', async () => {
    const folder = path.join(hosts, 'template');
    const left = new Set(['node_modules', 'dist', '.git', '.astro', '.package']);
    for (const name of (await readdir(ROOT)).filter((each) => !left.has(each)))
      await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    await emptied(path.join(folder, 'src/dumps'));
    const headline = 'Harbor Clerk Finds the Missing Ledger Under a Chair';
    const text = storyText(headline, ['It was there all along, the clerk in Kenya said on Monday.']);
    await write(folder, { 'src/dumps/2026-03-01.txt': text });
    const steps = chapter('This repository as a template').filter(
      (step) => step.kind === 'file' || step.line !== 'npm test',
    );
    // As one does who reads to the end before beginning.
    await follow(
      [...steps.filter(({ kind }) => kind === 'file'), ...steps.filter(({ kind }) => kind === 'command')],
      folder,
    );
    const section: Section = {
      dist: path.join(folder, 'dist'),
      site: 'https://log.example.org/',
      path: '',
      stories: [
        { id: 'harbor-clerk-finds-the-missing-ledger-under-a-chair', headline, lang: 'en', blocks: [] },
      ],
    };
    expect(wrongIn(section)).toEqual([]);
    expect(named(pageAt(section.dist, 'index.html'), 'h1').map(textOf).join().trim()).toBe('The Harbor Log');
  });
});
