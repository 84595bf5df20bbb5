// What the last load in `astro dev` found wrong, as a file beside the story index: the loader runs in one process, and
// the overlay and the toolbar read it in another.
import path from 'node:path';
import { z } from 'astro/zod';
import { readCacheFile, writeCacheFile } from '../files/cache-file.ts';

const loadMessageSchema = z.object({
  /** What is wrong, and what to do. */
  text: z.string(),
  /** The code of a dump's message. */
  code: z.string().optional(),
  /** Where, if it is in a file. */
  location: z
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

const loadMessagesSchema = z.object({ count: z.int().min(0), listed: z.array(loadMessageSchema) });

/** Something wrong, and where. */
export type LoadMessage = z.infer<typeof loadMessageSchema>;

/** All that is wrong. */
export interface LoadMessages {
  count: number;
  /** The first few. */
  listed: LoadMessage[];
}

/** Why stories could not be loaded, with the location of each cause. */
export class LoadError extends Error {
  readonly messages: readonly LoadMessage[];

  /** @param text all of it, for a log */
  constructor(text: string, messages: readonly LoadMessage[]) {
    super(text);
    this.messages = messages;
  }
}

/** Name of the file. */
export const LOAD_MESSAGES = 'load-messages.json';

/** @param folder of the collection's story index */
export function writeLoadMessages(folder: string, messages: LoadMessages): void {
  writeCacheFile(path.join(folder, LOAD_MESSAGES), messages);
}

/** @returns what the last load found wrong; nothing before the first */
export function readLoadMessages(folder: string): LoadMessages {
  return readCacheFile(path.join(folder, LOAD_MESSAGES), loadMessagesSchema) ?? { count: 0, listed: [] };
}
