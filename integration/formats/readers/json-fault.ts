// Where a text stops being JSON, as a message.
import { type Message, message } from '../../dump/index.ts';

/** In a longer text, the place is not looked for where the parser does not say it. */
const MAX_SEARCHED = 2 ** 18;

/**
 * @param text that is no JSON
 * @param line where the text begins
 * @param column where in that line
 */
export function jsonFault(text: string, line: number, column: number): Message {
  const at = faultIn(text);
  const before = text.slice(0, at).split('\n');
  const why = at >= text.trimEnd().length ? 'It is cut off here' : 'It stops being JSON here';
  const place = before.length === 1 ? column + at : (before.at(-1)?.length ?? 0) + 1;
  return message(
    'malformed',
    line + before.length - 1,
    place,
    `This record is no JSON. ${why}; it is not published. Export it again, or mend it.`,
  );
}

/** The first character that can't stand where it does; the text's length where it only ends too soon. */
function faultIn(text: string): number {
  const first = failure(text);
  if (first === undefined || first.isEnd || text.length > MAX_SEARCHED) return first?.position ?? text.length;
  // The longest beginning that is wrong only in that it ends.
  let [sound, faulty] = [0, text.length];
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    const found = failure(text.slice(0, middle));
    if (!found || found.isEnd || (found.position ?? 0) >= middle) sound = middle;
    else faulty = middle;
  }
  return sound;
}

/** What the parser says: whether the text ends too soon, and the place where it says one. */
function failure(text: string): { isEnd: boolean; position: number | undefined } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/u.exec(said)?.[1];
    const isEnd = /^Unexpected end|^Unterminated/u.test(said);
    return { isEnd, position: isEnd ? text.length : position === undefined ? undefined : Number(position) };
  }
}
