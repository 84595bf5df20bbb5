// Scans and parses a dump, in whatever format it is, and does nothing else with it: `node tests/bench/parse.ts DUMP`
// prints the seconds it took.
import { openDump } from '../../integration/files/dump-text.ts';
import { dumpFile } from '../../integration/files/find-dumps.ts';
import { type FormatReader, openReader } from '../../integration/formats/index.ts';
import { FormatFinder } from '../../integration/stories/format-finder.ts';

const [dump = ''] = process.argv.slice(2);
const started = performance.now();
const text = await openDump(dumpFile(dump, process.cwd()));
const reader = await openReader(await new FormatFinder().find(dump, text), {});
let stories = 0;
const count = (found: ReturnType<FormatReader['push']>) => {
  for (const { story } of found) if (story) stories++;
  reader.takeText?.();
};
for await (const chunk of text) count(reader.push(chunk));
count(reader.end());
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, stories }));
