// What the integration hands to templates at build time.
declare module 'virtual:wirecopy/sections' {
  const sections: readonly import('./facts.ts').SectionSetup[];
  export default sections;
  /** First parts of paths that say in which language a page is. */
  export const locales: readonly string[];
}

declare module 'virtual:wirecopy/pictures' {
  /** By path from the project's root. */
  const pictures: Readonly<Record<string, import('astro').ImageMetadata>>;
  export default pictures;
}

declare module 'virtual:wirecopy/world' {
  /** Two letters of ISO 3166-1 for each country, by its common English name. */
  export const codes: Readonly<Record<string, string>>;
  export const world: import('./pages/world.ts').WorldMap;
}
