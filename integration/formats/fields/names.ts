// The fields a record may have, and the names that programs and people give them. Data, not code: a table that a site
// adds to with the option `fields`.

/** Fields of a record, with the names they are known by, the likeliest first. Compared by letters and digits alone. */
export const FIELDS = {
  headline: [
    ...['headline', 'headlines', 'title', 'head', 'headlinetext', 'webtitle', 'articletitle', 'newstitle'],
    ...[
      'storytitle',
      'hed',
      'heading',
      'titlepage',
      'titlerss',
      'name',
      'subject',
      'betreff',
      'objet',
      'asunto',
    ],
    ...['titre', 'titel', 'schlagzeile', 'überschrift', 'título', 'titulo', 'titular', 'العنوان', 'عنوان'],
    ...['titolo', 'manchete', 'kop', 'tytuł', 'judul', 'başlık', 'baslik', 'tiêuđề', 'заголовок', 'название'],
    ...[
      'overskrift',
      'tittel',
      'otsikko',
      'titulek',
      'nadpis',
      'titulok',
      'cím',
      'titlu',
      'naslov',
      'titulli',
    ],
    ...[
      'pealkiri',
      'antraštė',
      'virsraksts',
      'τίτλος',
      'כותרת',
      'تیتر',
      'শিরোনাম',
      'หัวข้อ',
      'наслов',
      'заглавие',
    ],
    ...['标题', '標題', '题目', '題名', '題目', '見出し', 'タイトル', '제목', 'शीर्षक'],
  ],
  dek: [
    ...['alternativeheadline', 'dek', 'subtitle', 'subheadline', 'subhead', 'standfirst', 'description'],
    ...[
      'summary',
      'abstract',
      'excerpt',
      'customexcerpt',
      'shortdescription',
      'trailtext',
      'metadescription',
      'lead',
    ],
    ...['descriptiontext', 'chapeau', 'soustitre', 'untertitel', 'vorspann', 'entradilla', 'subtítulo'],
    ...['العنوان الفرعي', 'ملخص'],
    ...['sommario', 'occhiello', 'resumo', 'ringkasan', 'özet', 'tómtắt', 'аннотация', 'подзаголовок'],
    ...['ingress', 'ingressi', 'tiivistelmä', 'perex', 'manchet', 'περίληψη', 'תקציר', 'خلاصه'],
    ...['摘要', '副标题', '副標題', '要約', '요약'],
  ],
  text: [
    ...[
      'bodytext',
      'text',
      'articlebody',
      'maintext',
      'body',
      'fulltext',
      'content',
      'contenttext',
      'article',
    ],
    ...['articletext', 'cleanedtext', 'story', 'storytext', 'newstext', 'plaintext', 'rawtext', 'bodyhtml'],
    ...[
      'contents',
      'paragraphs',
      'contenthtml',
      'contentencoded',
      'articlehtml',
      'html',
      'texte',
      'corps',
      'volltext',
      'inhalt',
    ],
    ...['texto', 'cuerpo', 'contenido', 'النص', 'نص', 'المحتوى'],
    ...['testo', 'corpo', 'conteúdo', 'conteudo', 'tekst', 'treść', 'isi', 'isiberita', 'metin', 'içerik'],
    ...['icerik', 'nộidung', 'текст', 'содержание', 'текстстатьи', 'متن'],
    ...['brødtekst', 'brödtext', 'teksti', 'leipäteksti', 'szöveg', 'conținut', 'besedilo', 'përmbajtja'],
    ...['κείμενο', 'טקסט', 'תוכן', 'বিস্তারিত', 'เนื้อหา', 'съдържание', 'садржај'],
    ...['正文', '内容', '內容', '本文', '記事', '본문', '내용'],
  ],
  byline: [
    ...['byline', 'author', 'authors', 'by', 'creator', 'dccreator', 'writer', 'reporter', 'authorname'],
    ...['auteur', 'auteurs', 'par', 'autor', 'autoren', 'von', 'autora', 'autores', 'por'],
    ...['الكاتب', 'كاتب', 'بقلم', 'المؤلف'],
    ...['autore', 'penulis', 'yazar', 'tácgiả', 'автор', 'авторы', 'نویسنده'],
    ...[
      'forfatter',
      'författare',
      'kirjoittaja',
      'toimittaja',
      'szerző',
      'avtor',
      'autori',
      'autorius',
      'autors',
    ],
    ...['συντάκτης', 'συγγραφέας', 'כותב', 'מחבר', 'লেখক', 'ผู้เขียน', 'аутор'],
    ...['作者', '记者', '記者', '著者', '기자', '작성자', '기고자', 'लेखक'],
  ],
  date: [
    ...['datepublished', 'date', 'published', 'publisheddate', 'publishdate', 'datepublish', 'pubdate'],
    ...[
      'publicationdate',
      'publishedat',
      'publishedon',
      'publishtime',
      'webpublicationdate',
      'versioncreated',
    ],
    ...['firstcreated', 'firstpublished', 'datecreated', 'dctermscreated', 'dcdate', 'posted', 'postdate'],
    ...[
      'publish',
      'created',
      'createdat',
      'day',
      'publié',
      'publiéle',
      'datum',
      'veröffentlicht',
      'veröffentlichtam',
      'erschienen',
      'erschienenam',
      'erscheinungsdatum',
      'fecha',
    ],
    ...['publicado', 'التاريخ', 'تاريخ', 'تاريخ النشر', 'نشر', 'تاریخ', 'تاریخ انتشار'],
    ...['publicadoem', 'datapublicacao', 'datadepublicação', 'datadipubblicazione', 'datapublikacji'],
    ...['publicatiedatum', 'tanggal', 'tarih', 'ngày', 'ngàyđăng', 'дата', 'датапубликации'],
    ...[
      'dato',
      'udgivet',
      'publisert',
      'publicerad',
      'päivämäärä',
      'pvm',
      'julkaistu',
      'dátum',
      'datë',
      'kuupäev',
    ],
    ...[
      'datums',
      'ημερομηνία',
      'תאריך',
      'তারিখ',
      'วันที่',
      'датум',
      'публикувано',
      'опубликовано',
      'опубліковано',
    ],
    ...[
      '日期',
      '时间',
      '發布時間',
      '发布时间',
      '发布日期',
      '日付',
      '掲載日',
      '公開日',
      '일자',
      '날짜',
      'दिनांक',
    ],
  ],
  section: [
    ...['articlesection', 'section', 'sectionname', 'category', 'categories', 'rubric', 'desk', 'channel'],
    ...['rubrique', 'ressort', 'rubrik', 'sección', 'seccion', 'القسم', 'قسم', 'بخش', 'bölüm'],
    ...['seção', 'editoria', 'sezione', 'rubriek', 'dział', 'kategori', 'chuyênmục', 'рубрика', 'раздел'],
    ...['栏目', '欄目', '分类', '分類', '类别', 'カテゴリ', 'カテゴリー', '분야', '분류', '섹션'],
  ],
  url: [
    ...['url', 'link', 'weburl', 'canonicalurl', 'permalink', 'sourceurl', 'articleurl', 'uri', 'guid'],
    ...['mainentityofpage', 'الرابط', 'رابط'],
    ...['ссылка', '链接', '連結', '网址', '링크'],
  ],
  publication: [
    ...[
      'publication',
      'publicationtitle',
      'newspaper',
      'paper',
      'source',
      'sourcename',
      'publisher',
      'outlet',
    ],
    ...['sitename', 'sourcedomain', 'domain', 'hostname', 'sourcehostname', 'journal', 'quelle', 'zeitung'],
    ...['fuente', 'periódico', 'المصدر', 'مصدر', 'الصحيفة'],
    ...['fonte', 'bron', 'źródło', 'sumber', 'kaynak', 'nguồn', 'источник', 'منبع'],
    ...['来源', '來源', '媒体', '出典', '媒体名', '언론사', '출처', 'स्रोत'],
  ],
  rights: [
    ...['copyrightholder', 'copyrightnotice', 'copyright', 'rights', 'usageterms', 'license', 'licence'],
    ...['dcrights', 'droits', 'urheber', 'derechos', 'الحقوق'],
  ],
  keywords: [
    ...['keywords', 'tags', 'keyword', 'metakeywords', 'newskeywords', 'subjects', 'topics', 'motsclés'],
    ...[
      'schlagworte',
      'schlagwörter',
      'stichwörter',
      'palabrasclave',
      'etiquetas',
      'الكلمات المفتاحية',
      'الوسوم',
    ],
    ...['parolechiave', 'palavraschave', 'trefwoorden', 'katakunci', 'từkhóa', 'ключевыеслова', 'теги'],
    ...['关键词', '關鍵詞', '标签', 'キーワード', '키워드'],
  ],
  slug: ['slug', 'slugline', 'postname'],
  page: ['page', 'editionpage', 'printpage', 'seite', 'página', 'الصفحة'],
  language: [
    ...['inlanguage', 'language', 'lang', 'metalang', 'dclanguage', 'langue', 'sprache', 'idioma', 'اللغة'],
  ],
  place: ['dateline', 'located', 'locationcreated', 'place', 'ort', 'lieu', 'lugar', 'المكان'],
  agency: ['agency', 'newsagency', 'wireservice', 'agence', 'agentur', 'agencia', 'الوكالة'],
  caption: ['caption', 'captions', 'imagecaption', 'photocaption', 'legend', 'bildunterschrift', 'légende'],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS).filter((name): name is FieldName => name in FIELDS);

