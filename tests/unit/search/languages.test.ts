// A thousand queries in each of seven languages find the stories that looking through all of them finds.
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as english } from 'stemmer';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Search } from '../../../integration/search/client/index.ts';
import { ids, open, type TestStory } from './archive.ts';
import { hasCharacters, hasPhrase, hasWord, wordsOf } from './scan.ts';

const QUERIES = 1000;
const STORIES = 120;

/** Words as dumps have them: with accents, points, joiners, apostrophes and stops. */
const WORDS = {
  en: `the keeper of harbour lamps lit early O'Brien's co-operative U.S. U.N. naïve café 1,200 3.5 ferry ferries FERRY
    voters elected election quay quays don't it's Zürich tide tides anchored anchors half-built and/or e-mail 2025 No.7
    rain rainy wind windy boats boat board boarded boarding captain captain's nets net fish fished fishing Señor fjord`,
  ar: `الميناء ميناء والميناء بالميناء للميناء مدينة المدينة مُدُن كتاب الكتاب الكُتّاب مدرسة المدرسة للمدرسة أمل الأمل آمال إمارة
    سؤال رئيس الرئيس مسؤول على إلى هذا هذه سفينة السفن والسفن بحر البحر صيّاد الصيّادون مطـــر ٢٠٢٥ ١٢ ربيع الربيع
    انتخابات الانتخابات نتيجة نتائج الله شرق الشرق غرب لبنان ولبنان قهوة القهوة شاي خبز الخبز سوق الأسواق فانوس`,
  fa: `بندر بندرها بندر‌ها می‌خواهم می‌رود نمی‌دانم کتاب‌ها کتاب کتابخانه خانه خانه‌ها دریا دریای قایق قایق‌ها ماهی ماهی‌گیر
    علی رئیس مسئول مسؤول فانوس فانوس‌ها شهر شهرهای البته الان انتخابات ۱۴۰۳ ۲۰۲۵ باران بارانی هوا هوای سرد گرم نامه
    نامه‌ای چای نان بازار پل پل‌ها چراغ چراغ‌ها ژاله گندم گل‌ها مدرسه مدرسهٔ خانۀ بزرگ کوچک`,
  tr: `liman limanın Limanı İstanbul İstanbul'da ISPARTA Isparta'ya ışık ışıklar IŞIK hasat hasadına hasadı üzüm üzümün bağ
    bağlar köy köyde köylü balık balıkçı balıkçılar ağ ağlar gemi gemiler geminin deniz denizde DENİZ yağmur rüzgâr kâtip
    şehir Şehir çay çarşı çarşıda ekmek güneş gökyüzü öğretmen okul okullar seçim seçimler seçimi 2025 %50 kırk dördü`,
  fr: `port ports d'été l'été L'Élysée élection élections élu élue élus œuvre œuvres cœur Noël naïve français française
    garçon pêcheur pêcheurs pêche phare phares lumière lumières mer mers aujourd'hui qu'il n'est où déjà voilà hôtel hôtels
    forêt île îles ÎLES côte côté cote bateau bateaux quai quais marché marchés pain thé 2025 1er vendanges vendange`,
  zh: `港口 灯塔 渔船 渔民 早晨 总统 选举 委员会 叙利亚 埃及 北京 上海 天气 下雨 大风 市场 面包 茶 学校 老师 学生 图书馆 新闻 报纸 记者 桥
    河流 海洋 山 村庄 葡萄 收获 工人 医院 火车站 飞机场 一二三 二零二五 的 了 在 和 是 不 我们 他们 国家 世界 ＡＢＣ 2025`,
  th: `ท่าเรือ ประภาคาร เรือ ชาวประมง น้ำ น้ำท่วม กรุงเทพ กรุงเทพมหานคร เลือกตั้ง นายกรัฐมนตรี ฝน ลม ตลาด ขนมปัง ชา โรงเรียน ครู
    นักเรียน หนังสือ ข่าว สะพาน แม่น้ำ ทะเล ภูเขา หมู่บ้าน องุ่น เก็บเกี่ยว คนงาน โรงพยาบาล สถานีรถไฟ และ ที่ ใน เป็น ไม่ ๒๕๖๘ 2025 ปี`,
} as const;
type Language = keyof typeof WORDS;

/** Numbers that look random and are always the same. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const isSpaceless = (lang: Language) => lang === 'zh' || lang === 'th';

/** Stories of a language; few words are frequent, most are rare. */
function storiesIn(lang: Language): TestStory[] {
  const words = WORDS[lang].split(/\s+/u);
  const below = numbersFrom(lang.codePointAt(0) ?? 0);
  const word = () => words[Math.floor(below(words.length) * (below(1000) / 1000) ** 0.7)] ?? '';
  const marks = isSpaceless(lang) ? ['', '', '', '，', '。', ' '] : [' ', ' ', ' ', ', ', '. ', ' “', '” '];
  const text = (length: number) =>
    Array.from({ length }, () => word() + (marks[below(marks.length)] ?? '')).join('');
  return Array.from({ length: STORIES }, (_, at) => ({
    id: `${lang}-${at}`,
    lang,
    headline: text(3),
    text: [text(2 + below(6)), text(1 + below(6))],
  }));
}

