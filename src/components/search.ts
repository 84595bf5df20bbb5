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

const form = part('form', HTMLFormElement);
const field = part('input', HTMLInputElement);
const told = part('[role="status"]', HTMLElement);
const list = part('ol', HTMLOListElement);
const more = part('button.more-results', HTMLButtonElement);
const { folder = '', groups = '', none = '', failed = '', counts = '{}' } = form.dataset;

let indexes: Promise<Index[]> | undefined;
let results: Result[] = [];
/** Counts searches: what an earlier one finds is dropped once there is a later. */
let latest = 0;
let pause: ReturnType<typeof setTimeout> | undefined;

field.addEventListener('focus', () => void open());
field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => void search(field.value), PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  void search(field.value);
});
more.addEventListener('click', async () => {
  const first = list.children.length;
  await show(latest);
  list.children[first]?.querySelector('a')?.focus();
});

const asked = new URLSearchParams(location.search).get('q');
if (asked) {
  field.value = asked;
  void search(asked);
}

/** Loads the indexes, once. */
function open(): Promise<Index[]> {
  indexes ??= load();
  return indexes;
}

/** Each index comes with a program that knows its language; two languages in one program confuse it. */
function load(): Promise<Index[]> {
  return Promise.all(
    groups.split(' ').map(async (group) => {
      // Its address is known only once the site is built: to a bundler it is none.
      const index: Index = await import(/* @vite-ignore */ `${folder}/${group}/pagefind.js`);
      await index.options({ baseUrl: '/', excerptLength: EXCERPT });
      return index;
    }),
  );
}

async function search(text: string): Promise<void> {
  latest += 1;
  const own = latest;
  const words = text.normalize('NFC').trim();
  try {
    const found = words === '' ? [] : await Promise.all((await open()).map((index) => index.search(words)));
    if (own !== latest) return;
    results = found.flatMap((each) => each?.results ?? []).sort((a, b) => b.score - a.score);
    history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`);
    told.textContent =
      words === '' ? '' : results.length > 0 ? counted(results.length) : none.replace('%', () => words);
    list.replaceChildren();
    await show(own);
  } catch (error) {
    console.error(error);
    if (own === latest) told.textContent = failed;
  }
}

/** Adds the next stories to the list. */
async function show(own: number): Promise<void> {
  const from = list.children.length;
  const stories = await Promise.all(results.slice(from, from + SHOWN).map((result) => result.data()));
  if (own !== latest) return;
  list.append(...stories.map(item));
  more.hidden = list.children.length >= results.length;
}

function item({ url, excerpt, meta: { title, lang, dir, when, places } }: Found): HTMLElement {
  const tongue = { lang: lang ?? '', dir: dir ?? 'auto' };
  const link = element('a', { href: url, ...tongue }, title ?? url);
  const facts = element('bdi', {}, [when, places].filter(Boolean).join(' · '));
  // Set from its middle, more often than not.
  const [before, after] = [/^\p{Lu}/u.test(excerpt) ? '' : '… ', /\p{P}$/u.test(excerpt) ? '' : ' …'];
  const text = element('p', { class: 'excerpt', ...tongue }, before, ...marked(excerpt), after);
  // The facts are in the language of the page, and stand where the headline begins.
  return element('li', { dir: tongue.dir }, link, ' ', element('span', { class: 'when' }, facts), text);
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
function counted(number: number): string {
  const forms: Readonly<Record<string, string>> = JSON.parse(counts);
  const { lang } = document.documentElement;
  const written = new Intl.NumberFormat(form.dataset.locale ?? lang).format(number);
  return (forms[new Intl.PluralRules(lang).select(number)] ?? forms.other ?? '#').replace('#', () => written);
}

function part<E extends Element>(selector: string, type: new () => E): E {
  const found = document.querySelector(`.search ${selector}`);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}
