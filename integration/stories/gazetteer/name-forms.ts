// The forms that a name takes in a language: with what is attached to it, and in its cases.
import { ARABIC_PARTICLES, type LanguageData } from './languages.ts';

/** @returns a name with all that its language attaches to it */
export function formsOf(name: string, language: string, { prefixes, suffixes }: LanguageData): string[] {
  if (!name) return [];
  if (language === 'ar') return arabicForms(name);
  if (language === 'ru') return russianForms(name);
  return [
    name,
    ...(prefixes ?? []).map((prefix) => prefix + name),
    ...(suffixes ?? []).map((suffix) => name + suffix),
  ];
}

/** Particles lead the first word: والعراق, بالعراق, للعراق. */
function arabicForms(name: string): string[] {
  const definite = name.startsWith('ال');
  return ARABIC_PARTICLES.map((particle) =>
    // ل and the article become one: للعراق.
    definite && particle.endsWith('ل') ? `${particle}ل${name.slice(2)}` : particle + name,
  );
}

/** The cases of a noun by its ending; a name of several words is left as it is. */
function russianForms(name: string): string[] {
  if (name.includes(' ')) return [name];
  if (name.endsWith('ия')) return [name, ...['ии', 'ию', 'ией'].map((ending) => name.slice(0, -2) + ending)];
  if (name.endsWith('а'))
    return [name, ...['ы', 'и', 'е', 'у', 'ой'].map((ending) => name.slice(0, -1) + ending)];
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(name))
    return [name, ...['а', 'у', 'ом', 'е'].map((ending) => name + ending)];
  return [name];
}
