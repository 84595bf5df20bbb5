import { describe, expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';
import {
  collapse,
  ledgerOf,
  page,
  paragraphs,
  read,
  readOne,
  shape,
  shapeNames,
  shapeText,
} from './reading.ts';

describe('heads', () => {
  test('the seed’s layout: headline and captions are said once, their copies are echoes', () => {
    const { text, line, paragraphs } = shape('seed');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Harbor Pilots Trade Their Launches for a Cable Car',
        photos: [
          {
            caption:
              'A pilot steps from the new cable car on to the bridge of a tanker at Porto Velmar, April 24, 2025.',
            credit: 'Reuters',
            date: '2025-04-24',
          },
        ],
        date: '2025-04-24',
        dateBasis: 'photo',
        blocks: paragraphs(12, 14, 16),
        lines: [1, 16],
      },
      {
        headline: line(20),
        photos: [
          {
            caption: 'Beekeepers carry a banner past the council house in Ostrava Dolna',
            credit: 'Asharq Al-Awsat',
          },
        ],
        blocks: paragraphs(31, 33),
        lines: [20, 33],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 2, caption: 2, furniture: 2, echo: 8, paragraph: 5, blank: 14 }),
    );
  });

  test('a dek between headline and caption, in the head’s first half only, is the dek', () => {
    const { text, paragraphs } = shape('dek');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Mountain Province Counts Its Snow Leopards by Their Whiskers',
        dek: 'A survey of nine valleys finds more cats than anyone had dared to hope for',
        photos: [
          {
            caption: 'A snow leopard looks into a camera trap above the Zarkol pass, Jan 16, 2026.',
            credit: 'AFP',
            date: '2026-01-16',
          },
        ],
        date: '2026-01-16',
        dateBasis: 'photo',
        blocks: paragraphs(14, 16, 18),
        lines: [1, 18],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, dek: 1, caption: 1, furniture: 1, echo: 4, paragraph: 3, blank: 7 }),
    );
  });

  test('a dek that stands right under its headline, with no blank line, is the dek all the same', () => {
    const { text, paragraphs } = shape('dek-close');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Mountain Province Counts Its Snow Leopards by Their Whiskers',
        dek: 'A survey of nine valleys finds more cats than anyone had dared to hope for',
        photos: [
          {
            caption: 'A snow leopard looks into a camera trap above the Zarkol pass, Jan 16, 2026.',
            credit: 'AFP',
            date: '2026-01-16',
          },
        ],
        date: '2026-01-16',
        dateBasis: 'photo',
        blocks: paragraphs(12, 14),
        lines: [1, 14],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, dek: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 4 }),
    );
  });

  test('a caption with a leading space in both copies is given without it', () => {
    const { text, paragraphs } = shape('leading-space');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Island Republic Prints Its Constitution on Tea Towels',
        photos: [
          {
            caption: 'Stacks of tea towels bearing the ninety articles wait for readers in Saint Orsola.',
            credit: 'EPA',
          },
        ],
        blocks: paragraphs(12, 14),
        lines: [1, 14],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 5 }),
    );
  });

  test('captions and headlines that differ only in whitespace are copies of one another', () => {
    const { text, paragraphs } = shape('whitespace');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Chess Village Crowns a Champion of Twelve',
        photos: [
          {
            caption: 'The final game on the village green of Felsoviz drew nine hundred people, 08 July 2022',
            credit: 'SPA',
            date: '2022-07-08',
          },
        ],
        date: '2022-07-08',
        dateBasis: 'photo',
        blocks: paragraphs(12, 14),
        lines: [1, 14],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 5 }),
    );
  });

  test('captions and headlines that differ only in quote style are copies, and the first one’s quotes stay', () => {
    const { text, paragraphs } = shape('quotes');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'The Printer’s “Impossible” Alphabet Goes on Show',
        photos: [
          {
            caption: 'A visitor studies the printer’s “impossible” letter at the type museum in Leerdorp.',
            credit: 'EPA',
          },
        ],
        blocks: paragraphs(12, 14),
        lines: [1, 14],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 5 }),
    );
  });

  test('two photos, each caption doubled, are two photos, and the newer one dates the story', () => {
    const { text, paragraphs } = shape('two-photos');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Night Market Moves Into the Empty Car Park',
        photos: [
          {
            caption:
              'Cooks light their stoves on the third deck of the old car park in Bandar Sutera, March 1, 2025.',
            credit: 'Reuters',
            date: '2025-03-01',
          },
          {
            caption: 'The ramp is lined with lanterns for the opening night, March 3, 2025.',
            credit: 'AFP',
            date: '2025-03-03',
          },
        ],
        date: '2025-03-03',
        dateBasis: 'photo',
        blocks: paragraphs(16, 18),
        lines: [1, 18],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 2, furniture: 1, echo: 7, paragraph: 2, blank: 5 }),
    );
  });

  test('three photos with a blank line between them are three photos', () => {
    const { text, paragraphs } = shape('three-photos');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Lighthouse Keepers Meet for the Last Time and the First',
        photos: [
          { caption: 'The keepers gather under the lamp of Cape Aldane.', credit: 'EPA' },
          {
            caption: 'A logbook from 1902 lies open on the table, Sept 9, 2024.',
            credit: 'AP',
            date: '2024-09-09',
          },
          {
            caption: 'The lens is taken down in pieces, Sept 12, 2024.',
            credit: 'EPA',
            date: '2024-09-12',
          },
        ],
        date: '2024-09-12',
        dateBasis: 'photo',
        blocks: paragraphs(24, 26),
        lines: [1, 26],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 3, furniture: 1, echo: 10, paragraph: 2, blank: 9 }),
    );
  });

  test('a head with no photo is headline, TT and headline', () => {
    const { text, paragraphs } = shape('no-photo');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Parliament of Valdoria Adjourns to Look for Its Mace',
        photos: [],
        blocks: paragraphs(7, 9),
        lines: [1, 9],
      },
      {
        headline: 'Provincial Archive Lends Its Readers Slippers',
        photos: [],
        blocks: paragraphs(19, 21),
        lines: [13, 21],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 2, furniture: 2, echo: 2, paragraph: 4, blank: 11 }));
  });

  test('a head with no TT is known by its echoed headline, with a photo and without', () => {
    const { text, paragraphs } = shape('no-tt');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Tram Drivers’ Choir Wins at the Singing Festival',
        photos: [
          {
            caption: 'The choir rehearses in depot number four, Mar. 22, 2021.',
            credit: 'SPA',
            date: '2021-03-22',
          },
        ],
        date: '2021-03-22',
        dateBasis: 'photo',
        blocks: paragraphs(11, 13),
        lines: [1, 13],
      },
      {
        headline: 'Fishermen Hand In Their Loudest Engines',
        photos: [],
        blocks: paragraphs(21, 23),
        lines: [17, 23],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 2, caption: 1, echo: 5, paragraph: 4, blank: 11 }));
  });

  test('a caption printed once before TT and once after is one photo', () => {
    const { text, paragraphs } = shape('caption-once');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Potters Fire the Longest Kiln in the Valley',
        photos: [{ caption: 'Smoke rises from the forty-meter kiln at Huang Ling.', credit: 'AP' }],
        blocks: paragraphs(10, 12),
        lines: [1, 12],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 2, paragraph: 2, blank: 5 }),
    );
  });
});

