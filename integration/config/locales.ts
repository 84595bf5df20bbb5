// A section in a site that has addresses for each of its languages: Astro answers 404 to pages whose address has no
// locale where it wants one, or has one where it does not, and a section can't be published there.
import type { AstroConfig } from 'astro';

/**
 * @param base path of the section, `/` or `/news`
 * @throws Error where Astro's `i18n` leaves no page of a section at its addresses
 */
export function checkLocales(base: string, { i18n }: Pick<AstroConfig, 'i18n'>): void {
  // With domains, the addresses of a locale are a matter of the host.
  if (!i18n || i18n.routing === 'manual' || i18n.domains) return;
  const segments = base.split('/').filter(Boolean);
  const names = i18n.locales.map((locale) => (typeof locale === 'string' ? locale : locale.path));
  const has = (name: string) => segments.some((segment) => plain(segment) === plain(name));
  if (i18n.routing.prefixDefaultLocale && !names.some(has)) {
    throw new Error(
      `wirecopy({ base: '${base}' }) would publish no page: i18n.routing.prefixDefaultLocale in astro.config.mjs has ` +
        `Astro answer 404 to every address without a locale. Put the section below one: ` +
        `base: '/${[i18n.defaultLocale, ...segments].join('/')}'.`,
    );
  }
  if (!i18n.routing.prefixDefaultLocale && has(i18n.defaultLocale)) {
    const rest = segments.filter((segment) => plain(segment) !== plain(i18n.defaultLocale));
    throw new Error(
      `wirecopy({ base: '${base}' }) would publish no page: the default locale of i18n in astro.config.mjs is ` +
        `'${i18n.defaultLocale}', and Astro answers 404 to addresses that have it. Leave it out: base: '/${rest.join('/')}'.`,
    );
  }
}

/** As Astro compares locales. */
function plain(locale: string): string {
  return locale.replaceAll('_', '-').toLowerCase();
}
