// The paths of the pages of stories: what each page is made from, and the key that says whether that changed. There may be
// a hundred thousand, of which a build makes few: what a page is made from is found when it is asked for.
import { placeSlug } from '../config/urls.ts';
import { calendarDay } from '../stories/calendar-day.ts';
import type { StorySummary } from '../stories/story-summary.ts';
import { keyDigest } from '../utils/key-digest.ts';
import { authorsOf } from './authors.ts';
import { relatedTo, type StoryArchive } from './story-archive.ts';

/** What of a story has a page of its own, each by its slug: it depends on other stories. */
export interface StoryLinks {
  /** That of its section. */
  section?: string | undefined;
  /** That of the agency that filed it. */
  agency?: string | undefined;
  /** Who wrote it; one without a slug has no page. */
  authors?: { name: string; slug: string | undefined }[];
  /** Whether its day has a page. */
  day?: boolean;
}

/** What the page of a story is made from. */
export interface StoryProps {
  /** The story. */
  summary: StorySummary;
  /** The story before it, in the order of the site. */
  previous?: StorySummary;
  /** The one after it. */
  next?: StorySummary;
  /** Stories that it leads on to, the best first. */
  others: StorySummary[];
  /** What of it has a page. */
  links: StoryLinks;
}

/** What decides on the pages of stories beside the stories. */
export interface StoryPathsContext {
  /** Kinds of pages that the section has. */
  pages: Readonly<Record<'sections' | 'agencies' | 'authors' | 'archive', boolean>>;
  /** How many stories, the newest, may have an image of their own. */
  newestWithImage: number;
  /** Whether Astro makes a picture for a page, which has no key then. */
  hasPicture(id: string): boolean;
  /** The address of a story's image, where it has one. */
  imageOf(summary: StorySummary): string | undefined;
}

/** The path of a story's page, as Astro takes it. */
export interface StoryPath {
  readonly params: { id: string };
  readonly props: StoryProps;
  readonly cacheKey: string | undefined;
}

/** Paths of the pages of all stories. */
export class StoryPaths {
  readonly #archive: StoryArchive;
  readonly #context: StoryPathsContext;
  #daysWithPage: ReadonlySet<string> | undefined;

  constructor(archive: StoryArchive, context: StoryPathsContext) {
    this.#archive = archive;
    this.#context = context;
  }

  /** Every path, in the order of the site. */
  all(): StoryPath[] {
    return this.#archive.stories.map((_, at) => new Path(this, at));
  }

  /** Ids of all stories, in the order of the site. */
  *names(): Generator<string> {
    for (const { id } of this.#archive.stories) yield id;
  }

  /** @returns the path of the story with an id, if there is one */
  find(id: string): StoryPath | undefined {
    const at = this.#archive.newerThan(id);
    return at < this.#archive.stories.length ? new Path(this, at) : undefined;
  }

  /** The story at a position of the site. */
  at(position: number): StorySummary {
    const summary = this.#archive.stories[position];
    if (!summary) throw new Error(`There is no story ${position}.`);
    return summary;
  }

  propsOf(position: number): StoryProps {
    const summary = this.at(position);
    return {
      summary,
      ...this.#archive.neighbours(summary.id),
      others: relatedTo(this.#archive.stories, position),
      links: this.#linksOf(summary),
    };
  }

  /** Equal as long as all that the page shows is; nothing where Astro has to make it in any case. */
  keyOf(position: number): string | undefined {
    const { hasPicture, imageOf, newestWithImage } = this.#context;
    const { stories } = this.#archive;
    const summary = this.at(position);
    if (hasPicture(summary.id)) return undefined;
    let key = `${summary.key} ${stories[position - 1]?.key ?? ''} ${stories[position + 1]?.key ?? ''}`;
    for (const other of relatedTo(stories, position)) key += ` ${other.key}`;
    const image = position < newestWithImage ? imageOf(summary) : undefined;
    // Whole keys would be kept until all are compared: ten megabytes of a hundred thousand.
    const all = `${key} ${JSON.stringify(this.#linksOf(summary))} ${image ?? ''}`;
    return keyDigest(all);
  }

  #linksOf({ data: { section, byline, agency, date } }: StorySummary): StoryLinks {
    const { sections, agencies, authors } = this.#archive;
    const { pages } = this.#context;
    const links: StoryLinks = {};
    if (pages.sections && section) links.section = withPage(sections, section);
    if (pages.agencies && agency) links.agency = withPage(agencies, agency);
    if (pages.authors && byline)
      links.authors = authorsOf(byline, agency).map((name) => ({ name, slug: withPage(authors, name) }));
    if (pages.archive && date && this.#hasDayPage(date)) links.day = true;
    return links;
  }

  #hasDayPage(date: Date): boolean {
    this.#daysWithPage ??= daysWithPage(this.#archive);
    return this.#daysWithPage.has(calendarDay(date));
  }
}

/** A class, so that paths share what they are asked by: Astro may keep one a story, in each thread. */
class Path implements StoryPath {
  readonly params: { id: string };
  readonly #paths: StoryPaths;
  readonly #position: number;

  constructor(paths: StoryPaths, position: number) {
    this.params = { id: paths.at(position).id };
    this.#paths = paths;
    this.#position = position;
  }

  get props(): StoryProps {
    return this.#paths.propsOf(this.#position);
  }

  get cacheKey(): string | undefined {
    return this.#paths.keyOf(this.#position);
  }
}

/** @returns the slug of a name, where it has a page */
function withPage(topics: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const slug = placeSlug(name);
  return topics.has(slug) ? slug : undefined;
}

function daysWithPage({ years, days }: StoryArchive): Set<string> {
  const found = new Set<string>();
  for (const month of years.flatMap(({ months }) => months))
    for (const { day, hasPage } of days(month)) if (hasPage) found.add(`${month.year}-${month.month}-${day}`);
  return found;
}