describe('credits', () => {
  const scene = 'Gardeners plant a hedge around the observatory';
  test.each([
    { form: 'an agency', end: ' (SPA)', caption: scene, credit: 'SPA' },
    { form: 'a newspaper', end: ' (Asharq Al-Awsat)', caption: scene, credit: 'Asharq Al-Awsat' },
    {
      form: 'a ministry',
      end: ' (Saudi Foreign Ministry)',
      caption: scene,
      credit: 'Saudi Foreign Ministry',
    },
    { form: 'a file photo', end: ' (File/AP)', caption: scene, credit: 'File/AP', file: true },
    {
      form: 'an agency and its photographer',
      end: ' (REUTERS/Petra Lindgaard)',
      caption: scene,
      credit: 'REUTERS/Petra Lindgaard',
    },
    {
      form: 'a handout by way of an agency',
      end: ' (US Central Command/Handout via Reuters)',
      caption: scene,
      credit: 'US Central Command/Handout via Reuters',
    },
    { form: 'another agency', end: ' (EPA)', caption: scene, credit: 'EPA' },
    { form: 'an agency in Arabic', end: ' (رويترز)', caption: scene, credit: 'رويترز' },
    { form: 'an abbreviation in Arabic', end: ' (أ.ف.ب)', caption: scene, credit: 'أ.ف.ب' },
    {
      form: 'brackets inside the credit',
      end: ' (Ministry of Gardens (Handout))',
      caption: scene,
      credit: 'Ministry of Gardens (Handout)',
    },
    { form: 'a full stop before the bracket', end: '. (SPA)', caption: `${scene}.`, credit: 'SPA' },
    { form: 'a full stop after the bracket', end: ' (SPA).', caption: scene, credit: 'SPA' },
    {
      form: 'brackets earlier in the caption',
      end: ' (left) at dawn. (EPA)',
      caption: `${scene} (left) at dawn.`,
      credit: 'EPA',
    },
  ])('$form: “…$end” gives caption and credit apart', ({ end, caption, credit, file }) => {
    const { story, ledger } = readOne(page({ captions: [scene + end] }));
    expect(story.photos).toEqual([file ? { caption, credit, file } : { caption, credit }]);
    expect(story.date).toBeUndefined();
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 5 }),
    );
  });

  test.each([
    '(right)',
    '(2nd from left)',
    '(second from left)',
    '(2024)',
    '(May 3, 2024)',
    '(3 May 2024)',
    '(C)',
  ])('%s at the end of a caption is no credit', (end) => {
    const { story } = readOne(page({ captions: [`${scene} ${end}`] }));
    expect(story.photos[0]).toMatchObject({ caption: `${scene} ${end}` });
    expect(story.photos[0]?.credit).toBeUndefined();
  });

  test('copies of a caption of which some lack the credit are one photo, credited', () => {
    const headline = 'Windmill Keepers Elect a President by the Breeze';
    const body = 'The keepers of eleven windmills met on Saturday, and adjourned twice for lack of wind.';
    const copies = [`${scene}.`, `${scene}. (SPA)`];
    const text = [headline, '', ...copies, 'TT', '', headline, '', ...copies.toReversed(), '', body].join(
      '\n',
    );
    const { story, ledger } = readOne(text);
    expect(story.photos).toEqual([{ caption: `${scene}.`, credit: 'SPA' }]);
    expect(ledger).toMatchObject({ caption: 1, echo: 4, paragraph: 1 });
  });

  test('a caption without closing parentheses has no credit', () => {
    const { story } = readOne(page({ captions: ['The old pier (right) and the new one at low water.'] }));
    expect(story.photos).toEqual([{ caption: 'The old pier (right) and the new one at low water.' }]);
  });
});

