// Who signs a story, of the lines between its headline and its first paragraph: names that a word introduces, names on
// lines of their own below such a word, names alone. Decides which of several are the writers.

import { isClosed } from '../phrases/marks.ts';
import { readSigner, type Signer } from '../phrases/signers.ts';

/** What stands alone above a name, where a page set the two apart. */
const BARE_BY =
  /^(?:by|von|par|por|di|author|autor(?:in)?|auteur|autore|author of the article|escrito por|written by|著者|作者|بقلم)\s?[:：]?$/iu;
export const isBareBy = (text: string) => BARE_BY.test(text);
const MAX_SET_APART = 40;
/** What stands behind a name that another one follows, and the mark of a footnote. */
const GOES_ON = /(?:\s?[,;]|\s(?:&|and|und|et|y|e|en|og|och)|…)$/u;
const FOOTNOTE = /(?<=\p{Ll})\d{1,2}$/u;
/** A name has one word at least. */
const NAMED = /\p{L}/u;

/**
 * @param text of a line below a word that introduces a name
 * @param isFurther whether a name stands between, that another one follows
 * @returns who signs there, whatever the name looks like; of further lines, names alone
 */
export function signerBelow(text: string, isFurther: boolean): Signer | undefined {
  if (text.length > MAX_SET_APART || !NAMED.test(text)) return undefined;
  const bare = text.replace(GOES_ON, '').replace(FOOTNOTE, '');
  if (isClosed(bare)) return undefined;
  const name = readSigner(bare)?.name;
  return name === undefined && isFurther ? undefined : { name: name ?? bare, isSaid: true };
}

/** Whether a line with a name says that another name stands below it. */
export const announcesName = (text: string) => GOES_ON.test(text);

/** A line of a head that may sign. */
interface Signing {
  kind: string;
  signer?: Signer | undefined;
}

/** So many sign a story at most. */
const MOST_AUTHORS = 8;

/**
 * The names that sign: those that a word introduces, else those that stand beside a day, else the first that is not of
 * the story.
 * @param lede the story's first lines
 */
export function namesOf(found: readonly Signing[], lede: string): string[] {
  const said = found.flatMap(({ signer }) => (signer?.isSaid && signer.name ? signer.name : []));
  if (said.length > 0) return unique(said).slice(0, MOST_AUTHORS);
  const dated = found.flatMap(({ kind, signer }) => (kind === 'stamp' && signer?.name ? signer.name : []));
  if (dated.length > 0) return unique(dated).slice(0, 1);
  const named = found.flatMap(({ kind, signer }, at) =>
    (kind === 'name' || kind === 'by') && signer?.name
      ? { name: signer.name, isOfStory: found[at + 1]?.kind === 'credit' || lede.includes(signer.name) }
      : [],
  );
  const writer = named.find(({ isOfStory }) => !isOfStory) ?? named[0];
  return writer ? [writer.name] : [];
}

const unique = (names: readonly string[]) =>
  names.filter((name, at) => names.findIndex((each) => each.toLowerCase() === name.toLowerCase()) === at);
