// What the cache knows of a dump besides the records of its stories: what the dump was when it was read, every message
// about it, and where reading can go on if it grows.
import { z } from 'astro/zod';
import { FAINT_FEATURES } from '../dump/heads/scoring.ts';
import type { SavedDialect } from '../dump/index.ts';
import { MESSAGES, type MessageCode } from '../dump/messages.ts';
import { DAY_SIDES } from '../dump/phrases/dated-headlines.ts';
import { LINE_CLASSES } from '../dump/types.ts';
import { readCacheFile } from '../files/cache-file.ts';
import { digestFile } from '../files/file-digest.ts';
import { FORMATS } from '../formats/format.ts';

const count = z.int().min(0);
const ledgerSchema = z.record(z.enum(LINE_CLASSES), count);
const messageSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.custom<MessageCode>((code) => typeof code === 'string' && code in MESSAGES),
  line: count,
  column: count,
  text: z.string(),
});

const spreadSchema = z.object({ middle: z.number(), spread: z.number() });
/** Each trait has to be here: one that is left out is lost, and what a dump has grown by is read otherwise. */
const dialectShape = {
  gap: count,
  heads: z.enum(['marked', 'plain', 'unknown']),
  deks: z.boolean().optional(),
  isClear: z.boolean().optional(),
  isTidy: z.boolean().optional(),
  daySide: z.enum(DAY_SIDES).optional(),
  dresses: z.array(z.string()).optional(),
  partingDress: z.string().optional(),
  isSetOff: z.boolean().optional(),
  sections: z.array(z.string()).optional(),
  partingLabels: z.array(z.string()).optional(),
  footers: z.array(z.string()).optional(),
  isSignedBelow: z.boolean().optional(),
  wholeTexts: z.enum(['strictly', 'mostly']).optional(),
  collapsed: z.boolean().optional(),
  faint: z.enum(FAINT_FEATURES).optional(),
  rules: z.array(z.string()).optional(),
  shape: z
    .object({
      capitals: spreadSchema,
      length: spreadSchema,
      weights: z.array(z.tuple([z.string(), count])),
      doubt: z.number(),
      mark: z.string().optional(),
    })
    .optional(),
  escaped: z.boolean().optional(),
  firstLine: z.string().optional(),
  speakers: z.array(z.string()).optional(),
  furniture: z.array(z.string()),
} satisfies Record<keyof SavedDialect, z.ZodType>;
const stateSchema = z.object({
  /** The version of the cache that it is part of. */
  version: z.string(),
  /** Bytes of the dump. */
  size: count,
  /** SHA-256 of the dump. */
  digest: z.string(),
  format: z.union([
    z.object({ name: z.literal('refused'), because: z.string() }),
    z.object({
      name: z.enum(FORMATS),
      because: z.string(),
      separator: z.enum([',', ';', '\t', '|']).optional(),
      width: count.optional(),
      isDoubled: z.literal(true).optional(),
      isRagged: z.literal(true).optional(),
    }),
  ]),
  lines: count,
  ledger: ledgerSchema,
  messages: z.array(messageSchema),
  stories: count,
  /** SHA-256 of the file of records. */
  records: z.string(),
  /** Of a format whose stories are found by how they look. */
  dialect: z.object(dialectShape).optional(),
  checkpoint: z.object({ offset: count, line: count, gap: count, ledger: ledgerSchema }).optional(),
});

export type DumpState = z.infer<typeof stateSchema>;

/**
 * @param records path of the dump's file of records
 * @returns what is known of the dump; nothing where it is not cached
 */
export function readDumpState(records: string): DumpState | undefined {
  return readCacheFile(stateFile(records), stateSchema);
}

/** @returns the same, where it is of this version and the file of records is as it was written */
export async function readCurrentState(records: string, version: string): Promise<DumpState | undefined> {
  const state = readDumpState(records);
  if (state?.version !== version) return undefined;
  const found = await digestFile(records).catch(() => undefined);
  return found?.digest === state.records ? state : undefined;
}

/** Path of the state that belongs to a file of records. */
export function stateFile(records: string): string {
  return records.replace(/\.jsonl$/u, '.json');
}
