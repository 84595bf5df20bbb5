// Where a text stops being JSON, as a message.
import { type Message, message } from '../../dump/index.ts';

/**
 * @param error what JSON.parse threw
 * @param text what it was given
 * @param line where the text begins
 * @param column where in that line
 */
export function jsonFault(error: unknown, text: string, line: number, column: number): Message {
  const said = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/u.exec(said)?.[1];
  const at = position === undefined ? text.length : Number(position);
  const before = text.slice(0, at);
  const breaks = before.split('\n');
  const isCut = position === undefined || at >= text.trimEnd().length;
  const why = isCut ? 'It is cut off here' : 'It stops being JSON here';
  const place = breaks.length === 1 ? column + at : (breaks.at(-1)?.length ?? 0) + 1;
  return message(
    'malformed',
    line + breaks.length - 1,
    place,
    `This record is no JSON. ${why}; it is not published. Export it again, or mend it.`,
  );
}
