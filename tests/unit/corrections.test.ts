// What an editor may say of a story afterwards, what becomes of the story, and how a mistake is reported.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyCorrection, type CorrectableStory } from '../../integration/stories/correction.ts';
import { Corrections } from '../../integration/stories/corrections.ts';
import { CorrectionsFile, readCorrections } from '../../integration/stories/corrections-file.ts';

const IDS = ['ferry-returns', 'harbour-closes-for-winter', 'الميناء-القديم', '1984'];
const STORY: CorrectableStory & { wordCount: number } = {
  headline: 'Ferry Returns',
  dek: 'It was away.',
  byline: 'A. Writer',
  date: '2025-04-24',
  dateBasis: 'photo',
  lang: 'en',
  dir: 'ltr',
  places: ['Georgia'],
  wordCount: 12,
};

/** The story after what the file says of it. */
function edited(yaml: string) {
  const corrections = new Corrections(yaml);
  corrections.verify(IDS);
  return applyCorrection(STORY, corrections.of('ferry-returns'));
}

/** What is said of a file, all of it. */
function complaint(yaml: string): string {
  try {
    new Corrections(yaml, 'src/corrections.yaml').verify(IDS);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
}

describe('a correction', () => {
  test('changes what it names and nothing else', () => {
    expect(edited('ferry-returns:\n  headline: Ferry Comes Back\n  byline: B. Writer')).toEqual({
      ...STORY,
      headline: 'Ferry Comes Back',
      byline: 'B. Writer',
    });
    expect(
      applyCorrection(STORY, new Corrections('harbour-closes-for-winter: { dek: x }').of('ferry-returns')),
    ).toBe(STORY);
  });

  test('states the day it names, whatever the day was known by before', () => {
    expect(edited('ferry-returns: { date: 2025-04-26 }')).toMatchObject({
      date: '2025-04-26',
      dateBasis: 'stated',
    });
  });

  test('takes away a dek, a byline or a day that never was', () => {
    const { dek: _, byline: __, date: ___, dateBasis: ____, ...rest } = STORY;
    expect(edited('ferry-returns: { dek: null, byline: ~, date: }')).toEqual(rest);
  });

  test('turns the direction with the language', () => {
    expect(edited('ferry-returns: { lang: AR }')).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  test('brings its note, the reason of a retraction and the former ids to the story', () => {
    const yaml = `
ferry-returns:
  note: { text: "The ferry is the Nora.", date: 2025-05-01 }
  retracted: It never left.
  formerIds: [ferry-is-back, ferry-is-back, العبّارة]
  places: [Georgia, Turkey, Georgia]`;
    expect(edited(yaml)).toEqual({
      ...STORY,
      correction: { text: 'The ferry is the Nora.', date: '2025-05-01' },
      retracted: 'It never left.',
      formerIds: ['ferry-is-back', 'العبّارة'],
      places: ['Georgia', 'Turkey'],
    });
  });

  test('puts a story first, or leaves it where it is', () => {
    expect(edited('ferry-returns: { lead: true }')).toEqual({ ...STORY, lead: true });
    expect(edited('ferry-returns: { lead: false }')).toEqual(STORY);
    expect(complaint('ferry-returns: { lead: first }')).toContain('lead is to be true or false.');
  });

  test('finds its story by an id of digits, and by letters in another Unicode form', () => {
    const corrections = new Corrections('1984: { lang: fr }\n"cafe\u0301": { lang: fr }');
    corrections.verify(['1984', 'caf\u00e9']);
    expect(corrections.of('1984')).toEqual({ lang: 'fr' });
    expect(corrections.of('caf\u00e9')).toEqual({ lang: 'fr' });
  });

  test('is one line of text, however it was written', () => {
    expect(edited('ferry-returns:\n  headline: >\n    Ferry\n      Comes\n\n    Back\n')).toMatchObject({
      headline: 'Ferry Comes Back',
    });
  });
});

describe('a mistake is an error with its location:', () => {
  test.each([
    [
      'an unknown id',
      'fery-returns: { lang: en }',
      '1:1 No story has the id “fery-returns”. Did you mean “ferry-returns”?',
    ],
    [
      'an id like none',
      'something-else-altogether: { lang: en }',
      '1:1 No story has the id “something-else-altogether”.',
    ],
    [
      'an unknown field',
      'ferry-returns:\n  headlin: x',
      '2:3 There is no field “headlin”. Did you mean “headline”?',
    ],
    [
      'a field like none',
      'ferry-returns:\n  zzzzzz: x',
      '2:3 There is no field “zzzzzz”. There are: headline, dek,',
    ],
    [
      'an unknown field in a note',
      'ferry-returns:\n  note:\n    text: x\n    dat: 2025-01-01',
      '4:5 There is no field “note.dat”. Did you mean “date”?',
    ],
    ['a note without a day', 'ferry-returns:\n  note:\n    text: x', '3:5 note.date is missing.'],
    [
      'a note that is only text',
      'ferry-returns:\n  note: x',
      '2:9 note needs a text (what was corrected) and a date (when).',
    ],
    [
      'a malformed day',
      'ferry-returns:\n  date: 24.4.2025',
      '2:9 date is no day of the calendar; write it as in 2025-04-24.',
    ],
    [
      'a day that no calendar has',
      'ferry-returns:\n  date: 2025-02-30',
      '2:9 date is no day of the calendar',
    ],
    [
      'a number for text',
      'ferry-returns:\n  headline: 1984',
      '2:13 headline is to be text; put it in quotes.',
    ],
    ['empty text', 'ferry-returns:\n  headline: " "', '2:13 headline says nothing.'],
    [
      'a control character',
      'ferry-returns:\n  headline: "a\\u0007b"',
      '2:13 headline holds characters that no page may hold.',
    ],
    ['no language', 'ferry-returns:\n  lang: "?"', '2:9 lang is no BCP 47 tag'],
    [
      'a list that is none',
      'ferry-returns:\n  places: Syria',
      '2:11 places is to be a list, as in [Syria, Russia].',
    ],
    [
      'one wrong item of a list',
      'ferry-returns:\n  places:\n    - Syria\n    - 7',
      '4:7 places.1 is to be text',
    ],
    ['nothing to correct', 'ferry-returns:', '1:1 “ferry-returns” needs the fields to correct'],
    ['an empty correction', 'ferry-returns: {}', '1:1 “ferry-returns” needs the fields to correct'],
    ['an id twice', 'ferry-returns: { lang: en }\nferry-returns: { dek: x }', '2:1 This stands twice'],
    ['a field twice', 'ferry-returns:\n  dek: a\n  dek: b', '3:3 This stands twice'],
    ['broken YAML', 'ferry-returns:\n  dek: "a', '2:10 Missing closing "quote'],
    ['a list of corrections', '- ferry-returns', '1:1 Each story’s id stands on a line of its own'],
    [
      'a former id that is a story’s own',
      'ferry-returns:\n  formerIds: [a, "1984"]',
      '2:18 “1984” is no former id: the story “1984” has it today.',
    ],
    [
      'a former id that a file system takes for a story’s',
      'ferry-returns:\n  formerIds: [FERRY-Returns]',
      '2:15 “FERRY-Returns” is no former id: the story “ferry-returns” has it today.',
    ],
    [
      'one former id for two stories',
      'ferry-returns: { formerIds: [a] }\n"1984": { formerIds: [a] }',
      '2:23 “a” is a former id of “ferry-returns” already.',
    ],
    [
      'a correction under a former id',
      'ferry-returns: { formerIds: [a-b-c-d] }\na-b-c-d: { dek: x }',
      '2:1 No story has the id “a-b-c-d”. It is a former id of “ferry-returns”; correct it there.',
    ],
    [
      'a former id that leads out of the folder',
      'ferry-returns:\n  formerIds: [../index]',
      '2:15 formerIds.0 is no id',
    ],
    ['an alias of nothing', 'ferry-returns: *none', '1:1 '],
  ])('%s', (_, yaml, expected) => {
    expect(complaint(yaml)).toContain(`src/corrections.yaml:${expected}`);
  });

  test('it shows the line, with a caret under the place', () => {
    expect(complaint('# Late\nferry-returns:\n  date: tomorrow\n')).toBe(
      [
        'src/corrections.yaml is wrong in one place:',
        '',
        'src/corrections.yaml:3:9 date is no day of the calendar; write it as in 2025-04-24.',
        '    3 |   date: tomorrow',
        '      |         ^',
      ].join('\n'),
    );
  });

  test('everything that is wrong is named at once, in the order of the file', () => {
    const said = complaint('nobody-knows-this-one: { dek: x }\nferry-returns:\n  date: 2025\n  lnag: en\n');
    expect(said).toContain('wrong in 3 places');
    expect([...said.matchAll(/yaml:(\d+:\d+)/gu)].map(([, place]) => place)).toEqual(['1:1', '3:9', '4:3']);
  });

  test('nothing is said of what follows from another error', () => {
    expect(complaint('ferry-returns:\n  headlin: x\n')).toContain('wrong in one place');
  });

  test('no text whatsoever makes it stumble', () => {
    const scraps = fc.constantFrom(
      'ferry-returns',
      ':',
      '\n',
      '  ',
      '- ',
      '"',
      '{',
      '}',
      '[',
      ']',
      '*a',
      '&a ',
      '!!set',
      '<<',
      '? ',
      '| ',
      'note',
      'formerIds',
      '\u0000',
      '%YAML',
      '---\n',
      'null',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 25 }), (parts) => {
        const said = complaint(parts.join(''));
        if (said !== '') expect(said).toMatch(/^src\/corrections\.yaml is wrong in /u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wirecopy-corrections-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('need not be there where nobody named it', async () => {
    const none = await readCorrections(path.join(folder, 'none.yaml'), 'src/none.yaml', false);
    const corrections = await none.parse();
    expect(() => corrections.verify([])).not.toThrow();
  });

  test('must be there where it was named', async () => {
    const missing = readCorrections(path.join(folder, 'none.yaml'), 'src/none.yaml', true);
    await expect(missing).rejects.toThrow(/There is no file src\/none\.yaml .*none\.yaml.*corrections/u);
  });

  test('may be empty, or hold only comments', async () => {
    await writeFile(path.join(folder, 'empty.yaml'), '\ufeff# Nothing yet.\n');
    const empty = await readCorrections(path.join(folder, 'empty.yaml'), 'src/empty.yaml', true);
    const corrections = await empty.parse();
    expect(() => corrections.verify(IDS)).not.toThrow();
  });

  test('has another digest as soon as a letter of it changes', () => {
    const digests = ['a: { dek: x }', 'a: { dek: y }'].map(
      (yaml) => new CorrectionsFile(yaml, 'corrections.yaml', 'corrections.yaml').digest,
    );
    expect(new Set(digests).size).toBe(2);
  });
});
