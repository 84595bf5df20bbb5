// Texts of stories that are kept beside their records: what comes back is what was read, and never anything else.
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Block } from '../../integration/dump/index.ts';
import { RangeReader } from '../../integration/files/range-reader.ts';
import { readKeptText, TextKeeper, type TextLocation } from '../../integration/stories/kept-texts.ts';
import { readBodyFrom } from '../../integration/stories/read-body.ts';
import { StoryIndex } from '../../integration/stories/story-index.ts';
import { storyText } from '../dumps.ts';
import { load } from './loading.ts';

let folder: string;
let ranges: RangeReader;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-texts-'));
  ranges = new RangeReader();
});
afterEach(async () => {
  ranges.close();
  await rm(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const DIGEST = '0123456789abcdef0123456789abcdef';

const TEXTS: Block[][] = [
  [{ type: 'paragraph', text: 'The ferry came at noon.' }],
  [],
  [
    { type: 'subhead', text: 'Zurück – назад – 戻る – 🚢' },
    { type: 'list', items: ['one', 'two'] },
  ],
  // Larger than what is written at once.
  [{ type: 'paragraph', text: 'é'.repeat(700_000) }],
];

describe('a text that is kept', () => {
  test('comes back as it was, whatever its size and its letters', () => {
    const keeper = new TextKeeper(at('texts'));
    const places = TEXTS.map((blocks) => keeper.add(blocks, DIGEST));
    keeper.close();
    const read = places.map((location) => readKeptText(ranges, { file: at('texts'), location }, DIGEST));
    expect(read).toEqual(TEXTS);
  });

  test('is nothing where a byte is another, the end is missing, the words are another’s, or there is no file', async () => {
    const keeper = new TextKeeper(at('texts'));
    const location = keeper.add([{ type: 'paragraph', text: 'It left at one.' }], DIGEST);
    keeper.close();
    const read = (place: TextLocation = location, digest = DIGEST) => {
      const own = new RangeReader();
      const found = readKeptText(own, { file: at('texts'), location: place }, digest);
      own.close();
      return found;
    };
    expect(read()).toBeDefined();
    expect(read(location, DIGEST.replace('0', '1'))).toBeUndefined();
    expect(read([location[0] + 1, location[1]])).toBeUndefined();
    const bytes = await readFile(at('texts'));
    for (let position = 0; position < bytes.length; position += 5) {
      const flipped = Buffer.from(bytes);
      flipped[position] = (flipped[position] ?? 0) ^ 1;
      for (const damaged of [flipped, bytes.subarray(0, position)]) {
        await writeFile(at('texts'), damaged);
        expect(read(), `at ${position}`).toBeUndefined();
      }
    }
    await rm(at('texts'));
    expect(read()).toBeUndefined();
  });
});

describe('the texts of a dump', () => {
  const story = (number: number) =>
    storyText(`Ferry ${number} Returns`, [`It came at noon, and left at ${number}.`, 'Nobody said why.']);
  const dumpOf = (numbers: readonly number[]) => numbers.map(story).join('\n\n\n\n');
  const index = () => new StoryIndex(at('cache/wirecopy/stories'), ranges);
  const bodies = (kept: boolean) => {
    const stories = index();
    return stories.summaries.map((summary) => {
      const { kept: text, ...entry } = stories.story(summary);
      expect(text).toBeDefined();
      return readBodyFrom(ranges, kept && text ? { ...entry, kept: text } : entry, { root: folder });
    });
  };
  const texts = async () => {
    const names = await readdir(at('cache/wirecopy/stories'));
    return at(`cache/wirecopy/stories/${names.find((name) => name.endsWith('.texts'))}`);
  };

  test('are what its stories are read as, after it has grown too, and equal to those of a clean load', async () => {
    await writeFile(at('wire.txt'), dumpOf([1, 2, 3]));
    await load(folder, { dumps: 'wire.txt' });
    await appendFile(at('wire.txt'), `\n\n\n\n${dumpOf([4, 5])}`);
    await load(folder, { dumps: 'wire.txt' });
    expect(bodies(true)).toHaveLength(5);
    expect(bodies(true)).toEqual(bodies(false));
    const grown = await readFile(await texts());
    ranges.close();
    await rm(at('cache'), { recursive: true });
    await load(folder, { dumps: 'wire.txt' });
    expect((await readFile(await texts())).equals(grown)).toBe(true);
  });

  test('may be damaged or gone: their stories are read from the dump', async () => {
    await writeFile(at('wire.txt'), dumpOf([1, 2, 3]));
    await load(folder, { dumps: 'wire.txt' });
    const whole = bodies(true);
    const file = await texts();
    for (const damage of [() => writeFile(file, 'no text'), () => rm(file)]) {
      await damage();
      ranges.close();
      expect(bodies(true)).toEqual(whole);
    }
  });
});
