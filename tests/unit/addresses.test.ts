// Addresses are promises: what the lock of addresses keeps, and what is said where there is none.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';
import { AddressLock } from '../../integration/stories/address-lock.ts';
import { refuseDamage } from '../../integration/stories/address-lock-file.ts';
import { IdAssigner } from '../../integration/stories/id-assigner.ts';
import { LockLines } from '../../integration/stories/lock-lines.ts';
import { updatedLock } from '../../integration/stories/lock-update.ts';
import { PublishedAddresses, publishedFile } from '../../integration/stories/published-addresses.ts';
import { storyIndexFolder } from '../../integration/stories/story-index-folder.ts';
import type { StoryRecord } from '../../integration/stories/story-reader.ts';
import { areEdited, storyWords } from '../../integration/stories/story-words.ts';
import { storyText } from '../dumps.ts';
import { runCli } from './cli.ts';

const SPRING = [
  'The ferry to the outer island leaves an hour later from Monday on.',
  'Two of the five cranes at the grain pier are being painted, and the third is out of use until the middle of the month.',
  'Nobody was hurt when a crate of oranges fell into the basin on Thursday night.',
];
const AUTUMN = [
  'Pilots ask all masters to keep to the northern channel while the dredger works.',
  'The lamp on the old mole has been dark since the storm; a keeper shows a lantern by hand at dusk.',
  'A school of porpoises was seen off the bar for the first time in six years.',
];
const NOTES = 'Harbor Notes of the Week';

/** The stories of some dumps, with what the lock knows them by. */
function storiesOf(
  ...dumps: [name: string, ...stories: [headline: string, paragraphs: readonly string[]][]][]
) {
  return dumps.flatMap(([name, ...stories]) =>
    readDump(
      `${stories.map(([headline, text]) => storyText(headline, [...text])).join('\n\n\n\n')}\n`,
    ).stories.map((story) => ({
      name,
      record: { ...story, ...NO_CONTEXT, words: storyWords(story.blocks) },
    })),
  );
}
const NO_CONTEXT = { lang: 'en', dir: 'ltr', places: [] as string[] } as const;

/** Their ids. */
function idsOf(stories: ReturnType<typeof storiesOf>, lock?: AddressLock) {
  const assigner = new IdAssigner<StoryRecord & { blocks: unknown }, string>(lock);
  const ids = new Map<string, string>();
  const keyOf = ({ headline, words }: StoryRecord) => `${headline} ${words}`;
  const add = (record: StoryRecord & { id: string }) => ids.set(keyOf(record), record.id);
  for (const { name, record } of stories) {
    const { story } = assigner.assign(record, name, name);
    if (story) add(story);
  }
  for (const { story } of assigner.assignPending()) if (story) add(story);
  return stories.map(({ record }) => ids.get(keyOf(record)));
}

const lockOf = (stories: ReturnType<typeof storiesOf>, ids: readonly (string | undefined)[]) =>
  AddressLock.of(stories.map(({ record }, at) => ({ id: ids[at] ?? '', words: record.words })));

