// The script that a text is written in.
import { memoizeCodeUnits } from '../utils/memoize.ts';
import { SCRIPTS } from './language-profiles.ts';

/** One kana or Chinese character says about as much as three letters of an alphabet. */
const WEIGHT: Readonly<Record<string, number>> = { Hani: 3, Kana: 3, Hang: 2 };

/** @returns the script that most of a text is in; nothing where there are no letters */
export function mainScript(text: string): string | undefined {
  const counts = new Map<string, number>();
  let latin = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0xc0) {
      const letter = code | 0x20;
      if (letter >= 0x61 && letter <= 0x7a) latin++;
      continue;
    }
    const script = scriptOf(code);
    if (script === 'Latn') latin++;
    else if (script) counts.set(script, (counts.get(script) ?? 0) + (WEIGHT[script] ?? 1));
  }
  let best: string | undefined = latin > 0 ? 'Latn' : undefined;
  let most = latin;
  const kana = counts.get('Kana') ?? 0;
  // Japanese mixes both; Chinese has no kana but in a name or two.
  const han = counts.get('Hani') ?? 0;
  if (kana > 0 && kana * 8 >= han) {
    counts.set('Kana', kana + han);
    counts.delete('Hani');
  }
  for (const [script, count] of counts) {
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

const NO_SCRIPT = 255;
/** One more than the script's place in SCRIPTS. */
const numberOfScript = memoizeCodeUnits(
  (code) => SCRIPTS.findIndex(([first, last]) => code >= first && code <= last) + 1 || NO_SCRIPT,
);

function scriptOf(code: number): string | undefined {
  const number = numberOfScript(code);
  return number === NO_SCRIPT ? undefined : SCRIPTS[number - 1]?.[2];
}
