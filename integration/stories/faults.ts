// What the last load in `astro dev` found wrong, kept as a file beside the catalogue: the loader runs where Vite runs
// it, and whoever shows what is wrong runs elsewhere.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { writeWhole } from '../files/jsonl.ts';

const faultSchema = z.object({
  /** What is wrong, and what to do. */
  text: z.string(),
  /** The code of a dump's message. */
  code: z.string().optional(),
  /** Where, if it is in a file. */
  place: z
    .object({
      /** Absolute path. */
      file: z.string(),
      /** Path relative to the project's root. */
      name: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
    })
    .optional(),
  /** The lines around. */
  excerpt: z.object({ first: z.int().min(1), lines: z.array(z.string()) }).optional(),
});

const faultsSchema = z.object({ count: z.int().min(0), listed: z.array(faultSchema) });

/** Something wrong, and where. */
export type Fault = z.infer<typeof faultSchema>;

/** All that is wrong. */
export interface Faults {
  count: number;
  /** The first few. */
  listed: Fault[];
}

/** An error that is at one place of a file or several. */
export class FaultyFile extends Error {
  readonly faults: readonly Fault[];

  /** @param message all of it, for a log */
  constructor(message: string, faults: readonly Fault[]) {
    super(message);
    this.faults = faults;
  }
}

/** Name of the file. */
export const FAULTS = 'faults.json';

/** @param folder of the collection's catalogue */
export async function writeFaults(folder: string, faults: Faults): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, FAULTS), JSON.stringify(faults));
}

/** @returns what is known to be wrong; nothing where no load said so */
export function readFaults(folder: string): Faults {
  try {
    return faultsSchema.parse(JSON.parse(readFileSync(path.join(folder, FAULTS), 'utf8')));
  } catch {
    // There is no such file before the first load.
    return { count: 0, listed: [] };
  }
}
