// Comparing by the rules of a language with collators that are kept. @astrojs/sitemap sorts addresses by `localeCompare`
// with options, for which Node makes a collator anew at each comparison: twenty times the time that comparing takes.
//
// Beyond the interface: while something runs, `localeCompare` of every string is another function, which gives the same
// numbers.
type LocaleCompare = typeof String.prototype.localeCompare;

/** Does something that compares many strings. */
export async function withKeptCollators(run: () => unknown): Promise<void> {
  const before: LocaleCompare = String.prototype.localeCompare;
  String.prototype.localeCompare = keptCompare(before);
  try {
    await run();
  } finally {
    String.prototype.localeCompare = before;
  }
}

function keptCompare(before: LocaleCompare): LocaleCompare {
  const collators = new Map<string, Intl.Collator>();
  return function localeCompare(
    this: string,
    that: string,
    locales?: Intl.LocalesArgument,
    options?: Intl.CollatorOptions,
  ) {
    if (options === undefined) return before.call(this, that, locales);
    const key = JSON.stringify([locales, options]);
    let collator = collators.get(key);
    if (!collator) {
      collator = new Intl.Collator(locales, options);
      collators.set(key, collator);
    }
    return collator.compare(String(this), String(that));
  };
}
