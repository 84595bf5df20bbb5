// What sites print around a story, above it and below: each line says what it is, ahead of a bar. Every form stands
// alone and as several stories of one dump.
import { describe, expect, test } from 'vitest';
import { type DumpStory, readDump } from '../../integration/dump/index.ts';

interface Text {
  headline: string;
  dek: string;
  caption: string;
  body: readonly [string, string, string];
}

const TEXTS: readonly [Text, Text, Text] = [
  {
    headline: 'Harbor pilots trade their launches for a cable car',
    dek: 'The plan would move the pilots of Porto Velmar out of the weather for good',
    caption: 'The cable car above the old harbor on Friday morning',
    body: [
      'The pilots of Porto Velmar have boarded their first tanker by cable car, nine years after the harbor drew the plan.',
      'Nobody fell, the harbor board told reporters, and the captain of the tanker asked for a second ride in the evening.',
      'The launches will be sold in the spring to a village that has been waiting for a ferry since the bridge was lost.',
    ],
  },
  {
    headline: 'Orchard owners count the cost of a late frost',
    dek: 'Growers in the upper valley lit fires between their trees for three nights',
    caption: 'Smoke between the apple trees shortly before dawn',
    body: [
      'Half of the blossom in the upper valley was lost in a single night, growers said after walking through their rows.',
      'The rest was saved by fires that three villages kept alight with old vines, and by a wind that came before dawn.',
      'Cider will be dear next year, the largest press in the valley warned, and some of its casks will stay empty.',
    ],
  },
  {
    headline: 'A library lends its last paper map to the museum',
    dek: 'Readers asked for the streets of the old town until the very last week',
    caption: 'The reading room with its empty map table by the window',
    body: [
      'The town library has given its last paper map to the museum across the square, where it will hang above the stairs.',
      'Readers had asked for it twice a week, the librarian said, most of them to find streets that are no longer there.',
      'A copy can be seen on a screen in the hall, next to the coffee machine that has taken the place of the map table.',
    ],
  },
];
const [{ headline: HEADLINE, dek: DEK, caption: CAPTION, body: BODY }] = TEXTS;

interface Expected {
  byline?: string;
  date?: string;
  dek?: string;
}

const said: Expected = { byline: 'Mara Elliot', date: '2019-11-19' };

