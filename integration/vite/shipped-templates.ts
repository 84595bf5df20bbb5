// The templates of a story's page as the package ships them, by their digests. What a build knows of the pages that they make
// it knows of these; who edits one of them gets pages that Astro makes, and waits longer.
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the package's templates are. */
export const TEMPLATES = fileURLToPath(new URL('../../src/', import.meta.url));

const DIGEST_LENGTH = 16;

/** Beginnings of digests, by files. A test says what they are to be once a template was changed. */
export const SHIPPED: Readonly<Record<string, string>> = {
  'components/Notice.astro': '5f387f3a963d01a7',
  'components/Photos.astro': '4ac830dfc4bf3a88',
  'components/StoryBody.astro': 'e0680d797d0b902c',
  'components/StoryDate.astro': '7c12d00cc8f84892',
  'components/StoryList.astro': '5e29474edcd10a55',
  'layouts/Page.astro': '2ef60cc3d2f41a27',
  'pages/stories/[id].astro': '858cbccd51cc3682',
};

/** Whether none of them was edited. */
export function areAsShipped(): boolean {
  return Object.entries(SHIPPED).every(([file, digest]) => templateDigest(file) === digest);
}

/**
 * @param file relative to the package's templates
 * @returns the beginning of its digest, whatever its lines end with; nothing where it is not there
 */
export function templateDigest(file: string): string | undefined {
  const full = path.join(TEMPLATES, file);
  if (!existsSync(full)) return undefined;
  const text = readFileSync(full, 'utf8').replaceAll('\r\n', '\n');
  return hash('sha256', text, 'hex').slice(0, DIGEST_LENGTH);
}
