// What can go wrong with an index in a reader's browser. Four cases, since a page says and does something else in each.

/**
 * - `unreachable`: the network or the host did not answer; trying again may help.
 * - `gone`: the host has no such file: the site was published anew since the page was loaded. Loading the page again helps.
 * - `damaged`: a file is not what was published, at a second try neither.
 * - `format`: the index is written in another format than this program reads. Loading the page again may help.
 */
export type SearchErrorCode = 'unreachable' | 'gone' | 'damaged' | 'format';

/** Why a search could not be made. */
export class SearchError extends Error {
  /** `SearchError`. */
  override name = 'SearchError';
  /** What went wrong. */
  readonly code: SearchErrorCode;
  /** Address of the file it is about. */
  readonly url: string;

  constructor(code: SearchErrorCode, url: string, cause?: unknown) {
    super(`${url}: ${MEANINGS[code]}`, { cause });
    this.code = code;
    this.url = url;
  }
}

const MEANINGS: Readonly<Record<SearchErrorCode, string>> = {
  unreachable: 'there was no answer',
  gone: 'there is no such file',
  damaged: 'the file is damaged',
  format: 'the file is in another format',
};
