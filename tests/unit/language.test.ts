// The language of a story, and the direction of its script.
import { describe, expect, test } from 'vitest';
import { dumpLoader } from '../../integration/loader.ts';
import { detectLanguage, LanguageDetector } from '../../integration/stories/language.ts';
import { canonicalTag, directionOf } from '../../integration/utils/language-tag.ts';

describe('a story is told to be in', () => {
  test.each([
    ['ar', 'افتتحت البلدية سوقاً جديدة للسمك على الرصيف القديم، وقال الباعة إنهم ينتظرون الزبائن'],
    ['fa', 'شهرداری بازار تازه‌ای برای ماهی‌فروشان در کنار اسکله گشود و گفت که کار ادامه دارد'],
    ['ur', 'بلدیہ نے پرانے گھاٹ پر مچھلی کی نئی منڈی کھول دی اور دکانداروں نے کہا کہ وہ خوش ہیں'],
    ['ps', 'ښاروالۍ د زاړه بندر ترڅنګ د کبانو نوی بازار پرانیست'],
    ['ckb', 'شارەوانی بازاڕێکی نوێی ماسی لە کەناری کۆن کردەوە'],
    ['ug', 'شەھەرلىك ھۆكۈمەت يېڭى بېلىق بازىرىنى ئاچتى'],
    ['he', 'העירייה פתחה שוק דגים חדש על המזח הישן'],
    ['tr', 'Belediye eski iskelede yeni bir balık pazarı açtı ve satıcılar müşteri beklediklerini söyledi'],
    ['az', 'Bələdiyyə köhnə körpüdə yeni balıq bazarı açdı və satıcılar bu gün işə başladı'],
    [
      'fr',
      'La mairie a ouvert une halle aux poissons sur le vieux quai, et les marchands attendent les clients',
    ],
    [
      'en',
      'The town has opened a new fish market on the old quay, and its traders are waiting for customers',
    ],
    ['de', 'Die Stadt hat am alten Kai eine neue Fischhalle eröffnet, und die Händler warten auf Kundschaft'],
    ['es', 'El ayuntamiento abrió una lonja nueva en el viejo muelle y los vendedores esperan clientes'],
    [
      'ca',
      'L’ajuntament ha obert una llotja nova al moll vell i els venedors esperen els clients amb paciència',
    ],
    ['pt', 'A câmara abriu uma lota nova no velho cais e os vendedores não escondem a pressa'],
    ['it', 'Il comune ha aperto un nuovo mercato del pesce sul vecchio molo e i venditori aspettano'],
    ['nl', 'De gemeente heeft een nieuwe vismarkt op de oude kade geopend en wacht op klanten'],
    [
      'da',
      'Kommunen har åbnet en ny fiskehal ved den gamle by, og de handlende har travlt for at have alt klar',
    ],
    [
      'no',
      'Kommunen har åpnet en ny fiskehall ved den gamle byen, og selgerne venter på kunder fra hele landet',
    ],
    ['sv', 'Kommunen har öppnat en ny fiskhall vid den gamla kajen, och handlarna väntar på kunder'],
    ['pl', 'Miasto otworzyło nową halę rybną na starym nabrzeżu, a sprzedawcy czekają na klientów'],
    ['cs', 'Město otevřelo na starém nábřeží nový rybí trh a prodejci říkají, že čekají na zákazníky'],
    ['sk', 'Mesto otvorilo na starom nábreží nový rybí trh a predajcovia hovoria, že čakajú na zákazníkov'],
    [
      'hu',
      'A város új halpiacot nyitott a régi rakparton, és az árusok szerint már nem kell sokáig várni a vevőkre',
    ],
    [
      'ro',
      'Primăria a deschis o nouă piață de pește pe vechiul chei, iar vânzătorii spun că își așteaptă clienții',
    ],
    [
      'hr',
      'Grad je otvorio novu ribarnicu na staroj obali, a prodavači kažu da još čekaju kupce koji će doći',
    ],
    [
      'sl',
      'Mesto je odprlo novo ribjo tržnico na starem pomolu, prodajalci pa so povedali, da še čakajo na kupce',
    ],
    [
      'lt',
      'Miestas atidarė naują žuvų turgų ant senosios krantinės, o pardavėjai sako, kad jau laukia pirkėjų',
    ],
    ['lv', 'Pilsēta uz vecās krastmalas atvēra jaunu zivju tirgu, un pārdevēji saka, ka gaida pircējus'],
    ['et', 'Linn avas vanal kail uue kalaturu ja müüjad ütlevad, et ostjad ei ole veel kõik kohale jõudnud'],
    [
      'fi',
      'Kaupunki avasi uuden kalahallin vanhalle laiturille, ja myyjät sanovat, että asiakkaat ovat jo jonossa',
    ],
    [
      'is',
      'Bærinn hefur opnað nýjan fiskmarkað við gömlu bryggjuna og kaupmenn segja að þeir bíði eftir fólki',
    ],
    ['sq', 'Bashkia hapi një treg të ri peshku në skelën e vjetër dhe shitësit thonë se po presin blerësit'],
    ['vi', 'Thành phố đã mở một chợ cá mới trên bến cũ và những người bán hàng đang chờ khách'],
    [
      'id',
      'Pemerintah kota membuka pasar ikan baru di dermaga lama karena pasar yang lama sudah tidak bisa dipakai',
    ],
    [
      'ms',
      'Majlis bandar raya membuka pasar ikan baharu di jeti lama kerana pasar itu tidak boleh digunakan, kata beliau',
    ],
    [
      'sw',
      'Manispaa imefungua soko jipya la samaki katika gati ya zamani na wachuuzi wanasema kuwa wateja wake wapo',
    ],
    [
      'af',
      'Die stad het ’n nuwe vismark op die ou kaai geopen en die verkopers sê dat hulle nie lank hoef te wag nie',
    ],
    [
      'cy',
      'Mae’r dref wedi agor marchnad bysgod newydd ar yr hen gei, ac mae’r gwerthwyr yn aros am gwsmeriaid',
    ],
    [
      'ga',
      'D’oscail an baile margadh éisc nua ar an tseanchaladh agus tá na díoltóirí ag fanacht leis na custaiméirí',
    ],
    ['ru', 'Мэрия открыла новый рыбный рынок на старой набережной'],
    ['bg', 'Общината откри нов рибен пазар на стария кей, а продавачите казаха, че вече чакат клиенти'],
    [
      'mk',
      'Општината отвори нов рибен пазар на старото пристаниште, а продавачите рекоа дека веќе чекаат купувачи',
    ],
    [
      'sr',
      'Општина је отворила нову рибарницу на старом кеју, а продавци кажу да већ чекају купце који ће доћи',
    ],
    [
      'be',
      'Горад адкрыў новы рыбны рынак на старой набярэжнай, і прадаўцы кажуць, што ўжо чакаюць пакупнікоў',
    ],
    ['kk', 'Қала ескі жағалауда жаңа балық базарын ашты және сатушылар сатып алушыларды күтіп отыр деді'],
    [
      'mn',
      'Хот хуучин хөлөг онгоцны зогсоол дээр шинэ загасны зах нээсэн бөгөөд худалдаачид хүн хүлээж байна гэж хэлэв',
    ],
    ['uk', 'Мерія відкрила новий рибний ринок на старій набережній'],
    ['el', 'Ο δήμος άνοιξε νέα ψαραγορά στην παλιά προβλήτα'],
    ['ja', '市は古い埠頭に新しい魚市場を開いた'],
    ['zh', '市政府在旧码头开设了新的鱼市场'],
    ['ko', '시는 옛 부두에 새 어시장을 열었다'],
    ['th', 'เทศบาลเปิดตลาดปลาแห่งใหม่'],
    ['hi', 'नगरपालिका ने पुराने घाट पर नया मछली बाज़ार खोला'],
    ['mr', 'नगरपालिकेने जुन्या धक्क्यावर नवीन मासळी बाजार सुरू केला आहे आणि विक्रेते ग्राहकांची वाट पाहत आहेत'],
    ['ne', 'नगरपालिकाले पुरानो घाटमा नयाँ माछा बजार खोलेको छ र व्यापारीहरू ग्राहकको प्रतीक्षामा छन् भने'],
    ['bn', 'পৌরসভা পুরোনো ঘাটে নতুন মাছের বাজার খুলেছে'],
    ['as', 'পৌৰসভাই পুৰণি ঘাটত মাছৰ নতুন বজাৰ খুলিছে'],
  ])('%s', async (lang, text) => {
    expect(await detectLanguage(text, lang === 'en' ? 'ar' : 'en')).toBe(lang);
  });

  test.each([
    ['en', 'Storm Closes Harbour'],
    ['en', 'Erdogan Meets al-Sharaa in Istanbul'],
    ['fr', 'Grève dans les ports'],
    ['tr', 'Depremde can kaybı artıyor'],
    ['de', 'Streik bei der Bahn'],
    ['es', 'Detenido un sospechoso en el puerto'],
    ['ar', 'قمة عربية طارئة'],
    ['fa', 'گرانی نان در تهران'],
    ['ur', 'لاہور میں بارش'],
    ['he', 'שביתה בנמל'],
    ['ru', 'Порт закрыт из-за шторма'],
    ['ja', '首相、国会で演説'],
    ['ja', '東京株式市場、大幅反落'],
    ['zh', '港口因风暴关闭'],
  ])('%s by a short headline alone: %s', async (lang, headline) => {
    expect(await detectLanguage(headline, 'en')).toBe(lang);
  });
});

