// Words that stand where a place may: what is none, and the cities that Arabic stories are filed from, since Arabic has
// no capital letters to tell a place by. Data, not code.

/** Labels and organisations that open a line as places do; a leading article, but for The Hague. */
const NO_PLACE =
  /^(?:(?:the|an?|le|la|les|l’|der|die|das)(?: (?!hague\b)|$)|(?:breaking|update|updated|urgent|alert|exclusive|watch|video|photos?|pictures?|live|opinion|analysis|factbox|explainer|timeline|profile|feature|note|notes|editor|correction|source|sources|summary|background|question|answer|nato|eu|un|us|uk|uae|who|imf|fbi|cia|nasa|opec|unesco|unicef|unhcr|isis|covid)(?:[ :-]|$))/iu;

export function isNoPlace(text: string): boolean {
  return NO_PLACE.test(text);
}

const CITIES = [
  'الرياض|جدة|مكة المكرمة|المدينة المنورة|الدمام|نيوم|أبها|تبوك|الطائف|الظهران|العلا',
  'بيروت|صيدا|دمشق|حلب|حمص|بغداد|أربيل|البصرة|الموصل|السليمانية|عمّان|عمان|القدس|القدس المحتلة|رام الله|غزة|خان يونس|رفح|تل أبيب',
  'القاهرة|الإسكندرية|شرم الشيخ|الخرطوم|بورتسودان|أم درمان|طرابلس|بنغازي|تونس|الجزائر|الرباط|الدار البيضاء|مراكش|نواكشوط|مقديشو|جيبوتي',
  'صنعاء|عدن|تعز|المكلا|مسقط|دبي|أبوظبي|أبو ظبي|الشارقة|الدوحة|المنامة|الكويت',
  'طهران|تهران|مشهد|أنقرة|إسطنبول|اسطنبول|كابل|كابول|إسلام آباد|اسلام آباد|كراتشي|لاهور|نيودلهي|مومباي|دكا',
  'لندن|باريس|برلين|ميونيخ|روما|مدريد|برشلونة|بروكسل|جنيف|زيوريخ|دافوس|فيينا|أثينا|لاهاي|أمستردام|استوكهولم|أوسلو|كوبنهاغن|هلسنكي|وارسو|بوخارست|بلغراد|الفاتيكان',
  'موسكو|كييف|مينسك|باكو|تبليسي|يريفان|واشنطن|نيويورك|نيو يورك|لوس أنجليس|شيكاغو|أوتاوا|مكسيكو سيتي|بوينس آيرس|برازيليا|ريو دي جانيرو|كاراكاس|هافانا',
  'بكين|شنغهاي|هونغ كونغ|طوكيو|سيول|سنغافورة|جاكرتا|كوالالمبور|بانكوك|مانيلا|سيدني|كانبيرا|نيروبي|أديس أبابا|أسمرة|كمبالا|أبوجا|لاغوس|داكار|باماكو|نيامي|نجامينا|بريتوريا|جوهانسبرغ',
  'تہران|کابل|لاہور|کراچی|پشاور|کوئٹہ|نئی دہلی|لندن',
].join('|');

/** A pattern for one of these, or two with a comma or a dash between them. */
export const ARABIC_CITY = `(?:${CITIES})(?:(?:،|,| ?[-–]) ?(?:${CITIES}))?`;

const WHOLE = new RegExp(`^(?:${CITIES})$`, 'u');

export function isArabicCity(text: string): boolean {
  return WHOLE.test(text);
}
