// What wirecopy() is given: what it makes of it, and what it says where that can't be.
import { expect, test } from 'vitest';
import { readSections } from '../../integration/options.ts';

test('without options there is one section, at the root of its host', () => {
  for (const given of [[], [{}], [undefined]]) {
    expect(readSections(given)).toMatchObject([{ title: 'The Wire', base: '/', collection: 'stories' }]);
  }
});

test('a base is the same with a slash at its end and without', () => {
  expect(readSections([{ base: '/news/' }])).toMatchObject([{ base: '/news' }]);
});

test('an error says which of several sections it is about', () => {
  expect(() => readSections([{ base: '/news' }, { base: 'cables' }])).toThrow(
    /section 2, base: starts with a slash/,
  );
});

test('two sections that claim the same addresses are an error that says what to write', () => {
  const told =
    /claim the same addresses: one at \S+, one at \S+\. .*wirecopy\(\{ base: '\/news' \}, \{ base: /;
  for (const [one, other] of [
    ['/', '/'],
    ['/news', '/news/'],
    ['/', '/archive'],
    ['/news/places/norway', '/news'],
    ['/', '/pagefind'],
  ]) {
    expect(() => readSections([{ base: one }, { base: other }]), `${one} ${other}`).toThrow(told);
  }
});

test('a section may stand below another where no page of that one is', () => {
  for (const bases of [
    ['/', '/news'],
    ['/news', '/newsroom'],
    ['/news', '/news/cables', '/archive'],
  ]) {
    expect(readSections(bases.map((base) => ({ base }))).map(({ base }) => base)).toEqual(bases);
  }
});
