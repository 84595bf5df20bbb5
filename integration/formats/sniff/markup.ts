// Whether a dump is HTML or XML, and which XML: by its first tag.
import type { Head, Sniffed } from './sniffed.ts';

const BEFORE =
  /^\s*(?:<\?xml\b[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE\s+(?<doctype>[\w:.-]+)(?:[^>[]|\[[\s\S]*?\])*>\s*)*/iu;
const ROOT = /^<(?<name>[A-Za-z_][\w:.-]*)(?=[\s/>])/u;
const HTML = new Set(
  'html head body div p span table meta title script style link article section header main h1 h2 h3 ul ol a img br b i center font'.split(
    ' ',
  ),
);
const TAG = /<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?\/?>/gu;

export function sniffMarkup({ text }: Head): Sniffed | undefined {
  if (!/^\s*</u.test(text)) return undefined;
  const before = BEFORE.exec(text);
  const doctype = before?.groups?.doctype?.toLowerCase();
  const rest = text.slice(before?.[0].length ?? 0);
  const root = ROOT.exec(rest)?.groups?.name ?? '';
  const name = root.toLowerCase().replace(/^[\w.-]+:/u, '');
  if (name === 'nitf') return { format: 'nitf', because: 'its first element is <nitf>' };
  if (name === 'newsml' || (name === 'newsitem' && /^<[^>]*\sitemid=/u.test(rest)))
    return { format: 'newsml', because: `its first element is <${root}>` };
  if (
    name === 'newsitem' ||
    name === 'newsmessage' ||
    ['packageitem', 'contentset', 'inlinexml'].includes(name)
  )
    return { format: 'newsml-g2', because: `its first element is <${root}>` };
  if (name === 'rss' || name === 'rdf' || name === 'feed')
    return { format: 'feed', because: `its first element is <${root}>` };
  if (doctype === 'lewis' || /^\s*<REUTERS\s/mu.test(text))
    return { format: 'reuters-sgml', because: 'it has <REUTERS> elements' };
  if (DOC.test(text)) return { format: 'doc-sgml', because: 'it has <DOC> elements' };
  if (doctype === 'html' || name === 'html' || (HTML.has(name) && isTagged(text))) {
    return {
      refused: {
        looksLike: 'HTML: web pages as browsers read them',
        advice:
          'Extract their text first (trafilatura does: “trafilatura --with-metadata --json”), or copy it from a browser.',
      },
    };
  }
  if (/^\s*<\?xml\b/u.test(text) || (root !== '' && isTagged(text))) {
    return {
      refused: {
        looksLike: `XML of a kind that is not known (its first element is <${root || '?'}>)`,
        advice: 'Convert it to JSON Lines, with a headline and a text in each object, and give that.',
      },
    };
  }
  return undefined;
}

/** A story of LDC or TREC: with its number, or with a text. */
const DOC =
  /^\s*<DOC(?:\s+(?:id|docid|sysid)\s*=[^>]*>|>\s*<(?:docno|docid|text|date|headline|body|url)>)/imu;

/** A line of text may begin with something in angle brackets. */
function isTagged(text: string): boolean {
  const tags = text.slice(0, 4000).match(TAG)?.length ?? 0;
  return tags >= 2;
}
