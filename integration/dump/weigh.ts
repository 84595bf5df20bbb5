// What measures come to by a table of weights; tests/bench/fit.ts fits such tables.

/** @returns the sum of all measures, each by its weight */
export function weigh<Table extends { readonly [Name in keyof Table]: number }>(
  weights: Table,
  measured: Table,
): number {
  let sum = 0;
  for (const name in weights) sum += weights[name] * measured[name];
  return sum;
}

/** @returns what a row of a table measures where something is so, or is not */
export const is = (test: boolean): number => (test ? 1 : 0);

/** @returns the names of a table's rows, in its order */
export function namesIn<Table extends object>(table: Table): Extract<keyof Table, string>[] {
  const names: Extract<keyof Table, string>[] = [];
  for (const name in table) names.push(name);
  return names;
}
