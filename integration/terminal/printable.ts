// Text from a dump that a terminal shows: control and bidirectional characters are made visible.

/** @returns the text with control and bidirectional characters made visible, line feeds excepted */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? '\n' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** @returns the same on one line: a line feed in a file's name must not begin a line of a report */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\u{a}');
}