describe('photo dates', () => {
  const datedBy = (written: string) =>
    readOne(page({ captions: [`Divers at the quay of Almar, ${written}. (EPA)`] }));

  test.each([
    ['April 24, 2025', '2025-04-24'],
    ['Mar. 22, 2021', '2021-03-22'],
    ['08 July 2022', '2022-07-08'],
    ['Jan 16, 2026', '2026-01-16'],
    ['Sept. 3, 2024', '2024-09-03'],
    ['16 يناير 2026', '2026-01-16'],
    ['١٦ يناير ٢٠٢٦', '2026-01-16'],
    ['16 كانون الثاني 2026', '2026-01-16'],
    ['١٦ كانون الثاني ٢٠٢٦', '2026-01-16'],
    ['16 يناير، 2026', '2026-01-16'],
    ['24th of April, 2025', '2025-04-24'],
    ['3 مايو 2024م', '2024-05-03'],
    ['3 مئی، 2024', '2024-05-03'],
    ['3 MAYIS 2024', '2024-05-03'],
    ['23 NİSAN 2024', '2024-04-23'],
    ['1er mai 2024', '2024-05-01'],
  ])('“%s” dates the photo, and by the photo the story: %s', (written, day) => {
    const { story } = datedBy(written);
    expect(story.photos).toEqual([
      { caption: `Divers at the quay of Almar, ${written}.`, credit: 'EPA', date: day },
    ]);
    expect(story).toMatchObject({ date: day, dateBasis: 'photo' });
  });

  test.each([
    ['in English', 'January February March April May June July August September October November December'],
    ['in short English', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
    ['in short English with full stops', 'Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.'],
    ['in the Gulf and Egypt', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
    [
      'in the Levant',
      'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
    ],
    ['in the Maghreb', 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'],
    ['in French', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
    ['in Turkish', 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'],
    ['in Turkish capitals', 'OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK'],
    ['in Persian', 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'],
    ['in Urdu', 'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'],
  ])('all twelve months are known by their names %s', (_, names) => {
    const months = names.split(' ').map((name) => name.replace('_', ' '));
    const dates = months.map((month) => datedBy(`7 ${month} 2025`).story.date);
    expect(dates).toEqual(months.map((_month, index) => `2025-${String(index + 1).padStart(2, '0')}-07`));
  });

  test.each([
    ['April 24-26, 2025', '2025-04-26'],
    ['April 24–26, 2025', '2025-04-26'],
    ['24-26 April 2025', '2025-04-26'],
    ['April 30 - May 2, 2025', '2025-05-02'],
    ['April 30-May 2, 2025', '2025-05-02'],
    ['30 avril – 2 mai 2025', '2025-05-02'],
    ['16 و17 يناير 2026', '2026-01-17'],
    ['Dec. 30, 2025 - Jan. 2, 2026', '2026-01-02'],
  ])('the range “%s” gives its last day: %s', (written, day) => {
    const { story } = datedBy(written);
    expect(story.photos[0]?.date).toBe(day);
    expect(story).toMatchObject({ date: day, dateBasis: 'photo' });
  });

  test.each(['February 30, 2025', '31 April 2025', 'April 2025', 'the winter of 2025', 'page 24, 2025'])(
    '“%s” is no calendar day and dates nothing',
    (written) => {
      const { story } = datedBy(written);
      expect(story.photos).toEqual([{ caption: `Divers at the quay of Almar, ${written}.`, credit: 'EPA' }]);
      expect(story.date).toBeUndefined();
      expect(story.dateBasis).toBeUndefined();
    },
  );

  test.each([
    ['in the credit', 'Divers at the quay of Almar, May 3, 2019. (File/AP)', 'File/AP'],
    ['in the caption', 'A file photo of divers at the quay of Almar, May 3, 2019. (Reuters)', 'Reuters'],
    ['ahead of the caption', 'FILE PHOTO: Divers at the quay of Almar, May 3, 2019. (Reuters)', 'Reuters'],
    ['as its first words', 'File photo of divers at the quay of Almar, May 3, 2019. (Reuters)', 'Reuters'],
    ['behind the caption', 'Divers at the quay of Almar, May 3, 2019 - File Photo (AP)', 'AP'],
    ['by a word in brackets', '(FILES) Divers at the quay of Almar, May 3, 2019. (AFP)', 'AFP'],
    ['by one word', 'File: Divers at the quay of Almar, May 3, 2019. (AP)', 'AP'],
    ['in French', 'Photo d’archives des plongeurs d’Almar, 3 mai 2019. (AFP)', 'AFP'],
    ['in Turkish', 'Almar rıhtımındaki dalgıçlar, arşiv fotoğrafı, 3 Mayıs 2019. (AA)', 'AA'],
    ['in Persian', 'غواصان در اسکله، عکس آرشیوی، 3 مه 2019. (AFP)', 'AFP'],
    ['in Arabic', 'غواصون عند الرصيف، صورة من الأرشيف، 3 مايو 2019. (رويترز)', 'رويترز'],
  ])('a file photo, said %s, keeps its own date and dates no story', (_, caption, credit) => {
    const { story } = readOne(page({ captions: [caption] }));
    expect(story.photos).toEqual([
      { caption: caption.slice(0, caption.lastIndexOf(' (')), credit, date: '2019-05-03', file: true },
    ]);
    expect(story.date).toBeUndefined();
    expect(story.dateBasis).toBeUndefined();
  });

  test('of two days in one caption, the one that closes it is the photo’s', () => {
    const { story } = datedBy('which were closed on Sept. 3, 2026, on a poster of July 1, 2025');
    expect(story).toMatchObject({ date: '2025-07-01', dateBasis: 'photo' });
  });

  test('beside a file photo, however new, a story is dated by its own photo', () => {
    const { story } = readOne(
      page({
        captions: [
          'Divers at the quay of Almar, May 3, 2025. (File/AP)',
          'The recovered anchor is hosed down, April 30, 2025. (AP)',
        ],
      }),
    );
    expect(story).toMatchObject({ date: '2025-04-30', dateBasis: 'photo' });
  });
});

describe('datelines', () => {
  const words =
    'The council of the old town voted on Monday to give the square back to the people who sweep it.';
  test.each([
    { opens: 'Riyadh- ', dateline: { place: 'Riyadh' } },
    { opens: 'BEIRUT, Lebanon: ', dateline: { place: 'BEIRUT, Lebanon' } },
    { opens: 'LONDON (Reuters) - ', dateline: { place: 'LONDON', agency: 'Reuters' } },
    { opens: 'PARIS, May 2 (Reuters) - ', dateline: { place: 'PARIS', agency: 'Reuters' } },
    { opens: 'PARIS, May 2 (Reuters) -', dateline: { place: 'PARIS', agency: 'Reuters' } },
    { opens: 'BEIRUT: ', dateline: { place: 'BEIRUT' } },
    { opens: 'SINGAPORE, (AP) – ', dateline: { place: 'SINGAPORE', agency: 'AP' } },
    { opens: 'London, Asharq Al-Awsat—', dateline: { place: 'London', agency: 'Asharq Al-Awsat' } },
    { opens: 'Cairo, Asharq Al-Awsat- ', dateline: { place: 'Cairo', agency: 'Asharq Al-Awsat' } },
    { opens: 'KYIV, Ukraine — ', dateline: { place: 'KYIV, Ukraine' } },
    { opens: 'WASHINGTON, D.C. — ', dateline: { place: 'WASHINGTON, D.C.' } },
    { opens: 'LONDON/PARIS (Reuters) - ', dateline: { place: 'LONDON/PARIS', agency: 'Reuters' } },
    { opens: 'PARIS, 3 May (Reuters) - ', dateline: { place: 'PARIS', agency: 'Reuters' } },
    { opens: 'Paris, le 3 mai (AFP) - ', dateline: { place: 'Paris', agency: 'AFP' } },
    { opens: 'THE HAGUE (AP) - ', dateline: { place: 'THE HAGUE', agency: 'AP' } },
    { opens: 'Cairo: ', dateline: { place: 'Cairo' } },
    { opens: 'Beirut - ', dateline: { place: 'Beirut' } },
    { opens: 'Deir Ezzor – ', dateline: { place: 'Deir Ezzor' } },
    { opens: 'Rabat : ', dateline: { place: 'Rabat' } },
    { opens: 'London – Asharq Al-Awsat: ', dateline: { place: 'London', agency: 'Asharq Al-Awsat' } },
    { opens: 'القاهرة (رويترز) - ', dateline: { place: 'القاهرة', agency: 'رويترز' } },
    { opens: 'القاهرة - (أ ف ب) - ', dateline: { place: 'القاهرة', agency: 'أ ف ب' } },
    { opens: 'الرياض: ', dateline: { place: 'الرياض' } },
    { opens: 'بيروت - ', dateline: { place: 'بيروت' } },
    { opens: 'القاهرة، لندن: ', dateline: { place: 'القاهرة، لندن' } },
    { opens: 'لندن: «الشرق الأوسط» ', dateline: { place: 'لندن', agency: 'الشرق الأوسط' } },
  ])('“$opens” is a dateline, and the paragraph keeps its words', ({ opens, dateline }) => {
    const first = opens + words;
    const last = 'The brooms were blessed.';
    const { story, ledger } = readOne(page({ body: [first, last] }));
    expect(story.dateline).toEqual(dateline);
    expect(story.blocks).toEqual(paragraphs(first, last));
    expect(story.byline).toBeUndefined();
    expect(story.date).toBeUndefined();
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 1, echo: 1, paragraph: 2, blank: 4 }));
  });

  test.each([
    'The rule is simple: nobody sweeps before the pigeons have had breakfast, and nobody sweeps alone.',
    'Well-known for its pigeons, the square of the old town was given back on Monday to those who sweep it.',
    'Three brooms, two carts - and one very old dog - were at the square when the council came to vote.',
    '“Sweep first: talk later,” the mayor told the council of the old town when it met on Monday.',
    'BREAKING: The square of the old town was given back on Monday to those who sweep it.',
    'NATO - an alliance of brooms, as the mayor has it - was given the square of the old town on Monday.',
    'The Broom League (TBL) — not a party, it says — was given the square of the old town on Monday.',
    'Paris Brooms: that is the name of the league to which the square was given back on Monday.',
    'London Bridge - the one in the square of the old town - was given back on Monday to those who sweep it.',
    'قال العمدة: إن الساحة أعيدت يوم الاثنين إلى الذين يكنسونها كل صباح.',
  ])('a colon or a dash in “%s” makes no dateline', (first) => {
    const { story } = readOne(page({ body: [first, 'The brooms were blessed.'] }));
    expect(story.dateline).toBeUndefined();
    expect(story.blocks).toEqual(paragraphs(first, 'The brooms were blessed.'));
  });

  test('only the first paragraph can hold the dateline', () => {
    const { story } = readOne(page({ body: [words, `BEIRUT: ${words}`] }));
    expect(story.dateline).toBeUndefined();
  });
});

describe('bylines', () => {
  test.each([
    { line: 'By Marta Eskelund', byline: 'Marta Eskelund' },
    { line: 'بقلم: ليلى المنصوري', byline: 'ليلى المنصوري' },
    { line: 'Cairo: Samir Wahba', byline: 'Samir Wahba', dateline: { place: 'Cairo' } },
    { line: 'London: Marta Eskelund', byline: 'Marta Eskelund', dateline: { place: 'London' } },
    { line: 'تل أبيب: نظير الحداد', byline: 'نظير الحداد', dateline: { place: 'تل أبيب' } },
    {
      line: 'Cairo: Samir Wahba and Marta Eskelund',
      byline: 'Samir Wahba and Marta Eskelund',
      dateline: { place: 'Cairo' },
    },
    {
      line: 'القاهرة: ليلى المنصوري وسمير وهبة',
      byline: 'ليلى المنصوري وسمير وهبة',
      dateline: { place: 'القاهرة' },
    },
    { line: 'By Dr. Samir Wahba Jr.', byline: 'Dr. Samir Wahba Jr.' },
    { line: 'By the Meridian Staff', byline: 'the Meridian Staff' },
    { line: 'Par Ilse Maartens', byline: 'Ilse Maartens' },
  ])('“$line”, a line of its own after the head, is the byline', ({ line, byline, dateline }) => {
    const captions = ['Sails turn above the dike at Molenwijk. (EPA)'];
    const { story, ledger } = readOne(page({ captions, afterHead: [line] }));
    expect(story.byline).toBe(byline);
    expect(story.dateline).toEqual(dateline);
    expect(story.blocks).toHaveLength(2);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, byline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 6 }),
    );
  });

  test('an agency in guillemets behind a place is the dateline, and no byline', () => {
    const { story, ledger } = readOne(page({ afterHead: ['لندن: «الشرق الأوسط»'] }));
    expect(story.dateline).toEqual({ place: 'لندن', agency: 'الشرق الأوسط' });
    expect(story.byline).toBeUndefined();
    expect(ledger.byline).toBe(1);
  });

  test('two bylines, one below the other, are both given', () => {
    const { story, ledger } = readOne(page({ afterHead: ['By Marta Eskelund', 'Cairo: Samir Wahba'] }));
    expect(story).toMatchObject({ byline: 'Marta Eskelund, Samir Wahba', dateline: { place: 'Cairo' } });
    expect(ledger.byline).toBe(2);
  });

  test('a byline with its day behind a dash states both', () => {
    const { story } = readOne(page({ afterHead: ['By Marta Eskelund - May 3, 2024'] }));
    expect(story).toMatchObject({ byline: 'Marta Eskelund', date: '2024-05-03', dateBasis: 'stated' });
  });

  test.each(['By the numbers', 'Note: Marta Eskelund', 'By and large'])('“%s” is no byline', (line) => {
    const { story } = readOne(page({ afterHead: [line] }));
    expect(story.byline).toBeUndefined();
    expect(story.blocks).toHaveLength(3);
  });

  test('a byline of several names is given whole', () => {
    const { story } = readOne(page({ afterHead: ['By Marta Eskelund and Samir Wahba'] }));
    expect(story.byline).toBe('Marta Eskelund and Samir Wahba');
  });

  test('a first sentence that begins with “By” is a paragraph', () => {
    const first = 'By noon on Saturday the wind had dropped and the eleven keepers had gone to lunch.';
    const { story, ledger } = readOne(page({ body: [first, 'They came back at four.'] }));
    expect(story.byline).toBeUndefined();
    expect(story.blocks).toEqual(paragraphs(first, 'They came back at four.'));
    expect(ledger.byline).toBe(0);
  });

  test('the blog form states everything: byline, date and section', () => {
    const { text, paragraphs } = shape('blog');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'What the Ferry Timetable Knows About Us',
        byline: 'Ilse Maartens',
        section: 'Opinion',
        photos: [],
        date: '2014-06-27',
        dateBasis: 'stated',
        blocks: paragraphs(5, 7),
        lines: [1, 7],
      },
      {
        headline: 'In Praise of the Municipal Bench',
        byline: 'Omar Fakhoury',
        section: 'Culture',
        photos: [],
        date: '2015-02-03',
        dateBasis: 'stated',
        blocks: paragraphs(15, 17),
        lines: [11, 17],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 2, byline: 2, paragraph: 4, blank: 9 }));
  });

  test('the blog form may sign with one word', () => {
    const text = 'On Umbrellas\n\nby admin | Jun 27, 2014 | Opinion\n\nThey are never where the rain is.\n';
    expect(readOne(text).story).toMatchObject({
      headline: 'On Umbrellas',
      byline: 'admin',
      section: 'Opinion',
      date: '2014-06-27',
    });
  });
});

