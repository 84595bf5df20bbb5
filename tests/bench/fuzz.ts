// Reads inputs that nobody wrote, and counts what must not happen: something thrown, a ledger that does not add up,
// another result where the same bytes come in other chunks.
//
//   npm run fuzz                 300,000 inputs
//   npm run fuzz -- 20000 7      so many, from another seed
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DumpReader, type Found } from '../../integration/dump/index.ts';
import { numbersFrom } from './dump.ts';
import { givenNumbers } from './given-numbers.ts';

const [count = 300_000, seed = 1] = givenNumbers('npm run fuzz -- [inputs] [seed]');
const SHAPES = path.resolve(import.meta.dirname, '../unit/fixtures/shapes');
const shapes = readdirSync(SHAPES).map((name) => readFileSync(path.join(SHAPES, name)));
/** What tells most in dumps, and what does most harm. */
const PIECES = [
  '\n',
  '\n\n',
  '\n\n\n\n',
  'TT\n',
  ' (AFP)',
  '• ',
  '– ',
  '\u2028',
  '\u202e',
  '\u0000',
  '\ufeff',
  '\u0301',
  '\ud800',
  '2025-04-24',
  'By ',
  'LONDON: ',
].map((piece) => Buffer.from(piece));

const next = numbersFrom(seed);
/** The same in every run from one seed. */
const random = (below: number) => Math.floor(next() * below);

/** A shape of a dump with some of it changed, or bytes at random. */
function makeInput(): Buffer {
  if (random(8) === 0) return Buffer.from(Array.from({ length: random(600) }, () => random(256)));
  let bytes = shapes[random(shapes.length)] ?? Buffer.alloc(0);
  for (let edits = random(6); edits >= 0; edits--) {
    const at = random(bytes.length + 1);
    const to = Math.min(bytes.length, at + random(80));
    const between = [
      bytes.subarray(at, to),
      PIECES[random(PIECES.length)] ?? Buffer.alloc(0),
      Buffer.alloc(0),
    ][random(3)];
    const rest = random(2) === 0 ? bytes.subarray(to) : bytes.subarray(at);
    bytes = Buffer.concat([bytes.subarray(0, at), between ?? Buffer.alloc(0), rest]);
  }
  return bytes;
}

function read(bytes: Buffer, chunk: number): { found: Found[]; lines: number; counted: number } {
  const reader = new DumpReader();
  const found: Found[] = [];
  for (let at = 0; at < bytes.length; at += chunk) found.push(...reader.push(bytes.subarray(at, at + chunk)));
  found.push(...reader.end());
  const counted = Object.values(reader.ledger).reduce((sum, lines) => sum + lines, 0);
  return { found, lines: reader.lines, counted };
}

const wrong = { thrown: 0, ledger: 0, chunks: 0 };
let bytes = 0;
for (let number = 0; number < count; number++) {
  const input = makeInput();
  bytes += input.length;
  try {
    const whole = read(input, 2 ** 18);
    if (whole.counted !== whole.lines) wrong.ledger++;
    const cut = read(input, 1 + random(97));
    const stories = ({ found }: typeof whole) => JSON.stringify(found.flatMap(({ story }) => story ?? []));
    if (stories(cut) !== stories(whole)) wrong.chunks++;
  } catch (error) {
    if (wrong.thrown++ === 0) console.error(error, JSON.stringify(input.toString()));
  }
}
console.log(`${count} inputs, ${Math.round(bytes / 1e6)} MB, seed ${seed}`);
console.log(
  `thrown: ${wrong.thrown}, ledger wrong: ${wrong.ledger}, other result in other chunks: ${wrong.chunks}`,
);
process.exitCode = wrong.thrown + wrong.ledger + wrong.chunks > 0 ? 1 : 0;
