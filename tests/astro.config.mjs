// The site's own configuration, with a cache of its own for each build of the tests: they start from nothing, and
// leave a developer's cache alone. SITE_LANG makes it a site in another language; only OG_IMAGES makes it one with cards,
// which take a while.
import wirecopy from 'astro-wirecopy';
import config from '../astro.config.mjs';

const { CACHE_DIR, SITE_LANG, OG_IMAGES } = process.env;

const ARABIC = { title: 'البرقية', description: 'أخبار كما جاءت بها البرقيات.' };
const ENGLISH = {
  title: 'The Wire',
  description: 'News stories as they came over the wire, kept in the order of their days.',
};

export default {
  ...config,
  cacheDir: CACHE_DIR,
  integrations: [
    wirecopy({
      ...(SITE_LANG === 'ar' ? ARABIC : ENGLISH),
      lang: SITE_LANG ?? 'en',
      ogImages: Boolean(OG_IMAGES),
    }),
  ],
};
