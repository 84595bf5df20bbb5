// Where runs end: at stories that their own digests choose, so that a story that comes or goes changes the run it is
// in and no other.
import { createHash } from 'node:crypto';
import { shortDigest, wordsVersion } from './index.ts';

/** A run has at least so many stories, where there are as many … */
const FEWEST = 512;
/** … and at most so many … */
const MOST = 8192;
/** … and at most so many characters, so that any fits into memory. */
const LARGEST = 2 ** 24;
/** One story in so many ends a run. */
const CHANCE = 4096;

/** Tells, story by story, where runs end. */
export class RunCutter {
  #stories = 0;
  #characters = 0;

  /**
   * @param key digest of the story's searched text, in hexadecimal digits
   * @param characters of that text
   * @returns whether a run ends with this story
   */
  endsWith(key: string, characters: number): boolean {
    this.#stories++;
    this.#characters += characters;
    const isChosen = Number.parseInt(key.slice(-8), 16) % CHANCE === 0;
    const ends =
      this.#stories >= MOST || this.#characters >= LARGEST || (isChosen && this.#stories >= FEWEST);
    if (ends) {
      this.#stories = 0;
      this.#characters = 0;
    }
    return ends;
  }
}

/** The name that a run is kept by. @param keys of its stories, in order */
export function runKey(keys: readonly string[]): string {
  return shortDigest(createHash('sha256').update([wordsVersion(), ...keys].join('\n')));
}