test('of the site’s own language two common words suffice, without the detector', () => {
  const text = 'Harbour Clerks Praise Quay\nFarmers praise small boats of the islands';
  expect(new LanguageDetector({ lang: 'en-GB' }).detectAtOnce('', text)).toBe('en-GB');
  expect(new LanguageDetector({ lang: 'fr' }).detectAtOnce('', text)).toBeUndefined();
});

describe('of mixed text', () => {
  test('names written as their own language writes them make it no text of that language', async () => {
    const text =
      'Wałęsa, Kaczyński, Dvořák, Şahin, Ağaoğlu and Ørsted are names of ships in the harbour of the town';
    expect(await detectLanguage(text, 'fr')).toBe('en');
    const names = 'Wałęsa, Kaczyński, Błaszczak, Świątek, Wójcik, Dąbrowska, Żuławski, Mickiewiczówna';
    expect(new LanguageDetector().detectAtOnce('', names)).not.toBe('pl');
    expect(new LanguageDetector().detectAtOnce('', names.toLowerCase())).toBe('pl');
  });

  test('the language of most of it counts', async () => {
    expect(await detectLanguage('قال متحدث باسم شركة Harbour Lines إن السفينة وصلت إلى الميناء', 'en')).toBe(
      'ar',
    );
    expect(
      await detectLanguage('The word ميناء means harbour, and the town has taken it for its name', 'fr'),
    ).toBe('en');
  });
});

