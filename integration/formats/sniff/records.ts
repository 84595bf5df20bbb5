// Whether a dump is text records: front matter, labelled lines or a heading of Markdown or AsciiDoc at its very beginning.
import { asciiDocTitle } from '../readers/asciidoc-header.ts';
import { isFence, mayBeFrontMatter, readFrontMatter } from '../readers/front-matter.ts';
import { readLabel } from '../readers/labels.ts';
import { headingReader, isAboveTitle } from '../readers/markdown-title.ts';
import type { Head, Sniffed } from './sniffed.ts';

const MAX_LINES = 300;

export function sniffRecords({ lines, names }: Head): Sniffed | undefined {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return undefined;
  const raw = lines.slice(first, first + MAX_LINES).map((text, at) => ({ number: first + at + 1, text }));
  const fence = raw[0]?.text.trim() ?? '';
  if (isFence(fence)) {
    for (let at = 1; at < raw.length; at++) {
      const text = raw[at]?.text ?? '';
      if (text.trim() === fence || text.trim() === '...') {
        return (
          readFrontMatter(raw.slice(0, at), names) && {
            format: 'records',
            because: 'it begins with front matter',
          }
        );
      }
      if (!mayBeFrontMatter(text, fence, raw.slice(0, at), true)) return undefined;
    }
    return undefined;
  }
  const top = raw.findIndex(({ text }) => text.trim() !== '' && !isAboveTitle(text));
  const title = raw[Math.max(0, top)]?.text ?? '';
  const isMarkdown = headingReader(title) !== undefined;
  if (isMarkdown || (top === 0 && asciiDocTitle(title) !== undefined)) {
    // A page that prints its headline again is neither.
    const isAgain = raw.slice(top + 1).some(({ text }) => text.trim() === title.trim());
    const because = `it begins with ${isMarkdown ? 'a heading of Markdown' : 'a title of AsciiDoc'}`;
    return isAgain ? undefined : { format: 'records', because };
  }
  const labelled = [];
  for (const { text } of raw) {
    const label = readLabel(text, names);
    if (!label && /^\s{2,}\S/u.test(text) && labelled.length > 0) continue;
    if (!label) break;
    labelled.push(label);
  }
  const headline = labelled.findIndex((each) => each.field === 'headline' && each.value !== '');
  if (headline < 0) return undefined;
  // Below a first label that is not known stand two that are.
  const known = labelled.filter(({ field }) => field !== undefined);
  if (labelled[0]?.field === undefined && known.length < 2) return undefined;
  return {
    format: 'records',
    because: `it begins with “${labelled
      .map(({ label }) => label)
      .slice(0, 3)
      .join(':”, “')}:”`,
  };
}
