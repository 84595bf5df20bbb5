// Searches in the reader's browser. Nothing is loaded before somebody searches. What was found is put on the page as
// text and never as HTML: it comes from dumps.

export {};

/** What an index says of a story it found. */
interface Found {
  url: string;
  /** Some words around those that were searched, which stand in `<mark>`. */
  excerpt: string;
  meta: { title?: string; lang?: string; dir?: string; when?: string; places?: string };
}

interface Result {
  score: number;
  data(): Promise<Found>;
}

/** Pagefind’s program, as far as it is used here. */
interface Index {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string): Promise<{ results: Result[] } | null>;
}

/** Stories shown at once. */
const SHOWN = 10;
/** Words of an excerpt. */
const EXCERPT = 30;
/** Pause in typing after which the search begins, in milliseconds. */
const PAUSE = 250;

/** The search of a page. An element, and not a script that runs once: a host's router may bring the page again. */
class SearchElement extends HTMLElement {
  #indexes: Promise<Index[]> | undefined;
  #results: Result[] = [];
  /** Counts searches: what an earlier one finds is dropped once there is a later. */
  #latest = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { field, form, list, more } = this.#parts;
    field.addEventListener('focus', () => void this.#open());
    field.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#search(field.value), PAUSE);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#pause);
      void this.#search(field.value);
    });
    more.addEventListener('click', async () => {
      const first = list.children.length;
      await this.#show(this.#latest);
      list.children[first]?.querySelector('a')?.focus();
    });

    // Somebody may have typed before this was loaded.
    field.value ||= new URLSearchParams(location.search).get('q') ?? '';
    if (field.value !== '') void this.#search(field.value);
  }

  get #parts() {
    return {
      form: this.#part('form', HTMLFormElement),
      field: this.#part('input', HTMLInputElement),
      told: this.#part('[role="status"]', HTMLElement),
      list: this.#part('ol', HTMLOListElement),
      more: this.#part('button.more-results', HTMLButtonElement),
    };
  }

  #part<E extends Element>(selector: string, type: new () => E): E {
    const found = this.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
    return found;
  }

  /** Loads the indexes, once. */
  #open(): Promise<Index[]> {
    const { folder = '', groups = '' } = this.#parts.form.dataset;
    this.#indexes ??= load(folder, groups.split(' '));
    return this.#indexes;
  }

  async #search(text: string): Promise<void> {
    this.#latest += 1;
    const own = this.#latest;
    const { form, list, told } = this.#parts;
    const { none = '', failed = '' } = form.dataset;
    const words = text.normalize('NFC').trim();
    try {
      const found =
        words === '' ? [] : await Promise.all((await this.#open()).map((index) => index.search(words)));
      if (own !== this.#latest) return;
      this.#results = found.flatMap((each) => each?.results ?? []).sort((a, b) => b.score - a.score);
      // What a router keeps there is its own.
      history.replaceState(
        history.state,
        '',
        words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`,
      );
      told.textContent =
        words === ''
          ? ''
          : this.#results.length > 0
            ? counted(this.#results.length, form)
            : none.replace('%', () => words);
      list.replaceChildren();
      await this.#show(own);
    } catch (error) {
      console.error(error);
      if (own === this.#latest) told.textContent = failed;
    }
  }

  /** Adds the next stories to the list. */
  async #show(own: number): Promise<void> {
    const { list, more } = this.#parts;
    const from = list.children.length;
    const stories = await Promise.all(this.#results.slice(from, from + SHOWN).map((result) => result.data()));
    if (own !== this.#latest) return;
    list.append(...stories.map(item));
    more.hidden = list.children.length >= this.#results.length;
  }
}

customElements.define('wirecopy-search', SearchElement);

/** Each index comes with a program that knows its language; two languages in one program confuse it. */
function load(folder: string, groups: readonly string[]): Promise<Index[]> {
  return Promise.all(
    groups.map(async (group) => {
      // Its address is known only once the site is built: to a bundler it is none.
      const index: Index = await import(/* @vite-ignore */ `${folder}/${group}/pagefind.js`);
      await index.options({ baseUrl: '/', excerptLength: EXCERPT });
      return index;
    }),
  );
}

function item({ url, excerpt, meta: { title, lang, dir, when, places } }: Found): HTMLElement {
  const langAttrs = { lang: lang ?? '', dir: dir ?? 'auto' };
  const link = element('a', { href: url, ...langAttrs }, title ?? url);
  const config = element('bdi', {}, [when, places].filter(Boolean).join(' · '));
  // Set from its middle, more often than not.
  const [before, after] = [/^\p{Lu}/u.test(excerpt) ? '' : '… ', /\p{P}$/u.test(excerpt) ? '' : ' …'];
  const text = element('p', { class: 'excerpt', ...langAttrs }, before, ...marked(excerpt), after);
  // The config are in the language of the page, and stand where the headline begins.
  return element('li', { dir: langAttrs.dir }, link, ' ', element('span', { class: 'when' }, config), text);
}

/** An excerpt as nodes: the words searched for are in `<mark>`, the rest is escaped text. */
function marked(excerpt: string): (string | Node)[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/su)
    .map((words, at) => (at % 2 === 0 ? unescaped(words) : element('mark', {}, unescaped(words))));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/gu, (whole, name) => ENTITIES[name] ?? whole);
}

function element(
  name: string,
  attributes: Record<string, string>,
  ...content: (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** “3 stories”, in the language of the page. */
function counted(number: number, { dataset: { counts = '{}', locale = 'en' } }: HTMLFormElement): string {
  const forms: Readonly<Record<string, string>> = JSON.parse(counts);
  const written = new Intl.NumberFormat(locale).format(number);
  return (forms[new Intl.PluralRules(locale).select(number)] ?? forms.other ?? '#').replace(
    '#',
    () => written,
  );
}
