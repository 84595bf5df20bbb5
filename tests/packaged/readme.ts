// README and docs as instructions: a chapter's commands and files, in the order in which a reader comes by them.
import { allDocs } from '../docs.ts';
import { install, neededBy, peersOf, succeed, write } from './hosts.ts';

/** One thing that a chapter has its reader do. */
export type Step = { kind: 'file'; name: string; text: string } | { kind: 'command'; line: string };

const BLOCK = /^```(\w+)\n(.*?)^```$/gmsu;
/** A block's file stands in its first comment. */
const FILE = /^(?:---\n)?(?:\/\/|#) (\S+\.\w+)\n/u;

/** @throws where no such chapter is there, or nothing to do in it */
export function chapter(title: string): Step[] {
  const [, text = ''] = allDocs().split(new RegExp(`^#{2,3} ${title}$`, 'mu'));
  const [own = ''] = text.split(/^#{2,3} /mu);
  const steps = [...own.matchAll(BLOCK)].flatMap(([, language, content = '']): Step[] => {
    const name = FILE.exec(content)?.[1];
    if (name) return [{ kind: 'file', name, text: content }];
    if (language !== 'sh')
      throw new Error(`A block of “${title}” names no file in its first line:\n${content}`);
    return content
      .split(/\n| && /u)
      .map((line) => line.replace(/ +# .*$/u, '').trim())
      .filter(Boolean)
      .map((line) => ({ kind: 'command', line }));
  });
  if (steps.length === 0) throw new Error(`There is nothing to do under “${title}”.`);
  return steps;
}

/**
 * Does in a folder what a chapter says.
 * @param tarball what stands for the package in the registry
 * @returns what the commands said, but for those that install something
 */
export async function follow(steps: readonly Step[], folder: string, tarball?: string): Promise<string> {
  let said = '';
  for (const step of steps) {
    if (step.kind === 'file') await write(folder, { [step.name]: step.text });
    else if (step.line === 'npm install astro-wirecopy') await install(folder, ['astro'], tarball);
    else if (step.line === 'npm ci')
      await install(folder, ['astro', ...(await neededBy(folder)), ...(await peersOf(folder))]);
    else said += await succeed('bash', ['-c', step.line], folder);
  }
  return said;
}
