// Dates that are hardly true.
import { describe, expect, test } from 'vitest';
import { farFrom, farMessages } from '../../integration/stories/far-dates.ts';

const spread = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    new Date(
      Date.UTC(from, 0, 1) + (at * (Date.UTC(to, 0, 1) - Date.UTC(from, 0, 1))) / Math.max(1, count - 1),
    )
      .toISOString()
      .slice(0, 10),
  );

describe('a date is far', () => {
  test.each([
    ['a century beyond the others', [...spread(2024, 2025, 20), '2124-05-01'], '2124-05-01'],
    ['eighteen years beyond many of one year', [...spread(2024, 2025, 20), '2042-05-01'], '2042-05-01'],
    ['two of a hundred', [...spread(2020, 2025, 100), '2124-05-01', '2125-01-01'], '2124-05-01'],
    ['a century beyond the only other', ['2024-05-01', '2124-05-01'], '2124-05-01'],
  ])('%s', (_, days, from) => {
    expect(farFrom(days)).toBe(from);
  });
});

describe('no date is far', () => {
  test.each([
    ['of none', []],
    ['alone', ['2124-05-01']],
    ['years after another', ['2005-05-01', '2014-05-01']],
    ['of an archive with a gap of three years', [...spread(2010, 2012, 50), '2015-01-01']],
    ['of few that are years apart', ['1998-01-01', '2005-01-01', '2014-01-01', '2024-01-01', '2034-01-01']],
    ['of which every third is as far', [...spread(2024, 2025, 6), ...spread(2040, 2041, 3)]],
  ])('%s', (_, days) => {
    expect(farFrom(days)).toBeUndefined();
  });
});

test('a check also tells of a date that has not come yet, once', () => {
  const days = [...spread(2024, 2025, 20), '2124-05-01', '2025-06-01'];
  const lines = Map.groupBy(days.keys(), (at) => days[at] ?? '');
  const dates = new Map([...lines].map(([day, at]) => [day, at.map((each) => each + 1)]));
  const messages = farMessages(dates, '2025-05-01');
  expect(messages.map(({ code, line }) => [code, line])).toEqual([
    ['date-far', 21],
    ['date-far', 22],
  ]);
  expect(messages.map(({ text }) => text)).toEqual([
    expect.stringContaining('far beyond all others'),
    expect.stringContaining('has not come yet'),
  ]);
});
