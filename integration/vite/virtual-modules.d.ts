// What the integration hands to templates at build time.
declare module 'virtual:wirecopy/sections' {
  const sections: readonly import('../config/section-config.ts').SectionSetup[];
  export default sections;
  /** First parts of paths that say in which language a page is. */
  export const locales: readonly string[];
  /** Whether it is `astro dev`, and no build. */
  export const isDev: boolean;
}

declare module 'virtual:wirecopy/framing' {
  /**
   * Whether all pages of the package are of its own templates alone, and go out as these make them: then what differs between
   * pages of one kind is known.
   */
  export const isFramed: boolean;
}

declare module 'virtual:wirecopy/pictures' {
  /** By path from the project's root. */
  const pictures: Readonly<Record<string, import('astro').ImageMetadata>>;
  export default pictures;
}

declare module 'virtual:wirecopy/world' {
  /** Two letters of ISO 3166-1 for each country, by its common English name. */
  export const codes: Readonly<Record<string, string>>;
  /** The map of the world. */
  export const world: import('../pages/world-map.ts').WorldMap;
}

declare module 'virtual:wirecopy/font-files' {
  /** Addresses of the fonts that text in a language is set in, by its BCP 47 tag; none where the site has none. */
  export default function fonts(lang: string): readonly string[];
}

declare module 'virtual:wirecopy/fonts' {}

declare module 'virtual:wirecopy/page' {
  const Page: (props: import('../pages/layout-props.ts').PageProps) => unknown;
  export default Page;
}

declare module 'virtual:wirecopy/layout' {
  /** The project's own. */
  const Layout: (props: import('../pages/layout-props.ts').WirecopyLayoutProps) => unknown;
  export default Layout;
}

declare module 'virtual:wirecopy/components/ListPages' {
  const ListPages: import('../pages/component-props.ts').Component<'ListPages'>;
  export default ListPages;
}

declare module 'virtual:wirecopy/components/Notice' {
  const Notice: import('../pages/component-props.ts').Component<'Notice'>;
  export default Notice;
}

declare module 'virtual:wirecopy/components/Photos' {
  const Photos: import('../pages/component-props.ts').Component<'Photos'>;
  export default Photos;
}

declare module 'virtual:wirecopy/components/StoryBody' {
  const StoryBody: import('../pages/component-props.ts').Component<'StoryBody'>;
  export default StoryBody;
}

declare module 'virtual:wirecopy/components/StoryDate' {
  const StoryDate: import('../pages/component-props.ts').Component<'StoryDate'>;
  export default StoryDate;
}

declare module 'virtual:wirecopy/components/StoryList' {
  const StoryList: import('../pages/component-props.ts').Component<'StoryList'>;
  export default StoryList;
}

declare module 'virtual:wirecopy/components/Teaser' {
  const Teaser: import('../pages/component-props.ts').Component<'Teaser'>;
  export default Teaser;
}

declare module 'virtual:wirecopy/components/Trail' {
  const Trail: import('../pages/component-props.ts').Component<'Trail'>;
  export default Trail;
}
