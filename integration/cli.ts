// The wirecopy command: finds out which of its parts is meant, and turns what became of it into an exit code.
import { checkCommand } from './check/command.ts';
import { mergeCommand } from './merge/command.ts';
import type { Command, Output, Run } from './terminal/command.ts';
import { printable } from './terminal/printable.ts';

const COMMANDS = new Map<string, Command>([
  ['check', checkCommand],
  ['merge', mergeCommand],
]);

const USAGE = `Usage: wirecopy COMMAND [options] …

  check   read dumps without building, and say what became of every line
  merge   unite the shards of a site that was built on several machines

wirecopy COMMAND --help says more.
`;

/**
 * Runs the command.
 * @param args what stands behind `wirecopy`
 * @param between called now and then, where much is done; default: nothing
 * @returns the exit code: 0 all is well, 1 something is wrong with what it was given, 2 it could not run
 */
export async function main(
  args: readonly string[],
  out: Output,
  err: Output,
  onTick: () => void = () => {},
): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h') {
    out.write(USAGE);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (!command) return refuse(err, name && `There is no command “${name}”.`, USAGE);
  let run: Run | undefined;
  try {
    run = command.prepare(rest);
  } catch (error) {
    return refuse(err, messageOf(error), command.usage);
  }
  if (!run) {
    out.write(command.usage);
    return 0;
  }
  try {
    return await run(out, err, onTick);
  } catch (error) {
    err.write(`${printable(messageOf(error))}\n`);
    return 2;
  }
}

function refuse(err: Output, why: string, usage: string): number {
  err.write(`${why ? `${printable(why)}\n\n` : ''}${usage}`);
  return 2;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