/** Lines, each with its class; BODY stands for the paragraphs. */
const FORMS: Record<string, readonly [form: string, expected: Expected]> = {
  'a credit in brackets behind a caption, below a dek': [
    `headline|${HEADLINE}
     dek|${DEK}
     caption|${CAPTION} [File: Ann Nicholl/Harbor Press]
     byline|By Mara Elliot
     furniture|Published On 19 Nov 2019
     BODY`,
    { ...said, dek: DEK },
  ],
  'a credit in parentheses on a line below its caption': [
    `headline|${HEADLINE}
     caption|${CAPTION}, with all of its lamps lit for the first time.
     furniture|(Ann Nicholl / Velmar Times)
     byline|By Mara Elliot
     furniture|Staff Writer
     furniture|Nov. 19, 2019 6:02 PM PT
     BODY`,
    said,
  ],
  'an outlet and a name in parentheses behind a caption': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|Posted Tue 19 Nov 2019 at 6:02pm
     caption|${CAPTION}. (Velmar News: Ann Nicholl)
     furniture|Link copied
     furniture|Share
     BODY`,
    said,
  ],
  'a photo agency ahead of its caption': [
    `headline|${HEADLINE}
     furniture|19 November 2019
     furniture|Share
     byline|Mara Elliot
     furniture|Business reporter
     caption|Getty Images ${CAPTION}
     BODY`,
    said,
  ],
  'a name in a place': [
    `headline|${HEADLINE}
     dek|${DEK}
     byline|Mara Elliot in Porto Velmar
     furniture|Tue 19 Nov 2019 18.54 GMT
     furniture|Last modified on Wed 20 Nov 2019 10.12 GMT
     BODY`,
    { ...said, dek: DEK },
  ],
  'a name that By was run together with': [
    `headline|${HEADLINE}
     byline|ByMara Elliot
     furniture|18:02, 19 Nov 2019Updated 08:12, 20 Nov 2019
     BODY`,
    said,
  ],
  'a day that was run together with its copy': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|Published On 19 Nov 201919 Nov 2019
     BODY`,
    said,
  ],
  'a name that was run together with a day': [
    `headline|${HEADLINE}
     byline|by Mara ElliotNovember 19th, 2019
     BODY`,
    said,
  ],
  'a name, a post and a day behind a bar': [
    `headline|${HEADLINE}
     byline|Mara Elliot, Staff Writer|November 19, 2019
     BODY`,
    said,
  ],
  'a name at the end of a row of parts': [
    `headline|${HEADLINE}
     dek|${DEK}
     byline|Nation | 19/11/2019 | 18:02 | Mara Elliot |
     BODY`,
    { ...said, dek: DEK },
  ],
  'a month between full stops': [
    `headline|${HEADLINE}
     furniture|19.nov.2019 às 18h02
     byline|Mara Elliot
     BODY`,
    said,
  ],
  'a time alone': [
    `headline|${HEADLINE}
     byline|di Mara Elliot
     furniture|19 Novembre 2019
     furniture|Aggiornato alle 18:02
     furniture|2 minuti di lettura
     BODY`,
    said,
  ],
  'a day without a year is none': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|19.11. 18:02
     furniture|Share
     BODY`,
    { byline: 'Mara Elliot' },
  ],
  'a day and a section above the headline': [
    `furniture|Nov 19, 2019 - Harbors & Lights
     headline|${HEADLINE}
     byline|Mara Elliot
     BODY`,
    said,
  ],
  'a dek below the day, where it is open': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|11/19/2019November 19, 2019
     dek|${DEK}
     BODY`,
    { ...said, dek: DEK },
  ],
  'what press offices print': [
    `furniture|Press release
     headline|${HEADLINE}
     furniture|Release No. 19-101
     furniture|November 19, 2019
     BODY
     furniture|-end-`,
    { date: '2019-11-19' },
  ],
  'an address behind a name': [
    `headline|${HEADLINE}
     byline|By Mara Elliot mara@velmar.example
     furniture|Nov 19, 2019
     BODY`,
    said,
  ],
  'an agency beside a name': [
    `headline|${HEADLINE}
     caption|${CAPTION} - Copyright Ann Nicholl/AP
     byline|By Mara Elliot with AP
     furniture|Published on 19/11/2019 - 18:02 GMT+1
     BODY`,
    { ...said, byline: 'Mara Elliot with AP' },
  ],
  'who wrote it below the story': [
    `headline|${HEADLINE}
     furniture|19 November 2019 18:02
     BODY
     byline|Author: Mara Elliot`,
    said,
  ],
  'who posted it, above what leads on': [
    `furniture|Tuesday, November 19, 2019
     headline|${HEADLINE}
     BODY
     byline|Posted by Mara Elliot at 6:02 PM
     furniture|Email This
     furniture|Share to Twitter
     furniture|Labels: harbor, cable car`,
    said,
  ],
  'links that nothing stands below': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|Published 19 November 2019
     BODY
     furniture|Related Topics
     furniture|Harbors
     furniture|Porto Velmar`,
    said,
  ],
  'what a site says of every story': [
    `headline|${HEADLINE}
     byline|By Mara Elliot
     furniture|This article is more than 6 years old
     furniture|November 19, 2019 6:02 PM GMT
     BODY
     furniture|Our Standards: The Harbor Press Principles.`,
    said,
  ],
  'a mark that says it ends': [
    `headline|${HEADLINE}
     furniture|National 18:02 November 19, 2019
     furniture|PRINT
     BODY
     furniture|(END)`,
    { date: '2019-11-19' },
  ],
};

/** Of these forms, three stories with no gap between them are not told apart for certain. */
const GAPS_NEEDED = new Set([
  'a credit in parentheses on a line below its caption',
  'an outlet and a name in parentheses behind a caption',
  'a time alone',
  'a name in a place',
  'who wrote it below the story',
  'links that nothing stands below',
  'what a site says of every story',
]);

interface Printed {
  text: string;
  classes: string[];
  headline: string;
}

/** A form with another text in it. */
function printed(form: string, { headline, dek, caption, body }: Text): Printed {
  const lines = form.split('\n').flatMap((line) => {
    const [, is = '', text = ''] = /^\s*(\w+)(?:\|(.*))?$/u.exec(line) ?? [];
    const own = text.replace(HEADLINE, headline).replace(DEK, dek).replace(CAPTION, caption);
    return is === 'BODY' ? body.map((paragraph) => ['paragraph', paragraph] as const) : [[is, own] as const];
  });
  // Lines above a headline are no part of the story.
  const from = lines.findIndex(([is]) => is === 'headline');
  return {
    text: lines.map(([, text]) => text).join('\n\n'),
    classes: lines.slice(from).map(([is]) => is),
    headline,
  };
}

function expectRead(story: DumpStory | undefined, page: Printed, expected: Expected, dek?: string): void {
  expect(story?.classes).toEqual(page.classes);
  const { headline, byline, date } = story ?? {};
  const { byline: name, date: day } = expected;
  expect({ headline, byline, date, dek: story?.dek }).toEqual({
    headline: page.headline,
    byline: name,
    date: day,
    dek: expected.dek === undefined ? undefined : dek,
  });
}

describe.each(Object.entries(FORMS))('%s', (name, [form, expected]) => {
  test.each(TEXTS)('in a dump of its own: $headline', (text) => {
    const page = printed(form, text);
    const { stories } = readDump(page.text);
    expect(stories).toHaveLength(1);
    expectRead(stories[0], page, expected, text.dek);
  });

  test('in a dump of several', () => {
    const pages = TEXTS.map((text) => printed(form, text));
    const { stories } = readDump(pages.map(({ text }) => text).join('\n\n\n\n'));
    expect(stories).toHaveLength(TEXTS.length);
    for (const [at, page] of pages.entries()) expectRead(stories[at], page, expected, TEXTS[at]?.dek);
  });

  test('where nothing parts the stories: three, or a warning', () => {
    const pages = TEXTS.map((text) => printed(form, text));
    const { stories, messages } = readDump(pages.map(({ text }) => text).join('\n\n'));
    if (GAPS_NEEDED.has(name)) expect(messages.map(({ code }) => code)).toContain('doubtful');
    else expect(stories.map(({ headline }) => headline)).toEqual(TEXTS.map(({ headline }) => headline));
  });
});

test('a list of works with the names of who made them keeps its lines', () => {
  const works = [
    'There are four things that every pilot should know (Harbor Advisor)',
    'Ten lamps (Ann Nicholl)',
  ];
  const { stories } = readDump(
    [HEADLINE, 'By Mara Elliot', 'Share', ...BODY, ...works, BODY[0]].join('\n\n'),
  );
  const kept = stories.flatMap(({ blocks }) =>
    blocks.map((block) => (block.type === 'list' ? '' : block.text)),
  );
  expect(kept).toEqual([...BODY, ...works, BODY[0]]);
});
