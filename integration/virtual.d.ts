// What the integration hands to templates at build time.
declare module 'virtual:wirecopy/facts' {
  const facts: import('./facts.ts').SiteFacts;
  export default facts;
  /** Where on this machine the project and its catalogue are. */
  export const project: import('./facts.ts').ProjectFolders;
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
