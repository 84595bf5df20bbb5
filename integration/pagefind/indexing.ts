// Makes the indexes that readers search: a Pagefind bundle a language, fed with stories from memory, which takes
// less than half as long as having it read pages. Equal stories make equal files.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CustomRecord, PagefindIndex } from 'pagefind';

/** Records on their way to Pagefind's process at once. */
const UNDER_WAY = 64;
/** Parts of a bundle that only Pagefind's own pages use. */
const UNUSED = ['ui', 'modular-ui', 'component-ui', 'highlight'].flatMap((part) => [
  `pagefind-${part}.js`,
  `pagefind-${part}.css`,
]);

/**
 * Writes one index.
 * @param folder to be written into
 * @throws Error where Pagefind can't run on this machine, or can't do what it is asked
 */
export async function writeIndex(
  records: AsyncIterable<CustomRecord> | Iterable<CustomRecord>,
  folder: string,
): Promise<void> {
  // Loaded only here: it is of no use to a site without search.
  const { createIndex } = await import('pagefind');
  const { errors, index } = await createIndex();
  if (!index) throw failed(errors);
  await addAll(index, records);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw failed(written.errors);
  await index.deleteIndex();
  await Promise.all(UNUSED.map((name) => rm(path.join(folder, name), { force: true })));
}

/** Ends Pagefind's process. */
export async function endIndexing(): Promise<void> {
  const { close } = await import('pagefind');
  await close();
}

async function addAll(
  index: PagefindIndex,
  records: AsyncIterable<CustomRecord> | Iterable<CustomRecord>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  const add = async (record: CustomRecord) => {
    const { errors } = await index.addCustomRecord(record);
    if (errors.length > 0) throw failed(errors);
  };
  for await (const record of records) {
    underWay.push(add(record));
    if (underWay.length >= UNDER_WAY) await underWay.shift();
  }
  await Promise.all(underWay);
}

function failed(errors: readonly string[]): Error {
  return new Error(`Pagefind could not make the search index: ${errors.join('; ') || 'it did not say why'}`);
}