/** A name without what programs write differently: case, spaces, underscores, a prefix of a vocabulary. */
function bareName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:og|article|schema|news)[:.]/u, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

interface Meaning {
  field: FieldName;
  /** The smaller, the likelier. */
  rank: number;
}

const KNOWN = new Map<string, Meaning>();
for (const field of FIELD_NAMES) {
  FIELDS[field].forEach((name, rank) => {
    KNOWN.set(bareName(name), { field, rank });
  });
}
/** Programs write names of columns in ASCII: `paivamaara`, `titulo`. */
for (const [name, meaning] of [...KNOWN]) {
  const plain = name
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l');
  if (/^[a-z]+$/u.test(plain) && !KNOWN.has(plain)) KNOWN.set(plain, meaning);
}
const MAX_REMEMBERED = 1000;
/** What tables of programs put before a name, and behind it: `post_title`, `article_heading`, `published_dt`. */
const PREFIX = /^(?:post|article|story|news|entry|item|doc|document)(?=\p{L})/u;
const SUFFIX = /(?<=\p{L})(?:raw|html|rendered)$/u;
/** Of two tables that were merged, both with a `title`: `title_x`, `title_y`; of two columns of one name, `title.1`. */
const MERGED = /(?<=\p{L})(?:_[xy]|\.\d)$/u;
/** Behind the name of a day: a `publication_dt` is no publication. */
const DAY_SUFFIX = /(?<=\p{L})(?:dt|datetime|gmt|utc)$/u;
/** How much less likely a name is that is known without them alone. */
const PENALTY = 100;

