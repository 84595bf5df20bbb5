// Loads and answers of `astro dev` take turns: a load replaces files that a page is read from, and a page that was half
// made meanwhile would be made of what was there before and of what comes after.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { processWide } from '../utils/process-wide.ts';

const PATIENCE = 2000;

/** Turns of loads and of answers. */
export class Turns {
  readonly #patience: number;
  /** Loads that run or wait. */
  #loads = 0;
  #loaded: PromiseWithResolvers<void> | undefined;
  readonly #answers = new Set<Promise<void>>();
  readonly #afterwards = new Set<() => void>();

  /**
   * @param patience how long a load waits for answers that are under way, in milliseconds: some never end, as a project's
   * own streams of events
   */
  constructor(patience = PATIENCE) {
    this.#patience = patience;
  }

  /**
   * @param run what is to be done after each load, before anything is answered
   * @returns what ends that
   */
  afterLoads(run: () => void): () => void {
    this.#afterwards.add(run);
    return () => this.#afterwards.delete(run);
  }

  /** Runs a load once no answer is under way; those that are asked for meanwhile wait. */
  async load<Result>(run: () => Promise<Result>): Promise<Result> {
    this.#loads++;
    this.#loaded ??= Promise.withResolvers();
    try {
      await this.#answered();
      const result = await run();
      for (const each of this.#afterwards) each();
      // What was told others reaches them in a turn of their own.
      await setImmediate();
      return result;
    } finally {
      this.#loads--;
      if (this.#loads === 0) {
        this.#loaded.resolve();
        this.#loaded = undefined;
      }
    }
  }

  /** A handler for Vite's server: lets a request pass once nothing is being loaded. */
  wait = async (_: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    while (this.#loaded) await this.#loaded.promise;
    const answer = new Promise<void>((resolve) => response.once('close', resolve));
    this.#answers.add(answer);
    answer.then(() => this.#answers.delete(answer));
    next();
  };

  async #answered(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#patience);
    await Promise.race([Promise.all(this.#answers), promise]);
    clearTimeout(timer);
  }
}

/** The turns of this process, which the loader and the server take. */
export const takingTurns = (): Turns =>
  processWide(
    'turns',
    () => new Turns(),
    (found): found is Turns => found instanceof Object && 'load' in found && 'wait' in found,
  );