describe('stated days', () => {
  test.each([
    ['Updated 03 August 2024', '2024-08-03'],
    ['Last updated: May 3, 2024 10:15 BST', '2024-05-03'],
    ['First published on Fri 3 May 2024 at 14:05', '2024-05-03'],
    ['Friday, May 3, 2024', '2024-05-03'],
    ['FRIDAY, MAY 3, 2024', '2024-05-03'],
    ['03 August 2024', '2024-08-03'],
    ['2024-05-03', '2024-05-03'],
    ['نُشر: 12:30-3 مايو 2024 م ـ 25 شوّال 1445 هـ', '2024-05-03'],
    ['آخر تحديث: 12:30-3 مايو 2024 م ـ 25 شوّال 1445 هـ', '2024-05-03'],
    ['تم النشر: ٣ مايو ٢٠٢٤', '2024-05-03'],
    ['تاريخ النشر: الجمعة 3 مايو 2024', '2024-05-03'],
    ['Publié le 3 mai 2024 à 14h05', '2024-05-03'],
    ['Güncelleme 3 Mayıs 2024', '2024-05-03'],
    ['Yayınlanma Tarihi: 3 Mayıs 2024 Cuma', '2024-05-03'],
    ['تاریخ انتشار: 3 مه 2024', '2024-05-03'],
  ])('“%s”, above a headline, among its captions or under it, dates the story', (line, day) => {
    const headline = 'Windmill Keepers Elect a President by the Breeze';
    const captions = ['Sails turn above the dike at Molenwijk. (EPA)'];
    const above = `${line}\n\n${page({ headline, captions })}`;
    const among = page({ headline, captions }).replace('TT', `${line}\n\nTT`);
    const under = page({ headline, captions, afterHead: [line] });
    for (const text of [above, among, under]) {
      const { story, ledger } = readOne(text);
      expect(story).toMatchObject({ headline, date: day, dateBasis: 'stated' });
      expect(ledger).toMatchObject({ headline: 1, furniture: 2, paragraph: 2 });
    }
  });

  test.each([
    'Updated rules of May 3, 2024 take effect on the dike today.',
    'On May 3, 2024 the keepers met.',
    'Published figures for 2024',
    'May 3',
  ])('“%s” is a paragraph, though it names a day', (line) => {
    const { story } = readOne(page({ afterHead: [line] }));
    expect(story.date).toBeUndefined();
    expect(story.blocks[0]).toEqual({ type: 'paragraph', text: line });
  });
});

