// A front page of stories that nothing dates: it says nothing of when they were.
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../shared-builds.ts';
import { writeProject } from '../sites.ts';
import { named, pageAt, textOf } from './published.ts';

const records = Array.from({ length: 9 }, (_, at) => ({
  headline: `The ${at + 1}. Lamp of the Quay Is Lit`,
  text: `Lamp ${at + 1} of the quay was lit, said its keeper.\n\nIt had been dark for a while.`,
}));

test('is not said to come earlier, and has no newest story', async () => {
  const folder = await writeProject('undated', {
    'package.json': '{ "name": "host", "private": true, "type": "module" }',
    'astro.config.mjs': `
      import wirecopy from 'astro-wirecopy';
      export default { site: 'https://host.example', integrations: [wirecopy()] };`,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { dumpLoader } from 'astro-wirecopy/loader';
      export const collections = { stories: defineCollection({ loader: dumpLoader({ dumps: '*.jsonl' }) }) };`,
    'lamps.jsonl': records.map((record) => JSON.stringify(record)).join('\n'),
  });
  const built = await buildSite(folder);
  expect(built.code, built.output).toBe(0);
  const front = pageAt(path.join(folder, 'dist'), 'index.html');
  expect(named(front, 'h2', 'rubric').map(textOf)).toEqual(['Stories without a date']);
  expect(named(front, 'time')).toEqual([]);
});
