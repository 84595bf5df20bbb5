// English phrases that sound like a country and name something else: seas and rivers, animals and plants, food, teams,
// people, companies, treaties. Data for names.ts.

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
French fries, French fry, French toast, French kiss, French horn, French bulldog, French bulldogs, French Quarter, French Guiana
German Shepherd, German Shepherds, German measles, Greek yogurt, Greek tragedy, Greek letters, Dutch oven, Dutch auction, Swiss cheese, Swiss Army knife
Danish pastry, Danish pastries, Russian roulette, Russian doll, Russian dolls, Mexican standoff, Irish coffee, Irish setter, Turkish delight, Turkish bath, Turkish coffee
Spanish flu, Spanish moss, Brazilian wax, Brazil nut, Brazil nuts, Brazilian jiu-jitsu, Canada goose, Canada geese, Chinese checkers, Cuban sandwich, Thai curry
Belgian waffle, Belgian waffles, Welsh corgi, Welsh rarebit, Persian Gulf, Vietnam veteran, Vietnam veterans, Vietnam vet, Vietnam vets
Cuba Gooding, Israel Adesanya, Israel Kamakawiwo, Jordan almonds, Jordan Brand, Air Jordan, Air Jordans, Chile peppers, Chile verde
Georgia Tech, Georgia State, Georgia Southern, Georgia Bulldogs, Georgia O'Keeffe, Georgia Power, Georgia Aquarium, Georgia peach
Georgian architecture, Georgian house, Georgian era, Georgian mansion, Georgian townhouse
Nail Polish, Shoe Polish, Polish off, Little Italy, Italian ice, Italian greyhound, Italian dressing, Tonga Room
Virgin Islands, Emirates Stadium, Emirates Cup, Bay of Bengal, Singapore Sling, Lebanon Valley, Jamaica Plain, Jamaica Queens, Cyprus Hill
North Pole, South Pole, Pole position, Pole vault, Holland Tunnel, Holland Park, Holland & Barrett, Peru Indiana, Vatican II
Chad Smith, Swedish meatballs, Swedish massage, Swedish fish
Niger River, River Niger, Niger Basin, Niger Bend, Congo River, River Congo, Congo Basin, Congo Square, Senegal River, Gambia River, River Gambia
Paraguay River, Uruguay River, Suriname River, Jordan Rift, Panama Jack, Volta River, Zambia River
Norwegian Sea, Philippine Sea, Irish Sea, Gulf of Thailand, Gulf of Finland, Gulf of Panama, Gulf of Bahrain, Gulf of Honduras, Mozambique Channel, English Channel
Greenland Sea, Timor Sea, Solomon Sea, Denmark Strait, Korea Strait, Bay of Bangladesh, Gulf of Kuwait, Gulf of Iran, Mexican Gulf
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
American Dream, American Eagle, American Girl, American Gothic, American Psycho, Pan American, Spanish Harlem, Little Havana, Little Haiti, Little Ethiopia
Poland Spring, Peru State, Lebanon County, Jordan Marsh, Jordan Creek, Cuba City, Mexico Beach, Holland America, Turkish Airlines Open
New Holland, New Caledonia, New Ireland, New Scotland, South Wales Argus, Monaco Grand Prix, Sofia Coppola, Sofia Vergara, Sofia Kenin, Paris Jackson, Paris Hilton
India ink, India pale ale, Mali Empire, Ghana Empire, Portuguese man o, Portuguese man of war, Portuguese man-of-war, Portuguese water dog, Burma Shave, Burmese python, Burmese cat
Trinidad Moruga, San Marino Grand Prix, Ireland Baldwin, Turkey vulture, Turkey vultures, Chile con carne, Chile relleno, Jamaica Inn, Kenya Moore, Belgian Malinois
Norwegian forest cat, Norwegian Cruise Line, Swedish House Mafia, Hungarian goulash, Peruvian lily, Egyptian cotton, Egyptian mau, Cyprus Avenue, Vietnam Veterans Memorial, Turks Head
Victoria Falls, Santiago de Compostela, Santiago Bernabeu, Santiago Giménez, Santiago de Cuba, San Juan Capistrano, Vienna Philharmonic Ball, Lima Ohio, Dublin Ohio, Wellington boots, Duke of Wellington
Bureau of Indian Affairs, Indian Affairs Bureau, Indian Country, Indian Gaming, Indian casino, Indian casinos, Indian reservations, Indian tribe, Indian tribes, Indian burial ground, Fighting Indians
Korean War, Korean Americans, Chinese New Year, Thai massage, Thai boxing, Mall of America, America Online, America West, America Ferrera, Cash America, Good Morning America, Boy Scouts of America, Voice of America
Bank of New England, Corporate America, Team America, Small Town America, Middle America, American Ninja Warrior, American Beauty, American Horror Story, American Sniper, American Fiction, American Graffiti, American Apparel, American Standard
University of Georgia, Georgia Pacific, Georgia Dome, Georgia Bulldog, Georgia Tann, Athens Ga, Rome Ga, HMS Scotland, USS America, USS Georgia, SS America
Scottish terrier, Scottish terriers, Scottish Fold, Welsh corgis, Welsh terrier, Welsh pony, Irish terrier, Irish wolfhound, Irish wolfhounds, Irish setters, Tibetan mastiff, Afghan hound, Afghan hounds, Maltese terrier, Maltese dog, Australian shepherd, Australian shepherds, Australian cattle dog
Brittany spaniel, French poodle, French poodles, German pointer, Norwegian elkhound, Swiss mountain dog, Portuguese podengo, Japanese Akita, Egyptian goose, Egyptian geese, Canadian goose, Canadian geese, Mexican wolf, Mexican wolves
Japanese knotweed, Japanese maple, Japanese maples, Japanese beetle, Japanese beetles, Japanese honeysuckle, Japanese stiltgrass, Chinese mitten crab, Chinese privet, Chinese tallow, Chinese elm, Dutch elm disease, Dutch elm, English ivy, English oak, Brazilian pepper, Russian olive, Russian thistle
Australian pine, Norway pine, Norway lobster, Cuban tree frog, Cuban treefrog, Argentine ant, Argentine ants, African violet, Colombian necktie, Chilean sea bass, Spanish mackerel, Mexican jumping beans, Swiss army man, Swiss Family Robinson, Swiss Guard
Russian Tea Room, Russian Orthodox, Greek Orthodox, Ukrainian Catholic, Armenian Apostolic, Greek life, Greek Week, Greek row, Spanish Steps, Spanish Town, Spanish fly, Spanish Fork, French Lick, French Connection, French Dispatch, French Open, French leave, French polish, French twist, French martini
English Patient, English language, English lessons, English literature, English teacher, English teachers, English professor, English class, English classes, English exam, English test, English major, English learners, English-only, English speakers, English Speaking, English Springer Spaniel
Spanish language, Spanish lessons, Spanish speaking, Spanish speakers, Spanish class, Spanish classes, French language, French lessons, French immersion, French speakers, French Speaking, German lessons, German-speaking, German speakers, Chinese language, Chinese lessons, Chinese characters, Russian speakers, Russian-speaking, Portuguese-speaking
Irish dancing, Irish dance, Irish dancers, Irish dancer, Irish goodbye, Irish cream, Irish Spring, Irish soda bread, Fighting Irish, Dropkick Murphys Irish, Italian Job, Italian beef, German chocolate, German cockroach, German cockroaches, Hungarian rhapsody, Polish notation, Danish Girl
Brazilian butt lift, Brazilian blowout, Cuban cigar, Cuban heel, Canadian Club, Canadian tuxedo, Canada Dry, Canada lynx, Texas Canada, Mexican hot chocolate, Mexican hat, Mexican train, Singapore math, Egyptian lover, Maltese Falcon, Maltese cross, Benin Bronzes, Benin Bronze, Java Man, Peking Man
Nigerian prince scam, Turkish rug, Turkish rugs, Turkish carpet, Persian rug, Afghan blanket, Afghan coat, Ethiopian wolf, Ethiopian wolves, Jordan Almond, Air Jordan sneakers, Jordan sneakers, Jordan sneaker, Jordan shoes, Chad ballot, Hanging chads
Samoa Joe, Samoa cookies, Oman Brothers, Aruba Networks, Malta Goya, Malta cross, Poland China hogs, Kenya Airways Flight, Niger seed, Guinea hen, Guinea hens, Guinea baboon, Guinea grass, Turkey bacon, Turkey tail, Turkey oak, Cold turkey, Talk turkey, Talking turkey, Jive turkey, Turkey in the Straw
Jamaica Bay, Jamaica Station, Jamaica Avenue, Jamaica Estates, Jamaica Hospital, Holland Village, Holland Cotter, Denmark Vesey, Lebanon Bologna, Bermuda grass, Bermuda onion, Bermuda onions, Barbados cherry, China Grove, China Lake, China Beach, China Doll, China Mieville, China Chow, China Anne McClain
Cuba Libre, Cuba libres, Mexico City Blues, Peru Balsam, Norway House, Iceland Foods, Iceland supermarket, Iceland supermarkets, Finland Station, Sweden Valley, Egypt Valley, Israel Putnam, Israel Houghton, Israel Zangwill, India Hicks, India Knight, Kenya Hara, Kenya Grace, Chad Mendes, Chad Le Clos
Stockholm syndrome, Havana syndrome, Copenhagen interpretation, Lisbon Treaty, Treaty of Lisbon, Treaty of Paris, Treaty of Vienna, Doha Round, Muscat grapes, Muscat wine, Vienna Teng, Vienna Waltz, Vienna bread, Tokyo Rose, Tokyo Drift, Tokyo Vice, Berlin Heights, Berlin Township, Rome Township, Lima Township
Cairo Genizah, Delhi belly, Manila folder, Manila folders, Manila paper, Manila clam, Manila clams, Panama red, Havana cigars, Bern Convention, Warsaw Ghetto, Berlin Airlift, London broil, London fog, London plane trees, London dispersion, Athens of the North, Dublin Core, Prague School, Sofia the First, Sofia Loren, Paris Fury
Along the Jordan, Across the Jordan, Banks of the Jordan, Niger Banks, Georgia on My Mind, French's mustard, American bulldog, American bulldogs, Israel Idonije, London Bridges, Santiago Solari
`;