/** A word as somebody types it: with or without accents and points, by another keyboard, in capitals. */
function asTyped(word: string, way: number): string {
  if (way === 0) return word.toUpperCase();
  if (way === 1) return word.normalize('NFD').replace(/\p{M}/gu, '');
  if (way === 2)
    return word.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('ة', 'ه').replaceAll('\u200c', '');
  if (way === 3) return word.normalize('NFD');
  return word;
}

/** A part of a text that has no sign in it, for a script without spaces. */
function charactersOf(text: string, lang: Language, below: (limit: number) => number): string {
  const script = lang === 'zh' ? /\p{Script=Han}+/gu : /[\u0e01-\u0e4e]+/gu;
  const stretches = text.match(script) ?? [];
  const characters = [...(stretches[below(stretches.length || 1)] ?? (lang === 'zh' ? '港' : 'ท่า'))];
  const start = below(characters.length);
  return characters.slice(start, start + 1 + below(6)).join('');
}

/** @returns whether a story is as all of these say */
const hasAll = (each: ((story: TestStory) => boolean)[]) => (story: TestStory) =>
  each.every((has) => has(story));

describe.each(Object.keys(WORDS) as Language[])('%s', (lang) => {
  const stories = storiesIn(lang);
  const below = numbersFrom(7);
  const textOf = () => {
    const { headline = '', text = [] } = stories[below(stories.length)] ?? {};
    return [headline, ...text][below(3)] ?? '';
  };
  let search: Search;

  beforeAll(async () => {
    search = await open(stories);
  });

  const expectFound = async (query: string, has: (story: TestStory) => boolean) => {
    const expected = new Set(stories.filter(has).map(({ id }) => id));
    const found = new Set(await ids(await search.query(query)));
    const differences = {
      query,
      missing: [...expected.difference(found)],
      extra: [...found.difference(expected)],
    };
    expect(differences).toEqual({ query, missing: [], extra: [] });
    return expected.size;
  };

  test(`${QUERIES} queries`, async () => {
    let [none, some] = [0, 0];
    for (let query = 0; query < QUERIES; query++) {
      let count: number;
      if (isSpaceless(lang)) {
        // Now and then of two stories, so that it may be nowhere.
        const parts = Array.from({ length: 1 + below(2) }, () => charactersOf(textOf(), lang, below));
        const asked = query % 5 === 0 ? [parts.join('')] : parts;
        count = await expectFound(asked.join(' '), hasAll(asked.map(hasCharacters)));
      } else if (query % 4 === 0) {
        const words = textOf()
          .split(/[\s.,“”]+/u)
          .filter(Boolean);
        const start = below(words.length);
        const phrase = words.slice(start, start + 1 + below(4)).join(' ');
        count = await expectFound(`"${phrase}"`, hasPhrase(phrase));
      } else {
        const texts = Array.from({ length: 1 + below(3) }, textOf);
        const words = texts.flatMap((text) => text.match(/[\p{L}\p{M}\p{N}\u200c]+/gu)?.slice(-1) ?? []);
        const typed = words.map((word) => asTyped(word, below(8)));
        const query = typed.map((word) => `"${word}"`).join(' ');
        count = await expectFound(query, hasAll(words.map(hasWord)));
      }
      if (count === 0) none++;
      else if (count < stories.length) some++;
    }
    // Of every kind enough for the comparison to mean something.
    expect(none).toBeGreaterThan(QUERIES / 100);
    expect(some).toBeGreaterThan(QUERIES / 2);
  }, 60_000);
});

describe.each([
  ['en', english],
  ['fr', french],
  ['tr', turkish],
] as const)('forms of words in %s', { timeout: 60_000 }, (lang, stem) => {
  const stories = storiesIn(lang);
  const wordsIn = (text: string) => text.toLocaleLowerCase(lang).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const plain = (word: string) => wordsOf(word, lang)[0]?.[0] ?? '';
  const vocabulary = [...new Set(wordsIn(WORDS[lang]))];
  const plainOf = new Map(vocabulary.map((word) => [word, plain(word)]));
  /** What words of a story are formed from, but for the shortest. */
  const stemsOf = new Map(
    stories.map(({ id, headline = '', text = [] }) => [
      id,
      new Set(
        [headline, ...text]
          .flatMap(wordsIn)
          .filter((word) => plain(word).length > 2)
          .map((word) => plain(stem(word))),
      ),
    ]),
  );

  test('are found, behind stories that have the word itself, and nothing else is', async () => {
    const search = await open(stories);
    let forms = 0;
    for (const word of vocabulary) {
      const found = await ids(await search.query(word));
      const own = new Set(stories.filter(hasWord(word)).map(({ id }) => id));
      expect(new Set(found.slice(0, own.size)), word).toEqual(own);
      const spellings = vocabulary.filter((each) => plainOf.get(each) === plainOf.get(word));
      const stems = new Set(spellings.map((each) => plain(stem(each))));
      if (own.size === 0) continue;
      for (const id of found.slice(own.size))
        expect(stemsOf.get(id)?.isDisjointFrom(stems), `${word}: ${id}`).toBe(false);
      forms += found.length - own.size;
    }
    expect(forms).toBeGreaterThan(stories.length);
  });
});
