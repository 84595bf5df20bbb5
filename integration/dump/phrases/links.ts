// What leads readers to other stories: words that stand above links, and lines that name another story themselves.

/** `Read more` in other languages: a title can stand behind them with nothing between. */
const READ_ON = [
  // German, Dutch
  'lesen sie (?:auch|dazu|hier|mehr|zudem|jetzt)|lest (?:auch|dazu|hier|mehr)|lies (?:auch|dazu|mehr)|mehr (?:dazu|zum thema|zu diesem thema|aus dem ressort)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|passend (?:dazu|zum thema)|lesetipp|lees (?:ook|meer|verder|hier)|bekijk ook|luister ook|meer over',
  // French, Spanish, Catalan, Portuguese, Italian, Romanian
  '(?:à )?(?:lire|voir|écouter|regarder) (?:aussi|également|plus)|sur le même (?:sujet|thème)|le[ea] (?:también|más|además)|leer también|ver (?:también|además)|(?:también )?(?:te|le) puede interesar|llegiu també|llegir més|leia (?:também|mais|ainda)|veja (?:também|mais|ainda)|ler (?:também|mais)|saiba mais|leggi (?:anche|pure)|(?:vedi|guarda|ascolta) anche|(?:ti )?potrebbe(?:ro)? interessar[et]i(?: anche)?|per approfondire|cite[sș]te (?:[sș]i|mai mult)|citi[tț]i [sș]i|vezi [sș]i',
  // Slavic, Baltic, Hungarian, Greek, Albanian
  'czytaj (?:więcej|także|też|również|dalej)|(?:prze)?czytaj (?:także|też|również)|zobacz (?:także|też|również|więcej)|(?:pře)?čtěte (?:také|též|více|si také)|(?:pre)?čítajte (?:aj|tiež|si aj|viac)|(?:pro)?čitajte (?:i|još|također)|pročitaj(?:te)? (?:i|još|više)|preberite (?:tudi|še|več)|(?:по )?читайте (?:также|ещё|еще|далее)|читайте (?:також|ще|і|теж)|читать (?:также|далее)|читати також|смотрите (?:также|ещё|еще)|дивіться також|материалы? по теме|(?:прочетете|вижте) (?:още|също)|lasi (?:arī|vēl)|skaitykite (?:taip pat|daugiau)|olvas(?:d|sa) el (?:ezt )?is|kapcsolódó cikk|(?:διαβάστε|δείτε) (?:επίσης|ακόμα|ακόμη|περισσότερα)|lexo(?:ni)? (?:edhe|më shumë)',
  // Nordic, Finnish, Estonian, Turkish, Indonesian, Malay, Vietnamese, Swahili, Zulu
  'les (?:også|mer)|l[æä]s (?:også|mere|mer|också|även)|(?:se|sjå) (?:også|även|också)|lue (?:myös|lisää)|katso myös|loe (?:ka|veel)|vaata ka|ayrıca oku(?:yun)?|ilginizi çekebilir|baca (?:juga|selengkapnya|lagi)|simak (?:juga|selengkapnya)|lihat juga|(?:xem|đọc) thêm|soma (?:pia|zaidi)|funda (?:olunye|nalu|futhi)',
  // Arabic, Persian, Urdu, Hebrew, India
  'اقرأ (?:أيض\\S*|المزيد)|إقرأ (?:أيض\\S*|المزيد)|شاهد أيض\\S*|بیشتر بخوانید|مزید پڑھیں|یہ بھی پڑھیں|(?:קראו?|ראו) (?:גם|עוד)|(?:यह|ये|इसे) भी पढ़ें|और पढ़ें|আর[ওো] পড়ুন',
  // East Asia
  '関連記事|関連ニュース|あわせて読みたい|合わせて読みたい|相关阅读|相关新闻|相關新聞|延伸閱讀|延伸阅读|推荐阅读|推薦閱讀|更多新[闻聞]|관련 ?(?:기사|뉴스)',
].join('|');
const READS_ON = new RegExp(`^(?:${READ_ON})(?![\\p{L}])`, 'iu');
const READ_ON_ALONE = new RegExp(`^(?:${READ_ON})\\s*(?:…|\\.{3}|[:：])?$`, 'iu');

/** Whether a line begins with `Read more` in a language other than English. */
export function beginsReadMore(text: string): boolean {
  return READS_ON.test(text);
}

