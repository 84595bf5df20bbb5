// What the page that searches says, in its language.

/** What the page says, as it carries it. */
interface Strings extends Readonly<Record<Sentence, string>> {
  dating: Readonly<Record<string, string>>;
  stories: Readonly<Record<string, string>>;
}
type Sentence =
  | 'none'
  | 'atLeast'
  | 'forms'
  | 'beginning'
  | 'suggestion'
  | 'ignored'
  | 'unreachable'
  | 'gone'
  | 'damaged'
  | 'undated'
  | 'approximate'
  | 'all';

export class SearchTexts {
  /** BCP 47 tag for Intl. */
  readonly locale: string;
  readonly #strings: Strings;

  /** @param json the sentences, as the page carries them */
  constructor(locale: string, json: string) {
    this.locale = locale;
    this.#strings = JSON.parse(json);
  }

  /** A sentence, with what it is about put in. */
  say(sentence: Sentence, about = ''): string {
    return this.#strings[sentence].replace('%', () => about);
  }

  /** What it is called how stories are dated. */
  dating(value: string): string | undefined {
    return this.#strings.dating[value];
  }

  /** “3 stories” */
  stories(number: number): string {
    const forms = this.#strings.stories;
    const written = new Intl.NumberFormat(this.locale).format(number);
    const form = forms[new Intl.PluralRules(this.locale).select(number)] ?? forms.other ?? '#';
    return form.replace('#', () => written);
  }
}
