// Numbers with their English noun, for logs and reports.

/** @returns `1 story`, `2 stories` */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
