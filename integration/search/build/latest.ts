// Which index of a folder is the newest: a file of one line, by which pages that were made before find it.
import { LATEST } from '../format/layout.ts';
import type { WriteFile } from './terms-writer.ts';

/** Says which manifest is the newest. */
export async function writeLatest(digest: string, { write }: { write: WriteFile }): Promise<void> {
  await write(LATEST, new TextEncoder().encode(`${JSON.stringify({ digest })}\n`));
}
