// Headlines with traps, most of which name no country: rivers, seas, people, teams, food, animals, companies, treaties,
// ships, schools, towns, peninsulas; and capitals that name their country.
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
Indians Shut Out Twins in Cleveland
Tribe Rallies as Indians Edge White Sox
Georgia Quarterback Sets School Record
University of Georgia Names New President
Georgia Deputies Search for Missing Boater
Georgia Peach Growers Brace for Frost
Georgia and Moldova Sign Gas Accord => Georgia,Moldova
Captain America Sequel Tops Charts
Miss America Pageant Drops Swimsuits
Bank of America Cuts Branches
Mall of America Adds Roller Coaster
America Online Founder Sells House
America's Drivers Pay More at the Pump => United States
Good Morning America Host Leaves
American Airlines Cancels Flights
American Express Raises Fees
American Idol Winner Releases Album
African American Museum Reopens
Native American Tribes Sue Over Pipeline
Indian Reservation Gets Clean Water at Last
Bureau of Indian Affairs Names Director
Indian Casino Expands in Oklahoma
Indian Navy Rescues Sailors => India
Indian Wells Final Set
Korean War Veteran Honored at 95
Vietnam Veterans Gather at the Wall
German Shepherd Finds Lost Child
French Bulldog Stolen From Porch
English Bulldog Wins Show
Scottish Terrier Wins Best in Show
Welsh Corgis Race at Fair
Irish Setter Returns Home After a Year
Japanese Knotweed Spreads Along Rail Lines
Japanese Maples Turn Early
Spanish Moss Blamed for Blackout
Persian Rug Dealer Retires
Persian Gulf Tanker Seized
Chinese New Year Parade Draws Crowds
Chinese Restaurant Owner Feeds the Homeless
Thai Restaurant Closed After Inspection
Mexican Restaurant Chain Files for Bankruptcy
Italian Restaurant Loses License
Indian Summer Warms the Coast
English Teacher Wins Lottery
English Lessons for Refugees Cut
Spanish Lessons Move Online
Spanish-Speaking Voters Weigh In
Todd English Opens Third Restaurant
Irvine Welsh Publishes New Novel
Dawn French Returns to the Stage
Domingo German Throws Perfect Game
Tana French Wins Crime Prize
Brit Marling Writes New Series
Joe English Sworn In as Judge
Cuba Gooding Jr. Faces Trial
Israel Kamakawiwo'ole Honored With Statue
India Walton Concedes in Buffalo
Kenya Moore Leaves Show
China Miéville Finishes Trilogy
Chyna Doll Collection Sold
Jordan Henderson Signs Extension
Jordan Love Throws Four Touchdowns
Jordan Bardella Faces Questions
Chad Mendes Returns to Ring
Chad Le Clos Wins Butterfly
Georgia Meloni's Rival Concedes
Georgia Stanway Scores Twice
Georgia Hall Leads After First Round
Paris Saint-Germain Beat Lyon
Paris Fury Expecting Again
London Breed Loses Race
Sydney Sweeney Joins Cast
Santiago Lima Wins Chess Title
Adriana Lima Walks the Runway
Sofia Richie Gives Birth
Victoria Azarenka Withdraws
Vienna Teng Plays Farewell
Berlin Heights Votes on Levy
Jeff Holland Named Coach
Tom Holland Engaged
Merrill Holland Retires
Amanda Holland Elected Mayor
Marcus Jordan Opens Shoe Store
DeAndre Jordan Joins Nuggets
Vernon Jordan Remembered
Louis Jordan Tribute Sells Out
Neil Jordan Directs Western
Robert Poland Dies at 90
Ed Poland Sues Town
Oman Brothers Circus Returns
Jill Scott and Ian Ireland Marry
Colin Ireland Case Reopened
Stephen Ireland Opens Academy
David Israel Named Producer
Steve Israel to Open Bookstore
Lake Chad Fishermen Return
Lake Victoria Ferry Overturns
River Jordan Baptisms Resume
Mount Kenya Climbers Rescued => Kenya
Gulf of Aden Patrols End
Sea of Oman Drill Ends
Bay of Bengal Storm Grows
Strait of Malacca Traffic Jam
East China Sea Collision Kills Two
Cape Verde Islands Swept by Dust => Cape Verde
Crimean Peninsula Loses Power
Malay Peninsula Tigers Dwindle
Iberian Lynx Returns
Guinea Worm Near Eradication
Guinea Pigs Fill Shelter
Turkey Vultures Circle Town
Cold Turkey Is Best Way to Quit, Study Finds
Turkey Sandwich Recall Widens
Turkey Hunters Head for the Woods
Turkey and Cranberry Prices Ease
Turkey Raises Interest Rates => Türkiye
Talking Turkey: How to Carve
Panama Hat Makers Fight Fakes
Panama City, Fla., Braces for Storm
Panama City Beach Cancels Spring Break
Bermuda Triangle Myth Debunked
Bermuda Shorts Are Back
Canada Goose Droppings Close Beach
Canada Dry Sued Over Ginger
Canada Geese Stop Traffic
Poland Spring Recalls Bottles
Swiss Army Knife Maker Drops Blade
Swiss Army Trains in Snow => Switzerland
Danish Crown Cuts Jobs => Denmark
Stockholm Syndrome Revisited
Lisbon Treaty Ratified by Last Holdout
Paris Climate Accord Turns Ten
Doha Round Collapses
Oslo Accords Negotiator Dies
Minsk Agreement Falters
Helsinki Accords Remembered
Jamaica Bay Wetlands Restored
Jamaica Station Gets Facelift
Holland Tunnel Closes Overnight
Nassau County Cuts Taxes
Lebanon High School Wins Title
Peru State College Hires Coach
Norway High School Evacuated
Lebanon Valley College Names Dean
Mexico, Mo., Bakery Burns
Cuba, Missouri, Paints Its Walls
Poland, Ohio, Votes on Levy
Vienna, Va., Opens Library
Cairo, Ill., Gets a Grocery
Athens, Ga., Band Reunites
Rome, Ga., Mill to Close
Berlin, N.H., Prison Lockdown Ends
Delhi, N.Y., Farmer Wins Cheese Prize
Lima, Ohio, Refinery Leak Contained
Moscow, Pa., Plows Snow
Manila Folders Hid the Evidence
USS Georgia Returns to Port
HMS Scotland Paint Job Delayed
Wales, Alaska, Awaits First Light
Prince of Wales Opens School
New Britain Man Wins Lottery
Port Moresby Market Burns => Papua New Guinea
Dominican Friars Sell Priory
Dominicans Vote in Runoff in Santo Domingo => Dominican Republic
Maltese Falcon Statue Fetches Millions
Maltese Terrier Found in Drain
Malta Court Clears Minister => Malta
French Toast Day Comes Early
French Open Final Postponed by Rain
French Quarter Flood Wall Fails
French Kiss Study Retracted
Brazilian Wax Salon Fined
Brazilian Jiu-Jitsu Champ Opens Gym
Turkish Delight Maker Turns 200
Turkish Bath Reopens in Budapest => Hungary
Irish Dancing Contest Draws Thousands
Irish Pub Burns Down in Boston
Scotch Tape Inventor's Heirs Sue
Russian Roulette Death Ruled Accident
Russian Doll Season Two Reviewed
Swedish Massage Parlor Raided
Dutch Oven Recall Expands
Dutch Elm Disease Fells Last Tree
Chinese Checkers Champion Crowned
Cuban Sandwich Contest Heats Up
Spanish Flu Lessons Recalled
German Measles Outbreak at Camp
Egyptian Cotton Sheets Were Fake, Court Told
Columbia Professor Wins Prize
District of Columbia Council Votes
Western Sahara Talks Resume => Western Sahara
Ireland's Call Center Workers Strike => Ireland
Ivory Coast Cocoa Harvest Fails => Ivory Coast
Bahrain and Qatar Restore Ties => Bahrain,Qatar
Togo Votes Amid Calm => Togo
Mali Junta Delays Vote => Mali
Chad Troops Cross Into Sudan => Chad,Sudan
Jordan Carves Out Role in Talks => Jordan
Jordan Bans Plastic Bags => Jordan
Cyprus Finds Gas => Cyprus
Kenya Runners Sweep Marathon => Kenya
Israel Strikes Port => Israel
Israel Cabinet Splits => Israel
Ireland Coach Resigns => Ireland
Peru Miners Trapped => Peru
Cuba Blackout Enters Third Day => Cuba
Nairobi Street Vendors Clash With Police => Kenya
Paris Hotel Fire Kills Four => France
Tokyo Road Crews Work at Night => Japan
London Bridge Closed for Repairs => United Kingdom
Lima Mayor Runs for President => Peru
Havana Syndrome Report Released
Berlin Film Festival Opens => Germany
Rome Bus Drivers Strike => Italy
Dublin Rents Rise Again => Ireland
Kampala Traffic Wardens Go Unpaid => Uganda
Muscat Grapes Ripen Early
Brussels Tram Derails => Belgium
EU Chiefs Meet in Brussels
Jordan Clarkson Traded to Jazz
Jordan's Shoes Sell for Two Million at Auction
Jordan Trains Paramedics From Sudan => Jordan,Sudan
Airport in Jordan Adds Runway => Jordan
Farmers Along the Jordan Want Their Water Back
Chad Wolf Steps Down
Chad Hurley Buys Soccer Club
Rebels Near Capital of Chad => Chad
Georgia on My Mind Turns Ninety
Georgia Recount Ends
Georgia Runoff Draws Record Turnout
Savannah, Georgia, Bans Scooters
Georgia Wine Finds Buyers in China => Georgia,China
Protests in Georgia Enter Second Month => Georgia
Turkey Farm Fire Kills 10,000 Birds
A Smaller Turkey for a Smaller Table
Turkey Leg Vendor Banned From Fair
Pilgrims Ate No Turkey, Historian Says
Turkey Extradites Banker => Türkiye
Niger Coup Leaders Name Cabinet => Niger
Dead Fish Wash Up on Niger Banks
Hippos Attack Canoe on Niger River
Ganges Dolphins Counted in India => India
Volga Boatmen Sing Again in Russia => Russia
Danube Ships Stranded Between Hungary and Serbia => Hungary,Serbia
Black Sea Mine Found off Romania => Romania
Baltic Cable Cut Between Finland and Estonia => Finland,Estonia
Caspian Sea Level Falls
Red Sea Attacks Resume
Dead Sea Shrinks Again
Sinai Peninsula Blast Kills Tourists
Yucatan Peninsula Train Opens
Horn of Africa Drought Eases
Cape Horn Race Begins
Paris Jackson Joins Tour
Paris, Tenn., Fish Fry Returns
Paris Fashion Week Opens With a Bang => France
London Bridges: Portrait of a Bricklayer
Julie London Retrospective Planned
Jack London Square Gets Ferry
Berlin Marathon Record Falls => Germany
New Berlin Mayor Sworn In
Irving Berlin Musical Revived
Madrid Beat City in Semifinal
Ajax Amsterdam Sack Coach
Dinamo Zagreb Fans Banned
Sparta Rotterdam Promoted
Dynamo Kyiv Draws Blank
Galatasaray Sign Striker
Brazil Beat Chile on Penalties => Brazil,Chile
England Collapse in Second Test => United Kingdom
All Blacks Thrash France => France
Washington Football Team Picks Name
Washington Apples Rot in Warehouses
Washington Urges Restraint => United States
Vienna Sausages Recalled Over Label
Vienna Talks Stall => Austria
Turin Shroud Goes on Display
Dublin Castle Reopens => Ireland
Sofia Kenin Reaches Final
Sofia Pollution Alarm Sounds => Bulgaria
Manila Airport Loses Power => Philippines
Lima Beans Recalled
Male Suspect Sought in Fire
Nice Attack Trial Opens
Reading Man Wins Marathon
Victoria Falls Dries to a Trickle
Santiago Metro Reopens => Chile
Santiago Solari Sacked
San Jose Sharks Lose
Kingston Trio Singer Dies
Polish Your Resume, Experts Say
Polish Border Guards Find Tunnel => Poland
Finnish Line: Race Ends in Mud => Finland
Greek Row House Fined After Party
Turkish Airlines Flight Diverted => Türkiye
Swiss Bank Pays Fine => Switzerland
Danish Royal Opens Bridge => Denmark
French Press or Pour-Over?
French's Mustard Changes Label
Italian Dressing Recalled
Italian Job Car Sold
Spanish Harlem Mural Restored
American Bulldog Saves Child
American Pie Star Weds
American Samoa Votes
American Gothic House for Rent
Israel Idonije Opens Comic Shop
Israel Folau Signs in Japan => Japan
India Eisley Cast in Thriller
John Cuba's Garage Burns
Holland America Ship Adrift
Holland Taylor Wins Emmy
Mexico Beach Rebuilds After Storm
Oman Air Lands in Thailand => Oman,Thailand
`);
