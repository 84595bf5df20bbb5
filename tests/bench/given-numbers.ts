// What a script is given on its command line, where that is numbers alone.

/**
 * @param usage what may be given
 * @returns the numbers
 * @throws Error where something else is given
 */
export function givenNumbers(usage: string): number[] {
  const given = process.argv.slice(2);
  if (!given.every((argument) => /^\d+$/u.test(argument)))
    throw new Error(`“${given.join(' ')}” is not all numbers. Usage: ${usage}`);
  return given.map(Number);
}
