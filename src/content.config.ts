// Where the stories come from.

// Where astro:content has it from. That module brings all that renders as well, which each build would make out anew.
import { defineCollection } from 'astro/content/config';
import { dumpLoader } from 'astro-wirecopy/loader';

const stories = defineCollection({
  // The site's pages are made from the index of stories; entries would only cost time and memory.
  loader: dumpLoader({
    entries: false,
    // A comma between braces, as in *.{txt,csv}, is part of a glob.
    dumps: (process.env.DUMPS || 'src/dumps/**/*.txt')
      .split(/\s*,\s*(?![^{]*\})/u)
      .map((glob) => glob.trim()),
  }),
});

export const collections = { stories };
