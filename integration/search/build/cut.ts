// Where runs end: at stories that their own digests choose, so that a story that comes or goes changes the run it is
// in and no other.
import { createHash } from 'node:crypto';
import { shortDigest, wordsVersion } from './index.ts';

/** A run has at least so many stories, where there are as many … */
const FEWEST = 512;
/** … and at most so many … */
const MOST = 8192;
/** … and at most so many bytes of text: indexing takes some fifteen times as much memory. */
const LARGEST = 10 * 2 ** 20;
/** One story in so many ends a run. */
const CHANCE = 4096;

/** Tells, story by story, where runs end. */
export class RunCutter {
  #stories = 0;
  #size = 0;

  /**
   * @param key digest of the story's searched text, in hexadecimal digits
   * @param size of that text in UTF-8, in bytes
   * @returns whether a run ends with this story
   */
  endsWith(key: string, size: number): boolean {
    this.#stories++;
    this.#size += size;
    const isChosen = Number.parseInt(key.slice(-8), 16) % CHANCE === 0;
    const ends = this.#stories >= MOST || this.#size >= LARGEST || (isChosen && this.#stories >= FEWEST);
    if (ends) {
      this.#stories = 0;
      this.#size = 0;
    }
    return ends;
  }
}

/** The name that a run is kept by. @param keys of its stories, in order */
export function runKey(keys: readonly string[]): string {
  return shortDigest(createHash('sha256').update([wordsVersion(), ...keys].join('\n')));
}