describe('a story in the lock keeps its address', () => {
  const published = storiesOf(['2026-03-01.txt', [NOTES, SPRING]]);
  const lock = lockOf(published, idsOf(published));

  test('where an older dump comes that has another story under the same headline', () => {
    const both = storiesOf(['2025-11-02.txt', [NOTES, AUTUMN]], ['2026-03-01.txt', [NOTES, SPRING]]);
    const [older, newer] = idsOf(both, lock);
    expect(newer).toBe('harbor-notes-of-the-week');
    expect(older).toMatch(/^harbor-notes-of-the-week-[0-9a-f]{8}$/u);
    expect(idsOf(both)).not.toEqual([older, newer]);
  });

  test('where the dump that had the other story goes, and where it comes back', () => {
    const both = storiesOf(['a.txt', [NOTES, AUTUMN]], ['b.txt', [NOTES, SPRING]]);
    const [older, newer] = idsOf(both);
    const second = lockOf(both, [older, newer]);
    expect(idsOf(both.slice(1), second)).toEqual([newer]);
    expect(idsOf(both.toReversed(), second)).toEqual([newer, older]);
  });

  test('where the dumps are renamed, so that they are read in another order', () => {
    const both = storiesOf(['a.txt', [NOTES, AUTUMN]], ['b.txt', [NOTES, SPRING]]);
    const ids = idsOf(both);
    const renamed = storiesOf(['1.txt', [NOTES, SPRING]], ['2.txt', [NOTES, AUTUMN]]);
    expect(idsOf(renamed, lockOf(both, ids))).toEqual(ids.toReversed());
  });

  test('where its headline changed and its words did not', () => {
    expect(idsOf(storiesOf(['a.txt', ['Cranes Painted, Oranges Lost', SPRING]]), lock)).toEqual([
      'harbor-notes-of-the-week',
    ]);
  });

  test('where its words were edited and its headline was not', () => {
    const edited = [
      SPRING[0] ?? '',
      'Two of the six cranes at the grain pier are being painted.',
      SPRING[2] ?? '',
    ];
    expect(idsOf(storiesOf(['a.txt', [NOTES, edited]]), lock)).toEqual(['harbor-notes-of-the-week']);
  });

  test('and no other story takes it once it is gone', () => {
    const [id] = idsOf(storiesOf(['a.txt', [NOTES, AUTUMN]]), lock);
    expect(id).toMatch(/^harbor-notes-of-the-week-[0-9a-f]{8}$/u);
  });

  test('where another story has the same text under another headline and comes first', () => {
    const stories = storiesOf(['a.txt', ['Oranges Lost', SPRING]], ['b.txt', [NOTES, SPRING]]);
    const assigner = new IdAssigner(lock);
    const ids = stories.flatMap(
      ({ name, record }) => assigner.assign(record, name, undefined).story?.id ?? [],
    );
    ids.push(...[...assigner.assignPending()].flatMap(({ story }) => story?.id ?? []));
    expect(ids.toSorted()).toEqual(['harbor-notes-of-the-week', 'oranges-lost']);
  });
});

describe('words', () => {
  const of = (paragraphs: readonly string[]) =>
    storyWords(paragraphs.map((text) => ({ type: 'paragraph', text })));

  test('are told from others, in any script, and known again where they were edited', () => {
    const arabic = [
      'وصلت السفينة إلى الميناء صباح اليوم وعلى متنها مئة صندوق من البرتقال',
      'وقال الربان إن البحر كان هادئا',
    ];
    const chinese = ['渡轮星期一起晚一小时开往外岛，码头上的两台起重机正在油漆。', '没有人受伤。'];
    for (const text of [SPRING, AUTUMN, arabic, chinese]) {
      expect(areEdited(of([...text, 'One more line.']), of(text))).toBe(true);
      for (const other of [SPRING, AUTUMN, arabic, chinese])
        if (other !== text) expect(areEdited(of(other), of(text))).toBe(false);
    }
  });
});

describe('a lock', () => {
  const words = (digit: string) => digit.repeat(40);

  test('is sorted, whatever order stories come in, and reads as it was written', () => {
    const addresses = [
      { id: 'b', words: words('1') },
      { id: 'ميناء', words: words('2') },
      { id: 'a', words: words('3'), movedTo: 'b' },
    ];
    const text = AddressLock.of(addresses).toString();
    expect(text).toBe(AddressLock.of(addresses.toReversed()).toString());
    expect(text.split('\n').slice(1, -1)).toEqual([
      `a ${words('3')} b`,
      `b ${words('1')}`,
      `ميناء ${words('2')}`,
    ]);
    expect(LockLines.of(addresses).text().toString()).toBe(text);
    const read = new AddressLock(Buffer.from(text.replaceAll('\n', '\r\n')));
    expect([...read.addresses()]).toEqual([addresses[2], addresses[0], addresses[1]]);
    expect(read.at('ميناء')).toEqual(addresses[1]);
    expect(read.formerIds('b')).toEqual(['a']);
    expect(read.isOf('ميناء', words('2'))).toBe(true);
    expect(read.isOf('ميناء', words('1'))).toBe(false);
    expect(read.isOf('a', words('3'))).toBe(false);
  });

  test.each([
    ['an id without words', 'a', 1],
    ['words that are cut off', `a ${words('1').slice(1)}`, 1],
    ['a mark of a merge', `<<<<<<< main\na ${words('1')}`, 1],
    ['an address twice', `a ${words('1')}\nb ${words('2')}\na ${words('3')}`, 3],
    ['an address that leads nowhere', `a ${words('1')} b`, 1],
  ])('with %s is refused, with the line', (_, text, line) => {
    expect(() => refuseDamage(new AddressLock(Buffer.from(text)), 'src/addresses.lock')).toThrow(
      `src/addresses.lock:${line}:1`,
    );
  });

  test('keeps what it has when stories are added; gives up those that are gone only where asked to', () => {
    const lock = AddressLock.of([
      { id: 'gone', words: words('1') },
      { id: 'here', words: words('2') },
    ]);
    const now = AddressLock.of([
      { id: 'here', words: words('2') },
      { id: 'new', words: words('3') },
    ]);
    const ids = (of: AddressLock) => [...of.addresses()].map(({ id }) => id);
    expect(ids(updatedLock(lock, now))).toEqual(['gone', 'here', 'new']);
    expect(ids(updatedLock(lock, now, { prune: true }))).toEqual(['here', 'new']);
  });

  test('of many lines tells each story’s address', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      id: at % 2 ? `story-${at}` : `قصة-${at}`,
      words: at.toString(16).padStart(8, '0').repeat(5),
    }));
    const lock = AddressLock.of(many);
    expect(lock.size).toBe(many.length);
    for (const address of many) {
      expect(lock.at(address.id)).toEqual(address);
      expect(lock.withWords(address.words)).toEqual([address]);
    }
    expect(lock.at('story-0')).toBeUndefined();
  });
});

