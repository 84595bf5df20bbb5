// The props of the layout around a page: of the package's own, and of a project's.
/** A picture for link previews. */
export interface LinkPreview {
  /** With its host. */
  url: string;
  /** In pixels. */
  width: number;
  /** In pixels. */
  height: number;
  /** What it says, for those who can't see it. */
  alt: string;
}

/** What a page tells its layout. */
export interface PageProps {
  /** What the page is about; the front page has none but the section's own title. */
  title?: string;
  /** The section's where left out. */
  description?: string;
  /** Path of the page; left out where the page has no address of its own. */
  path?: string;
  /** Whether it is the front page, whose heading is the section's title. */
  front?: boolean;
  /** BCP 47 tag of the language of what the page is about, where it may be another than the interface's. */
  contentLang?: string;
  /** Shown beside links to the page; the section's card where left out. */
  preview?: LinkPreview | undefined;
}

/**
 * Props of a layout of the project's own, for `wirecopy({ layout })`. Besides these it gets the page as its default
 * slot, without `<main>`, and as its slot `head` what belongs into the page's `<head>`.
 */
export interface WirecopyLayoutProps {
  /** For `<title>`: what the page is about, a bar, and the section's title. */
  title: string;
  /** For `<meta name="description">`, in one or two sentences. */
  description: string;
  /** BCP 47 tag, for `<html lang>`. */
  lang: string;
  /** For `<html dir>`. */
  dir: 'ltr' | 'rtl';
  /** Path of the page, with Astro's `base`, percent-encoded; absent on the page for what is not found. */
  path?: string | undefined;
  /** The same with the host. The slot `head` says it already. */
  canonical?: string | undefined;
  /** Path of the section's front page, with Astro's `base`: which section the page is of. */
  section: string;
}
