// Characters that turn the direction of text: embeddings, overrides and isolates. One that is left open would turn round
// whatever stands behind the text on a page, so that each is closed, and what closes nothing is removed.

const EMBEDDINGS = /[\u202a\u202b\u202d\u202e]/u;
const ISOLATES = /[\u2066-\u2068]/u;
const [POP_EMBEDDING, POP_ISOLATE] = ['\u202c', '\u2069'];
const ANY = /[\u202a-\u202e\u2066-\u2069]/u;

/** @returns the text with each direction that it opens closed, innermost first; the same text where all are */
export function closeDirections(text: string): string {
  if (!ANY.test(text)) return text;
  const open: string[] = [];
  let isolates = 0;
  let closed = '';
  for (const character of text) {
    if (EMBEDDINGS.test(character)) open.push(POP_EMBEDDING);
    else if (ISOLATES.test(character)) {
      open.push(POP_ISOLATE);
      isolates++;
    } else if (character === POP_EMBEDDING) {
      if (open.at(-1) !== POP_EMBEDDING) continue;
      open.pop();
    } else if (character === POP_ISOLATE) {
      // What closes an isolate closes the embeddings within it (https://www.unicode.org/reports/tr9/#X6a).
      if (isolates === 0) continue;
      isolates--;
      closed += open.splice(open.lastIndexOf(POP_ISOLATE)).slice(1).reverse().join('');
    }
    closed += character;
  }
  return closed + open.reverse().join('');
}