describe('without a lock', () => {
  /** What is said of each story of a build, by its id. */
  function said(before: ReturnType<typeof storiesOf>, now: ReturnType<typeof storiesOf>) {
    const published = new PublishedAddresses(lockOf(before, idsOf(before)));
    const ids = idsOf(now);
    const taken = now.map(({ record }, at) => published.compare({ ...record, id: ids[at] ?? '' }, `${at}`));
    const moved = published.moved();
    return now.map((_, at) => (taken[at] ?? moved.find(({ dump }) => dump === `${at}`)?.message)?.text);
  }

  const march = storiesOf(['2026-03-01.txt', [NOTES, SPRING]]);

  test('a build says which published story an older dump moves, and that its address has another', () => {
    const [older, newer] = said(
      march,
      storiesOf(['2025-11-02.txt', [NOTES, AUTUMN]], ['2026-03-01.txt', [NOTES, SPRING]]),
    );
    expect(older).toContain('“harbor-notes-of-the-week” was the address of another story');
    expect(newer).toContain('Was published as “harbor-notes-of-the-week”');
  });

  test('a build says where another story takes the address of one that is gone', () => {
    expect(said(march, storiesOf(['2026-03-08.txt', [NOTES, AUTUMN]]))[0]).toContain('another story');
  });

  test('nothing is said of a story whose former address leads to it', () => {
    const record = march[0]?.record;
    if (!record) throw new Error('There is no story.');
    const published = new PublishedAddresses(lockOf(march, idsOf(march)));
    const renamed = { ...record, id: 'cranes-painted' };
    expect(published.compare(renamed, 'a.txt', ['harbor-notes-of-the-week'])).toBeUndefined();
    expect(published.moved()).toEqual([]);
    expect(published.compare(renamed, 'a.txt')).toBeUndefined();
    expect(published.moved()).toMatchObject([{ dump: 'a.txt', message: { code: 'address-moved' } }]);
  });

  test.each([
    ['above', '2026-02-01.txt'],
    ['below', '2026-04-01.txt'],
  ])(
    'nothing is said of a story %s one that stays, of whose text it is under another headline',
    (_, dump) => {
      const [again] = storiesOf([dump, ['Cranes Painted', SPRING]]);
      if (!again) throw new Error('There is no story.');
      const both = [...march, again].sort((one, other) => (one.name < other.name ? -1 : 1));
      expect(new Set(idsOf(both)).size).toBe(2);
      expect(said(march, both)).toEqual([undefined, undefined]);
      expect(said(march, [again])[0]).toContain('Was published as “harbor-notes-of-the-week”');
    },
  );

  test('nothing is said where nothing moves: a story edited, one more story, one less', () => {
    const edited = storiesOf([
      '2026-03-01.txt',
      [NOTES, [...SPRING, 'More on Friday.']],
      ['Lanterns of the Mole', AUTUMN],
    ]);
    expect(said(march, edited)).toEqual([undefined, undefined]);
    expect(said(edited, march)).toEqual([undefined]);
  });
});

