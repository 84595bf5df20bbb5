// English names of countries that world-countries does not list as such, and nearby words when it
// names no country. Data for names.ts; countries by their ISO 3166-1 codes.

/** Names and demonyms, several to a code, separated by commas. */
export const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  AE: 'UAE, Emiratis',
  AF: 'Afghan, Afghans',
  AG: 'Antigua, Antiguan',
  AR: 'Argentinian, Argentine, Argentinean',
  BA: 'Bosnia, Bosnian, Bosnia-Herzegovina, Herzegovina',
  BF: 'Burkinabe, Burkina',
  BW: 'Motswana, Batswana',
  BY: 'Byelorussia, Belarussian',
  CD: 'Congo, DRC, D.R. Congo, Democratic Republic of Congo, Congo-Kinshasa, Congolese',
  CG: 'Republic of Congo, Congo Republic, Congo-Brazzaville',
  CI: "Cote d'Ivoire",
  CN: 'PRC',
  CV: 'Cabo Verde, Cape Verdean',
  CZ: 'Czech Republic, Czechs',
  DE: 'Germany, East Germany, West Germany',
  DK: 'Dane, Danes',
  DO: 'Dominican',
  EC: 'Ecuadorian',
  ES: 'Spaniard, Spaniards',
  FI: 'Finn, Finns',
  FK: 'Falklands, Falkland Islanders',
  FM: 'Micronesia',
  FR: 'Frenchman, Frenchmen, Frenchwoman',
  GB: 'UK, Britain, Briton, Britons, Brit, Brits, England, Scotland, Scottish, Scot, Scots, Wales, Welsh, Northern Ireland, Northern Irish, Englishman, Englishwoman',
  GL: 'Greenlander',
  GM: 'The Gambia',
  HK: 'Hong Kongers',
  IE: 'Irishman, Irishmen, Irishwoman',
  IS: 'Icelandic',
  KG: 'Kyrgyz',
  KH: 'Khmer Republic',
  KM: 'Comorian',
  KP: 'N Korea, N. Korea, N Korean, DPRK',
  KR: 'S Korea, S. Korea, S Korean, ROK',
  KZ: 'Kazakh, Kazakhs',
  LK: 'Sri Lankan',
  LS: 'Basotho',
  MK: 'Macedonia',
  MM: 'Burma, Burmese',
  MO: 'Macao',
  MV: 'Maldivian',
  MW: 'Malawian',
  NG: 'Niger Delta, Niger State, Benin City',
  NE: 'Nigerien, Nigeriens',
  NL: 'Holland, Dutchman, Dutchwoman',
  NP: 'Nepali, Nepalis',
  PH: 'Philippine, Filipina, Filipinas',
  PL: 'Pole, Poles',
  PS: 'Gaza, Gaza Strip, Gazan, Gazans, West Bank',
  PT: 'Portuguese',
  RE: 'Reunion Island, Island of Reunion',
  SA: 'Saudi, Saudis',
  SR: 'Surinamese',
  SV: 'Salvadorian, Salvadorean',
  SZ: 'Swaziland',
  TJ: 'Tajik, Tajiks',
  TL: 'East Timor, Timorese',
  TR: 'Turkey, Turkiye, Turk, Turks',
  TT: 'Trinidad, Tobago',
  TW: 'Republic of China',
  TZ: 'Zanzibar',
  US: 'US, USA, America, Americans',
  UZ: 'Uzbek, Uzbeks',
  VA: 'Vatican, Holy See',
  VC: 'St Vincent',
  SE: 'Swede, Swedes',
  NO: 'Norwegians',
};

/**
 * Words that world-countries gives and that name no country in a headline: a language, a people that lives in
 * several countries, an ordinary word (Reunion, without its accent), a place without a state.
 */
export const NOT_ENGLISH_NAMES: ReadonlySet<string> = new Set([
  'turkmen',
  'reunion',
  'antarctica',
  'antarctican',
  'channel islander',
  'virgin islander',
  'virgin islands',
  'djibouti djibouti',
  'saint martin',
  'saint martin islander',
  'christmas island',
  'indian ocean territory',
  'guiana',
]);

