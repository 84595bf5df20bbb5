// Lets an error of a hook stand for itself. Astro says "An unhandled error occurred while running the … hook" above it, as
// if something in the code were wrong, where it is a folder that can't be written to, or a variable.
//
// Beyond the interface: Astro says so by the logger that the hook is given
// (https://github.com/withastro/astro/blob/main/packages/astro/src/integrations/hooks.ts, `withTakingALongTimeMsg`). If it
// took another, the sentence would stand there again.
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
    throw error;
  }
}
