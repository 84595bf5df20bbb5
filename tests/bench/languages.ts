// How often a text's language is told right: `node tests/bench/languages.ts FOLDER [SENTENCES]`. FOLDER has a file for each
// language, `TAG.txt`, with a sentence a line; SENTENCES of them make one text (3 where nothing is said). Prints for each
// language how many of its texts are told at sight, how many of those wrongly, and how many are right in the end.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LanguageDetector } from '../../integration/stories/language.ts';

interface Count {
  texts: number;
  atSight: number;
  wrongAtSight: number;
  right: number;
}

const detector = new LanguageDetector({ lang: 'en' });

async function countRight(texts: readonly string[], lang: string): Promise<Count> {
  const count: Count = { texts: texts.length, atSight: 0, wrongAtSight: 0, right: 0 };
  for (const text of texts) {
    const atSight = detector.detectAtOnce('', text);
    if (atSight !== undefined) count.atSight++;
    if (atSight !== undefined && atSight !== lang) count.wrongAtSight++;
    if ((await detector.detect('', text)) === lang) count.right++;
  }
  return count;
}

function textsOf(file: string, sentences: number): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const texts: string[] = [];
  for (let at = 0; at + sentences <= lines.length; at += sentences)
    texts.push(lines.slice(at, at + sentences).join('\n'));
  return texts;
}

function print(name: string, { texts, atSight, wrongAtSight, right }: Count): void {
  const share = (part: number) => `${((100 * part) / Math.max(1, texts)).toFixed(1)} %`;
  console.log(
    `${name}: ${share(right)} right, ${share(atSight)} at sight, ${share(wrongAtSight)} wrong there`,
  );
}

const [folder = '.', sentences = '3'] = process.argv.slice(2);
const total: Count = { texts: 0, atSight: 0, wrongAtSight: 0, right: 0 };
for (const name of readdirSync(folder).sort()) {
  const lang = path.basename(name, '.txt');
  const count = await countRight(textsOf(path.join(folder, name), Number(sentences)), lang);
  print(lang, count);
  for (const key of ['texts', 'atSight', 'wrongAtSight', 'right'] as const) total[key] += count[key];
}
print('all', total);
