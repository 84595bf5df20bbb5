// The stories that sitemaps list: when each changed last, and which are news.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SectionSetup } from '../config/section-config.ts';
import { createUrls } from '../config/urls.ts';
import { publishedOn } from '../stories/calendar-day.ts';
import { readSummariesInBatches } from '../stories/story-index.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { isNews, newsSitemap } from './news-sitemap.ts';

/** The stories of sections, found when a site is built. */
export class ListedStories {
  /** By address: the day of the last change, empty where it is not known. */
  readonly lastmod = new Map<string, string>();
  /** Addresses of the sitemaps for news that were written. */
  readonly news: string[] = [];
  readonly #sections: readonly SectionSetup[];
  #found: Promise<StorySummary[][]> | undefined;

  constructor(sections: readonly SectionSetup[]) {
    this.#sections = sections;
  }

  /** Finds them, unless that was done. */
  async find(): Promise<void> {
    this.#found ??= this.#find();
    await this.#found;
  }

  /**
   * Writes the sitemap for news of each section that has news.
   * @param folder of the site
   * @returns the files, relative to the folder
   */
  async writeNews(folder: string): Promise<string[]> {
    this.#found ??= this.#find();
    const files: string[] = [];
    for (const [at, news] of (await this.#found).entries()) {
      const section = this.#sections[at];
      if (!section || news.length === 0) continue;
      const { config } = section;
      const urls = createUrls(config);
      const address = urls.newsSitemap();
      const name = decodeURIComponent(address.slice(config.base.length));
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, newsSitemap(news, config));
      this.news.push(urls.absolute(address));
      files.push(name);
    }
    return files;
  }

  /** Lets go of all that was found. */
  forget(): void {
    this.#found = undefined;
    this.lastmod.clear();
    this.news.length = 0;
  }

  /** @returns the news of each section */
  async #find(): Promise<StorySummary[][]> {
    const news: StorySummary[][] = [];
    for (const section of this.#sections) news.push(await this.#findIn(section));
    return news;
  }

  async #findIn({ config, folders }: SectionSetup): Promise<StorySummary[]> {
    const urls = createUrls(config);
    const news: StorySummary[] = [];
    let newest: string | undefined;
    for await (const summaries of readSummariesInBatches(folders.storyIndex)) {
      for (const summary of summaries) {
        const published = publishedOn(summary.data);
        const url = urls.absolute(urls.story(summary.id));
        this.lastmod.set(url, published ? later(published, correctedOn(summary)) : '');
        if (!published) continue;
        newest ??= published;
        if (isNews(published, newest, news.length)) news.push(summary);
      }
    }
    return news;
  }
}

const correctedOn = ({ corrected }: StorySummary) => corrected?.correction?.date ?? '';

/** The later of two days; an empty one is before all. */
const later = (a: string, b: string) => (a > b ? a : b);
