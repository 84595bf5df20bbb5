// Sees to it that every browser shows what is wrong: as soon as it asks for updates, so that the overlay is there on
// every page until the error is corrected, and when a load has found something else. Vite's own `server.hmr.overlay`
// switches it off.
import { type FSWatcher, mkdirSync, watch } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { LOAD_MESSAGES, readLoadMessages } from '../stories/load-messages.ts';
import { type OverlayPayload, overlayPayload } from './error-overlay.ts';

type ServerSetup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type Server = Parameters<ServerSetup>[0]['server'];

/** A browser window. */
interface Client {
  send(payload: OverlayPayload | { type: 'full-reload'; path: string }): void;
}

/** Shows what is wrong with the collections whose storyIndexes are in some folders. */
export class OverlayServer {
  readonly #folders: readonly string[];
  readonly #clients = new Set<Client>();
  readonly #watchers: FSWatcher[];
  #isShown = false;

  constructor(folders: readonly string[], { environments }: Server) {
    this.#folders = folders;
    const { hot } = environments.client;
    hot.on('vite:client:connect', (_, client) => {
      this.#clients.add(client);
      const overlay = this.#overlay();
      if (overlay) client.send(overlay);
    });
    hot.on('vite:client:disconnect', (_, client) => this.#clients.delete(client));
    this.#watchers = folders.map((folder) => {
      mkdirSync(folder, { recursive: true });
      return watch(folder, (_, name) => {
        if (name === LOAD_MESSAGES) this.#update();
      });
    });
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  /** A load that changes a page makes Astro reload it; one that only finds an error, or none any more, does not. */
  #update(): void {
    const wasShown = this.#isShown;
    const overlay = this.#overlay();
    for (const client of this.#clients) {
      if (overlay) client.send(overlay);
      else if (wasShown) client.send({ type: 'full-reload', path: '*' });
    }
  }

  #overlay(): OverlayPayload | undefined {
    const [first] = this.#folders.flatMap((folder) => overlayPayload(readLoadMessages(folder)) ?? []);
    this.#isShown = first !== undefined;
    return first;
  }
}
