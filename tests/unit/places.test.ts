// The countries a story names: how often they are right, and every trap by its name.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDump } from '../../integration/dump/index.ts';
import { findPlaces } from '../../integration/stories/places.ts';
import { HEADLINES, HELD_OUT, type Headline } from './headlines.ts';
import { TRAP_HEADLINES } from './trap-headlines.ts';

const named = (headline: string, lang = 'en') => findPlaces({ headline }, lang);

function measure(set: readonly Headline[]) {
  let found = 0;
  let right = 0;
  let wanted = 0;
  for (const [lang, headline, countries] of set) {
    const expected = countries ? countries.split(',') : [];
    const got = named(headline, lang);
    found += got.length;
    wanted += expected.length;
    right += got.filter((country) => expected.includes(country)).length;
  }
  return { precision: right / found, recall: right / wanted };
}

describe('over a set of headlines', () => {
  test.each([
    ['it was built with', HEADLINES],
    ['held out while it was built', HELD_OUT],
    ['of traps', TRAP_HEADLINES],
  ])('precision is at least 0.97 and recall 0.9: the set %s', (which, set) => {
    const { precision, recall } = measure(set);
    console.info(
      `places, ${set.length} headlines ${which}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test('the sets are large enough to say something', () => {
    expect(HEADLINES.length).toBeGreaterThanOrEqual(80);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(40);
    expect(TRAP_HEADLINES.length).toBeGreaterThanOrEqual(150);
  });
});

describe('names no country', () => {
  test.each([
    ['a bird', 'en', 'A turkey dinner for two hundred'],
    ['a bird in a headline of capitals', 'en', 'Roast Turkey Recipes for a Crowd'],
    ['a rodent', 'en', 'Guinea Pig Rescue Opens in Leeds'],
    ['a university', 'en', 'Georgia Tech Beats Clemson'],
    ['an American state', 'en', 'Georgia Governor Kemp Signs Tax Bill'],
    [
      'an American state whose name holds a country’s',
      'en',
      'New Mexico Wildfire Doubles; New Jersey Sends Crews',
    ],
    ['a town, by the state behind it', 'en', 'Lebanon, Pa., Mourns Its Mayor'],
    ['a first name', 'en', 'Jordan Peterson Cancels Lecture'],
    ['a first name in a sentence', 'en', 'The novelist Chad Vandermeer won the prize on Monday'],
    ['a surname', 'en', 'Michael Jordan Sells Mansion'],
    ['a city’s name as a person’s', 'en', 'Paris Hilton Testifies'],
    ['an ocean', 'en', 'Quake Rattles Indian Ocean Islands'],
    ['a gulf', 'en', 'Storms Cross Gulf of Mexico and Gulf of Oman'],
    ['a sport', 'en', 'American Football Comes to Munich'],
    ['a continent', 'en', 'Latin American and South American Leaders Meet'],
    ['a food', 'en', 'French Fries Shortage Hits Diners'],
    ['the pronoun us', 'en', 'They told us to wait; Let Us In, Fans Say'],
    ['the pronoun in a headline all of capitals', 'en', 'MAYOR TELLS CROWD TO JOIN US'],
    ['a name inside a longer word', 'en', 'Omani-born? No: Womania, Romanesque and Somalilander Chadors'],
    ['an ordinary word without its accent', 'en', 'High School Reunion Ends in Song'],
    ['an Arabic word for financial', 'ar', 'دعم مالي جديد للمزارعين'],
    ['an Arabic first name', 'ar', 'الأمير تركي الفيصل يلقي محاضرة'],
    ['the Indian Ocean in Arabic', 'ar', 'إعصار يعبر المحيط الهندي'],
    ['a French first name', 'fr', 'Maurice Ravel à l’honneur'],
    ['a French word for meeting', 'fr', 'Réunion de crise à la mairie'],
    ['a Turkish word for financial', 'tr', 'Mali müşavirler yeni kuralları bekliyor'],
    ['a Chinese phrase across two words', 'zh', '发展中国家呼吁改革'],
    ['a Hindi word with other vowels', 'hi', 'पुल पर काम शुरू, रस की दुकान बंद'],
    ['a gardener in Hindi', 'hi', 'माली ने पेड़ लगाए'],
    ['a Marathi word with other vowels', 'mr', 'नदीवर पूल, पण रस्ता पर अडला'],
    ['a Vietnamese word with other accents', 'vi', 'Bí thư gặp người trồng lúa. Lao động trẻ rời thành phố'],
    ['the Vietnamese words for law and shirt', 'vi', 'Pháp luật mới. Áo dài trở lại trường'],
    ['a Vietnamese first name', 'vi', 'Chị Nga bán hoa ngày Tết'],
    ['the Norwegian pronoun that opens a sentence', 'nb', 'Man må vente. Man får ikke noe svar'],
    ['a Finnish pronoun that opens a sentence', 'fi', 'Oman kodin hinta nousi'],
    ['small ones, in Croatian', 'hr', 'Mali proizvođači traže pomoć'],
    ['a Hebrew verb with a particle before it', 'he', 'הצדדים הפרו את ההסכם, נבנה כלוב ליד בנין'],
    ['a Korean word for means', 'ko', '새로운 교통 수단을 찾다'],
    ['Maryland, Mario and Amanda in Chinese', 'zh', '马里兰州州长会见马里奥和阿曼达'],
    ['an ocean and a gulf in Chinese', 'zh', '印度洋海啸，墨西哥湾漏油'],
    ['an ocean and a gulf in Japanese', 'ja', 'インド洋で津波、メキシコ湾で流出'],
    ['the Gulf of Mexico in German', 'de', 'Öl im Golf von Mexiko'],
    ['New Mexico in Spanish', 'es', 'Arde un bosque en Nuevo México y en el golfo de México'],
  ])('%s', (what, lang, headline) => {
    const expected = what === 'a name inside a longer word' ? ['Oman'] : [];
    expect(named(headline, lang)).toEqual(expected);
  });
});

describe('tells apart', () => {
  test.each([
    ['the two Koreas', 'South Korea and North Korea Trade Barbs', ['South Korea', 'North Korea']],
    ['the two Congos', 'DR Congo and Congo-Brazzaville Sign', ['DR Congo', 'Republic of the Congo']],
    ['Niger and Nigeria', 'Nigerien Envoy in Nigeria', ['Niger', 'Nigeria']],
    [
      'the four Guineas',
      'Papua New Guinea, Guinea-Bissau, Equatorial Guinea, Guinea',
      ['Papua New Guinea', 'Guinea-Bissau', 'Equatorial Guinea', 'Guinea'],
    ],
    ['Dominica and its neighbour', 'Dominica Thanks Dominican Republic', ['Dominica', 'Dominican Republic']],
    ['the two Sudans', 'South Sudanese Flee Sudan', ['South Sudan', 'Sudan']],
    ['the two Irelands', 'Northern Ireland and Ireland Agree', ['United Kingdom', 'Ireland']],
    ['Georgia by its capital', 'Georgia Lawmakers Override Veto in Tbilisi', ['Georgia']],
    ['a country from a bird', 'Turkey Pardons Thanksgiving Turkey', ['Türkiye']],
  ])('%s', (_, headline, expected) => {
    expect(named(headline)).toEqual(expected);
  });
});

describe('a name is found', () => {
  test.each([
    ['as US', 'US Cuts Rates', 'United States'],
    ['with full stops', 'U.S. Cuts Rates', 'United States'],
    ['as America', 'America’s Farmers Wait', 'United States'],
    ['as UK', 'UK-Based Charity Fined', 'United Kingdom'],
    ['with a straight apostrophe', "Syria's Railways", 'Syria'],
    ['with a curly apostrophe', 'Syria’s Railways', 'Syria'],
    ['in capitals', 'SYRIA REOPENS RAILWAY LINE', 'Syria'],
    ['with a hyphen behind it', 'Saudi-led Group Meets', 'Saudi Arabia'],
    ['without its accents', 'Turkiye Votes', 'Türkiye'],
    ['as a territory that ISO 3166 counts to it', 'Gaza Hospital Reopens', 'Palestine'],
  ])('%s', (_, headline, country) => {
    expect(named(headline)).toEqual([country]);
  });

  test.each([
    ['hr', 'Sukob u državi Mali traje', 'Mali'],
    ['nb', 'Øya Man har fått en havn', 'Isle of Man'],
    ['he', 'ביקור בפרו', 'Peru'],
    ['ko', '수단 내전 격화', 'Sudan'],
    ['zh', '约旦河西岸的村庄', 'Palestine'],
    ['es', 'Elecciones en Papúa Nueva Guinea', 'Papua New Guinea'],
  ])('where it is no other word (%s): %s', (lang, headline, country) => {
    expect(named(headline, lang)).toEqual([country]);
  });

  test('in Hindi with the dots below foreign letters, and without', () => {
    expect(named('क़तर में बैठक', 'hi')).toEqual(['Qatar']);
    expect(named('कतर में बैठक', 'hi')).toEqual(['Qatar']);
  });

  test.each(['العراق', 'والعراق', 'بالعراق', 'للعراق', 'عراقي', 'العراقية', 'والعراقيين'])(
    'as %s in Arabic',
    (word) => {
      expect(named(`قمة ${word} اليوم`, 'ar')).toEqual(['Iraq']);
    },
  );

  test.each([
    ['ru', 'Визит в Россию'],
    ['ko', '러시아는 합의했다'],
    ['he', 'ביקור ברוסיה'],
    ['ja', 'ロシア大統領が会見'],
    ['zh', '俄罗斯总统讲话'],
    ['es', 'El presidente de Rusia viaja'],
    ['uk', 'Росія заявила'],
    ['hi', 'रूस की नई रेल'],
    ['te', 'రష్యా అధ్యక్షుడు'],
    ['vi', 'Tổng thống Nga phát biểu'],
  ])('in a language of CLDR’s or world-countries’: %s', (lang, headline) => {
    expect(named(headline, lang)).toEqual(['Russia']);
  });
});

describe('of a story', () => {
  test('countries come in order of first mention, each once', () => {
    const texts = {
      headline: 'Syrian Bakers Strike',
      dek: 'Talks move to Jordan',
      dateline: 'BEIRUT',
      lede: 'BEIRUT: Bakers in Syria and Iraq asked Jordan to help.',
    };
    expect(findPlaces(texts, 'en')).toEqual(['Syria', 'Jordan', 'Lebanon', 'Iraq']);
  });

  test.each([
    ['BEIRUT', 'en', ['Lebanon']],
    ['WASHINGTON', 'en', ['United States']],
    ['BEIRUT, Lebanon', 'en', ['Lebanon']],
    ['LONDON, Ontario', 'en', []],
    ['MOSCOW, Idaho', 'en', []],
    ['MANCHESTER', 'en', []],
    ['JERUSALEM', 'en', []],
    ['بيروت', 'ar', ['Lebanon']],
    ['Le Caire', 'fr', ['Egypt']],
    ['北京', 'zh', ['China']],
    ['臺北', 'zh', ['Taiwan']],
    ['東京', 'ja', ['Japan']],
    ['МОСКВА', 'ru', ['Russia']],
    ['WIEN', 'de', ['Austria']],
    ['La Habana', 'es', ['Cuba']],
  ])('the dateline %s (%s) names %j', (dateline, lang, expected) => {
    expect(findPlaces({ headline: '—', dateline }, lang)).toEqual(expected);
  });

  test.each([
    ['德黑兰称谈判将恢复', 'zh', ['Iran']],
    ['罗马尼亚议会通过法案', 'zh', ['Romania']],
    ['巴黎圣日耳曼战胜里昂', 'zh', []],
    ['モスクワで会談', 'ja', ['Russia']],
    ['Делегация прибыла в Москву', 'ru', ['Russia']],
    ['Kairo sagt neue Gespräche zu', 'de', ['Egypt']],
    ['Real Madrid verliert in Sevilla', 'de', []],
    ['La Habana reabre su cine más antiguo', 'es', ['Cuba']],
  ])('in the headline “%s” (%s) a capital names %j', (headline, lang, expected) => {
    expect(findPlaces({ headline }, lang)).toEqual(expected);
  });

  test('a capital names its country in a headline, and nothing by itself in the text', () => {
    expect(
      findPlaces({ headline: 'Beirut Bakers Strike', lede: 'Bakers in Damascus followed.' }, 'en'),
    ).toEqual(['Lebanon']);
    expect(findPlaces({ headline: '—', lede: 'The train left Mexico City for Panama City.' }, 'en')).toEqual([
      'Mexico',
      'Panama',
    ]);
  });

  test('neither emptiness nor noise is a place', () => {
    expect(findPlaces({ headline: '' }, 'en')).toEqual([]);
    expect(findPlaces({ headline: '?!… 12 \ud800' }, 'und')).toEqual([]);
  });
});

const seed = new URL('../../../shared/dumps/seed.txt', import.meta.url);
test.skipIf(!existsSync(seed))(
  'the seed’s first story is about Syria and Russia (skipped where the seed is missing)',
  () => {
    const [story] = readDump(readFileSync(seed, 'utf8')).stories;
    const lede = story?.blocks[0];
    if (!story || lede?.type !== 'paragraph') throw new Error('the seed has no story');
    expect(findPlaces({ headline: story.headline, lede: lede.text }, 'en')).toEqual(['Syria', 'Russia']);
  },
);
