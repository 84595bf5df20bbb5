// The id of a story, which is its address for good. Decides by the headline; where two different stories have
// one headline, the later takes a digest of its own words; where they are the same word for word, there is one.
import { slug } from 'github-slugger';

/** An id takes at most so many bytes of UTF-8, so that it fits a file name everywhere. */
const MAX_ID_BYTES = 96;
const DIGEST_LENGTH = 8;

/** Names that a file system or a web server keeps for itself. */
const RESERVED = /^(?:index|404|500|con|prn|aux|nul|com\d|lpt\d)$/u;

/** What becomes of a story that asks for an id. */
export type Claim<Where> =
  | { id: string; twin?: never; taken?: Where }
  /** The same story was filed before. */
  | { twin: Where; id?: never };

/** Gives out ids, in the order of the dumps. */
export class IdRegistry<Where> {
  readonly #owners = new Map<string, { digest: string; where: Where }>();

  /**
   * Claims an id for a story.
   * @param digest of its words: what tells two stories with one headline apart
   * @param where it stands, handed back to whoever claims the same id later
   */
  claim(headline: string, digest: string, where: Where): Claim<Where> {
    const base = baseId(headline, digest);
    const first = this.#owners.get(foldId(base));
    if (!first) return this.#own(base, digest, where);
    if (first.digest === digest) return { twin: first.where };
    for (let length = DIGEST_LENGTH; ; length += DIGEST_LENGTH) {
      const id = `${cut(base, MAX_ID_BYTES - length - 1)}-${digest.slice(0, length)}`;
      const owner = this.#owners.get(foldId(id));
      if (!owner) return { ...this.#own(id, digest, where), taken: first.where };
      if (owner.digest === digest) return { twin: owner.where };
    }
  }

  #own(id: string, digest: string, where: Where): { id: string } {
    this.#owners.set(foldId(id), { digest, where });
    return { id };
  }
}

/** The id a headline asks for, by github-slugger's rules, cut at a word. */
function baseId(headline: string, digest: string): string {
  const id = cut(
    slug(headline.normalize('NFC'))
      .normalize('NFC')
      .replace(/^-+|-+$/gu, '')
      .replace(/-{2,}/gu, '-'),
    MAX_ID_BYTES,
  );
  if (!/[\p{L}\p{N}]/u.test(id)) return `story-${digest.slice(0, DIGEST_LENGTH)}`;
  return RESERVED.test(id) ? `story-${id}` : id;
}

/** Cuts an id to a number of bytes, at a word where it has more than one. */
function cut(id: string, bytes: number): string {
  if (Buffer.byteLength(id) <= bytes) return id;
  let short = '';
  for (const character of id) {
    if (Buffer.byteLength(short + character) > bytes) break;
    short += character;
  }
  const word = short.lastIndexOf('-');
  return (word > 0 && id[short.length] !== '-' ? short.slice(0, word) : short).replace(/-+$/u, '');
}

const SMALL_ASCII = /^[ -@[-~]*$/u;

/** Two ids that some file system takes for one name have one folded form. */
export function foldId(id: string): string {
  if (SMALL_ASCII.test(id)) return id;
  return id.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
