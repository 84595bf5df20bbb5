// Loads in `astro dev`, where nobody wants the server to stop: what is wrong is said and written down for the browser to
// show, what was published before stays, and the next change may mend it.
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { dumpFile } from '../files/dumps.ts';
import { excerptsOf } from '../files/excerpts.ts';
import { type Fault, type Faults, FaultyFile, writeFaults } from '../stories/faults.ts';
import type { Report } from '../stories/report.ts';

/** Where a load happens. */
export interface Site {
  /** Folder of the collection's catalogue. */
  folder: string;
  /** Folder of the project. */
  root: string;
  /** Of dumps. */
  encoding: string;
  logger: AstroIntegrationLogger;
}

/** Never throws: what goes wrong is said. */
export async function loadInDev(load: () => Promise<Report>, site: Site): Promise<void> {
  const { folder, logger } = site;
  try {
    await writeFaults(folder, await loaded(load, site));
  } catch (error) {
    logger.error(messageOf(error));
  }
}

async function loaded(load: () => Promise<Report>, site: Site): Promise<Faults> {
  try {
    return await faultsOf(await load(), site);
  } catch (error) {
    const text = messageOf(error);
    site.logger.error(text);
    const listed = error instanceof FaultyFile ? [...error.faults] : [{ text }];
    return { count: listed.length, listed };
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a load's report says is wrong, with the lines it is about. */
async function faultsOf({ errors, errorCount }: Report, { root, encoding }: Site): Promise<Faults> {
  const listed: Fault[] = [];
  for (const [name, found] of Map.groupBy(errors, ({ dump }) => dump)) {
    const file = dumpFile(path.resolve(root, name), root);
    const messages = found.map(({ message }) => message);
    const excerpts = await excerptsOf(file, encoding, messages);
    for (const [at, { text, code, line, column }] of messages.entries()) {
      const excerpt = excerpts[at];
      listed.push({
        text,
        code,
        place: { file: file.path, name, line, column },
        ...(excerpt && { excerpt }),
      });
    }
  }
  return { count: errorCount, listed };
}
