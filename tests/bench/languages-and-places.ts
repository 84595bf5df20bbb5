// How long language and places take a story, in microseconds: `node tests/bench/languages-and-places.ts [DUMP]`.
// With a dump, its stories; without, sentences of our own in three languages.
import { readFileSync } from 'node:fs';
import { readDump } from '../../integration/dump/index.ts';
import { LanguageDetector } from '../../integration/stories/language.ts';
import { findPlaces } from '../../integration/stories/places.ts';

interface Sample {
  headline: string;
  lede: string;
}

const OWN: Record<string, Sample> = {
  en: {
    headline: 'Syrian Bakers Strike as Turkey and Jordan Talk Flour',
    lede: 'Bakers in Syria and their colleagues in Jordan closed their ovens on Monday, after talks with Turkish millers had failed, and said that they would wait for the government’s answer until the end of the week.',
  },
  ar: {
    headline: 'خبازو سوريا يضربون عن العمل ومحادثات مع تركيا والأردن',
    lede: 'أغلق الخبازون في سوريا وزملاؤهم في الأردن أفرانهم يوم الاثنين بعد فشل المحادثات مع أصحاب المطاحن الأتراك، وقالوا إنهم سينتظرون رد الحكومة حتى نهاية الأسبوع.',
  },
  fr: {
    headline: 'Les boulangers syriens en grève, la Turquie et la Jordanie négocient',
    lede: 'Les boulangers de Syrie et leurs collègues jordaniens ont fermé leurs fours lundi, après l’échec des discussions avec les meuniers turcs, et attendront la réponse du gouvernement dans la semaine.',
  },
};

function samplesOf(dump: string | undefined): Record<string, Sample[]> {
  if (dump === undefined) {
    // A number makes each one a text of its own, so that nothing is remembered as a whole.
    return Object.fromEntries(
      Object.entries(OWN).map(([lang, { headline, lede }]) => [
        lang,
        Array.from({ length: 5000 }, (_, index) => ({ headline: `${headline} ${index}`, lede })),
      ]),
    );
  }
  const samples = readDump(readFileSync(dump)).stories.map(({ headline, blocks: [first] }) => ({
    headline,
    lede: first?.type === 'paragraph' ? first.text : '',
  }));
  return { [dump]: samples };
}

const languages = new LanguageDetector();
for (const [name, samples] of Object.entries(samplesOf(process.argv[2]))) {
  for (const round of ['cold', 'warm']) {
    const start = performance.now();
    const langs: string[] = [];
    for (const { headline, lede } of samples) langs.push(await languages.detect('', `${headline}\n${lede}`));
    const told = performance.now();
    let placed = 0;
    for (const [index, sample] of samples.entries()) {
      if (findPlaces(sample, langs[index] ?? 'en').length > 0) placed++;
    }
    const end = performance.now();
    const micros = (from: number, to: number) => (((to - from) * 1000) / samples.length).toFixed(1);
    console.log(
      `${name} (${round}): language ${micros(start, told)} µs, places ${micros(told, end)} µs a story; ` +
        `${placed} of ${samples.length} name a country; ${[...new Set(langs)].join(' ')}`,
    );
  }
}
