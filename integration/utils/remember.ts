// What was worked out of a text, for when the same text comes again soon.

/** So many texts are remembered: more than stand in one head of a dump, where each line is compared with each. */
const MAX_REMEMBERED = 500;

/** @returns the function, which now remembers what it gave for the texts that it was given last */
export function remember<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { result: Result }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.result;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const result = work(text);
    known.set(text, { result });
    return result;
  };
}
