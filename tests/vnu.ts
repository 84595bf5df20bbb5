// Has the Nu HTML Checker read every page of a built site. On demand, for it needs Java: npm run vnu [folder]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const jar = fileURLToPath(import.meta.resolve('vnu-jar/build/dist/vnu.jar'));
const folder = path.resolve(process.argv[2] ?? 'dist');
// Pages alone. What it says of the policy is left out: it reads files, which are of no site, so that nothing is
// 'self', and takes structured data for scripts. So is what it says of CSS that it does not know: ranges of containers
// (CSS Conditional Rules 5, section 4) and `vector-effect` (SVG 2, section 8.13).
const { status, stderr, error } = spawnSync(
  'java',
  [
    '-jar',
    jar,
    '--format',
    'gnu',
    '--skip-non-html',
    '--filterpattern',
    '.*(?:Content Security Policy|CSS: “(?:container|vector-effect)”).*',
    folder,
  ],
  { encoding: 'utf8', maxBuffer: 2 ** 28 },
);
if (error) throw new Error('Java is needed to run the Nu HTML Checker.', { cause: error });
console.log(stderr.replaceAll(`file:${folder}/`, '').trim() || 'No error, and nothing to warn of.');
process.exitCode = status ?? 1;
