// Lets an error of ours stand for itself. Astro says "An unhandled error occurred while running the … hook" above one of a
// hook, as if something in the code were wrong, where it is a folder that can't be written to, or a variable. And it gives
// the hint that browser APIs are not available below each that has "window" or "document" in it: a PDF document, an encoding
// such as windows-1252, a folder of documents.
//
// Beyond the interface: Astro says the first by the logger that the hook is given
// (https://github.com/withastro/astro/blob/main/packages/astro/src/integrations/hooks.ts, `withTakingALongTimeMsg`), and looks
// for the words in what `toString()` of the error gives
// (https://github.com/withastro/astro/blob/main/packages/astro/src/core/errors/dev/utils.ts, `generateHint`). If it did
// otherwise, the sentences would stand there again.
import type { AstroIntegrationLogger } from 'astro';

/** @throws what the hook throws */
export async function withPlainErrors(
  logger: Pick<AstroIntegrationLogger, 'error'>,
  hook: () => unknown,
): Promise<void> {
  try {
    await hook();
  } catch (error) {
    const say = logger.error.bind(logger);
    logger.error = (message) => {
      logger.error = say;
      if (!message.includes('unhandled error')) say(message);
    };
    throw plainError(error);
  }
}

/** @returns the error, whose text Astro does not look into */
export function plainError(error: unknown): unknown {
  if (error instanceof Error) Object.defineProperty(error, 'toString', { value: () => error.name });
  return error;
}