describe('furniture', () => {
  test('a masthead above every story is furniture, and the site’s name behind a headline is no part of it', () => {
    const { text, paragraphs } = shape('masthead');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Dredgers Find a Drowned Orchard in the Estuary',
        photos: [
          {
            caption: 'A diver holds up a branch of the drowned orchard, May 5, 2023.',
            credit: 'AP',
            date: '2023-05-05',
          },
        ],
        date: '2023-05-05',
        dateBasis: 'photo',
        blocks: paragraphs(16, 18),
        lines: [5, 18],
      },
      {
        headline: 'School Bell of Upper Marn Rings an Hour Later',
        photos: [],
        blocks: paragraphs(32, 34),
        lines: [26, 34],
      },
      {
        headline: 'Stonemasons Leave Their Bridge Unfinished on Purpose',
        photos: [],
        blocks: paragraphs(48, 50),
        lines: [42, 50],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 3, caption: 1, furniture: 9, echo: 6, paragraph: 6, blank: 25 }),
    );
  });

  test('a masthead above stories in the blog form, close to the headline, is furniture', () => {
    const { text, line, paragraphs } = shape('masthead-blog');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: line(4),
        byline: 'Noura Haddadin',
        section: 'Opinion',
        photos: [],
        date: '2014-06-27',
        dateBasis: 'stated',
        blocks: paragraphs(7, 9),
        lines: [4, 9],
      },
      {
        headline: line(16),
        byline: 'Pietro Valsecchi',
        section: 'Opinion',
        photos: [],
        date: '2014-07-04',
        dateBasis: 'stated',
        blocks: paragraphs(19, 21),
        lines: [16, 21],
      },
      {
        headline: line(28),
        byline: 'Noura Haddadin',
        section: 'Society',
        photos: [],
        date: '2014-07-18',
        dateBasis: 'stated',
        blocks: paragraphs(31, 33),
        lines: [28, 33],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 3, byline: 3, furniture: 6, paragraph: 6, blank: 15 }));
  });

  test('one headline with the site’s name behind it, its echo without: the echo tells the headline', () => {
    const { text, paragraphs } = shape('suffix');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Weavers of Tolma Sell a Carpet by the Knot',
        photos: [{ caption: 'Weavers count knots in the hall of the guild at Tolma.', credit: 'AFP' }],
        blocks: paragraphs(12, 14),
        lines: [1, 14],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 2, blank: 5 }),
    );
  });

  test('a headline with a dash of its own keeps all its words', () => {
    const headline = 'Slow Boats, Long Lunches - The Canal That Would Not Hurry';
    expect(readOne(page({ headline })).story.headline).toBe(headline);
  });

  const headlines = [
    'Windmill Keepers Elect a President by the Breeze',
    'Basket Makers Open a School for Left Hands',
    'Canal Port Welcomes Its Slowest Ship in Triumph',
    'Hill Town Paints Its Only Taxi in Stripes',
  ];
  const bodyOf = (headline: string): string[] => [
    `Nobody had expected it, but it came to pass on Saturday before a small crowd: “${headline}.”`,
    `A reader of the first edition wrote in to say that ${headline.length} people had seen it.`,
  ];
  const squeezes: [string, (text: string) => string][] = [
    ['with gaps between stories', (text) => text],
    ['with blank runs collapsed to one', (text) => collapse(text, 1)],
    ['with no blank lines', (text) => collapse(text, 0)],
  ];

  test.each(squeezes)('a byline that stands in every story of a dump is a byline: %s', (_, squeeze) => {
    const pages = headlines.map((headline) =>
      page({ headline, afterHead: ['By Marta Eskelund'], body: bodyOf(headline) }),
    );
    const { said, ledger } = read(squeeze(pages.join('\n\n\n\n')));
    expect(said).toEqual(
      headlines.map((headline) => ({
        headline,
        byline: 'Marta Eskelund',
        photos: [],
        blocks: paragraphs(...bodyOf(headline)),
      })),
    );
    expect({ ...ledger, blank: 0 }).toEqual(
      ledgerOf({ headline: 4, byline: 4, furniture: 4, echo: 4, paragraph: 8 }),
    );
  });

  test.each(squeezes)('a line that opens every body, under the head, is a paragraph: %s', (_, squeeze) => {
    const opening = 'This is our weekly letter from the canals.';
    const pages = headlines.map((headline) => page({ headline, body: [opening, ...bodyOf(headline)] }));
    const { said, ledger } = read(squeeze(pages.join('\n\n\n\n')));
    expect(said).toEqual(
      headlines.map((headline) => ({
        headline,
        photos: [],
        blocks: paragraphs(opening, ...bodyOf(headline)),
      })),
    );
    expect({ ...ledger, blank: 0 }).toEqual(ledgerOf({ headline: 4, furniture: 4, echo: 4, paragraph: 12 }));
  });

  // Only with a gap: without one, such a line may as well be the masthead of the story under it.
  test('a line that closes every body, ahead of the gap, is a paragraph of that body', () => {
    const closing = 'The Meridian is printed on Thursdays.';
    const pages = headlines.map((headline) => page({ headline, body: [...bodyOf(headline), closing] }));
    const { said, ledger } = read(pages.join('\n\n\n\n'));
    expect(said).toEqual(
      headlines.map((headline) => ({
        headline,
        photos: [],
        blocks: paragraphs(...bodyOf(headline), closing),
      })),
    );
    expect(ledger).toEqual(ledgerOf({ headline: 4, furniture: 4, echo: 4, paragraph: 12, blank: 29 }));
  });

  test.each(squeezes)('the same photo above every story is a photo of every story: %s', (_, squeeze) => {
    const captions = ['The renderer hall of the weekly at night. (EPA)'];
    for (const some of [headlines.slice(0, 2), headlines]) {
      const pages = some.map((headline) => page({ headline, captions, body: bodyOf(headline) }));
      const { said, ledger } = read(squeeze(pages.join('\n\n\n\n')));
      expect(said).toEqual(
        some.map((headline) => ({
          headline,
          photos: [{ caption: 'The renderer hall of the weekly at night.', credit: 'EPA' }],
          blocks: paragraphs(...bodyOf(headline)),
        })),
      );
      const count = some.length;
      expect({ ...ledger, blank: 0 }).toEqual(
        ledgerOf({
          headline: count,
          caption: count,
          furniture: count,
          echo: count * 4,
          paragraph: count * 2,
        }),
      );
    }
  });

  test('a masthead above both stories of a dump of two is furniture', () => {
    const pages = headlines.slice(0, 2).map((headline) => `The Meridian Weekly\n\n${page({ headline })}`);
    const { said, ledger } = read(pages.join('\n\n\n\n'));
    expect(said.map(({ headline }) => headline)).toEqual(headlines.slice(0, 2));
    expect(ledger).toEqual(ledgerOf({ headline: 2, furniture: 4, echo: 2, paragraph: 4, blank: 13 }));
  });

  test('a line that an option calls furniture is furniture where it closes a story, and a paragraph where it does not', () => {
    const body = ['It was windy.', 'Listen to this story', 'It still is.'];
    const text = page({ body: [...body, 'Listen to this story', 'Printed by wind'] });
    const options = { furniture: ['Listen to this story', 'Printed by Wind', 'Printed by wind'] };
    const { story, ledger } = readOne(text, options);
    expect(story.blocks).toEqual(paragraphs(...body));
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 3, echo: 1, paragraph: 3, blank: 7 }));
  });

  test('a line that an option calls furniture is furniture in a head', () => {
    const headline = 'Windmill Keepers Elect a President by the Breeze';
    const first = 'The keepers of eleven windmills met on Saturday and adjourned twice for lack of wind.';
    const last = 'Their new president promised patience, and a coat of tar for the oldest sails.';
    const text = [headline, '', 'Listen to this story', 'TT', '', headline, '', first, '', last].join('\n');
    const { facts, ledger } = read(text, { furniture: ['Listen to this story'] });
    expect(facts).toEqual([{ headline, photos: [], blocks: paragraphs(first, last), lines: [1, 10] }]);
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 2, echo: 1, paragraph: 2, blank: 4 }));
  });

  test('the sister paper: Short Url, a stated date, the headline twice more, bullets, body', () => {
    const { text, paragraphs, list } = shape('sister');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Desert Railway Puts Its Timetable in the Hands of the Wind',
        dateline: { place: 'AYN DALLA' },
        photos: [
          {
            caption: 'The sail-assisted railcar leaves the halt at Ayn Dalla, July 30, 2024.',
            credit: 'SPA',
            date: '2024-07-30',
          },
        ],
        date: '2024-08-03',
        dateBasis: 'stated',
        blocks: [list(13, 15), ...paragraphs(17, 19, 21)],
        lines: [1, 21],
      },
      {
        headline: 'Mosaic of a Fish Market Surfaces in a Fish Market',
        photos: [],
        date: '2024-09-11',
        dateBasis: 'stated',
        blocks: paragraphs(35, 37),
        lines: [25, 37],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 2, caption: 1, furniture: 4, echo: 5, paragraph: 5, list: 2, blank: 18 }),
    );
  });
});