/** What stands above links to other stories. */
const LEADS_TO_LINKS =
  /^(?:related|more|read|see also|recommended|trending|most|also|popular|top|don[’']t miss|you (?:may|might)|latest|leggi anche|lire aussi|à lire|leia|veja|lee|lea|mehr zum|lesen sie|lees|читайте|baca juga|اقرأ|関連|相关)(?![\p{L}]).{0,40}$/iu;
const MAX_LABEL = 44;
/** `Most read`, `Latest news`, `Recommended` in other languages. */
const LISTS = new RegExp(
  `^(?:${[
    'meist ?gelesen\\p{L}*|am beliebtesten|beliebte(?:ste)? artikel|(?:alle )?schlagzeilen|(?:neueste|aktuelle|weitere|verwandte|ähnliche) (?:artikel|nachrichten|meldungen|beiträge|videos|themen)|unsere empfehlung(?:en)?|empfehlungen der redaktion|mehr von (?:uns|\\p{Lu}\\S+)|meest (?:gelezen|bekeken)|gerelateerde? artikelen|gerelateerd|net binnen',
    'les plus (?:lus|populaires|partagés)|articles (?:liés|similaires|recommandés)|à découvrir|dans la même rubrique|nos derniers articles|(?:lo|la|las|los) más (?:leíd[oa]s?|vistos?)|más (?:leíd[oa]s?|noticias)|(?:noticias?|artículos|temas) relacionad[oa]s?|relacionad[oa]s?|te recomendamos|últimas not[ií]cias|(?:as )?mais (?:lid[oa]s|vistas)|(?:notícias|matérias|artigos) relacionad[oa]s|recomendad[oa]s?(?: para você)?|(?:i|le) più lett[ei]|articoli correlati|notizie correlate|ultime notizie|cele mai citite|articole (?:similare|recomandate)',
    'polecamy|polecane(?: artykuły)?|najczęściej czytane|najnowsze|najpopularniejsze|powiązane(?: artykuły| tematy)?|nejčtenější|související(?: články)?|doporučujeme|najčitanije|povezane vijesti|самое читаемое|самое популярное|популярное|последние новости|новости по теме|другие (?:новости|материалы)|похожие (?:новости|материалы)|рекомендуем|главные новости|новини за темою|останні новини|популярне|най-четени|legolvasottabb|kapcsolódó(?: cikkek)?|ajánl(?:juk|ott)|δημοφιλή|σχετικά άρθρα|τελευταίες ειδήσεις',
    'mest l[eä]st|mest læste|siste nytt|seneste nyt|senaste nytt|(?:relaterte|flere|anbefalte) saker|(?:relaterede|flere|anbefalede|relaterade|fler|rekommenderade) artik(?:ler|lar)|luetuimmat(?: uutiset)?|uusimmat|suosittelemme|aiheesta lisää|en çok okunan(?:lar)?|ilgili (?:haberler|içerikler)|son haberler|terpopuler|(?:berita|artikel) (?:terkait|lainnya)|rekomendasi(?: untuk anda)?|tin liên quan|bài liên quan|đọc nhiều',
    'الأكثر (?:قراءة|مشاهدة)|(?:مواضيع|أخبار|موضوعات|مقالات) ذات صلة|آخر الأخبار|قد يهمك(?: أيض\\S*)?|پربازدید\\S+|مطالب مرتبط|הנקראות ביותר|כתבות נוספות|人気記事|(?:アクセス)?ランキング|おすすめ記事|新着記事|热门(?:新闻|文章)|熱門(?:新聞|文章)|많이 ?본 (?:기사|뉴스)|(?:추천|인기|최신) ?(?:기사|뉴스)|주요 ?뉴스',
  ].join('|')})\\s*:?$`,
  'iu',
);
/** A label that ends in a colon, and leads to links by its first words. */
const MAX_LED = 80;

/** Whether the open lines below a line are links to other stories. */
export function leadsToLinks(text: string): boolean {
  if (text.length > MAX_LED) return false;
  if (beginsReadMore(text) && (/[:：]$/u.test(text) || READ_ON_ALONE.test(text))) return true;
  return (
    text.length <= MAX_LABEL &&
    ((LEADS_TO_LINKS.test(text) && !/(?<!\.\.)[.!?]$/u.test(text)) || LISTS.test(text))
  );
}

/** Whether a line says `Read more` and nothing else: one link stands below it in most pages. */
export function isReadMore(text: string): boolean {
  return READ_ON_ALONE.test(text);
}

/** `Related: …`, `Read more: …`: lines that lead to other stories, wherever they stand in a body. */
const LEADS_AWAY =
  /^[[(]?(?:related|read more|read also|also read|see also|see more|more|also|read|watch live|watch|listen|recommended|don['’]t miss|must read|most read|zum (?:artikel|beitrag|interview|podcast|thema|video)|zur (?:(?:bilder)?galerie|sendung|übersicht))(?: (?:post|article|story|stories|video|coverage|on this))?\s?[:|]\s|^(?:also |more |read more )?on \p{L}[\p{L}\d-]*\.(?:com|net|org|co\.\p{L}{2}|\p{L}{2})\b|\[(?:video|watch|photos?|gallery|audio)\]$|^more (?:from|in|on|about) \p{Lu}/iu;
/** `→ All of the series` */
const ARROW = /^(?:>>|›{2}|→|➡️?|👉|▶️?|►)\s*\p{L}/u;

/** Whether a line is led by an arrow: it points to another page, whatever stands behind it. */
export const startsWithArrow = (text: string): boolean => ARROW.test(text);

/** Whether a line names another story, and leads to it. */
export function leadsAway(text: string): boolean {
  return LEADS_AWAY.test(text) || startsWithArrow(text) || beginsReadMore(text);
}

/** Whether a line is the address of a page, and nothing else; on paper a browser counts the pages behind it. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);
const ADDRESS = /^(?:https?:\/\/|www\.)\S+(?:\s+\d{1,3}\/\d{1,3})?$/iu;