/** Names of something else; the whole phrase is passed over. One phrase a line, several to a line by commas. */
export const ENGLISH_PHRASES: string = `
American football, American Airlines, American Express, American Idol, American League, American Samoa, American Pie
Latin America, Latin American, Latin Americans, South America, South American, South Americans, North America
North American, North Americans, Central America, Central American, Central Americans, Bank of America, Captain America, Miss America
America's Cup, Copa America, African American, African Americans, Native American, Native Americans, Asian American
Asian Americans, Arab American, Arab Americans, American Indian, American Indians, American University of Beirut, American University in Cairo
British Columbia, British Airways, British Virgin Islands, New Britain, New England, New South Wales
Prince of Wales, Princess of Wales
South China Sea, East China Sea, South China Morning Post, Bone China, Fine China, China Cabinet, China Syndrome
Indian Ocean, Indian Wells, Indian summer, Indian Territory, Indian reservation, Cleveland Indians, West Indian, West Indies, East Indies, Little India
Gulf of Mexico, New Mexico, New Mexican, Gulf of Oman, Sea of Oman, Gulf of Guinea, Sea of Japan, Lake Chad, Lake Malawi, Jordan River, River Jordan, Jordan Valley
New Jersey, Jersey City, Jersey Shore, Jersey Boys, Jersey Devils, New Guinea, Guinea pig, Guinea pigs, Guinea fowl, Guinea worm
Panama Papers, Panama hat, Panama hats, Panama City Beach, Panama City Florida, Bermuda Triangle, Bermuda shorts
French fries, French fry, French toast, French kiss, French horn, French bulldog, French bulldogs, French renderer, French Quarter, French Guiana
German Shepherd, German Shepherds, German measles, Greek yogurt, Greek tragedy, Greek letters, Dutch oven, Dutch auction, Swiss cheese, Swiss Army knife
Danish pastry, Danish pastries, Russian roulette, Russian doll, Russian dolls, Mexican standoff, Irish coffee, Irish setter, Turkish delight, Turkish bath, Turkish coffee
Spanish flu, Spanish moss, Brazilian wax, Brazil nut, Brazil nuts, Brazilian jiu-jitsu, Canada goose, Canada geese, Chinese checkers, Cuban sandwich, Thai curry
Belgian waffle, Belgian waffles, Welsh corgi, Welsh rarebit, Persian Gulf, Vietnam veteran, Vietnam veterans, Vietnam vet, Vietnam vets
Cuba Gooding, Israel Adesanya, Israel Kamakawiwo, Jordan almonds, Jordan Brand, Air Jordan, Air Jordans, Chile peppers, Chile verde
Georgia Tech, Georgia State, Georgia Southern, Georgia Bulldogs, Georgia O'Keeffe, Georgia Power, Georgia Aquarium, Georgia peach
Georgian architecture, Georgian house, Georgian era, Georgian mansion, Georgian townhouse, Georgia Meloni
Nail Polish, Shoe Polish, Polish off, Little Italy, Italian ice, Italian greyhound, Italian dressing, Tonga Room
Virgin Islands, Emirates Stadium, Emirates Cup, Bay of Bengal, Singapore Sling, Lebanon Valley, Jamaica Plain, Jamaica Queens, Cyprus Hill
North Pole, South Pole, Pole position, Pole vault, Holland Tunnel, Holland Park, Holland & Barrett, Peru Indiana, Vatican II
Chad Smith, Swedish meatballs, Swedish massage, Swedish fish
`;

/** Nearby words that tell what a name means: the words right before and after it with which it names no country. */
export interface NameContext {
  before?: string;
  after?: string;
  /** Words anywhere in the text that speak against it. */
  near?: string;
  /** Words anywhere in the text that show that the country is meant. */
  sure?: string;
  /** Words one of which must stand in the text. */
  needs?: string;
  /** Also a surname, or even more often a first name: left out where it stands in a person's name. */
  person?: 'surname' | 'given';
}

