// The templates whose pages a build knows: as they were when it was seen that their pages are what it takes them for.
import { expect, test } from 'vitest';
import { areAsShipped, SHIPPED, templateDigest } from '../../integration/vite/shipped-templates.ts';

test('are noted as they are: look whether pages differ in nothing but what story-page.ts says, and note the digest', () => {
  const now = Object.fromEntries(Object.keys(SHIPPED).map((file) => [file, templateDigest(file)]));
  expect(SHIPPED).toEqual(now);
  expect(areAsShipped()).toBe(true);
});

test('are not known where there is none', () => {
  expect(templateDigest('components/Nowhere.astro')).toBeUndefined();
});
