// What is one word to search, whatever keyboard or dump it comes from.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeUnits } from '../../../integration/search/words/code-units.ts';
import { fold } from '../../../integration/search/words/fold.ts';
import { normalize } from '../../../integration/search/words/normalize.ts';
import { LONGEST_TERM, termsOf, wordRulesOf } from '../../../integration/search/words/terms.ts';
import { ACRONYM, eachPiece } from '../../../integration/search/words/tokenize.ts';

/** Terms of a text, piece by piece. */
function terms(text: string, lang = 'en'): string[][] {
  const normal = normalize(text);
  const found: string[][] = [];
  eachPiece(codeUnits(normal), (kind, start, end) => {
    if (kind !== ACRONYM) found.push(termsOf(kind, normal.slice(start, end), wordRulesOf(lang)));
  });
  return found;
}

const words = (text: string, lang?: string) => terms(text, lang).map(([own]) => own);
const foldedText = (text: string) => words(text).join(' ');

test.each([
  ['Latin accents', 'Évènement Ångström Čapek Nguyễn São', 'evenement angstrom capek nguyen sao'],
  [
    'letters that Unicode does not take apart',
    'Straße Łódź Ørsted œuvre Æsir Đuro',
    'strasse lodz orsted oeuvre aesir duro',
  ],
  ['capital sharp s', 'STRAẞE', 'strasse'],
  ['Turkish i', 'İSTANBUL ıssız IĞDIR', 'istanbul issiz igdir'],
  ['Greek accents and final sigma', 'Ἀθήνας ΑΘΗΝΑΣ', 'αθηνασ αθηνασ'],
  ['Cyrillic ё, but not й', 'Ёлка елка мой', 'елка елка мой'],
  ['soft hyphens', 'har\u00adbour', 'harbour'],
  ['ligatures and full-width forms', 'ﬁsh Ｈａｒｂｏｕｒ', 'fish harbour'],
  ['digits of any script', '٢٠٢٥ ۲۰۲۵ २०२५ ２０２５', '2025 2025 2025 2025'],
  ['tashkeel and tatweel', 'مُدَرِّسَةٌ مـــدرسة', 'مدرسه مدرسه'],
  ['seats of hamza', 'أمل إمل آمل ٱمل سؤال', 'امل امل امل امل سوال'],
  ['Arabic and Persian ye and ke', 'علي على علی كتاب کتاب', 'علی علی علی کتاب کتاب'],
  ['ta marbuta and kinds of he', 'مكتبة مكتبه ہوا هوا', 'مکتبه مکتبه هوا هوا'],
  ['presentation forms', 'ﻛﺘﺎﺏ', 'کتاب'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['accents that follow their letter', 'e\u0301te\u0301', 'ete'],
  ['nukta in Hindi', 'ज़मीन जमीन', 'जमीन जमीन'],
])('one word to search: %s', (_, text, folded) => {
  expect(foldedText(text)).toBe(folded);
});

test.each([
  [
    'a hyphen, an apostrophe and a slash',
    'Al-Qaeda l’homme Ankara’ya and/or',
    'al qaeda l homme ankara ya and or',
  ],
  ['an underscore and signs', 'one_two @three #four $5', 'one two three four 5'],
  ['a change of script', 'T恤 GDP增长', 't 恤 gdp 增长'],
])('parts words: %s', (_, text, folded) => {
  expect(foldedText(text)).toBe(folded);
});

test('an Arabic word is found with its article and without, and a Persian one that begins alike is left alone', () => {
  expect(terms('الكتاب', 'ar')).toEqual([['الکتاب', 'کتاب']]);
  expect(terms('والكتاب بالكتاب للكتاب', 'ar')).toEqual([
    ['والکتاب', 'الکتاب', 'کتاب'],
    ['بالکتاب', 'الکتاب', 'کتاب'],
    ['للکتاب', 'الکتاب', 'کتاب'],
  ]);
  expect(terms('البته', 'fa')).toEqual([['البته']]);
  expect(terms('الله والى', 'ar')).toEqual([['الله'], ['والی']]);
});

test('a Persian word with a joiner is found as one, and by its parts', () => {
  expect(terms('می‌خواهم', 'fa')).toEqual([['میخواهم', 'می', 'خواهم']]);
  // In scripts where it only changes the shape of letters it parts nothing.
  expect(terms('क्‍ष', 'hi')).toHaveLength(1);
});

test('Han, kana and Hangul are found by pairs and alone', () => {
  expect(terms('叙利亚')).toEqual([['叙利', '叙', '利亚', '利', '亚']]);
  expect(terms('東京タワー')).toEqual([['東京', '東', '京タ', '京', 'タワ', 'タ', 'ワー', 'ワ', 'ー']]);
  expect(terms('서울시')).toEqual([['서울', '서', '울시', '울', '시']]);
  expect(terms('ｶﾞｽ')).toEqual([['ガス', 'ガ', 'ス']]);
  expect(terms('𠮷野家')).toEqual([['𠮷野', '𠮷', '野家', '野', '家']]);
});

test('Thai, Lao, Khmer and Burmese are found by threes and by pairs', () => {
  expect(terms('น้ำแข็ง')[0]?.slice(0, 3)).toEqual(['น้ำ', 'น้', '้ำแ']);
  expect(terms('ປີ')).toEqual([['ປີ', 'ີ']]);
  expect(terms('ລາວໃໝ່')[0]?.[0]).toBe('ລາວ');
  expect(terms('ខ្មែរ')[0]?.[0]).toBe('ខ្ម');
  expect(terms('မြန်မာ')[0]?.[0]).toBe('မြန');
});

test('Thai and Lao vowels are one however they were typed', () => {
  expect(terms('น\u0e4d\u0e49\u0e32')).toEqual(terms('น\u0e49\u0e33'));
  expect(terms('ນ\u0ecd\u0ec9\u0eb2')).toEqual(terms('ນ\u0ec9\u0eb3'));
});

test('a break without width parts nothing in a script without spaces', () => {
  expect(terms('ខ្មែរ\u200bថ្មី')).toEqual(terms('ខ្មែរថ្មី'));
});

test('letters with full stops are a word too', () => {
  const text = 'The U.S. and the U.N. at 5 a.m., on www.example.org';
  const acronyms: string[] = [];
  eachPiece(codeUnits(text), (kind, start, end) => {
    if (kind === ACRONYM) acronyms.push(...termsOf(kind, text.slice(start, end), 'common'));
  });
  expect(acronyms).toEqual(['us', 'un', 'am']);
  expect(words('U.S.')).toEqual(['u', 's']);
});

test('a term is never longer than the longest, and two long words are two terms', () => {
  const long = 'a'.repeat(100);
  const [one] = words(long);
  const [other] = words(`${long}b`);
  expect(one).toHaveLength(LONGEST_TERM);
  expect(other).toHaveLength(LONGEST_TERM);
  expect(one).not.toBe(other);
});

describe('any text', () => {
  const text = fc.string({ unit: 'binary' });

  test('folds to what folding leaves alone', () => {
    fc.assert(
      fc.property(text, (each) => {
        const folded = fold(normalize(each));
        expect(fold(folded)).toBe(folded);
      }),
    );
  });

  test('has the same terms in every form of Unicode', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(terms(each.normalize('NFD'))).toEqual(terms(each.normalize('NFC')));
        expect(terms(each.normalize('NFKD'))).toEqual(terms(each.normalize('NFKC')));
      }),
    );
  });

  test('has the same terms in capitals and in small letters', () => {
    // But for letters that capitals are no longer told apart by: ŉ becomes ʼN, and İ an i with a dot of its own.
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyzäéıßñçðøœαβγάςбвгёжй') }), (each) => {
        expect(terms(each.toUpperCase())).toEqual(terms(each.toLowerCase()));
      }),
    );
  });

  test('is cut into pieces that follow each other', () => {
    fc.assert(
      fc.property(text, (each) => {
        let last = 0;
        eachPiece(codeUnits(each), (kind, start, end) => {
          if (kind === ACRONYM) return;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        });
        expect(last).toBeLessThanOrEqual(each.length);
      }),
    );
  });
});
