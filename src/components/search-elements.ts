// Elements of the page that searches. What they show is put in as text and never as HTML: it comes from dumps.
import type { Excerpt, FoundStory } from 'astro-wirecopy/search';

/** Words that a link marks in the story's page. */
const MOST_MARKS = 4;

/** Chooses a value, whether a list offers it yet or not. */
export function choose(choice: HTMLSelectElement, value: string): void {
  if (![...choice.options].some((option) => option.value === value))
    choice.append(element('option', { value }, value));
  choice.value = value;
}

/** Puts below a headline why the story was found, and has its link mark that in the story's page. */
export function explain(
  item: HTMLElement,
  link: HTMLElement,
  { url, lang }: FoundStory,
  { parts, isCutBefore, isCutAfter }: Excerpt,
): void {
  const shown = parts.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text));
  const [before, after] = [isCutBefore ? '… ' : '', isCutAfter ? ' …' : ''];
  item.append(element('p', { class: 'excerpt', lang }, before, ...shown, after));
  const marked = new Set(parts.filter(({ isMarked }) => isMarked).map(({ text }) => text));
  const marks = [...marked].slice(0, MOST_MARKS).map((text) => `text=${inFragment(text)}`);
  if (marks.length === 0) return;
  // https://wicg.github.io/scroll-to-text-fragment/
  link.setAttribute('href', `${url}#:~:${marks.join('&')}`);
  // Astro's router would go to such an address twice: Back would then lead to the same page.
  link.setAttribute('data-astro-reload', '');
}

/** A hyphen would part the text from what stands around it. */
function inFragment(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

/** A paragraph. */
export const line = (...content: (string | Node)[]) => element('p', {}, ...content);

/** An element, with its attributes and what is in it. */
export function element(
  name: string,
  attributes: Record<string, string>,
  ...content: (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}
