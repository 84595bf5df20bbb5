// A site that can be searched, without a build: the search page of a built one, an index made of stories as a build
// makes it, and a page for each story.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type TestStory } from '../unit/search/archive.ts';

/** Publishes stories in a folder that a built site was copied to: whatever was searched there is replaced. */
export async function publishSearch(folder: string, stories: readonly TestStory[]): Promise<void> {
  const { files, digest } = await build(stories);
  const page = path.join(folder, 'search/index.html');
  const html = await readFile(page, 'utf8');
  await rm(path.join(folder, 'search'), { recursive: true });
  await write(page, html.replace(/data-digest="[^"]*"/u, `data-digest="${digest}"`));
  for (const [name, bytes] of files) await write(path.join(folder, 'search', name), bytes);
  for (const { id, headline = '', text = [], lang = 'en' } of stories) {
    const body = [`<h1>${headline}</h1>`, ...text.map((each) => `<p>${each}</p>`)].join('');
    const told = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${headline}</title>`;
    await write(
      path.join(folder, 'stories', id, 'index.html'),
      `${told}<main><article lang="${lang}">${body}</article></main></html>`,
    );
  }
}

/** Copies a built site. */
export async function copySite(from: string, to: string): Promise<string> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  return to;
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
