// Reads a story's text from its page.
import { SearchError } from './errors.ts';
import type { Fetch } from './files.ts';
import type { StoryReader } from './results.ts';

/** What holds text that is searched: the headline, then what says most of why a story was found. */
const TEXT = ['h1', ':is(h2, h3, p, li):not(header *)', 'figcaption', 'header :is(h2, h3, p, li)'];

/** Reads stories from their pages. */
export function pageReader(fetch: Fetch): StoryReader {
  return async ({ url }) => {
    const html = await textOf(url, fetch);
    // In a template nothing is loaded, run or styled, and so nothing of it is what the policy of this page forbids.
    const template = document.createElement('template');
    template.innerHTML = html;
    const article = template.content.querySelector('article') ?? template.content;
    // What a page says itself, within such text.
    for (const label of article.querySelectorAll('.label')) label.remove();
    return TEXT.flatMap((selector) => [...article.querySelectorAll(selector)]).flatMap(
      ({ textContent }) => textContent.trim() || [],
    );
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
