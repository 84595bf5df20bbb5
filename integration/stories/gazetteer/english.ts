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
  DO: 'Dominican, Dominicans',
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
  KY: 'Grand Cayman, Caymans, Caymanian',
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
  PN: 'Pitcairn, Pitcairn Island',
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
    near: 'pilgrims poultry gravy cranberry butterball gobble gobbler gobbles carve carving oven basting giblets thaw thawing drumstick drumsticks tryptophan',
    before:
      'thanksgiving roast roasted wild cold fried frozen christmas smoked ground butterball deli leftover holiday stuffed whole free a no smaller bigger biggest perfect',
    after:
      'dinner dinners sandwich sandwiches breast trot trots day leg legs burger burgers bacon club hunt hunting hunters season farm farms farmer farmers vulture vultures prices price shortage shortages supply producers growers flock flocks eggs feathers fryer fryers baster trot recipe recipes stuffing soup meatballs giveaway shoot drive pardon chili tails',
  },
  georgia: {
    sure: 'tbilisi georgian georgians abkhazia ossetia batumi ivanishvili saakashvili',
    before: 'athens rome columbus albany augusta macon savannah atlanta marietta rural north south coastal',
    after:
      'senator senate senators governor gov republican republicans democrat democrats gop primary primaries voters legislature legislator legislators lawmaker lawmakers congresswoman congressman runoff sheriff county dome theory southern peaches peach receivers receiver linebacker tailback deputies trooper troopers tech',
    near: 'atlanta savannah kemp fulton bulldogs ossoff warnock raffensperger abrams fani uga sec alabama football touchdown touchdowns nfl ncaa quarterback quarterbacks',
    person: 'given',
  },
  jersey: { needs: 'guernsey helier channel', before: 'new' },
  jordan: {
    person: 'given',
    near: 'bulls nba basketball sneaker sneakers nike dunk dunks hornets tarheels',
    before: 'dejounte deandre vernon barbara jim colin neil montell',
    after: 'spieth bardella poole clarkson peele belfort',
  },
  chad: { person: 'given', before: 'hanging dimpled', near: 'ballot ballots' },
  washington: {
    person: 'surname',
    before: 'eastern western george denzel kerry booker martha mount',
    after:
      'commanders wizards football baseball apple apples state post county nationals capitals dulles irving heights carver fans resident residents ferry ferries wildfire wildfires',
  },
  london: { person: 'surname', before: 'jack new', after: 'breed ontario' },
  paris: { person: 'surname', before: 'plaster', after: 'texas hilton jackson saint st accord agreement' },
  sofia: { person: 'given', before: 'queen reina hagia' },
  berlin: { person: 'surname', before: 'irving isaiah new', after: 'wall' },
  brussels: { near: 'eu european sprouts nato commission', after: 'sprout sprouts' },
  tripoli: { near: 'lebanon lebanese beirut akkar' },
  athens: { after: 'georgia ohio bulldogs clarke' },
  rome: { before: 'ancient imperial', after: 'georgia' },
  santiago: { person: 'given', before: 'san', after: 'de bernabeu' },
  lima: { after: 'bean beans ohio', person: 'surname' },
  wellington: { before: 'beef duke of port', after: 'boots boot' },
  dublin: { after: 'ohio california' },
  vienna: { after: 'sausage sausages virginia convention boys' },
  colombo: { person: 'surname' },
  moroni: { person: 'surname' },
  havana: { before: 'little', after: 'club nights' },
  malta: { after: 'fever' },
  niger: { after: 'river basin delta' },
  holland: { person: 'surname' },
  ireland: { person: 'surname' },
  france: { person: 'surname' },
  israel: { person: 'surname', after: 'adesanya kamakawiwo vazquez vázquez madaye folau keyes horovitz' },
  india: { person: 'surname', after: 'arie hicks eisley walton', before: 'little' },
  kenya: { person: 'surname', after: 'barris moore' },
  brazil: { after: 'nut nuts', person: 'surname' },
  peru: { after: 'indiana illinois nebraska' },
  lebanon: { after: 'pennsylvania tennessee ohio indiana oregon missouri county' },
  greece: { after: 'central' },
  chile: { after: 'peppers pepper verde relleno sauce' },
  monaco: { person: 'surname' },
  dominica: { person: 'surname' },
  austria: { after: 'vienna' },
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
  china: { person: 'surname', before: 'fine bone', after: 'cabinet teacups teacup plates dolls shop' },
  america: {
    after: 'ferrera online west',
    before: 'latin south north central corporate middle captain miss cash',
  },
  indian: {
    before: 'american west',
    after: 'ocean wells summer reservation reservations casino casinos tribe tribes',
  },
  indians: {
    before: 'american plains cleveland',
    near: 'mlb baseball inning innings homer homers yankees sox twins tigers royals orioles mariners astros rangers rays athletics mets phillies dodgers padres bullpen shutout pitcher shortstop',
  },
  dominican: { after: 'friar friars nun nuns order sister sisters priest priests university' },
  guinea: { before: 'new', after: 'pig pigs fowl worm' },
  finn: { person: 'surname' },
  dane: { person: 'surname', after: 'cook' },
  scot: { person: 'surname' },
  brit: { person: 'given' },
};

/** States and provinces of two words. */
export const STATES_OF_TWO: Readonly<Record<string, string>> = {
  new: 'york jersey hampshire mexico brunswick',
  north: 'carolina dakota',
  south: 'carolina dakota',
  west: 'virginia',
  rhode: 'island',
  nova: 'scotia',
  british: 'columbia',
};

/** Words behind the name of a city or before it with which it names no country. */
export const CITY_CONTEXT: NameContext = {
  before:
    'new little fort port mount lake saint st san real atletico uss hms hmas hmcs ss mv fc ajax dinamo dynamo sparta slavia spartak lokomotiv cska partizan hapoel maccabi',
  after:
    'avenue lane square county township heights fc ohio texas illinois kentucky tennessee georgia indiana idaho maine accord accords agreement agreements treaty protocol convention syndrome',
  person: 'surname',
};

/** The same of a country's name. */
export const COUNTRY_CONTEXT: NameContext = {
  before: 'river lake fort uss hms hmas hmcs ss mv',
  after: 'sea ocean peninsula township county almonds',
};

/** The same of a word that says of which country something is: Thai, Thais. */
export const DEMONYM_CONTEXT: NameContext = {
  before: 'uss hms',
  after:
    'sea ocean restaurant restaurants cuisine cookbook takeaway takeout speaking terrier terriers spaniel spaniels shepherds mastiff bulldogs knotweed maple maples',
};

/** States and provinces: a town may be called Lebanon, Peru or Moscow, but what stands behind its comma tells. */
export const STATES =
  'ny nj nh nc sc nm ri sd nd ga tex utah hawaii alberta manitoba quebec saskatchewan yukon alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware del florida fla idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana la maine maryland md massachusetts mass michigan mich minnesota minn mississippi miss missouri mo montana mont nebraska neb nevada nev ohio oklahoma okla ontario oregon ore pennsylvania pa tennessee tenn texas vermont vt virginia va wisconsin wis wyoming wyo';

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
  'male,jerusalem,georgetown,san jose,victoria,st johns,saint johns,kingston,wellington city,castries city,stanley,hamilton,plymouth,douglas,the valley,road town,the bottom,west island'.split(
    ',',
  ),
);
