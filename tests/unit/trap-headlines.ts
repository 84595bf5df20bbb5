// A hundred and seventy headlines with traps: rivers, seas, people, teams, food, towns, peninsulas, and capitals that name
// their country. Written to be told apart, and not to be built with.
import type { Headline } from './headlines.ts';

const en = (text: string): Headline[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [headline = '', countries = ''] = line.split(' => ');
      return ['en', headline.trim(), countries.trim()];
    });

/** Headlines of our own, and the countries they name. */
export const TRAP_HEADLINES: readonly Headline[] = en(`
Cairo Says Talks May Resume => Egypt
Finance Minister Visits Lisbon => Portugal
Tram Drivers Walk Out in Warsaw => Poland
Ankara Rejects Report on Airport Deal => Türkiye
Beijing Lifts Duties on Barley => China
Night Buses Return to Nairobi => Kenya
Moscow Denies Role in Cable Break => Russia
Tehran and Baghdad Agree on Water Gauge => Iran,Iraq
Kabul Bakers Run Short of Flour => Afghanistan
Havana Reopens Its Oldest Cinema => Cuba
Book Fair Opens in Khartoum => Sudan
Oslo Bans Cars From Harbor Front => Norway
Canberra Weighs New Visa Rules => Australia
Doha Hosts Chess Olympiad => Qatar
Madrid Metro Loses Its Last Ticket Seller => Spain
Stockholm Court Frees Editor => Sweden
Helsinki Library Lends Sewing Machines => Finland
Addis Ababa Light Rail Adds Night Trains => Ethiopia
Envoys Meet in Vienna Over Grain => Austria
Mayor of London Rides First Tram => United Kingdom
Hanoi Counts Its Motorbikes => Vietnam
Buenos Aires Bookshops Stay Open All Night => Argentina
Athens Museum Returns Statue to Libya => Greece,Libya
Kathmandu Porters Ask for Pensions => Nepal
Riyadh Opens Desert Observatory => Saudi Arabia
Tokyo Ferry Runs Aground Off Seoul Coast => Japan,South Korea
Brazil Sends Doctors to Luanda => Brazil,Angola
Taipei Night Market Turns Off Its Lights => Taiwan
Budapest Baths Raise Prices => Hungary
Dakar Fishermen Blame Foreign Trawlers => Senegal
Niger River Floods Displace Herders
Barges Return to the Congo River
Trekkers Follow the River Gambia to Its Source
Senegal River Dam Springs a Leak
Pilgrims Wade Into Jordan River
Cranes Fly Early Over the Jordan Valley
Paraguay River Falls to Record Low
Drought Exposes Wrecks in Uruguay River
Fish Stocks Crash in Lake Chad
Divers Map the Floor of Lake Malawi
Herring Vanish From Norwegian Sea
Typhoon Crosses Philippine Sea
Ferry Drifts for Hours in Irish Sea
Swimmer Crosses English Channel Backward
Oil Sheen Spotted in Gulf of Thailand
Cargo Ship Lists in Gulf of Finland
Cyclone Weakens Over Mozambique Channel
Ice Thins Across the Greenland Sea
Frigates Shadow Each Other in South China Sea
Earthquake Felt Under the Sea of Japan
Whales Return to Gulf of Oman
Pirates Board Tanker in Gulf of Guinea
Plastic Gyre Found in Indian Ocean
Heat Dome Settles on Arabian Peninsula
Wolves Spread Across Iberian Peninsula
War Games Begin on Korean Peninsula
Monsoon Reaches Indian Subcontinent Late
Bulls Great Jordan Sells Sneaker Patent
Basketball’s Jordan Gives Rare Interview
Jordan Dunk Contest Trophy Fetches a Million at NBA Auction
Jordan Spieth Misses Cut by a Stroke
Jordan Peele Begins Shooting Thriller
Jordan Fenwick Wins School Spelling Prize
Chad Kroeger Cancels Two Concerts
Chad Ellington Opens Bike Shop
Chelsea Clinton and Chad Smith Host Gala
Israel Adesanya Loses Title on Points
Kenya Barris Sells New Series
India Arie Pulls Songs From Stream
America Ferrera Honored for Role
Georgia O’Keeffe Painting Found in Attic
Giorgia and Georgia May Jagger Open Show
Kathy Ireland Buys Ranch
Anthony France Named Schools Chief
Eddie Cyprus Retires From Boxing
Tom Holland Breaks Wrist on Set
Paris Hilton Speaks to Senate Panel
Paris Jackson Settles Suit
Jack London Cabin Opens to Visitors
Irving Berlin Songbook Digitized
Denzel Washington Returns to Stage
George Washington Letter Sold
Kerry Washington to Direct Drama
Sofia Coppola Films in a Single Room
Sofia Vergara Launches Coffee
Duke of Wellington Statue Gets New Cone
Peter Finn Elected Union Head
Melissa Poland Joins Board
Washington Commanders Fire Coach
Washington Wizards Trade Guard
Washington Post Names Editor
Ottawa Senators Win in Overtime
Real Madrid Sign Teenage Goalkeeper
Atletico Madrid Rescue a Draw
Union Berlin Sack Coach
Paris Saint-Germain Rest Captain
Red Star Belgrade Win Derby
Spartak Moscow Keeper Saves Two Penalties
Slavia Prague Rename Stadium
Cleveland Indians Fans Recall Old Name
Georgia Bulldogs Lose Quarterback
New England Patriots Draft Kicker
Sporting Lisbon Beat Neighbors
Legia Warsaw Draw Again
Thanksgiving Turkey Escapes From Barn
Poultry Vet Warns of Turkey Disease
Wild Turkey Stops Traffic
Why Turkey Makes You Sleepy: Tryptophan Myths
Turkey Gravy Recall Widens
Frozen Turkey Prices Climb
Peking Duck Chain Files for Bankruptcy
Lima Bean Festival Draws Thousands
Vienna Sausage Recall Expands
Brussels Sprouts Are Back
Swiss Cheese Plant Gets a Mural
Canadian Bacon Tariff Dropped
Chicken Kiev Turns Sixty
Moscow Mule Mugs Recalled
Beef Wellington Makes a Comeback
Greek Salad Costs More This Summer
French Onion Soup Wins Cook-Off
English Muffin Maker Cuts Jobs
Brazil Nut Harvest Fails
Danish Pastry Chain Opens
Guinea Fowl Roam Suburb
Great Dane Rescues Kitten
Polish Sausage Stand Turns Fifty
Jerusalem Artichoke Soup for Winter
Norway Spruce Lights Up Plaza
Paris, Texas, Rebuilds Its Tower
Moscow, Idaho, Elects Mayor
Lebanon, New Hampshire, Plows Late
Cuba, N.Y., Loses Cheese Plant
Peru, Nebraska, Saves College
Norway, Maine, Reopens Opera House
Athens, Georgia, Votes on Stadium
London, Ontario, Freezes Bus Fares
Mexico, Missouri, Mourns Its Barber
Dublin, Ohio, Bans Leaf Blowers
Lebanon County Fair Cancels Rides
Fort Washington Bridge Closed for Repairs
Rindfleisch Is a Word, Not a Place
Male Nurses Wanted on Every Ward
Turkey’s Parliament Debates Water Law => Türkiye
Jordan’s Queen Opens School for Girls => Jordan
Jordan and Syria Reopen Rail Link => Jordan,Syria
Chad Frees Nine Journalists => Chad
Niger and Chad Patrol Their Border => Niger,Chad
Georgian Wine Exports Rise as Tbilisi Cuts Fees => Georgia
Israel Approves Rail Tunnel => Israel
Panama Canal Pilots Call Off Strike => Panama
Congo Signs Cobalt Deal With Zambia => DR Congo,Zambia
Indian Train Crash Kills Driver => India
Irish Farmers Sue Over Bog Rule => Ireland
Polish Miners End Sit-In => Poland
French Senate Backs Wine Aid => France
Poland and Ukraine Share Grid => Poland,Ukraine
Bangkok Hotels Fill for New Year => Thailand
Prague and Bratislava Mark Split => Czechia,Slovakia
India Ink and Rice Paper: A Calligrapher's Workshop
Mali Empire Exhibition Opens at the Museum
Malian Army Retakes Northern Town => Mali
Portuguese Man o' War Washes Up on Beaches
Ireland Baldwin Gives Birth
Irish Premier Calls Early Election => Ireland
Burma Shave Signs Return to the Old Road
Myanmar Junta Extends Emergency => Myanmar
Jordan Airlifts Flour to Gaza => Jordan,Palestine
Norway Rats Overrun Park
Israel Adesanya Defends Title
German Chancellor Visits Ankara => Germany,Türkiye
`);
