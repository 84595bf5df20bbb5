// The processes that build the sites of the tests: as few as there are processors, for all workers together. Workers ask
// for a build over HTTP, and wait until a process is free.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'astro/zod';
import { BuildProcess, type Built } from './builds.ts';

const orderSchema = z.object({
  cwd: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

export class BuildPool {
  readonly #processes: readonly BuildProcess[];
  readonly #free: BuildProcess[];
  readonly #waiting: ((process: BuildProcess) => void)[] = [];
  readonly #server: Server;

  constructor(size: number) {
    this.#processes = Array.from({ length: size }, () => new BuildProcess());
    this.#free = [...this.#processes];
    this.#server = createServer(async (request, response) => {
      const { cwd, args, env } = orderSchema.parse(JSON.parse(await text(request)));
      response.end(JSON.stringify(await this.build(cwd, args, env)));
    });
  }

  /** Runs `astro build` in a folder, as soon as a process is free. */
  async build(cwd: string, args: readonly string[], env: Record<string, string>): Promise<Built> {
    const process = this.#free.pop() ?? (await new Promise<BuildProcess>((free) => this.#waiting.push(free)));
    const built = await process.build(cwd, args, env);
    const next = this.#waiting.shift();
    if (next) next(process);
    else this.#free.push(process);
    return built;
  }

  /** @returns the address at which workers ask */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Ends the processes. */
  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    for (const process of this.#processes) process.close();
  }
}