describe('bodies', () => {
  test('a short line led by “- ” or “– ” with no closing punctuation is a subhead, a sentence is not', () => {
    const { text, paragraphs, subhead } = shape('subheads');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'How a Salt Town Became the Capital of Brass Bands',
        photos: [],
        blocks: [...paragraphs(7), subhead(9), ...paragraphs(11), subhead(13), ...paragraphs(15, 17, 19)],
        lines: [1, 19],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, furniture: 1, echo: 1, paragraph: 5, subhead: 2, blank: 9 }),
    );
  });

  test('lines led by dashes make a list, a long one among them; where most are sentences, it is talk', () => {
    const items = [
      'Keep the ferry',
      'Sell it, which would be hard, since its engine was last seen running in the year of the flood, by two people.',
      'Sink it',
    ];
    const around = ['There were three proposals.', 'None was adopted.'];
    const listed = readOne(
      page({ body: [around[0] ?? '', ...items.map((item) => `- ${item}`), around[1] ?? ''] }),
    );
    expect(listed.story.blocks[1]).toEqual({ type: 'list', items });
    const talk = ['– Where is the ferry?', '– At its berth.', '– It was there yesterday.'];
    expect(readOne(page({ body: talk })).story.blocks).toEqual(paragraphs(...talk));
  });

  test('lines led by “•” make one list, also across single blank lines, until a paragraph parts them', () => {
    const { text, paragraphs, list } = shape('bullets');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Five Things to Know Before the Regatta of Barges',
        photos: [],
        blocks: [...paragraphs(7), list(9, 11, 13), ...paragraphs(15), list(17, 18), ...paragraphs(20)],
        lines: [1, 20],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 1, echo: 1, paragraph: 3, list: 5, blank: 9 }));
  });

  test('an interview’s Q: and A: lines are paragraphs, word for word', () => {
    const { text, paragraphs } = shape('interview');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'The Woman Who Listens to Bridges',
        photos: [],
        blocks: paragraphs(7, 9, 11, 13, 15, 17),
        lines: [1, 17],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 1, echo: 1, paragraph: 6, blank: 8 }));
  });

  test('an interview that opens with its first question has no dateline and no byline', () => {
    const body = ['Q: Who rings the bell?', 'A: Whoever is late.'];
    const { story } = readOne(page({ body }));
    expect(story.blocks).toEqual(paragraphs(...body));
    expect(story.dateline).toBeUndefined();
    expect(story.byline).toBeUndefined();
  });

  test('a gap of three blank lines inside a body, with no head behind it, starts no story', () => {
    const { text, paragraphs } = shape('gap');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Orchestra of Retired Engineers Tours the Power Stations',
        photos: [{ caption: 'The orchestra tunes up in a turbine hall.', credit: 'EPA' }],
        blocks: paragraphs(12, 16, 18),
        lines: [1, 18],
      },
      {
        headline: 'Library Van Crosses the Pass on Skis',
        photos: [],
        blocks: paragraphs(28, 30),
        lines: [22, 30],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 2, caption: 1, furniture: 2, echo: 5, paragraph: 5, blank: 15 }),
    );
  });

  test('a gap before the last paragraph of a dump starts no story', () => {
    const text = `${page({})}\n\n\n\nA second ballot was held on Sunday, in a gale, and took four minutes.\n`;
    const { story, ledger } = readOne(text);
    expect(story.blocks).toHaveLength(3);
    expect(story.lines).toEqual([1, 13]);
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 1, echo: 1, paragraph: 3, blank: 7 }));
  });

  test('a body line that is exactly TT is a paragraph', () => {
    const { text, paragraphs } = shape('tt-in-body');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Postal Museum Opens a Room for Codes',
        photos: [],
        blocks: paragraphs(7, 9, 11, 13),
        lines: [1, 13],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 1, furniture: 1, echo: 1, paragraph: 4, blank: 6 }));
  });

  test('a refrain that stands twice in a row, close or with a blank line onTick, stays twice', () => {
    const { text, paragraphs } = shape('refrain');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Rowers Sing the River Back Into Its Bed',
        photos: [{ caption: 'Rowers lift their oars at the weir of Isola Bassa.', credit: 'AFP' }],
        blocks: paragraphs(12, 14, 16, 18, 20, 21, 23),
        lines: [1, 23],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 1, caption: 1, furniture: 1, echo: 4, paragraph: 7, blank: 9 }),
    );
  });
});

