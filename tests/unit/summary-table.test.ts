// Summaries in columns: what was written of a story is what is read of it, in each thread.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { isRetracted, parseSummary, type SummaryRow } from '../../integration/stories/story-summary.ts';
import {
  openSummaries,
  type SharedSummaries,
  SummaryTable,
} from '../../integration/stories/summary-table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'summaries-'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = (id: string, more: Partial<SummaryRow> = {}): SummaryRow => ({
  id,
  key: '0123456789abcdef',
  location: [0, 0, 10],
  line: 1,
  headline: `Of ${id}`,
  lang: 'en',
  dir: 'ltr',
  places: [],
  ...more,
});

const correctedStory = (retracted?: string): NonNullable<SummaryRow['corrected']> => ({
  headline: 'Of corrected',
  lang: 'en',
  dir: 'ltr',
  places: [],
  words: '',
  photos: [],
  lines: [1, 2],
  bytes: [0, 10],
  body: 3,
  digest: 'd',
  wordCount: 3,
  ...(retracted && { retracted }),
});

const ROWS = [
  row('plain'),
  row('all', {
    key: 'fedcba9876543210',
    // Beyond 32 bits.
    location: [7, 2 ** 33 + 5, 2 ** 20],
    date: '2025-04-24',
    basis: 'photo',
    places: ['Syria', 'Côte d’Ivoire'],
    section: 'Ports',
    byline: 'Ann Ode',
    agency: 'KNA',
    related: [3, -1],
  }),
  row('withdrawn', { corrected: correctedStory('It was of another day.') }),
  row('קמח', { headline: 'קמח 灯塔 “𝄞”', lang: 'he', dir: 'rtl', places: ['Syria', 'Côte d’Ivoire'] }),
  row('corrected', { corrected: correctedStory() }),
  row('far', { date: '2999-01-01', basis: 'stated', far: true, section: 'Ports' }),
];
const LINES = ROWS.map((each) => JSON.stringify(each));

function written(lines: readonly string[], digest: string): SharedSummaries {
  const file = path.join(folder, 'summaries.jsonl');
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return openSummaries(file, digest, lines.length);
}

test('a table gives of each story what its row says, retracted ones apart', () => {
  const table = new SummaryTable(written(LINES, 'a'));
  const expected = LINES.map((line) => parseSummary(line));
  // What a row does not say may be there as undefined, or as false.
  const said = (stories: readonly object[]) =>
    stories.map((story) =>
      JSON.parse(JSON.stringify({ isFar: false, ...JSON.parse(JSON.stringify(story)) })),
    );
  expect(said(table.published)).toEqual(said(expected.filter((each) => !isRetracted(each))));
  expect(said(table.retracted)).toEqual(said(expected.filter(isRetracted)));
});

test('a story is found by its id where it is published, and only by the whole of it', () => {
  const table = new SummaryTable(written(LINES, 'b'));
  for (const [at, { id }] of table.published.entries()) expect(table.positionOf(id)).toBe(at);
  for (const id of ['withdrawn', 'fa', 'far2', '']) expect(table.positionOf(id)).toBeUndefined();
});

test('what is equal of many stories stands once', () => {
  const table = new SummaryTable(written([...LINES, ...LINES], 'c'));
  const [, first, , , , , second] = table.published;
  expect(second?.data.date).toBe(first?.data.date);
  expect(second?.data.places).toBe(first?.data.places);
});

test('a file is read once, until it is another', () => {
  const shared = written(LINES, 'd');
  expect(written(LINES.slice(1), 'd')).toBe(shared);
  expect(written(LINES.slice(1), 'e')).not.toBe(shared);
});

test('another thread has the same stories over the same memory', async () => {
  const { port1, port2 } = new MessageChannel();
  const sent = new Promise<SharedSummaries>((resolve) => port2.once('message', resolve));
  const shared = written(LINES, 'f');
  port1.postMessage(shared);
  const received = await sent;
  port1.close();
  const [own, others] = [new SummaryTable(shared), new SummaryTable(received)];
  expect(JSON.stringify(others.published)).toBe(JSON.stringify(own.published));
  expect(others.positionOf('far')).toBe(own.positionOf('far'));
  // The memory is one: what is changed there is seen here.
  Buffer.from(shared.text).write('P');
  expect(others.published[0]?.id).toBe('Plain');
});

test('an index of no story is a table of none', () => {
  expect(new SummaryTable(written([], 'g')).published).toEqual([]);
});
