// The wirecopy command: finds the subcommand, runs it, and turns the result into an exit code.
import { readFileSync } from 'node:fs';
import type { Command, Output, Run } from './terminal/command.ts';
import { printable } from './terminal/printable.ts';
import { didYouMean } from './utils/did-you-mean.ts';
import { errorMessage } from './utils/errors.ts';

/** Each is loaded when it is asked for: a command needs hardly half of what all of them do. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['changed', async () => (await import('./changed/command.ts')).changedCommand],
  ['check', async () => (await import('./check/command.ts')).checkCommand],
  ['lock', async () => (await import('./lock/command.ts')).lockCommand],
  ['merge', async () => (await import('./merge/command.ts')).mergeCommand],
]);

/** What can stand in the place of a command. */
const OPTIONS = ['--help', '--version'];

const USAGE = `Usage: wirecopy COMMAND [options] …

  changed which files of a built site to send and to delete
  check   read dumps without building, and report what every line is
  lock    lock the addresses of stories, so that none moves
  merge   merge the shards of a site that was built in parts

wirecopy COMMAND --help says more, wirecopy --version which version this is.
`;

/**
 * Runs the command.
 * @param args what stands behind `wirecopy`
 * @param onTick called every now and then while the command works; default: nothing
 * @returns the exit code: 0 success, 1 something is wrong with its input, 2 it could not run
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
  if (name === '--version') {
    out.write(`${versionOf(new URL('../package.json', import.meta.url))}\n`);
    return 0;
  }
  const command = await COMMANDS.get(name)?.();
  if (!command) return refuse(err, name && unknownName(name), USAGE);
  let run: Run | undefined;
  try {
    run = command.prepare(rest);
  } catch (error) {
    // Whoever gave nothing at all wants to know what can be given; a mistake in one argument must not scroll away.
    const more = rest.length === 0 ? command.usage : `wirecopy ${name} --help says more.\n`;
    return refuse(err, argumentError(error, command.usage), more);
  }
  if (!run) {
    out.write(command.usage);
    return 0;
  }
  try {
    return await run(out, err, onTick);
  } catch (error) {
    err.write(`${printable(errorMessage(error))}\n`);
    return 2;
  }
}

/** @param manifest of a package */
function versionOf(manifest: URL): string {
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  return version;
}

/** @returns what to say of a first argument that is not known, with the one that was probably meant */
function unknownName(name: string): string {
  const why = name.startsWith('-') ? `There is no option ${name}.` : `There is no command “${name}”.`;
  return why + didYouMean(name, [...COMMANDS.keys(), ...OPTIONS]);
}

/** @returns what is wrong with the arguments, with the option that was probably meant */
function argumentError(error: unknown, usage: string): string {
  const text = errorMessage(error);
  const unknown = /^Unknown option '(?<option>-[^']*)'/u.exec(text)?.groups?.option;
  if (unknown === undefined) return text;
  return `There is no option ${unknown}.${didYouMean(unknown, usage.match(/(?<=^ {2})--[a-z-]+/gmu) ?? [])}`;
}

function refuse(err: Output, why: string, usage: string): number {
  err.write(`${why ? `${printable(why)}\n\n` : ''}${usage}`);
  return 2;
}
