// What stands beside a link to the site in other people's pages: OG images where the site has them, and nothing that
// is not there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import {
  attribute,
  type BuiltPage,
  fileAt,
  filesOf,
  jsonLd,
  meta,
  named,
  pagesOf,
  textOf,
  within,
} from './published.ts';

const built = inject('sites');
/** Every PNG but the icon, which comes from public/. */
const imagesOf = (folder: string) =>
  filesOf(folder).filter((file) => file.endsWith('.png') && file !== 'apple-touch-icon.png');
const hasHead = ({ html }: BuiltPage) => !html.includes('http-equiv="refresh"');

test('with OG images, every page names one: a story its own, the others the site’s', () => {
  for (const page of pagesOf(built.arabic).filter(hasHead)) {
    const own = page.file.startsWith('stories/');
    const url = meta(page, 'og:image') ?? '';
    expect(fileAt(url), page.file).toBe(own ? page.file.replace('/index.html', '.png') : 'og.png');
    expect(existsSync(path.join(built.arabic, fileAt(url))), url).toBe(true);
    expect(meta(page, 'og:image:alt'), page.file).toBe(
      own ? textOf(named(page, 'h1')[0] ?? fail()) : 'البرقية',
    );
    expect(meta(page, 'twitter:card'), page.file).toBe('summary_large_image');
    if (own) expect(jsonLd(page)[0]?.image, page.file).toBe(url);
  }
});

test('an OG image is a PNG of the size that its page states', async () => {
  const images = imagesOf(built.arabic);
  expect(images.length).toBeGreaterThan(20);
  for (const file of images) {
    const { format, width, height } = await sharp(path.join(built.arabic, file)).metadata();
    expect([format, width, height], file).toEqual(['png', 1200, 630]);
  }
  for (const page of pagesOf(built.arabic).filter(hasHead)) {
    expect([meta(page, 'og:image:width'), meta(page, 'og:image:height')], page.file).toEqual(['1200', '630']);
  }
});

test('with a number, so many of the newest stories have an image of their own, the others the site’s', () => {
  const stories = pagesOf(built.long).filter((page) => page.file.startsWith('stories/') && hasHead(page));
  const own = stories.filter((page) => fileAt(meta(page, 'og:image') ?? '') !== 'og.png');
  expect(stories.length).toBeGreaterThan(300);
  expect(own).toHaveLength(100);
  expect(imagesOf(built.long).sort()).toEqual(
    [...own.map(({ file }) => file.replace('/index.html', '.png')), 'og.png'].sort(),
  );
  // All others are as old or older, and the undated ones come last.
  const dayOf = (page: BuiltPage) => {
    const [time] = named(named(page, 'article').map(within)[0] ?? page, 'time');
    return (time && attribute(time, 'datetime')) ?? '';
  };
  const oldest = own.map(dayOf).sort()[0] ?? '';
  expect(oldest).not.toBe('');
  for (const page of stories) {
    expect(existsSync(path.join(built.long, fileAt(meta(page, 'og:image') ?? ''))), page.file).toBe(true);
    if (!own.includes(page)) expect(dayOf(page) <= oldest, page.file).toBe(true);
  }
});

test('the site as it comes has an image beside every link', () => {
  for (const page of pagesOf(built.sample).filter(hasHead))
    expect(meta(page, 'og:image'), page.file).toMatch(/^https:\/\/wire\.example\/.+\.png$/u);
});

function fail(): never {
  throw new Error('not found');
}
