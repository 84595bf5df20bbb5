// The site's own configuration, with a cache of its own for each build of the tests: they start from nothing, and
// leave a developer's cache alone. SITE_LANG makes it a site in another language, OG_IMAGES one with cards.
import wirecopy from 'astro-wirecopy';
import config from '../astro.config.mjs';

const { CACHE_DIR, SITE_LANG, OG_IMAGES } = process.env;

export default {
  ...config,
  cacheDir: CACHE_DIR,
  ...(SITE_LANG && {
    integrations: [
      wirecopy({
        title: 'البرقية',
        description: 'أخبار كما جاءت بها البرقيات.',
        lang: SITE_LANG,
        ogImages: Boolean(OG_IMAGES),
      }),
    ],
  }),
};
