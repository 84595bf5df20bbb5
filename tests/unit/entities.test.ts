// Entities that a scraper left in a dump.
import { describe, expect, test } from 'vitest';
import { DumpReader, readDump, readStoryText } from '../../integration/dump/index.ts';
import { candidateIds } from '../../integration/stories/ids.ts';
import { storyText } from '../dumps.ts';

const ESCAPED = `${[
  storyText('The Harbor&#8217;s Lamp &amp; Its Keeper', [
    'Nobody at the pier &#8212; not even &quot;Old Tom&quot; &#8212; had seen it dark.',
    '&nbsp;',
    'Oil &amp; wick cost &pound;3 a week, &amp;#8220;and that is dear,&amp;#8221; he said.',
  ]),
  storyText('Caf&eacute; on the Mole', ['It sells tea &amp; buns.', 'A bun is &lt;b&gt; bold.']),
].join('\n\n\n\n')}\n`;

describe('a dump with entities throughout', () => {
  const dump = readDump(ESCAPED);

  test('is read as it was meant, and that is said once', () => {
    expect(dump.stories.map(({ headline }) => headline)).toEqual([
      'The Harbor’s Lamp & Its Keeper',
      'Café on the Mole',
    ]);
    expect(
      dump.stories.flatMap(({ blocks }) => blocks.map((block) => 'text' in block && block.text)),
    ).toEqual([
      'Nobody at the pier — not even "Old Tom" — had seen it dark.',
      'Oil & wick cost £3 a week, “and that is dear,” he said.',
      'It sells tea & buns.',
      'A bun is <b> bold.',
    ]);
    const said = dump.messages.filter(({ code }) => code === 'entities');
    expect(said).toMatchObject([{ severity: 'info', line: 1 }]);
  });

  test('makes ids without their numbers', () => {
    const [story] = dump.stories;
    const [id] = candidateIds(story?.headline ?? '', story?.digest ?? '');
    expect(id).toBe('the-harbors-lamp-its-keeper');
  });

  test('has a ledger that adds up: a line of nothing but an entity for a space is blank', () => {
    expect(Object.values(dump.ledger).reduce((sum, count) => sum + count, 0)).toBe(dump.lines);
    expect(dump.ledger.unclaimed).toBe(0);
  });

  test('gives each story’s text back from its bytes, with its digest', () => {
    for (const { bytes, body, blocks, digest } of dump.stories) {
      const text = readStoryText(Buffer.from(ESCAPED).subarray(...bytes), body - bytes[0], true);
      expect(text).toEqual({ blocks, digest });
    }
  });

  test('is read the same in pieces of any size', () => {
    for (const size of [1, 7, 64]) {
      const reader = new DumpReader();
      const bytes = Buffer.from(ESCAPED);
      const found = [];
      for (let at = 0; at < bytes.length; at += size)
        found.push(...reader.push(bytes.subarray(at, at + size)));
      found.push(...reader.end());
      expect(found.flatMap(({ story }) => story ?? [])).toEqual(dump.stories);
    }
  });
});

test.each([
  [
    'speaks of an entity',
    'Write &amp; where you mean an ampersand, she told the class at AT&T, and &lt; for less.',
  ],
  ['has one slip', 'The firm of Lamp &amp; Sons closed on Monday.'],
  ['has an address', 'See https://harbor.example/?a=1&copy=2&amp=3 for the whole list & more.'],
])('a dump that %s keeps its text', (_, line) => {
  const { stories, messages } = readDump(`${storyText('A Lamp Story', [line, 'It is all there is.'])}\n`);
  expect(stories[0]?.blocks[0]).toEqual({ type: 'paragraph', text: line });
  expect(messages.map(({ code }) => code)).not.toContain('entities');
});
