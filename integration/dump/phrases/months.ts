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
  // Bengali and Assamese
  'জানুয়ারি|জানুয়ারী|জানুৱাৰী ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব্ৰুৱাৰী মার্চ|মাৰ্চ এপ্রিল|এপ্ৰিল মে জুন জুলাই আগস্ট|আগষ্ট|অগাস্ট সেপ্টেম্বর|ছেপ্টেম্বৰ অক্টোবর|অক্টোবৰ নভেম্বর|নৱেম্বৰ ডিসেম্বর|ডিচেম্বৰ',
  // Marathi, Nepali
  'जानेवारी फेब्रुवारी|फेब्रुअरी मार्च एप्रिल|अप्रिल मे जून|जुन जुलै ऑगस्ट|अगस्ट सप्टेंबर|सेप्टेम्बर ऑक्टोबर|अक्टोबर नोव्हेंबर|नोभेम्बर डिसेंबर|डिसेम्बर',
  // Gujarati
  'જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ|ઓગસ્ટ સપ્ટેમ્બર ઑક્ટોબર|ઓક્ટોબર નવેમ્બર ડિસેમ્બર',
  // Punjabi
  'ਜਨਵਰੀ ਫ਼ਰਵਰੀ|ਫਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ',
  // Odia
  'ଜାନୁଆରୀ|ଜାନୁୟାରୀ ଫେବୃଆରୀ|ଫେବ୍ରୁଆରୀ ମାର୍ଚ୍ଚ ଅପ୍ରେଲ|ଏପ୍ରିଲ ମଇ ଜୁନ ଜୁଲାଇ ଅଗଷ୍ଟ ସେପ୍ଟେମ୍ବର ଅକ୍ଟୋବର ନଭେମ୍ବର ଡିସେମ୍ବର',
  // Tamil
  'ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்',
  // Telugu
  'జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై|జూలై ఆగస్టు|ఆగస్ట్ సెప్టెంబర్|సెప్టెంబరు అక్టోబర్|అక్టోబరు నవంబర్|నవంబరు డిసెంబర్|డిసెంబరు',
  // Kannada
  'ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್|ಮಾರ್ಚ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್|ಆಗಸ್ಟ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್',
  // Malayalam
  'ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ്|മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്|ആഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ|ഒക്‌ടോബർ നവംബർ ഡിസംബർ',
  // Burmese
  'ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ်|သြဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ',
  // Georgian
  'იანვარი|იანვარს თებერვალი|თებერვალს მარტი|მარტს აპრილი|აპრილს მაისი|მაისს ივნისი|ივნისს ივლისი|ივლისს აგვისტო|აგვისტოს სექტემბერი|სექტემბერს ოქტომბერი|ოქტომბერს ნოემბერი|ნოემბერს დეკემბერი|დეკემბერს',
  // Armenian
  'հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս հուլիսի|հուլիս օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր',
  // Azerbaijani, Uzbek, Turkmen
  'yanvar|ýanwar fevral|fewral mart aprel may|maý iyun|iýun iyul|iýul avqust|avgust|awgust sentyabr|sentabr|sentýabr oktyabr|oktabr|oktýabr noyabr|noýabr dekabr',
  // Kazakh
  'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  // Uzbek in Cyrillic, Tajik
  'январ феврал март апрел май июн июл август сентябр октябр ноябр декабр',
  // Belarusian
  'студзеня лютага сакавіка красавіка мая|траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  // Macedonian
  'јануари февруари март април мај јуни јули август септември октомври ноември декември',
  // Serbian, Bosnian and Slovene in Latin letters
  'januar|januarja|januara februar|februarja|februara mart|marec|marca|marta april|aprila maj|maja jun|juni|junij|junija|juna jul|juli|julij|julija|jula avgust|avgusta|august septembar|september|septembra|septembar oktobar|oktober|oktobra novembar|november|novembra decembar|december|decembra',
  // Croatian: its October is November in Polish
  'siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj lipnja|lipanj srpnja|srpanj kolovoza|kolovoz rujna|rujan oktobra studenoga|studenog|studeni prosinca|prosinac',
  // Albanian
  'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
  // Estonian
  'jaanuar|jaanuaril veebruar|veebruaril märts|märtsil aprill|aprillil mai|mail juuni|juunil juuli|juulil august|augustil september|septembril oktoober|oktoobril november|novembril detsember|detsembril',
  // Latvian
  'janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā jūlijs|jūlijā augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī decembris|decembrī',
  // Lithuanian
  'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  // Icelandic, Faroese
  'janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember',
  // Welsh
  'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr',
  // Galician
  'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro',
  // Maltese
  'jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru',
  // Afrikaans
  'januarie februarie maart april mei junie julie augustus september oktober november desember',
  // Swahili
  'januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba',
  // Filipino
  'enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre',
  // Hausa
  'janairu fabrairu|faburairu maris afrilu|afirilu mayu yuni yuli agusta|agustan satumba oktoba nuwamba disamba',
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
    'poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle',
    'ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja ponedeljek torek četrtek nedelja',
    'måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag',
    'hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți marţi miercuri joi vineri sâmbătă duminică',
    "понеділок вівторок середа четвер п’ятниця п'ятниця субота неділя понеделник вторник сряда четвъртък петък събота",
    'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή',
    'thứ hai ba tư năm sáu bảy chủ nhật ngày',
    'सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोमबार मंगळवार',
    'সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার রোববার',
    'วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่ วันที่',
    'วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันพฤหัส วันศุกร์ วันเสาร์ วันอาทิตย์',
    '星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日',
    '月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日 월요일 화요일 수요일 목요일 금요일 토요일 일요일',
    'پیر منگل بدھ جمعرات ہفتہ اتوار',
    'محرم محرّم صفر ربيع جمادى الأول الأولى الآخر الآخرة الثاني الثانية رجب شعبان رمضان شوال شوّال ذو القعدة الحجة هـ ه م ـ',
  ].join(' '),
);

/** What else stands on a line that states a day: the time, and words that join the two. */
export const BESIDE_TIMES = words(
  'at on the of le à a.m p.m am pm h uhr saat gmt utc في الساعة ص م m d gada yil թ ж г оны godz ob kl klo lúc เวลา น - – — | · •',
);
