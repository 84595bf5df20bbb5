// Words that dates are made of, in the languages that dumps are written in. Of the twelve Gregorian months, January
// first, forms are separated by `|`; a full stop behind an abbreviation is allowed everywhere and not listed.

export const MONTH_NAMES: readonly (readonly string[])[] = [
  // English
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  // Arabic, Egypt and the Gulf
  'يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر',
  // Arabic, the Levant and Iraq
  'كانون_الثاني شباط آذار|اذار نيسان أيار|ايار حزيران تموز آب|اب أيلول|ايلول تشرين_الأول|تشرين_الاول تشرين_الثاني كانون_الأول|كانون_الاول',
  // Arabic, the Maghreb
  'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
  // French
  'janvier|janv février|fevrier|févr mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|decembre|déc',
  // Turkish
  'ocak şubat|subat mart nisan mayıs|mayis haziran temmuz ağustos|agustos eylül|eylul ekim kasım|kasim aralık|aralik',
  // Persian, Gregorian months
  'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر',
  // Urdu
  'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر',
  // Spanish
  'enero febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago septiembre|sept octubre|oct noviembre|nov diciembre|dic',
  // Portuguese
  'janeiro fevereiro|fev março abril|abr maio junho|jun julho|jul agosto|ago setembro outubro|out novembro|nov dezembro|dez',
  // Italian
  'gennaio febbraio|feb marzo aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre ottobre|ott novembre|nov dicembre|dic',
  // German
  'januar|jänner|jan februar|feb märz|mär april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov dezember|dez',
  // Dutch
  'januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt november|nov december|dec',
  // Russian
  'января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен октября|октябрь|окт ноября|ноябрь|ноя декабря|декабрь|дек',
  // Ukrainian
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  // Polish
  'stycznia|styczeń lutego|luty marca|marzec kwietnia|kwiecień maja czerwca|czerwiec lipca|lipiec sierpnia|sierpień września|wrzesień października|październik listopada|listopad grudnia|grudzień',
  // Czech
  'ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu prosince|prosinec',
  // Swedish, Norwegian, Danish
  'januari|januar|jan februari|februar|feb mars|marts april|apr maj|mai juni|jun juli|jul augusti|august|aug september|sep oktober|okt november|nov december|desember|des',
  // Indonesian and Malay
  'januari|jan februari|feb maret|mac april|apr mei juni|jun juli|julai|jul agustus|ogos|agu september|sep oktober|okt november|nov desember|disember|des',
  // Romanian
  'ianuarie|ian februarie|feb martie aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|nov decembrie|dec',
  // Hungarian
  'január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept október|okt november|nov december|dec',
  // Finnish
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  // Catalan
  'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  // Slovak
  'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  // Serbian
  'јануар фебруар март април мај јун јул август септембар октобар новембар децембар',
  // Bulgarian
  'януари февруари март април май юни юли август септември октомври ноември декември',
  // Hebrew
  'בינואר|ינואר בפברואר|פברואר במרץ|מרץ באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר',
  // Hindi
  'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
  // Greek
  'ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου ιουνίου|ιουν ιουλίου|ιουλ αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ',
].map((row) => row.split(' '));

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Days of the week, and months of the Hijri calendar, which pages print beside the Gregorian day. */
export const BESIDE_DAYS = words(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'الأحد الاحد الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'pazartesi salı sali çarşamba carsamba perşembe persembe cuma cumartesi pazar',
    'شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه',
    'lunes martes miércoles jueves viernes sábado domingo',
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta',
    'lunedì martedì mercoledì giovedì venerdì sabato domenica',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс',
    'senin selasa rabu kamis jumat sabtu minggu',
    '星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日',
    '月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日 월요일 화요일 수요일 목요일 금요일 토요일 일요일',
    'پیر منگل بدھ جمعرات ہفتہ اتوار',
    'محرم محرّم صفر ربيع جمادى الأول الأولى الآخر الآخرة الثاني الثانية رجب شعبان رمضان شوال شوّال ذو القعدة الحجة هـ ه م ـ',
  ].join(' '),
);

/** What else stands on a line that states a day: the time, and words that join the two. */
export const BESIDE_TIMES = words(
  'at on the of le à a.m p.m am pm h uhr saat gmt utc في الساعة ص م - – — | · •',
);
