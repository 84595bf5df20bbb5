// Where reading can go on in a dump that has grown: at the last story whose beginning is proved, whatever is appended.
import type { Ledger } from './types.ts';

/**
 * A position in a dump from which reading can go on, with the same result as from the beginning: what was found above
 * it can't be changed by anything that is appended to the dump.
 */
export interface Checkpoint {
  /** Byte offset of the position. */
  offset: number;
  /** Its line, 1-based: stories and messages of this line and below are found again. */
  line: number;
  /** Blank lines directly above. */
  gap: number;
  /** What every line above was taken for. */
  ledger: Ledger;
}

/** A place at which a story begins. */
export interface Mark {
  checkpoint: Checkpoint;
  /** How many lines that are not blank stand above. */
  above: number;
  /** How many were read when it was found. */
  read: number;
}

/** What is known of places up to one position. */
export interface KnownMarks {
  proven: Checkpoint | undefined;
  pending: Mark[];
}

/** One line of so many, at most, is a place to go on from. */
const BLOCK = 50;

/** Collects places, of which each is proved by the lines below. */
export class Checkpoints {
  readonly #provenBy: number;
  #proven: Checkpoint | undefined;
  /** Places whose proof is still missing. */
  #pending: Mark[] = [];
  /** Where the last story began. */
  #block = Number.NaN;

  /**
   * @param provenBy no decision above a line reads further below it than so many lines
   * @param first where reading went on
   */
  constructor(provenBy: number, first?: Checkpoint) {
    this.#provenBy = provenBy;
    this.#proven = first;
  }

  /** The last place that is proved. */
  get proven(): Checkpoint | undefined {
    return this.#proven;
  }

  /** What is known now. */
  get known(): KnownMarks {
    return { proven: this.#proven, pending: [...this.#pending] };
  }

  /** Whether the story that begins in a line is to be remembered: the first of its block, wherever reading began. */
  takes(line: number): boolean {
    const block = Math.floor(line / BLOCK);
    const isFirst = block !== this.#block;
    this.#block = block;
    return isFirst;
  }

  /** Remembers a place, the last one so far. */
  add(mark: Mark): void {
    this.#pending.push(mark);
    const proven = this.#pending.findLastIndex(({ above }) => mark.read - above >= this.#provenBy);
    if (proven < 0) return;
    this.#proven = this.#pending[proven]?.checkpoint;
    this.#pending = this.#pending.slice(proven + 1);
  }

  /** Takes over what was found below a position by a reader that began elsewhere. @param below its byte offset */
  follow({ proven, pending }: KnownMarks, below: number): void {
    const isNew = ({ offset }: Checkpoint) => offset > below;
    if (proven && isNew(proven)) {
      this.#proven = proven;
      this.#pending = [...pending];
    } else {
      for (const mark of pending) if (isNew(mark.checkpoint)) this.add(mark);
    }
  }
}
