// The catalogue in a folder as it is now, for whoever outlives a load: `astro dev` answers from one process, while dumps
// change.
import { RangeReader } from '../files/ranges.ts';
import { Catalogue, catalogueInputs } from './catalogue.ts';

/** A catalogue, and what reads files beside it for as long as it is the latest. */
export interface OpenCatalogue {
  /** What it was made of. */
  inputs: string;
  catalogue: Catalogue;
  ranges: RangeReader;
}

/** Opens a catalogue anew whenever a load has changed it, and lets go of the one before. */
export class LatestCatalogue {
  readonly #folder: string;
  #opened: OpenCatalogue | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @returns the same object until the catalogue is another
   * @throws Error where there is none
   */
  open(): OpenCatalogue {
    const inputs = catalogueInputs(this.#folder);
    if (this.#opened?.inputs === inputs) return this.#opened;
    this.#opened?.ranges.close();
    const ranges = new RangeReader();
    this.#opened = { inputs, catalogue: new Catalogue(this.#folder, ranges), ranges };
    return this.#opened;
  }
}
