// Reads a story's text from its page.
import { SearchError } from './errors.ts';
import type { Fetch } from './files.ts';
import type { StoryReader } from './results.ts';

/** What holds text that is searched. */
const TEXT = 'h2, h3, p, li, figcaption';

/** Reads stories from their pages. */
export function pageReader(fetch: Fetch): StoryReader {
  return async ({ url }) => {
    const html = await textOf(url, fetch);
    const page = new DOMParser().parseFromString(html, 'text/html');
    const article = page.querySelector('article') ?? page.body;
    const elements = [...article.querySelectorAll(TEXT)];
    // What stands about a story above it says less of why it was found than its text.
    const isAbove = (element: Element) => element.closest('header') !== null;
    const ordered = [
      ...elements.filter((element) => !isAbove(element)),
      ...elements.filter((element) => isAbove(element)),
    ];
    return [article.querySelector('h1'), ...ordered].flatMap((element) => element?.textContent.trim() || []);
  };
}

async function textOf(url: string, fetch: Fetch): Promise<string> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.text();
    throw new SearchError(response.status === 404 ? 'gone' : 'unreachable', url);
  } catch (cause) {
    throw cause instanceof SearchError ? cause : new SearchError('unreachable', url, cause);
  }
}
