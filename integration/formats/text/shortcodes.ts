// Shortcodes: what WordPress and programs like it keep in the text of a post, and replace when they show it: pictures with
// captions, galleries, looks of the text between two of them. A reader of the page never saw them. Decides what stands in
// their place: a caption, the text between two, and nothing otherwise.

/** A picture with its caption, as an attribute or beside the picture. */
const CAPTION = /\[caption\b(?<attributes>[^\]]*)\](?<text>[\s\S]{0,4000}?)\[\/caption\]/gu;
const STATED = /\bcaption=(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u;
/** What shows something that is no text; `[video](…)` is a link of Markdown. */
const ALONE =
  /\[(?<name>gallery|embed|audio|video|playlist|soundcloud|youtube|vimeo)\b[^\]]*\](?:[^[]*\[\/\k<name>\]|(?![([:]))/gu;
/** What ends the text that another one begins. */
const LAST = /\[\/(?<name>[a-z][\w-]*)\]/giu;
const ANY = /\[\/?(?<name>[a-z][\w-]*)(?:[\s=][^[\]\n]*)?\](?![([:])/giu;

/**
 * @param asCaption what to put in place of a picture: given what stands between the two, and the caption where an
 *   attribute states it
 * @returns a text without shortcodes
 */
export function withoutShortcodes(
  text: string,
  asCaption: (inside: string, caption: string | undefined) => string,
): string {
  if (!text.includes('[')) return text;
  const left = text
    .replace(CAPTION, (_, attributes: string, inside: string) => {
      const { double, single } = STATED.exec(attributes)?.groups ?? {};
      return asCaption(inside, double ?? single);
    })
    .replace(ALONE, '');
  // Brackets are marks of others too; a name that a text closes is one of these.
  const names = new Set(Array.from(left.matchAll(LAST), ({ groups }) => groups?.name?.toLowerCase()));
  if (names.size === 0) return left;
  return left.replace(ANY, (tag, name: string) => (names.has(name.toLowerCase()) ? '' : tag));
}