/** @returns what a name means by the table, itself or without what programs put around it */
function known(name: string): Meaning | undefined {
  const bare = bareName(name);
  const meaning = KNOWN.get(bare);
  if (meaning) return meaning;
  const merged = name.replace(MERGED, '');
  if (merged !== name) {
    const own = known(merged);
    return own && { ...own, rank: own.rank + PENALTY };
  }
  const short = bare.replace(PREFIX, '');
  const inner = KNOWN.get(short) ?? KNOWN.get(short.replace(SUFFIX, '')) ?? knownDay(short);
  return inner && { ...inner, rank: inner.rank + PENALTY };
}

function knownDay(name: string): Meaning | undefined {
  const stem = name.replace(DAY_SUFFIX, '');
  const named = [`${stem}date`, stem].map((each) => KNOWN.get(each));
  return stem === name ? undefined : named.find((meaning) => meaning?.field === 'date');
}

/** Tells what field a name means, by the table and by a site's own names. */
export class FieldNames {
  /** Names that the site gives, as they stand in its records. */
  readonly own: Partial<Record<FieldName, string>>;
  readonly #byName = new Map<string, Meaning | undefined>();
  readonly #isTaken: ReadonlySet<string>;

  constructor(own: Partial<Record<FieldName, string>> = {}) {
    this.own = own;
    this.#isTaken = new Set(Object.keys(own));
  }

  meaning(name: string): Meaning | undefined {
    const before = this.#byName.get(name);
    if (before || this.#byName.has(name)) return before;
    const meaning = this.#find(name);
    // Records may have a name each.
    if (this.#byName.size < MAX_REMEMBERED) this.#byName.set(name, meaning);
    return meaning;
  }

  #find(name: string): Meaning | undefined {
    for (const field of FIELD_NAMES) if (this.own[field] === name) return { field, rank: -1 };
    const meaning = known(name);
    return meaning && !this.#isTaken.has(meaning.field) ? meaning : undefined;
  }
}