describe('dumps that lost their blank lines, and dumps that never had echoes', () => {
  const stories = [
    {
      headline: 'Glassblowers Revive the Color Their Town Forgot',
      photos: [
        {
          caption: 'A furnace is opened at the glassworks of Lauschental, April 24, 2025.',
          credit: 'Reuters',
          date: '2025-04-24',
        },
      ],
      date: '2025-04-24',
      dateBasis: 'photo',
      blocks: shape('one-blank').paragraphs(12, 14),
    },
    {
      headline: 'County Fair Judges Its First Silent Tractor',
      photos: [],
      blocks: shape('one-blank').paragraphs(22, 24),
    },
    {
      headline: 'Cartographers Draw a Map of Smells',
      photos: [{ caption: 'A panel of noses at work in the old harbor.', credit: 'EPA' }],
      blocks: shape('one-blank').paragraphs(37, 39),
    },
  ];
  const counts = { headline: 3, caption: 2, furniture: 3, echo: 9, paragraph: 6 };

  test('blank runs collapsed to one: heads are found by their echoes', () => {
    const { said, facts, ledger } = read(shapeText('one-blank'));
    expect(said).toEqual(stories);
    expect(facts.map(({ lines }) => lines)).toEqual([
      [1, 14],
      [16, 24],
      [26, 39],
    ]);
    expect(ledger).toEqual(ledgerOf({ ...counts, blank: 16 }));
  });

  test('no blank lines at all: heads are found by their echoes', () => {
    const { said, facts, ledger } = read(shapeText('no-blanks'));
    expect(said).toEqual(stories);
    expect(facts.map(({ lines }) => lines)).toEqual([
      [1, 9],
      [10, 14],
      [15, 23],
    ]);
    expect(ledger).toEqual(ledgerOf(counts));
  });

  // Left out: dumps known by their gaps alone, and a head with neither TT nor photo among others that have them: without
  // its gap it is a line that stands twice, as a refrain does.
  const collapsible = shapeNames.filter(
    (name) => !['plain', 'blog', 'masthead-blog', 'no-tt'].includes(name),
  );

  test.each(collapsible)('%s: the same stories are read when blank runs are collapsed to one', (name) => {
    const whole = read(shapeText(name));
    const squeezed = read(collapse(shapeText(name), 1));
    expect(squeezed.said).toEqual(whole.said);
    expect({ ...squeezed.ledger, blank: 0 }).toEqual({ ...whole.ledger, blank: 0 });
  });

  test.each(collapsible)('%s: the same stories are read with no blank lines at all', (name) => {
    const whole = read(shapeText(name));
    const squeezed = read(collapse(shapeText(name), 0));
    expect(squeezed.said).toEqual(whole.said);
    expect(squeezed.ledger).toEqual({ ...whole.ledger, blank: 0 });
  });

  test('a plain dump with no echoes: a gap of two or more blank lines and a short first line part its stories', () => {
    const { text, paragraphs } = shape('plain');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Village Clock Is Set Right After Ninety Years',
        photos: [],
        blocks: paragraphs(3, 5),
        lines: [1, 5],
      },
      {
        headline: 'Swimmers Cross the Strait by Moonlight',
        photos: [],
        blocks: paragraphs(10, 12),
        lines: [8, 12],
      },
      {
        headline: 'A New Bridge for the Old Toll Keeper',
        photos: [],
        blocks: paragraphs(18, 20),
        lines: [16, 20],
      },
    ]);
    expect(ledger).toEqual(ledgerOf({ headline: 3, paragraph: 6, blank: 11 }));
  });
});

