// Loads in `astro dev`, where an error must not end the server: what is wrong is logged, and written down for the
// overlay to show; the stories of the load before stay, and the next change loads again.
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ResolvedLoaderOptions } from '../config/loader-options.ts';
import { readExcerpts } from '../files/excerpts.ts';
import { dumpFile } from '../files/find-dumps.ts';
import { type EncodingFinder, encodingsOf } from '../stories/encoding-finder.ts';
import type { LoadFiles } from '../stories/load-files.ts';
import {
  LoadError,
  type LoadMessage,
  type LoadMessages,
  writeLoadMessages,
} from '../stories/load-messages.ts';
import type { LoadReport } from '../stories/load-report.ts';
import { errorMessage } from '../utils/errors.ts';

/** Loads once. Never throws: errors are logged. */
export async function loadInDev(
  load: () => Promise<LoadReport>,
  files: LoadFiles,
  options: ResolvedLoaderOptions,
  logger: AstroIntegrationLogger,
): Promise<void> {
  let messages: LoadMessages;
  try {
    messages = await reportMessages(await load(), files.root, encodingsOf(options));
  } catch (error) {
    logger.error(errorMessage(error));
    const listed = error instanceof LoadError ? [...error.messages] : [{ text: errorMessage(error) }];
    messages = { count: listed.length, listed };
  }
  try {
    writeLoadMessages(files.index, messages);
  } catch (error) {
    logger.error(errorMessage(error));
  }
}

/** The errors of a report, with the lines they are about. */
async function reportMessages(
  { errors, errorCount }: LoadReport,
  root: string,
  encodings: EncodingFinder,
): Promise<LoadMessages> {
  const listed: LoadMessage[] = [];
  for (const [name, found] of Map.groupBy(errors, ({ dump }) => dump)) {
    const file = dumpFile(path.resolve(root, name), root);
    const messages = found.map(({ message }) => message);
    const excerpts = await readExcerpts(file, encodings.find(name), messages);
    for (const [at, { text, code, line, column }] of messages.entries()) {
      const excerpt = excerpts[at];
      const location = { file: file.path, name, line, column };
      listed.push({ text, code, location, ...(excerpt && { excerpt }) });
    }
  }
  return { count: errorCount, listed };
}
