// What stands beside a link to the site in other people's pages: OG images where the site has them, and nothing that
// is not there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { type BuiltPage, fileAt, filesOf, jsonLd, meta, named, pagesOf, textOf } from './published.ts';

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

test('without, no page names a picture, and none is made', () => {
  expect(imagesOf(built.sample)).toEqual([]);
  for (const page of pagesOf(built.sample)) {
    for (const name of ['og:image', 'og:image:width', 'og:image:alt', 'twitter:card']) {
      expect(meta(page, name), page.file).toBeUndefined();
    }
  }
});

function fail(): never {
  throw new Error('not found');
}
