// The site of this repository: the sample dump, or the dumps that DUMPS names, published at SITE_URL.
import { defineConfig } from 'astro/config';
import wirecopy from 'astro-wirecopy';

export default defineConfig({
  site: process.env.SITE_URL || 'https://wire.example',
  base: process.env.BASE_PATH || '/',
  integrations: [
    wirecopy({
      title: 'The Wire',
      description: 'News stories as they came over the wire, kept in the order of their days.',
      // Link previews of the newest stories show an image of their own, all others the site's.
      ogImages: 100,
    }),
  ],
});
