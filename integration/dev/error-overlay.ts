// What is wrong with dumps and corrections, as Astro's error overlay shows it.
//
// The form is the one that Astro sends to its overlay (getViteErrorPayload in
// https://github.com/withastro/astro/blob/main/packages/astro/src/core/errors/dev/vite.ts): what an overlay does not
// know it leaves out. Text from a dump is escaped here, since the overlay takes messages and code for HTML.

import type { LoadMessage, LoadMessages } from '../stories/load-messages.ts';
import { printable } from '../terminal/printable.ts';
import { escapeMarkup } from '../utils/markup.ts';

/** An error as Vite's browser client takes it, with what Astro's overlay knows besides. */
export interface OverlayPayload {
  type: 'error';
  err: {
    name: string;
    title: string;
    message: string;
    hint?: string;
    stack: string;
    plugin: string;
    loc?: { file: string; line: number; column: number };
    highlightedCode?: string;
  };
}

/** @returns nothing where nothing is wrong */
export function overlayPayload({ count, listed: [first] }: LoadMessages): OverlayPayload | undefined {
  if (!first) return undefined;
  const { text, code, location, excerpt } = first;
  const where = location ? `${location.name}:${location.line}:${location.column} ` : '';
  const more = count - 1;
  return {
    type: 'error',
    err: {
      name: code ?? 'wirecopy',
      title: code ? 'A dump is not published whole' : 'The stories can’t be loaded',
      message: safe(text),
      ...(more > 0 && {
        hint: `There ${more === 1 ? 'is one more error' : `are ${more} more errors`} in the log.`,
      }),
      stack: printable(`${where}${text}`),
      plugin: 'astro-wirecopy',
      ...(location && { loc: { file: location.file, line: location.line, column: location.column } }),
      ...(location && excerpt && { highlightedCode: codeOf(excerpt, location.line) }),
    },
  };
}

const safe = (text: string) => escapeMarkup(printable(text)).replaceAll("'", '&#39;');

/** Lines as the overlay numbers them, the one that is spoken of marked. */
function codeOf({ first, lines }: NonNullable<LoadMessage['excerpt']>, marked: number): string {
  const shown = lines.map((line, at) => {
    const mark = first + at === marked ? ' error-line' : '';
    return `<span class="line${mark}">${safe(line)}</span>`;
  });
  return `<pre class="shiki"><code style="counter-reset: step ${first - 1}">${shown.join('\n')}</code></pre>`;
}
