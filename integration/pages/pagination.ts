// How a long list is cut into pages: in hundreds from its oldest end, so that a full page keeps its stories for
// good and a new story changes only the end of the list.

/** Stories on a page of a list. */
export const PAGE_SIZE = 100;
/** Stories that a year's page shows of a month, before the link to all of them. */
export const MONTH_PREVIEW = 5;

/** One page of a list. */
export interface ListPage<T> {
  /** What the page shows, in the list's order. */
  items: T[];
  /** Number of the page, 1 for the oldest; absent on the list's own address, which shows its newest stories. */
  number?: number;
  /** Number of the page with what is older. */
  older?: number;
  /** Where what is newer stands: a page's number, or the list's own address. */
  newer?: number | 'list';
  /** Number of the newest numbered page; absent where the list is one page. */
  total?: number;
}

/**
 * Cuts a list into pages, the one for the list's own address first. A list of up to a hundred is one page.
 *
 * The list's own page always shows the newest hundred, so it is never nearly empty; the first page after it may
 * repeat some of them.
 * @param newest which end of the list new stories come to
 */
export function paginate<T>(list: readonly T[], newest: 'first' | 'last'): ListPage<T>[] {
  if (list.length <= PAGE_SIZE) return [{ items: [...list] }];
  const slice = (start: number, end: number) =>
    newest === 'last' ? list.slice(start, end) : list.slice(list.length - end, list.length - start);
  const last = Math.ceil(list.length / PAGE_SIZE);
  const pages: ListPage<T>[] = [
    {
      items: slice(list.length - PAGE_SIZE, list.length),
      older: Math.ceil((list.length - PAGE_SIZE) / PAGE_SIZE),
      total: last,
    },
  ];
  for (let number = 1; number <= last; number++) {
    pages.push({
      items: slice((number - 1) * PAGE_SIZE, Math.min(number * PAGE_SIZE, list.length)),
      number,
      ...(number > 1 && { older: number - 1 }),
      newer: number < last ? number + 1 : 'list',
      total: last,
    });
  }
  return pages;
}
