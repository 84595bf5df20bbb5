// Scans and parses a dump and does nothing else with it: `node tests/bench/parse.ts DUMP` prints the seconds it took.
import { DumpReader } from '../../integration/dump/index.ts';
import { openDump } from '../../integration/files/dump-text.ts';
import { dumpFile } from '../../integration/files/find-dumps.ts';

const [dump = ''] = process.argv.slice(2);
const started = performance.now();
const reader = new DumpReader();
let stories = 0;
const count = (found: ReturnType<DumpReader['push']>) => {
  for (const { story } of found) if (story) stories++;
};
for await (const chunk of await openDump(dumpFile(dump, process.cwd()))) count(reader.push(chunk));
count(reader.end());
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, stories }));