describe('on the command line', () => {
  let folder = '';
  const home = process.cwd();
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-lock-'));
    process.chdir(folder);
    await writeFile('march.txt', `${storyText(NOTES, SPRING)}\n`);
    await writeFile('autumn.txt', `${storyText(NOTES, AUTUMN)}\n`);
  });
  afterAll(async () => {
    process.chdir(home);
    await rm(folder, { recursive: true });
  });

  test('“wirecopy lock” locks the addresses of dumps, and “check” keeps to them', async () => {
    const locked = await runCli('lock', 'march.txt');
    expect(locked).toMatchObject({ code: 0, out: 'src/addresses.lock: 1 address, 1 new.\n' });
    const { out } = await runCli('check', '--json', 'autumn.txt', 'march.txt');
    const ids = JSON.parse(out).dumps.map(({ stories }: { stories: { id: string }[] }) => stories[0]?.id);
    expect(ids).toEqual([
      expect.stringMatching(/^harbor-notes-of-the-week-[0-9a-f]{8}$/u),
      'harbor-notes-of-the-week',
    ]);
    expect(await runCli('lock', 'march.txt', 'autumn.txt')).toMatchObject({
      out: 'src/addresses.lock: 2 addresses, 1 new.\n',
    });
    expect((await readFile('src/addresses.lock', 'utf8')).split('\n')).toHaveLength(4);
  });

  test('“wirecopy lock” takes what dumps call their fields, as “check” does', async () => {
    await writeFile(
      'own.txt',
      `${JSON.stringify({ kopje: 'The Quay Is Swept Again', stuk: 'It was swept at dawn.' })}\n`,
    );
    const args = ['--out', 'own.lock', 'own.txt'];
    expect(await runCli('lock', ...args)).toMatchObject({ code: 2 });
    expect(
      await runCli('lock', '--format', 'jsonl', '--field', 'headline=kopje', '--field', 'text=stuk', ...args),
    ).toMatchObject({ code: 0, out: 'own.lock: 1 address, 1 new.\n' });
    expect(await readFile('own.lock', 'utf8')).toContain('the-quay-is-swept-again');
    expect(await runCli('lock', '--format', 'jsonk', ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean “jsonl”'),
    });
  });

  describe('of several collections that were built', () => {
    const builtAs = async (...names: string[]) => {
      await rm('node_modules/.astro', { recursive: true, force: true });
      for (const name of names) {
        const index = storyIndexFolder('node_modules/.astro', name);
        await mkdir(index, { recursive: true });
        const address = {
          id: `of-${name.replace(' ', '-')}`,
          words: storyWords([{ type: 'paragraph', text: name }]),
        };
        await writeFile(publishedFile(index), LockLines.of([address]).text());
      }
    };
    const locked = async (...args: string[]) => {
      await rm('src', { recursive: true, force: true });
      return runCli('lock', ...args);
    };

    test('the customary one is locked, and the others are named with what locks them', async () => {
      await builtAs('stories', 'cables');
      const { code, out } = await locked();
      expect(code).toBe(0);
      expect(out).toMatch(/^src\/addresses\.lock: 1 address, 1 new\.$/mu);
      expect(out).toContain('npx wirecopy lock --collection cables --out src/cables.lock');
      expect(await readFile('src/addresses.lock', 'utf8')).toContain('of-stories');
    });

    test('another one is locked where its lock is named, and never in that of the customary one', async () => {
      await builtAs('stories', 'cables');
      expect(await locked('--collection', 'cables')).toMatchObject({
        code: 2,
        err: expect.stringContaining('--out'),
      });
      const { out } = await locked('--collection', 'cables', '--out', 'src/cables.lock');
      expect(out).toBe('src/cables.lock: 1 address, 1 new.\n');
      expect(await readFile('src/cables.lock', 'utf8')).toContain('of-cables');
    });

    test('none is guessed at where none has the customary name', async () => {
      await builtAs('news', 'cables');
      expect(await locked()).toMatchObject({ code: 2, err: expect.stringMatching(/“cables”, “news”/u) });
    });

    test('the only one is meant, whatever its name', async () => {
      await builtAs('my news');
      expect(await locked()).toMatchObject({ code: 0, out: 'src/addresses.lock: 1 address, 1 new.\n' });
      expect(await readFile('src/addresses.lock', 'utf8')).toContain('of-my-news');
    });
  });

  test('without a build and without dumps it says what to do', async () => {
    const { code, err } = await runCli('lock', '--collection', 'cables');
    expect(code).toBe(2);
    expect(err).toContain('Build first, or name the dumps');
  });
});
