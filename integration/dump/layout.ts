// How stories stand in a dump, where its owner says so: what parts them, which line is a headline, what is furniture.
// What is said here is no longer weighed.

/** How stories stand in dumps of page text. */
export interface Layout {
  /** `one`: a dump is one story, whatever stands in it. */
  stories?: 'one' | undefined;
  /** The line that stands between two stories, as it stands there, or a pattern of it between slashes. */
  separator?: string | undefined;
  /** So many blank lines, and more, part stories; fewer don't. */
  gap?: number | undefined;
  /** `first`: the headline is a story's first line. */
  headline?: 'first' | undefined;
  /** Lines that are page controls in these dumps. */
  furniture?: readonly string[] | undefined;
}

/** Whether it is said what parts stories: then nothing else does. */
export function saysWhatParts({ stories, separator, gap }: Layout): boolean {
  return stories !== undefined || separator !== undefined || gap !== undefined;
}

/** @throws SyntaxError where what stands between slashes is no pattern @returns a test of a line's text */
export function separatorTest(separator: string): (text: string) => boolean {
  const pattern = /^\/(?<source>.+)\/$/u.exec(separator)?.groups?.source;
  if (pattern === undefined) {
    const line = separator.trim();
    return (text) => text === line;
  }
  const test = new RegExp(pattern, 'u');
  return (text) => test.test(text);
}

/** Whether a separator can be tested for: any line, or a pattern without a mistake. */
export function isSeparatorText(given: string): boolean {
  try {
    separatorTest(given);
    return true;
  } catch {
    return false;
  }
}
