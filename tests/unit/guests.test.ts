// Whose a page is in a site that has pages of its own.
import path from 'node:path';
import { expect, test } from 'vitest';
import { Contest, isWithin } from '../../integration/build/contested-paths.ts';
import { anywhereId, fileOfId, isTemplate } from '../../integration/vite/linked-templates.ts';

const page = (pathname: string, component: string, route = pathname) => ({
  pathname,
  route: { component, route },
});
type Page = ReturnType<typeof page>;

/** The pages that have their addresses. */
function admitted(
  pages: readonly Page[],
  behavior: Parameters<Contest['settle']>[0],
  said: string[] = [],
): Page[] {
  const contest = new Contest(({ component }) => component.startsWith('ours/'));
  const admitted = pages.filter((each) => contest.admits(each));
  const isContested = contest.settle(behavior, { warn: (text) => void said.push(text) });
  expect(isContested).toBe(admitted.length < pages.length);
  return admitted;
}

test('where two routes have one address, the first in Astro’s order has it, and that is said', () => {
  const said: string[] = [];
  const ours = page('/news/stories/x/', 'ours/stories/[id].astro');
  const theirs = page('/news/stories/x', 'src/pages/news/[...rest].astro');
  const other = page('/news/about', 'src/pages/news/[...rest].astro');
  expect(admitted([ours, theirs, other], 'warn', said)).toEqual([ours, other]);
  expect(admitted([theirs, other, ours], 'ignore', said)).toEqual([theirs, other]);
  expect(said).toEqual([
    expect.stringContaining('is made by ours/stories/[id].astro and not by src/pages/news/[...rest].astro'),
    expect.stringContaining('is made by src/pages/news/[...rest].astro and not by ours/stories/[id].astro'),
  ]);
  expect(() => admitted([ours, theirs], 'error')).toThrow('same address');
});

test('so it is where a module lists the pages of one of them, which are asked for and not kept', () => {
  const theirs = page('/news/stories/x', 'src/pages/news/[...rest].astro');
  const listed = page('/news/stories/x', 'ours/stories/[id].astro', '/news/stories/[id]');
  const other = { ...listed, pathname: '/news/stories/y' };
  const elsewhere = page('/cables/stories/x', 'src/pages/cables/[...rest].astro');
  const unlisted = page('/news/stories/z', 'src/pages/news/[...rest].astro');
  const find = (name: string) => (['x', 'y'].includes(name) ? { name } : undefined);
  const admittedOf = (pages: readonly Page[]) => {
    const contest = new Contest(
      ({ component }) => component.startsWith('ours/'),
      new Map([[listed.route, { find }]]),
    );
    return pages.filter((each) => contest.admits(each));
  };
  expect(admittedOf([listed, other, theirs, elsewhere, unlisted])).toEqual([
    listed,
    other,
    elsewhere,
    unlisted,
  ]);
  expect(admittedOf([theirs, listed, other])).toEqual([theirs, other]);
});

test('what the project’s own pages contest between them is left to Astro', () => {
  const said: string[] = [];
  const both = [page('/a', 'src/pages/a.astro'), page('/a/', 'src/pages/[x].astro')];
  expect(admitted(both, 'warn', said)).toEqual(both);
  expect(said).toEqual([]);
});

test.each([
  ['C:\\site\\src\\pages', 'C:\\site\\src\\pages\\stories\\[id].astro', true],
  ['C:\\site\\src\\pages', 'c:\\site\\src\\pages\\index.astro', true],
  ['C:\\site\\src\\pages', 'C:\\site\\src\\pages-of-theirs\\a.astro', false],
  ['C:\\site\\src\\pages', 'D:\\site\\src\\pages\\a.astro', false],
])('on Windows, whether %s holds %s', (folder, file, expected) => {
  expect(isWithin(folder, file, path.win32)).toBe(expected);
});

test.each([
  ['/opt/wirecopy/src', '/opt/wirecopy/src/pages/search.astro?astro&type=script&index=0&lang.ts'],
  ['C:\\wirecopy\\src', 'c:/wirecopy/src/pages/search.astro?astro&type=script&index=0&lang.ts'],
  ['C:\\wirecopy\\src', 'C:/wirecopy/src/pages/search.astro?astro&type=style&index=0&lang.css'],
])('a part of a template that is linked from %s is found by an id that leads back to it', (templates, id) => {
  expect(isTemplate(id, templates)).toBe(true);
  expect(isTemplate(id.replace('/src/', '/src-of-theirs/'), templates)).toBe(false);
  expect(anywhereId(id)).toMatch(/^\/@fs\/[^/]/u);
  expect(fileOfId(anywhereId(id))).toBe(id);
  expect(fileOfId(id)).toBeUndefined();
});
