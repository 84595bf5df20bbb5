// The app in Astro's dev toolbar, in the browser: asks the server about the page on screen, and shows the answer. Text from
// a dump is set as text, never as HTML.
import { defineToolbarApp } from 'astro/toolbar';
import type { Ledger } from '../dump/types.ts';
import {
  ANSWER_EVENT,
  type Answer,
  type DumpRange,
  type FileLocation,
  QUESTION_EVENT,
  type Question,
  type ToolbarMessage,
} from './toolbar-messages.ts';

const STYLE = `
  h1 { margin: 0 0 0.5em; font-size: 18px; color: #fff; overflow-wrap: anywhere; }
  h2 { margin: 1em 0 0.25em; font-size: 14px; color: #fff; }
  p, li, td, th { font-size: 14px; line-height: 1.5; }
  p, ul { margin: 0; }
  ul { padding-inline-start: 1.2em; }
  .panel { overflow: auto; }
  table { border-spacing: 0; }
  th { padding-inline-end: 2em; font-weight: 400; text-align: start; }
  td { text-align: end; font-variant-numeric: tabular-nums; }
  button { padding: 0; border: 0; background: none; color: #b38bff; font: inherit; text-decoration: underline; cursor: pointer; text-align: start; }
  button:focus-visible { outline: 2px solid #b38bff; outline-offset: 2px; }
  .error { color: #f49090; }
  .warning { color: #f4cf90; }
`;

export default defineToolbarApp({
  init(canvas, app, server) {
    const window = document.createElement('astro-dev-toolbar-window');
    const panel = element('div', { className: 'panel' });
    const style = element('style', { textContent: STYLE });
    window.append(style, panel);
    canvas.append(window);
    app.onToolbarPlacementUpdated(({ placement }) => {
      window.placement = placement;
    });
    const ask = () => server.send<Question>(QUESTION_EVENT, { path: location.pathname });
    server.on<Answer>(ANSWER_EVENT, (answer) => {
      // Other windows are answered too.
      if (answer.path !== location.pathname) return;
      panel.replaceChildren(...contentOf(answer));
      const hasErrors = answer.messages.some(({ severity }) => severity === 'error');
      const level = hasErrors ? 'error' : 'warning';
      if (answer.messages.some(({ severity }) => severity !== 'info'))
        app.toggleNotification({ state: true, level });
      else app.toggleNotification({ state: false });
    });
    app.onToggled(({ state }) => {
      if (state) ask();
    });
    panel.append(element('p', { textContent: 'This page is of no section of wirecopy().' }));
    ask();
  },
});

function contentOf(answer: Answer): HTMLElement[] {
  const { title, isStory, ranges, moreRanges, ledger, messages, moreMessages } = answer;
  const items = messages.map(messageItem);
  if (moreMessages > 0) items.push(element('li', { textContent: `… and ${moreMessages} more` }));
  const dumps = ranges.map((each) => rangeLine(each, isStory));
  if (moreRanges > 0) dumps.push(element('p', { textContent: `… and ${moreRanges} more dumps` }));
  return [
    element('h1', { textContent: title, dir: 'auto' }),
    ...dumps,
    element('table', {}, ledger ? ledgerRows(ledger) : []),
    element('h2', { textContent: isStory ? 'Messages about these lines' : 'Errors' }),
    items.length > 0 ? element('ul', {}, items) : element('p', { textContent: 'Nothing.' }),
  ];
}

function rangeLine({ location, lines: [first, last] }: DumpRange, isStory: boolean): HTMLElement {
  const lines = isStory ? `lines ${first}–${last}` : `${last} lines`;
  return element('p', {}, [
    openButton(location, location.name),
    element('span', { textContent: `, ${lines}` }),
  ]);
}

function ledgerRows(ledger: Ledger): HTMLElement[] {
  return Object.entries(ledger)
    .filter(([, count]) => count > 0)
    .map(([name, count]) =>
      element('tr', {}, [
        element('th', { textContent: name, scope: 'row' }),
        element('td', { textContent: String(count) }),
      ]),
    );
}

function messageItem({ severity, code, text, location }: ToolbarMessage): HTMLElement {
  return element('li', {}, [
    element('span', { className: severity, textContent: `${severity} ` }),
    ...(location
      ? [openButton(location, `${location.name}:${location.line}`), element('span', { textContent: ' ' })]
      : []),
    element('span', { textContent: `${text} (${code})`, dir: 'auto' }),
  ]);
}

/** Opens a line in the editor that Vite finds. */
function openButton({ file, line, column }: FileLocation, name: string): HTMLElement {
  const button = element('button', {
    type: 'button',
    textContent: name,
    title: `Open ${name} in the editor`,
  });
  button.addEventListener('click', () => {
    fetch(`/__open-in-editor?file=${encodeURIComponent(`${file}:${line}:${column}`)}`);
  });
  return button;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  children: readonly HTMLElement[] = [],
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  Object.assign(created, properties);
  created.append(...children);
  return created;
}
