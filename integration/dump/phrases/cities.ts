// Words that stand where a place may: what is none, and the cities that stories are filed from where nothing else tells
// a place: Arabic has no capital letters, and a word with one may be anything. Data, not code.

/** Labels and organisations that open a line as places do; a leading article, but for The Hague. */
const NO_PLACE =
  /^(?:(?:the|an?|le|la|les|l’|der|die|das)(?: (?!hague\b)|$)|(?:breaking|update|updated|urgent|alert|exclusive|watch|video|photos?|pictures?|images?|credits?|fotos?|bild(?:er|rechte|quelle)?|crédits?|imagen|imagem|immagine|фото|live|opinion|analysis|factbox|explainer|timeline|profile|feature|note|notes|editor|correction|source|sources|summary|background|question|answer|nato|eu|un|us|uk|uae|who|imf|fbi|cia|nasa|opec|unesco|unicef|unhcr|isis|covid)(?:[ :-]|$))/iu;

export function isNoPlace(text: string): boolean {
  return NO_PLACE.test(text);
}

const LATIN = [
  "Riyadh|Jeddah|Makkah|Mecca|Madinah|Medina|Dammam|Dhahran|Neom|Doha|Dubai|Abu Dhabi|Sharjah|Manama|Muscat|Kuwait City|Sana[’']?a|Sanaa|Aden|Taiz|Hodeidah",
  'Beirut|Tripoli|Sidon|Damascus|Aleppo|Homs|Idlib|Deir (?:ez-Zor|Ezzor)|Latakia|Amman|Baghdad|Basra|Mosul|Erbil|Irbil|Kirkuk|Sulaymaniyah|Jerusalem|Ramallah|Gaza|Gaza City|Khan Younis|Rafah|Tel Aviv|Haifa',
  'Cairo|Alexandria|Sharm el-Sheikh|Khartoum|Port Sudan|Omdurman|Benghazi|Tunis|Algiers|Alger|Rabat|Casablanca|Marrakech|Marrakesh|Nouakchott|Mogadishu|Djibouti',
  'Tehran|Mashhad|Ankara|Istanbul|İstanbul|Izmir|İzmir|Diyarbakir|Diyarbakır|Kabul|Kandahar|Islamabad|Karachi|Lahore|Peshawar|New Delhi|Delhi|Mumbai|Dhaka|Colombo|Kathmandu',
  'London|Londres|Paris|Marseille|Berlin|Munich|Frankfurt|Rome|Milan|Madrid|Barcelona|Lisbon|Brussels|Bruxelles|Geneva|Genève|Zurich|Davos|Vienna|Athens|The Hague|Amsterdam|Stockholm|Oslo|Copenhagen|Helsinki|Warsaw|Prague|Budapest|Bucharest|Sofia|Belgrade|Sarajevo|Vatican City|Dublin|Edinburgh|Nicosia',
  'Moscow|Moscou|Kyiv|Kiev|Minsk|Baku|Tbilisi|Yerevan|Tashkent|Washington|New York|Los Angeles|Chicago|Houston|Boston|San Francisco|Ottawa|Toronto|Mexico City|Bogota|Caracas|Havana|Lima|Brasilia|Rio de Janeiro|Sao Paulo|Buenos Aires|Santiago',
  "Beijing|Shanghai|Hong Kong|Taipei|Tokyo|Seoul|Pyongyang|Singapore|Jakarta|Kuala Lumpur|Bangkok|Hanoi|Manila|Yangon|Sydney|Canberra|Melbourne|Wellington|Nairobi|Addis Ababa|Asmara|Kampala|Kigali|Juba|Abuja|Lagos|Accra|Dakar|Bamako|Niamey|N[’']Djamena|Ouagadougou|Kinshasa|Pretoria|Johannesburg|Cape Town|Harare",
].join('|');

/** A pattern for a city by its name in Latin letters, or two with a comma, a dash or a word between them. */
export const LATIN_CITY = `(?:${LATIN})(?:(?:, | ?[-–/] ?| and | et )(?:${LATIN}))?`;

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
