// The page that searches, in the reader's browser. Nothing is loaded before somebody searches. What was found is put
// on the page as text and never as HTML: it comes from dumps. What is searched for stands in the page's address.
import {
  type FacetCount,
  type FilterName,
  type FoundBy,
  type FoundStory,
  openSearch,
  type QueryOptions,
  type Search,
  SearchError,
  type SearchResults,
} from 'astro-wirecopy/search';
import { choose, element, explain, line } from './search-elements.ts';
import { SearchTexts } from './search-texts.ts';

/** Stories shown at once. */
const SHOWN = 10;
/** Pause in typing after which the search begins, in milliseconds. */
const PAUSE = 250;
/** Values of a facet that a list offers. */
const MOST_VALUES = 250;
/** Parts words that are listed. */
const BETWEEN = ' · ';
/** Remembers which index a page was loaded again for. */
const RELOADED = 'wirecopy-search';

const FILTERS: readonly FilterName[] = ['year', 'place', 'lang', 'section', 'author', 'dated'];

/** The search of a page. An element, and not a script that runs once: a host's router may bring the page again. */
class SearchElement extends HTMLElement {
  #search: Promise<Search> | undefined;
  #results: SearchResults | undefined;
  /** Counts searches: what an earlier one finds is dropped once there is a later. */
  #latest = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #texts: SearchTexts | undefined;
  readonly #restore = () => {
    this.#readAddress();
    void this.#ask();
  };

  connectedCallback(): void {
    const { form, field, more, details } = this.#parts;
    field.addEventListener('focus', () => {
      // A failure is reported when somebody searches.
      this.#open().catch(() => undefined);
    });
    field.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#changed('replaceState'), PAUSE);
    });
    form.addEventListener('change', ({ target }) => {
      if (target !== field) this.#changed('pushState');
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed('pushState');
    });
    details.addEventListener('toggle', () => void this.#offerFilters(this.#latest));
    more.addEventListener('click', () => void this.#showMore());
    window.addEventListener('popstate', this.#restore);
    // Somebody may have typed before this was loaded.
    const typed = field.value;
    this.#readAddress();
    if (field.value === '' && typed !== '') {
      field.value = typed;
      this.#writeAddress('replaceState');
    }
    details.open = FILTERS.some((name) => this.#choice(name).value !== '');
    if (field.value !== '' || details.open) void this.#ask();
  }

  disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#restore);
  }

  get #parts() {
    return {
      form: this.#part('form', HTMLFormElement),
      field: this.#part('input', HTMLInputElement),
      details: this.#part('details', HTMLDetailsElement),
      status: this.#part('[role="status"]', HTMLElement),
      list: this.#part('ol', HTMLOListElement),
      more: this.#part('button.more-results', HTMLButtonElement),
    };
  }

  #part<E extends Element>(selector: string, type: new () => E): E {
    const found = this.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
    return found;
  }

  #choice(name: string): HTMLSelectElement {
    return this.#part(`select[name="${name}"]`, HTMLSelectElement);
  }

  /** What the page says, read from it once. */
  get #page(): SearchTexts {
    this.#texts ??= new SearchTexts(this.dataset.locale ?? 'en', this.dataset.told ?? '{}');
    return this.#texts;
  }

  /** Loads the index, once. */
  #open(): Promise<Search> {
    const { section = '/', digest, story = '' } = this.dataset;
    this.#search ??= openSearch(section, {
      digest,
      addressOf: (id) => story.replace('*', () => encodeURIComponent(id)),
    });
    this.#search.catch(() => {
      this.#search = undefined;
    });
    return this.#search;
  }

  /** Puts into the fields what the address says. */
  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#parts.field.value = asked.get('q') ?? '';
    for (const name of ['order', ...FILTERS]) choose(this.#choice(name), asked.get(name) ?? '');
  }

  /** The fields say something else: so does the address. */
  #changed(how: 'pushState' | 'replaceState'): void {
    clearTimeout(this.#pause);
    this.#writeAddress(how);
    void this.#ask();
  }

  #writeAddress(how: 'pushState' | 'replaceState'): void {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.#parts.form))
      if (typeof value === 'string' && value.trim() !== '') asked.set(name, value.trim());
    const address = asked.size > 0 ? `?${asked}` : location.pathname;
    // What a router keeps there is its own.
    if (address !== (location.search || location.pathname)) history[how](history.state, '', address);
  }

  async #ask(): Promise<void> {
    this.#latest += 1;
    const own = this.#latest;
    const { field, list, more, status } = this.#parts;
    const words = field.value.normalize('NFC').trim();
    this.setAttribute('aria-busy', 'true');
    try {
      const options = this.#options();
      const isAsked = words !== '' || FILTERS.some((name) => options[name] !== undefined);
      const results = isAsked ? await (await this.#open()).query(words, options) : undefined;
      const stories = (await results?.stories(0, SHOWN)) ?? [];
      if (own !== this.#latest) return;
      this.#results = results;
      status.replaceChildren(...(results ? this.#report(results, words) : []));
      list.replaceChildren();
      more.hidden = true;
      this.#show(stories);
      await this.#offerFilters(own);
    } catch (error) {
      if (own === this.#latest) this.#fail(error);
    } finally {
      if (own === this.#latest) this.removeAttribute('aria-busy');
    }
  }

  #options(): QueryOptions {
    const value = (name: string) => this.#choice(name).value || undefined;
    const one = <T extends string>(name: string, known: readonly T[]) =>
      known.find((each) => each === value(name));
    const year = value('year');
    return {
      year: year === undefined ? undefined : Number(year),
      place: value('place'),
      lang: value('lang'),
      section: value('section'),
      author: value('author'),
      dated: one('dated', ['stated', 'around', 'none']),
      order: one('order', ['newest', 'oldest']),
    };
  }

  /** What to say of a search. */
  #report(results: SearchResults, words: string): Node[] {
    const { count, isAtLeast } = results;
    const number = this.#page.stories(count);
    const listed = (how: FoundBy) =>
      results.words.flatMap(({ foundBy, word }) => (foundBy === how ? word : [])).join(BETWEEN);
    const lines: Node[] = [
      line(
        isAtLeast
          ? this.#page.say('atLeast', number)
          : // Where nothing but filters was asked for there is no word to name.
            count || !words
            ? number
            : this.#page.say('none', listed('nothing') || words),
      ),
    ];
    for (const { word, foundBy, others, suggestion } of results.words) {
      if (foundBy === 'forms') lines.push(line(this.#page.say('forms', word)));
      if (foundBy === 'beginning')
        lines.push(
          line(this.#page.say('beginning', word), ' ', element('bdi', {}, others.slice(0, 5).join(BETWEEN))),
        );
      if (suggestion !== undefined) lines.push(this.#suggest(words, word, suggestion));
    }
    const ignored = listed('ignored');
    if (ignored) lines.push(line(this.#page.say('ignored', ignored)));
    return lines;
  }

  #suggest(words: string, word: string, suggestion: string): Node {
    const button = element('button', { type: 'button', class: 'suggestion' }, element('bdi', {}, suggestion));
    button.addEventListener('click', () => {
      const { field } = this.#parts;
      field.value = words.replace(word, () => suggestion);
      field.focus();
      this.#changed('pushState');
    });
    const [before = '', after = ''] = this.#page.say('suggestion', '%').split('%');
    return line(before, button, after);
  }

  /** Adds stories to the list, headlines first. */
  #show(stories: readonly FoundStory[]): void {
    const { list, more } = this.#parts;
    for (const story of stories) {
      const link = element('a', { href: story.url, lang: story.lang }, story.headline);
      const item = element(
        'li',
        { dir: 'auto' },
        link,
        ' ',
        element('span', { class: 'when' }, this.#about(story)),
      );
      list.append(item);
      this.#results?.excerpt(story).then(
        (excerpt) => excerpt && explain(item, link, story, excerpt),
        // Its headline stands there already, and the link may mark nothing.
        () => undefined,
      );
    }
    const { count = 0, isAtLeast = false } = this.#results ?? {};
    more.hidden = stories.length < SHOWN || (list.children.length >= count && !isAtLeast);
  }

  async #showMore(): Promise<void> {
    const own = this.#latest;
    const { list } = this.#parts;
    const from = list.children.length;
    try {
      const stories = (await this.#results?.stories(from, from + SHOWN)) ?? [];
      if (own !== this.#latest) return;
      this.#show(stories);
      list.children[from]?.querySelector('a')?.focus();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** When and where a story plays. */
  #about({ date, basis, places }: FoundStory): HTMLElement {
    const format = {
      calendar: 'gregory',
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    } as const;
    const day = date && new Intl.DateTimeFormat(this.#page.locale, format).format(new Date(date));
    const when = day
      ? basis === 'photo'
        ? this.#page.say('approximate', day)
        : day
      : this.#page.say('undated');
    const where = new Intl.ListFormat(this.#page.locale, { type: 'unit', style: 'short' }).format(places);
    return element('bdi', {}, [when, where].filter(Boolean).join(' · '));
  }

  /** Fills the lists of what results can be narrowed by, where they are open. */
  async #offerFilters(own: number): Promise<void> {
    const results = this.#results;
    if (!results || !this.#parts.details.open) return;
    const facets = await Promise.all(
      FILTERS.map(async (name) => ({ name, values: await results.facet(name) })),
    );
    if (own !== this.#latest) return;
    for (const { name, values } of facets) {
      const choice = this.#choice(name);
      const chosen = choice.value;
      const shown = values.filter(({ count, value }) => count > 0 || value === chosen);
      if (name === 'year') shown.reverse();
      const options = shown.slice(0, MOST_VALUES).map((each) => this.#option(name, each, results.needsProof));
      choice.replaceChildren(element('option', { value: '' }, this.#page.say('all')), ...options);
      choose(choice, chosen);
      const { parentElement } = choice;
      if (parentElement) parentElement.hidden = shown.length < 2 && chosen === '';
    }
  }

  /** @param isRough whether there may be fewer stories than the index says */
  #option(name: FilterName, { value, label, count }: FacetCount, isRough: boolean): HTMLElement {
    const shown =
      name === 'dated'
        ? this.#page.dating(value)
        : name === 'lang'
          ? new Intl.DisplayNames(this.#page.locale, { type: 'language' }).of(value)
          : label;
    const number = new Intl.NumberFormat(this.#page.locale).format(count);
    return element('option', { value }, isRough ? (shown ?? value) : `${shown ?? value} (${number})`);
  }

  /** Loads a page again whose index was replaced, once; else says what is wrong. */
  #fail(error: unknown): void {
    const code = error instanceof SearchError ? error.code : 'damaged';
    // What does not answer, the browser names itself; readers who leave the page stop what is under way.
    if (code !== 'unreachable') console.error(error);
    if ((code === 'gone' || code === 'format') && this.dataset.digest && isFirst(this.dataset.digest)) {
      // Whatever was typed meanwhile is searched then.
      this.#writeAddress('replaceState');
      location.reload();
      return;
    }
    const { status, list, more } = this.#parts;
    status.replaceChildren(line(this.#page.say(code === 'format' ? 'damaged' : code)));
    list.replaceChildren();
    more.hidden = true;
  }
}

customElements.define('wirecopy-search', SearchElement);

/** Whether a page was not loaded again yet for this index. */
function isFirst(digest: string): boolean {
  try {
    const before = sessionStorage.getItem(RELOADED);
    sessionStorage.setItem(RELOADED, digest);
    return before !== digest;
  } catch {
    // Where nothing is remembered, it would never end.
    return false;
  }
}