describe('languages and characters', () => {
  test('Arabic, Persian, Urdu, Turkish, French and English stand in one dump, each read like the others', () => {
    const { text, paragraphs } = shape('languages');
    const { facts, ledger } = read(text);
    expect(facts).toEqual([
      {
        headline: 'Botanists Name a Moss for the Bus Stop Where It Grew',
        photos: [{ caption: 'The moss on the roof of the bus stop at Garron.', credit: 'AP' }],
        blocks: paragraphs(12, 14),
        lines: [1, 14],
      },
      {
        headline: 'قرية جبلية تعيد تشغيل طاحونتها المائية بعد نصف قرن',
        photos: [
          {
            caption: 'الطحّان يفتح قناة الماء في قرية عين السنديان، 16 يناير 2026',
            credit: 'رويترز',
            date: '2026-01-16',
          },
        ],
        date: '2026-01-16',
        dateBasis: 'photo',
        blocks: paragraphs(29, 31),
        lines: [18, 31],
      },
      {
        headline: 'کتابخانه‌ای که با قایق به روستاهای تالاب می‌رود',
        photos: [{ caption: 'قایق کتابخانه در میان نیزارهای تالاب', credit: 'ایرنا' }],
        blocks: paragraphs(46, 48),
        lines: [35, 48],
      },
      {
        headline: 'پہاڑی گاؤں کے بچوں نے اپنا ریڈیو اسٹیشن شروع کر دیا',
        photos: [{ caption: 'بچے اسکول کے کمرے میں پہلا پروگرام نشر کر رہے ہیں', credit: 'اے ایف پی' }],
        blocks: paragraphs(63, 65),
        lines: [52, 65],
      },
      {
        headline: 'İzmir’in İlk Yüzen Pazarı Iğdır Kayısısıyla Açıldı',
        photos: [{ caption: 'Satıcılar teknelerini iskeleye bağlıyor, İzmir.', credit: 'AA' }],
        blocks: paragraphs(80, 82),
        lines: [69, 82],
      },
      {
        headline: 'À Saint-Aubrac, le dernier bouilleur de cru forme sa relève',
        photos: [{ caption: 'L’alambic ambulant est remis en chauffe à Saint-Aubrac.', credit: 'AFP' }],
        blocks: paragraphs(97, 99),
        lines: [86, 99],
      },
    ]);
    expect(ledger).toEqual(
      ledgerOf({ headline: 6, caption: 6, furniture: 6, echo: 24, paragraph: 12, blank: 45 }),
    );
  });

  test('an echo in another Unicode form is an echo still, and text is given composed', () => {
    const headline = 'Café de la Gare Réclame Son Horloge à la Mairie';
    const text = page({ headline }).replace(headline, headline.normalize('NFD'));
    expect(readOne(text).story.headline).toBe(headline);
  });

  test.each(shapeNames)(
    '%s: line breaks of Windows, a byte order mark and spaces at line ends change nothing',
    (name) => {
      const text = shapeText(name);
      const plain = read(text);
      const dressed = read(`\uFEFF${text.replaceAll('\n', ' \r\n')}`);
      expect(dressed.facts).toEqual(plain.facts);
      expect(dressed.ledger).toEqual(plain.ledger);
    },
  );

  test.each(shapeNames)('%s: a story reads the same from a string and from bytes', (name) => {
    const text = shapeText(name);
    expect(readDump(new TextEncoder().encode(text))).toEqual(readDump(text));
  });
});
