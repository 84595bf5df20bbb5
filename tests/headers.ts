// Reads a site's _headers as Netlify and Cloudflare do: a path, in which * stands for anything, and under it headers.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface HeaderRule {
  pattern: string;
  headers: [name: string, value: string][];
}

/** The rules of a built site; none where it has no such file. */
export async function readHeaders(folder: string): Promise<HeaderRule[]> {
  const text = await readFile(path.join(folder, '_headers'), 'utf8').catch(() => '');
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name && value) rules.at(-1)?.headers.push([name, value]);
    else rules.push({ pattern: line, headers: [] });
  }
  return rules;
}

/** The headers for an address, lower-cased; what several rules say of one is joined by commas. */
export function headersFor(pathname: string, rules: readonly HeaderRule[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules) {
    const pattern = rule.pattern.split('*').map(escapeRegExp).join('.*');
    if (!new RegExp(`^${pattern}$`).test(pathname)) continue;
    for (const [given, value] of rule.headers) {
      const name = given.toLowerCase();
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return headers;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
