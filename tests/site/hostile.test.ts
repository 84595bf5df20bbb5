// Text that means harm arrives as text.
import { XMLParser } from 'fast-xml-parser';
import { parseRssFeed } from 'feedsmith';
import { expect, inject, test } from 'vitest';
import { HOSTILE } from '../dumps.ts';
import {
  assertXml,
  attribute,
  bodyOf,
  filesOf,
  jsonLd,
  meta,
  named,
  pagesOf,
  readText,
  textOf,
} from './published.ts';

const folder = inject('sites').hostile;
const pages = pagesOf(folder);
const story = pages.find(({ file }) => file.startsWith('stories/'));
const caption = HOSTILE.caption.replace(' (AFP)', '');

test('a hostile headline stands in the page as it was typed', () => {
  expect(story && named(story, 'h1').map(textOf)).toEqual([HOSTILE.headline]);
  expect(story && named(story, 'title').map(textOf)).toEqual([`${HOSTILE.headline} | The Wire`]);
  expect(story && meta(story, 'og:title')).toBe(HOSTILE.headline);
});

test('hostile paragraphs and captions stand in the page as they were typed, without control characters', () => {
  expect(story && bodyOf(story)).toEqual(HOSTILE.paragraphs);
  expect(story && named(story, 'figcaption').map(textOf).join()).toContain(caption);
});

/** Structured data, and the program of the page that searches. */
const OURS = /^(?:application\/ld\+json|module)$/;

test('no page gains an element or a handler from a dump', () => {
  for (const page of pages) {
    expect(named(page, 'img'), page.file).toEqual([]);
    expect(named(page, 'b'), page.file).toEqual([]);
    expect(
      named(page, 'script').filter((script) => !OURS.test(attribute(script, 'type') ?? '')),
      page.file,
    ).toEqual([]);
    expect(named(page, 'script').filter((script) => attribute(script, 'type') === 'module')).toHaveLength(
      page.file === 'search/index.html' ? 1 : 0,
    );
    expect(page.elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')))).toEqual(
      [],
    );
  }
});

test('structured data holds the headline and nothing that could end its script element', () => {
  expect(story && jsonLd(story)[0]?.headline).toBe(HOSTILE.headline);
  const source = story?.html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1];
  expect(source).not.toMatch(/[<>&\u2028\u2029]/);
});

test('the feed stays well-formed and gives the text back as it was typed', () => {
  const xml = readText(folder, 'rss.xml');
  expect(() => assertXml(xml)).not.toThrow();
  const [item] = parseRssFeed(xml).items ?? [];
  expect(item?.title).toBe(HOSTILE.headline);
  const raw = new XMLParser({ parseTagValue: false }).parse(xml).rss.channel.item;
  expect(raw.title).toBe(HOSTILE.headline);
  expect(item?.content?.encoded).not.toMatch(/<(?:script|img)/);
});

test('no control character reaches any file', () => {
  // An index for search is bytes, and so are images and fonts.
  for (const file of filesOf(folder).filter((name) => !/^search\/.*\.bin$|\.(?:png|woff2)$/u.test(name))) {
    expect(readText(folder, file), file).not.toMatch(new RegExp(`[${HOSTILE.control}]`));
  }
});
