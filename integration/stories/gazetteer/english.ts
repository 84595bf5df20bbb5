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
Niger River, River Niger, Niger Basin, Niger Bend, Congo River, River Congo, Congo Basin, Congo Square, Senegal River, Gambia River, River Gambia
Paraguay River, Uruguay River, Suriname River, Jordan Rift, Lake Panama, Panama Jack, Volta River, Zambia River
Norwegian Sea, Philippine Sea, Irish Sea, Gulf of Thailand, Gulf of Finland, Gulf of Panama, Gulf of Bahrain, Gulf of Honduras, Mozambique Channel, English Channel
Greenland Sea, Timor Sea, Solomon Sea, Denmark Strait, Korea Strait, Bay of Bangladesh, Gulf of Kuwait, Gulf of Iran, Ligurian Sea, Mexican Gulf
Korean Peninsula, Arabian Peninsula, Iberian Peninsula, Malay Peninsula, Indochina Peninsula, Indian subcontinent, Italian Peninsula, Scandinavian Peninsula
Real Madrid, Atletico Madrid, Atlético Madrid, Rayo Madrid, Sporting Lisbon, Union Berlin, Hertha Berlin, Paris Saint-Germain, Paris St-Germain, Paris FC, Rapid Vienna, Austria Vienna
Red Star Belgrade, Partizan Belgrade, Spartak Moscow, CSKA Moscow, Dynamo Moscow, Lokomotiv Moscow, Dynamo Kyiv, Slavia Prague, Sparta Prague, Legia Warsaw, Steaua Bucharest, Dinamo Bucharest
Washington Commanders, Washington Wizards, Washington Capitals, Washington Nationals, Washington Mystics, Washington Huskies, Washington Redskins, Washington Post, Washington State, Washington University
Washington Heights, Washington Square, Washington Monument, Washington Irving, Fort Washington, Mount Washington, Lake Washington, Port Washington, Ottawa Senators, London Broncos, London Irish, London Welsh
Peking duck, Lima bean, Lima beans, Vienna sausage, Vienna sausages, Brussels sprout, Brussels sprouts, Swiss chard, Swiss roll, Canadian bacon, Chicken Kiev, Moscow mule, Moscow mules, Beef Wellington
Russian dressing, Greek salad, Spanish omelette, Irish stew, Irish whiskey, Irish pub, English muffin, English muffins, English breakfast, English setter, French onion, French press, French dressing, French bread
French windows, French door, French doors, French braid, French manicure, Italian sausage, American cheese, Polish sausage, Singapore noodles, Mongolian beef, Danish blue, Turkish towel, Turkish towels, Turkey Trot
Dutch courage, Dutch door, Dutch uncle, Danish modern, Norway maple, Norway rat, Norway rats, Norway spruce, Japan black, Great Dane, Great Danes, Russian blue, Chinese lantern, Chinese whispers, Mexican wave
Cuban heels, Panama disease, Havana Club, Havana Brown, Manila envelope, Manila envelopes, Jerusalem artichoke, Damascus steel, Berlin Wall, Warsaw Pact, Irving Berlin, Jack London, Grand Budapest Hotel
Paris Agreement, Paris accord, Paris climate accord, Kyoto Protocol, Dakar Rally, Vienna Convention, Vienna Boys Choir, Prague Spring, Athens Georgia, Rome Statute, Treaty of Rome, Cairo Illinois, London Breed
American Dream, American Samoa, American Eagle, American Girl, American Gothic, American Psycho, Pan American, Spanish Harlem, Little Havana, Little Haiti, Little Ethiopia, Chinatown
Poland Spring, Peru State, Lebanon County, Jordan Marsh, Jordan Creek, Cuba City, Mexico Beach, Oman Air Center, Holland America, Malta Street, Indiana Jones, Mali-Ston, Turkish Airlines Open
Port of Spain Street, Isle of Wales, Brazil Street, New Holland, New Caledonia, New Ireland, New Scotland, South Wales Argus, Monaco Grand Prix, Sofia Coppola, Sofia Vergara, Sofia Kenin, Paris Jackson, Paris Hilton
India ink, India pale ale, Mali Empire, Ghana Empire, Portuguese man o, Portuguese man of war, Portuguese man-of-war, Portuguese water dog, Burma Shave, Burmese python, Burmese cat, Siamese cat
Trinidad Moruga, San Marino Grand Prix, Ireland Baldwin, Turkey vulture, Turkey vultures, Chile con carne, Chile relleno, Jamaica Inn, Kenya Moore, Malta Beverage, Belgian Malinois
Norwegian forest cat, Norwegian Cruise Line, Swedish House Mafia, Hungarian goulash, Peruvian lily, Egyptian cotton, Egyptian mau, Cyprus Avenue, Vietnam Veterans Memorial, Turks Head
Victoria Falls, Santiago de Compostela, Santiago Bernabeu, Santiago Giménez, Santiago de Cuba, San Juan Capistrano, Vienna Philharmonic Ball, Lima Ohio, Dublin Ohio, Wellington boots, Duke of Wellington
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
    near: 'poultry gravy cranberry butterball gobble gobbler gobbles carve carving oven basting giblets thaw thawing drumstick drumsticks tryptophan',
    before:
      'thanksgiving roast roasted wild cold fried frozen christmas smoked ground butterball deli leftover holiday stuffed whole free',
    after:
      'dinner dinners sandwich sandwiches breast trot trots day leg legs burger burgers bacon club hunt hunting hunters season farm farms farmer farmers vulture vultures prices price shortage shortages supply producers growers flock flocks eggs feathers fryer fryers baster trot recipe recipes stuffing soup meatballs giveaway shoot drive pardon chili tails',
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
    near: 'bulls nba basketball sneaker sneakers nike dunk dunks hornets tarheels',
    before: 'dejounte deandre vernon barbara jim colin neil montell',
    after: 'spieth bardella poole clarkson peele belfort',
  },
  chad: { person: 'given', before: 'hanging dimpled', near: 'ballot ballots' },
  washington: {
    person: 'surname',
    before: 'eastern western george denzel kerry booker martha mount',
    after:
      'commanders wizards state post county nationals capitals dulles irving heights carver fans resident residents ferry ferries wildfire wildfires',
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
  america: { after: 'ferrera', before: 'latin south north central corporate middle' },
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
  'queen prince princess crown junta opposition rebels rebel troops forces police court courts judge judges cabinet premier envoy envoys border borders farmers voters vote votes election elections leader leaders protesters protest media state officials official economy inflation exports imports airline airlines bank banks oil gas coal water power teachers doctors workers refugees refugee women men children students school schools hospital hospitals museum team players coach fans striker football soccer rugby cricket olympic tourism minister’s islands peace talks deal law bill budget tax debt loan aid food wheat rice flood floods quake earthquake storm drought fire fires blast attack attacks strike strikes war truce ceasefire spy embassy ambassador constitution senate lower upper top supreme high former ex new late first second old young says and to in on at of for with as is are was were will may can could should must not no now still also king prime foreign president minister army government national coach captain defence defense interior parliament police central royal crown open grand premier league cup street avenue and air valley';

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
  before: 'new little fort port mount lake saint st san real atletico',
  after:
    'avenue street road lane square county township heights bridge university college hotel fc ohio texas illinois kentucky tennessee georgia indiana idaho maine',
  person: 'surname',
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
