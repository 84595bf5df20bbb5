// Cards for link previews, drawn for real and looked at: where the ink is, and what is not drawn.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { OG_IMAGE_SIZE, type OgImage } from '../../integration/og-images/og-image.ts';
import { resolveRenderer } from '../../integration/og-images/packages.ts';
import { TakumiRenderer } from '../../integration/og-images/takumi-renderer.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MARGIN = 64;
/** Between the lines above and below a headline. */
const MIDDLE = { top: 130, bottom: 530 };
const renderer = new TakumiRenderer(ROOT);
const english = { lang: 'en', dir: 'ltr', title: 'The Wire', date: 'April 24, 2025' } as const;
const LONG = 'The Keepers of the Nine Lighthouses of the Cape Resolve to Meet Again on Monday '.repeat(8);

/** Where a card has ink in its middle, in pixels from its left and top; `count` is how much. */
async function inkOf(card: OgImage) {
  const png = await renderer.draw(card);
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect({ width: info.width, height: info.height }).toEqual(OG_IMAGE_SIZE);
  const ink = { left: info.width, right: 0, top: info.height, bottom: 0, count: 0 };
  for (let y = MIDDLE.top; y < MIDDLE.bottom; y++) {
    for (let x = 0; x < info.width; x++) {
      if ((data[(y * info.width + x) * info.channels] ?? 255) > 200) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
      ink.count++;
    }
  }
  return ink;
}

test('a headline begins at the left, one in Arabic at the right, and both have room around them', async () => {
  const latin = await inkOf({ ...english, headline: 'Grain Quay Reopens' });
  expect(latin.left).toBeGreaterThanOrEqual(MARGIN);
  expect(latin.left).toBeLessThan(MARGIN + 20);
  const arabic = await inkOf({ lang: 'ar', dir: 'rtl', headline: 'الميناء القديم' });
  expect(arabic.right).toBeLessThanOrEqual(OG_IMAGE_SIZE.width - MARGIN);
  expect(arabic.right).toBeGreaterThan(OG_IMAGE_SIZE.width - MARGIN - 20);
  expect(arabic.left).toBeGreaterThan(OG_IMAGE_SIZE.width / 3);
});

test('Arabic letters are joined: a word takes less room than its letters apart', async () => {
  const width = async (headline: string) => {
    const { left, right } = await inkOf({ lang: 'ar', dir: 'rtl', headline });
    return right - left;
  };
  expect(await width('سفينة')).toBeLessThan(0.8 * (await width([...'سفينة'].join('\u200c'))));
});

test.each([
  ['of 600 characters', LONG.slice(0, 600)],
  ['of one word that is too long', 'W'.repeat(300)],
])('a headline %s stays inside the card', async (_, headline) => {
  const ink = await inkOf({ ...english, kicker: 'Norway', headline });
  expect(ink.left).toBeGreaterThanOrEqual(MARGIN);
  expect(ink.right).toBeLessThanOrEqual(OG_IMAGE_SIZE.width - MARGIN);
  expect(ink.bottom).toBeLessThan(MIDDLE.bottom - 10);
});

test('a card has the same bytes whenever it is drawn', async () => {
  const card = { ...english, headline: LONG.slice(0, 90) };
  expect(await new TakumiRenderer(ROOT).draw(card)).toEqual(await renderer.draw(card));
});

describe('what the fonts can’t write', () => {
  test.each([
    ['Latin, with marks of many languages', 'Größe, Ayvalık’ta, Đà Nẵng, Œuvre', true],
    ['Greek and Cyrillic', 'Ελλάδα и Россия', true],
    ['Arabic and Persian', 'الميناء و زعفران‌کاران', true],
    ['Chinese', 'Ferry 北京', false],
    ['nothing but an emoji', '🚢', false],
  ])('%s', (_, headline, can) => {
    expect(renderer.canDraw(headline)).toBe(can);
  });

  test('is left out where it is a sign, or stands beside the headline', async () => {
    const plain = await renderer.draw({ ...english, headline: 'Ferry sails' });
    expect(await renderer.draw({ ...english, headline: 'Ferry 🚢 sails', kicker: '北京' })).toEqual(plain);
  });
});

test('where the packages that draw are missing, it is said what to install', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wirecopy-'));
  expect(() => resolveRenderer(folder)).toThrow(
    'npm install @takumi-rs/core @fontsource/source-serif-4 @fontsource/noto-naskh-arabic',
  );
  rmSync(folder, { recursive: true });
  expect(resolveRenderer(ROOT)).toMatch(/^@takumi-rs\/core \d+\.\d+\.\d+, /);
});