describe('where nothing tells', () => {
  test.each(['', '2025', '12,000 / 3.5 %', '?!…', '🎉'])('%j is in the site’s language', async (text) => {
    expect(await detectLanguage(text, 'pt-BR')).toBe('pt-BR');
  });

  test('a headline of names is in the site’s language', async () => {
    expect(await detectLanguage('Lionel Messi, Ballon d’Or', 'en')).toBe('en');
  });

  test('a site’s own script does not make it own another', async () => {
    expect(await detectLanguage('Storm Closes Harbour', 'ar')).toBe('en');
  });
});

describe('what a site states', () => {
  const languages = { 'dumps/ar/**': 'ar', 'dumps/**/*.pt.txt': 'pt-br', 'dumps/**': 'en' };

  test('for a dump goes before what its words say, in canonical form', async () => {
    const stated = new LanguageDetector({ languages });
    expect(await stated.detect('dumps/ar/2025.txt', 'The harbour is closed and the boats are waiting')).toBe(
      'ar',
    );
    expect(await stated.detect('dumps/a/b.pt.txt', 'The harbour is closed')).toBe('pt-BR');
    expect(await stated.detect('other/x.txt', 'قمة عربية طارئة')).toBe('ar');
  });

  test('holds for a dump outside the project too', async () => {
    expect(
      await new LanguageDetector({ languages: { '../wire/*.txt': 'fr' } }).detect('../wire/a.txt', 'Storm'),
    ).toBe('fr');
  });

  test('of several globs the first that matches counts', async () => {
    expect(await new LanguageDetector({ languages }).detect('dumps/ar/x.pt.txt', '')).toBe('ar');
  });

  test('is refused at once where it is no language tag, naming every wrong one', () => {
    const make = () =>
      new LanguageDetector({ lang: 'english', languages: { 'a/*': 'ar_EG', 'b/*': 'xx', 'c/*': 'ar-EG' } });
    expect(make).toThrow(
      /lang: “english”[\s\S]*languages\["a\/\*"\]: “ar_EG”[\s\S]*languages\["b\/\*"\]: “xx”/u,
    );
    expect(make).not.toThrow(/c\/\*/u);
  });

  test('is refused by the loader as soon as it is configured', () => {
    expect(() => dumpLoader({ dumps: '*.txt', languages: { 'ar/**': 'arabic' } })).toThrow(/"arabic"/u);
  });

  test.each(['en', 'ar-EG', 'pt-BR', 'zh-Hant', 'ckb', 'sr-Latn-RS'])('%s is a tag', (tag) => {
    expect(canonicalTag(tag)).toBe(tag);
  });
});

test.each([
  ['ar', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ur', 'rtl'],
  ['ckb', 'rtl'],
  ['ug', 'rtl'],
  ['he', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['az', 'ltr'],
  ['ku', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['tr', 'ltr'],
  ['no such tag', 'ltr'],
])('%s runs %s', (lang, dir) => {
  expect(directionOf(lang)).toBe(dir);
});