export const ENGLISH_CONTEXT: Readonly<Record<string, NameContext>> = {
  turkey: {
    before:
      'thanksgiving roast roasted wild cold fried frozen christmas smoked ground butterball deli leftover holiday stuffed whole free',
    after:
      'dinner dinners sandwich sandwiches breast trot trots day leg legs burger burgers bacon club hunt hunting hunters season farm farms farmer farmers vulture vultures recipe recipes stuffing soup meatballs giveaway shoot drive pardon chili tails',
  },
  georgia: {
    sure: 'tbilisi georgian georgians abkhazia ossetia batumi ivanishvili saakashvili',
    before: 'athens rome columbus albany augusta macon savannah atlanta marietta rural north south coastal',
    after:
      'senator senate senators governor gov republican republicans democrat democrats gop primary primaries voters legislature legislator legislators lawmaker lawmakers congresswoman congressman runoff sheriff county dome theory southern peaches',
    near: 'atlanta savannah kemp fulton bulldogs ossoff warnock raffensperger abrams fani uga sec alabama',
    person: 'given',
  },
  jersey: { needs: 'guernsey helier channel', before: 'new' },
  jordan: {
    person: 'given',
    before: 'dejounte deandre vernon barbara jim colin neil montell',
    after: 'spieth bardella poole clarkson peele belfort',
  },
  chad: { person: 'given', before: 'hanging dimpled' },
  holland: { person: 'surname' },
  ireland: { person: 'surname' },
  france: { person: 'surname' },
  israel: { person: 'surname' },
  india: { person: 'surname' },
  kenya: { person: 'surname' },
  cuba: { person: 'surname' },
  cyprus: { person: 'surname' },
  england: { person: 'surname' },
  scotland: { person: 'surname' },
  wales: { person: 'surname', before: 'new of' },
  britain: { before: 'new' },
  mali: { person: 'surname' },
  french: { person: 'surname', after: 'horn' },
  german: { person: 'surname' },
  polish: { after: 'your my the up', before: 'nail shoe car floor furniture to' },
  poles: {
    before: 'telephone utility ski fishing tent magnetic south north light power trekking totem flag two',
  },
  pole: {
    before: 'telephone utility ski fishing tent magnetic south north light power trekking totem flag utility',
    after: 'position vault dancing dancer',
  },
  america: { before: 'latin south north central corporate middle' },
  indian: { before: 'american west', after: 'ocean wells summer' },
  guinea: { before: 'new', after: 'pig pigs fowl worm' },
  finn: { person: 'surname' },
  dane: { person: 'surname', after: 'cook' },
  scot: { person: 'surname' },
};
/** First names common in English-language news: a name of a country behind one of them is a surname. */
export const FIRST_NAMES =
  'michael tom barbara jim james john david robert william kathy doug paul peter mark chris steve george mary linda susan jennifer kate emma sarah anna dawn jack harry ben sam dan joe mike matt andrew adam alex anthony eddie brian kevin scott eric jason justin ryan josh luke nick tim todd greg jeff gary larry jerry dennis frank henry jane julie karen kelly laura lisa nancy amy ashley beth carol claire diane donna emily grace helen holly jill jessica julia katie lucy maria megan melissa michelle nicole olivia rachel rebecca samantha stephanie victoria dr mr mrs ms prof sir';

/** Surnames common there: a name of a country before one of them is a first name. */
export const SURNAMES =
  'johnson smith henderson peterson pickford love jones williams brown davis miller wilson moore taylor anderson thomas jackson white harris martin thompson robinson clark lewis lee walker hall allen young hernandez wright lopez hill scott green adams baker gonzalez nelson carter mitchell perez roberts turner phillips campbell parker evans edwards collins stewart morris rogers reed cook morgan bell murphy bailey cooper richardson cox howard ward torres gray ramirez watson brooks kelly sanders price bennett wood barnes ross coleman jenkins perry powell long patterson hughes flores washington butler simmons foster bryant alexander russell griffin hayes kroeger hicks hurley boseman daybell wolf barris ochocinco bosh larson miles bergeron knight ramsey stanley hunter mason palmer adesanya horovitz houghton gooding eisenberg meloni o’keeffe may';

/** What follows a country's name with a capital letter without making a person of it. */
export const ROLES =
  'king prime foreign president minister army government national coach captain defence defense interior parliament police central royal crown open grand premier league cup street avenue and air valley';

/** States and provinces: a town may be called Lebanon, Peru or Moscow, but what stands behind its comma tells. */
export const STATES =
  'alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware del florida fla idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana la maine maryland md massachusetts mass michigan mich minnesota minn mississippi miss missouri mo montana mont nebraska neb nevada nev ohio oklahoma okla ontario oregon ore pennsylvania pa tennessee tenn texas vermont vt virginia va wisconsin wis wyoming wyo';

/** What other names capitals go by in datelines. */
export const ENGLISH_CAPITALS: Readonly<Record<string, string>> = {
  US: 'Washington',
  UA: 'Kiev',
  YE: 'Sanaa',
  MN: 'Ulaanbaatar',
  CH: 'Berne',
  MM: 'Naypyitaw',
  KW: 'Kuwait',
  MX: 'Mexico City',
  IN: 'Delhi',
  SZ: 'Mbabane',
};

/**
 * Capitals that a dateline may mean otherwise, and Jerusalem: whose capital it is is disputed, so that a dateline
 * alone says where a reporter stood and no more.
 */
export const NOT_CAPITALS: ReadonlySet<string> = new Set(
  'jerusalem,georgetown,san jose,victoria,st johns,saint johns,kingston,wellington city,castries city,stanley,hamilton,plymouth,douglas,the valley,road town,the bottom,west island'.split(
    ',',
  ),
);
