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
    'پیر منگل بدھ جمعرات ہفتہ اتوار',
    'محرم محرّم صفر ربيع جمادى الأول الأولى الآخر الآخرة الثاني الثانية رجب شعبان رمضان شوال شوّال ذو القعدة الحجة هـ ه م ـ',
  ].join(' '),
);

/** What else stands on a line that states a day: the time, and words that join the two. */
export const BESIDE_TIMES = words(
  'at on the of le à a.m p.m am pm h uhr saat gmt utc في الساعة ص م - – — | · •',
);
