// Merges runs: the terms of all in order, each with the stories of one segment that have it. A term at a time, so that
// memory holds no more than a block of each run.
import type { RunCursor } from './run-reader.ts';
import { MOST_SPELLINGS } from './spellings.ts';

/** A term of a segment. */
export interface MergedTerm {
  /** Its bytes (`encodeWord()`), good until the next term is asked for. */
  term: Uint8Array;
  spellings: readonly string[];
  /** Sixteen times the story's number plus the impact, ascending; good until the next term is asked for. */
  postings: Uint32Array;
}

/**
 * @param cursors of runs, each at its first term
 * @param stories of the segment
 */
export function* mergeRuns(cursors: readonly RunCursor[], stories: number): Generator<MergedTerm> {
  const queue = new CursorQueue(cursors);
  const postings = new Uint32Array(stories);
  for (let { first } = queue; first; { first } = queue) {
    const term = first.term.slice();
    let count = 0;
    let spellings: readonly string[] = [];
    while (first?.isAt(term)) {
      if (first.spellings.length > 0) spellings = union(spellings, first.spellings);
      count = first.takePostings(postings, count);
      queue.reorder();
      ({ first } = queue);
    }
    if (count > 0) yield { term, spellings, postings: inOrder(postings.subarray(0, count)) };
  }
}

/** Runs follow each other in the order of dumps, which most often is the order of dates. */
function inOrder(postings: Uint32Array): Uint32Array {
  for (let at = 1; at < postings.length; at++) {
    if ((postings[at - 1] ?? 0) > (postings[at] ?? 0)) return postings.sort();
  }
  return postings;
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])].sort().slice(0, MOST_SPELLINGS);
}

/** Cursors, the one at the least term first: a binary heap. */
class CursorQueue {
  readonly #heap: RunCursor[];

  constructor(cursors: readonly RunCursor[]) {
    this.#heap = cursors.filter(({ isAtEnd }) => !isAtEnd);
    for (let at = this.#heap.length >>> 1; at >= 0; at--) this.#sink(at);
  }

  /** The cursor at the least term; nothing where none has another. */
  get first(): RunCursor | undefined {
    return this.#heap[0];
  }

  /** Puts the first cursor where it belongs, after it went on to another term. */
  reorder(): void {
    if (this.first?.isAtEnd) {
      const last = this.#heap.pop();
      if (last && this.#heap.length > 0) this.#heap[0] = last;
    }
    this.#sink(0);
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const moved = heap[from];
    if (!moved) return;
    let at = from;
    for (;;) {
      let child = at * 2 + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (!left) break;
      let least = left;
      if (right && right.compare(left) < 0) {
        child++;
        least = right;
      }
      if (least.compare(moved) >= 0) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = moved;
  }
}
