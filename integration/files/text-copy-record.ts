// What is noted beside the copy of a dump's text.
import { z } from 'astro/zod';

export const recordSchema = z.object({
  /** Digest of the dump. */
  dump: z.string(),
  /** Digest of the copy. */
  copy: z.string(),
});
