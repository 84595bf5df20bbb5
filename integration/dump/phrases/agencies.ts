// Words that credits and captions are known by: agencies, what marks a picture of the archive, and what stands in
// parentheses without being a credit. Data, not code.

/** A credit that names an agency, or says how a picture was come by. */
export const AGENCIES =
  /(?:^|[\s(/])(?:reuters|afp|ap|epa|spa|upi|dpa|ani|pti|xinhua|tass|anadolu|aa|wam|kuna|wafa|sana|mena|petra|irna|isna|yonhap|kyodo|ansa|efe|getty(?: images)?|bloomberg|asharq al-awsat|rt|handout|courtesy|file|via|رويترز|واس|الشرق الأوسط|الأناضول|أ\.?\s?ف\.?\s?ب|ا\.?\s?ف\.?\s?ب|أ\.?\s?ب|إ\.?\s?ب\.?\s?أ|د\.?\s?ب\.?\s?أ)(?:$|[\s)/.,:])|\S\/\S/iu;

/** Credits and captions of archive pictures. */
export const FILE_PHOTOS = {
  credit:
    /(?:^|[\s(/])(?:file|files|file photo|file picture|archives?|أرشيف|أرشيفية|ارشيف|ارشيفية|آرشیو|arşiv|فائل)(?:$|[\s)/:.,–-])/iu,
  caption:
    /\bfile (?:photo|picture|image|pic|footage)\b|\b(?:photo|image)s? d[’']archives?\b|^file\s?(?:[-–—:.]|photo)|^\(files?(?: photo)?\)|^FILE\b|\barchive (?:photo|picture|image)\b|arşiv (?:foto|görsel|görüntü|resim)|أرشيفي|ارشيفي|من (?:ال)?أرشيف|آرشیوی|فائل فوٹو/iu,
} as const;

/** Where somebody stands in a picture, a state of it, a day or a year alone. */
export const NO_CREDITS =
  /^(?:(?:\d(?:st|nd|rd|th) |far |second |third |top |bottom |upper |lower |front |back )*(?:from )?(?:right|left|center|centre|middle|foreground|background|row|above|below|top|bottom|seated|standing|pictured)|[lrc]|على اليمين|على اليسار|يمين|يسار|يميناً|يساراً|\p{L}{3,10}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,10}\.? \d{4})$/iu;
