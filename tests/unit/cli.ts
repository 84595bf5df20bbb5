// The wirecopy command, run in this process.
import { main } from '../../integration/cli.ts';

/** Runs the command in the working directory. @returns its exit code and what it wrote */
export async function runCli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(
    args,
    { write: (text) => out.push(String(text)) },
    { write: (text) => err.push(String(text)) },
  );
  return { code, out: out.join(''), err: err.join('') };
}
