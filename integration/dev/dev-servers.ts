// What answers while `astro dev` runs: the error overlay, search, and the toolbar's questions. Loaded there alone: it has
// the reader of page text with it.
import type { HookParameters } from 'astro';
import { forgetPaths } from '../astro/forget-paths.ts';
import type { SectionSetup } from '../config/section-config.ts';
import { OverlayServer } from './overlay-server.ts';
import { SearchServer } from './search-server.ts';
import { ANSWER_EVENT, QUESTION_EVENT, type Question } from './toolbar-messages.ts';
import { ToolbarServer } from './toolbar-server.ts';
import { takingTurns } from './turns.ts';

/** @returns what ends all of it */
export function startDevServers(
  sections: readonly SectionSetup[],
  { server, toolbar, logger }: HookParameters<'astro:server:setup'>,
): () => void {
  const indexes = sections.map(({ folders }) => folders.storyIndex);
  const overlays = new OverlayServer(indexes, server);
  const turns = takingTurns();
  const stopForgetting = turns.afterLoads(() => forgetPaths(server));
  server.middlewares.use(turns.wait);
  server.middlewares.use(new SearchServer(sections, logger).answer);
  const answers = new ToolbarServer(sections);
  toolbar.on<Question>(QUESTION_EVENT, ({ path: page }) => {
    try {
      const answer = answers.answer(page);
      if (answer) toolbar.send(ANSWER_EVENT, answer);
    } catch (error) {
      // Nothing was loaded yet; the page itself says so.
      logger.debug(error instanceof Error ? error.message : String(error));
    }
  });
  return () => {
    overlays.close();
    stopForgetting();
  };
}
