// The site's own configuration, with a cache of its own for each build of the tests: they start from nothing, and
// leave a developer's cache alone. SITE_LANG makes it a site in another language; OG_IMAGES says how many stories have
// cards, which take most of the time that a small site takes.
import wirecopy from 'astro-wirecopy';
import config from '../astro.config.mjs';

const { CACHE_DIR, SITE_LANG, OG_IMAGES } = process.env;
const TEXTS = {
  en: { title: 'The Wire', description: 'News stories as they came over the wire.' },
  ar: { title: 'البرقية', description: 'أخبار كما جاءت بها البرقيات.' },
};

export default {
  ...config,
  cacheDir: CACHE_DIR,
  ...(OG_IMAGES && {
    integrations: [
      wirecopy({ ...TEXTS[SITE_LANG ?? 'en'], lang: SITE_LANG ?? 'en', ogImages: Number(OG_IMAGES) }),
    ],
  }),
};
