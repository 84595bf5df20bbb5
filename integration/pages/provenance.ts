// Where a story comes from, for readers: the panel “About this copy” on its page, and the address on paper. Made as one
// string, since every story of a large archive has one.
import type { SectionConfig } from '../config/section-config.ts';
import type { Translations } from '../i18n/translations.ts';
import { escapeMarkup, link } from '../utils/markup.ts';
import { memoize } from '../utils/memoize.ts';
import { apaCitation, bibtexCitation, type Cited, cslCitation } from './citation.ts';

/**
 * @param words of the interface
 * @returns HTML, all text in it escaped
 */
export function provenanceHtml(
  cited: Cited,
  config: Pick<SectionConfig, 'title' | 'rights' | 'reportErrors'>,
  words: Translations,
): string {
  const { data, url, id } = cited;
  const { strings } = words;
  const own = (text: string) => `<bdi lang="${escapeMarkup(data.lang)}">${escapeMarkup(text)}</bdi>`;
  const from = [data.publication, data.dateline?.agency].filter((name) => name !== undefined);
  const held = [
    words.count(strings.words, data.wordCount),
    ...(data.photos.length > 0 ? [words.count(strings.captions, data.photos.length)] : []),
  ];
  const corrected = data.correction
    ? `${escapeMarkup(words.say(strings.correction, words.day(data.correction.date)))}: ${own(data.correction.text)}`
    : escapeMarkup(strings.notCorrected);
  const address = decodeURI(url);
  const cite =
    `<bdi dir="ltr">${escapeMarkup(apaCitation({ ...cited, url: address }, config))}</bdi>` +
    `<br>${fileLink('BibTeX', `${id}.bib`, 'application/x-bibtex', bibtexCitation(cited, config))} · ` +
    fileLink('CSL-JSON', `${id}.json`, 'application/vnd.citationstyles.csl+json', cslCitation(cited, config));
  const rights = data.rights ? own(data.rights) : config.rights && escapeMarkup(config.rights);
  const rows: [name: string, html: string | undefined][] = [
    [strings.from, from.length > 0 ? from.map(own).join(', ') : undefined],
    [
      strings.originalAddress,
      data.url && link(data.url, `<bdi dir="ltr">${escapeMarkup(data.url)}</bdi>`, ' rel="external"'),
    ],
    [strings.dateKnown, escapeMarkup(dateKnown(cited, words))],
    [strings.held, escapeMarkup(held.join(' · '))],
    [strings.corrected, corrected],
    [strings.permanentAddress, link(new URL(url).pathname, `<bdi dir="ltr">${escapeMarkup(address)}</bdi>`)],
    [strings.cite, cite],
    [strings.keywords, data.keywords?.map(own).join(', ')],
    [strings.rights, rights],
    [
      strings.report,
      config.reportErrors &&
        link(
          reportAddress(config.reportErrors, cited),
          `<bdi dir="ltr">${escapeMarkup(shownAddress(config.reportErrors))}</bdi>`,
        ),
    ],
  ];
  const list = rows
    .map(([name, html]) => (html ? `<dt>${escapeMarkup(name)}</dt><dd>${html}</dd>` : ''))
    .join('');
  return `<details class="copy"><summary>${escapeMarkup(strings.aboutCopy)}</summary><dl>${list}</dl></details><p class="address" dir="ltr">${escapeMarkup(address)}</p>`;
}

function dateKnown({ data }: Cited, { strings }: Translations): string {
  if (!data.date) return strings.undatedReason;
  if (data.dateBasis === 'photo') return strings.approximateReason;
  return data.dateBasis === 'file' ? strings.dateFile : strings.dateStated;
}

/** A link to a file that is in the link itself, so that a site of a hundred thousand stories has no more files. */
function fileLink(name: string, file: string, type: string, text: string): string {
  const attributes = ` download="${escapeMarkup(file)}"`;
  return link(`data:${type};charset=utf-8,${dataText(text)}`, name, attributes);
}

/** What a data address takes as it is: letters of any script, digits and some signs. */
const KEPT = /^[\p{L}\p{M}\p{N}.,:;()'’!*_~/-]$/u;
/** How each sign of ASCII is written in an address; empty for those that stay. */
const ASCII = Array.from({ length: 0x80 }, (_, code) => signWritten(String.fromCharCode(code)));
const rareSigns = memoize(signWritten);

function signWritten(sign: string): string {
  return KEPT.test(sign) ? '' : encodeURIComponent(sign.toWellFormed());
}

/** Text as a data address takes it. */
function dataText(text: string): string {
  let [written, from] = ['', 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const first = at;
    if (code >= 0xd800 && code < 0xdc00) at++;
    const sign = ASCII[code] ?? rareSigns(text.slice(first, at + 1));
    if (sign === '') continue;
    written += text.slice(from, first) + sign;
    from = at + 1;
  }
  return written + text.slice(from);
}

/** An address as people write it. */
function shownAddress(address: string): string {
  return address
    .replace(/^(?:mailto:|https?:\/\/)/u, '')
    .replace(/\?.*$/u, '')
    .replace(/\/$/u, '');
}

/** A mail says which story it is about. */
function reportAddress(address: string, { data, url }: Cited): string {
  if (!address.startsWith('mailto:')) return address;
  const about = `subject=${encodeURIComponent(data.headline)}&body=${encodeURIComponent(url)}`;
  return `${address}${address.includes('?') ? '&' : '?'}${about}`;
}
