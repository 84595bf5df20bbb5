// An appended dump is read from a checkpoint on: the result is that of reading it whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DumpReader, type DumpStory, type Message, type Resumption } from '../../integration/dump/index.ts';
import { storyText } from '../dumps.ts';

interface Told {
  stories: DumpStory[];
  messages: Message[];
  ledger: unknown;
  lines: number;
  checkpoint: Resumption | undefined;
}

function read(bytes: Uint8Array, from?: Resumption): Told {
  const reader = new DumpReader({}, from);
  const found = [...reader.push(bytes.subarray(from?.offset ?? 0)), ...reader.end()];
  return {
    stories: found.flatMap(({ story }) => story ?? []),
    messages: found.flatMap(({ message }) => message ?? []),
    ledger: reader.ledger,
    lines: reader.lines,
    checkpoint: reader.checkpoint && { ...reader.checkpoint, dialect: reader.dialect },
  };
}

/** Reads a dump, then what it became by appending, from the checkpoint on. */
function readTwice(before: Buffer, after: Buffer): Told {
  const first = read(before);
  const { checkpoint } = first;
  if (!checkpoint) return read(after);
  const rest = read(after, checkpoint);
  return {
    ...rest,
    stories: [...first.stories.filter(({ lines }) => lines[0] < checkpoint.line), ...rest.stories],
    messages: [...first.messages.filter(({ line }) => line < checkpoint.line), ...rest.messages],
  };
}

const LONG_BODY = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at} ${'of many words '.repeat(30)}ends here.`,
);
const stories = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    storyText(`Lighthouse ${from + at} Is Painted Again`, [`It is number ${from + at}.`, ...LONG_BODY]),
  ).join('\n\n\n\n');

describe('reading on from a checkpoint', () => {
  test('a dump larger than its survey has one near its end', () => {
    const dump = Buffer.from(stories(0, 200));
    const { checkpoint } = read(dump);
    expect(checkpoint?.offset).toBeGreaterThan(dump.length * 0.9);
    expect(checkpoint?.offset).toBeLessThan(dump.length);
  });

  test('a dump smaller than its survey has none: what is appended could change how it is read', () => {
    expect(read(Buffer.from(stories(0, 5))).checkpoint).toBeUndefined();
  });

  test('whatever is appended, and wherever the dump was cut before, the result is that of reading it whole', () => {
    const base = Buffer.from(stories(0, 160));
    const line = fc.oneof(
      fc.constantFrom('', '', '', 'TT', 'Lighthouse 159 Is Painted Again', 'A line, of a body.', 'Short One'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.boolean(),
        (lines, cut, more) => {
          const tail = `${lines.join('\n')}${more ? `\n\n\n\n${stories(900, 2)}` : ''}`;
          const before = base.subarray(0, base.length - cut);
          const after = Buffer.concat([before, Buffer.from(tail)]);
          expect(readTwice(before, after)).toEqual(read(after));
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
