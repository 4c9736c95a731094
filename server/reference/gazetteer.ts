/** A well-known place. */
export interface KnownPlace {
  readonly name: string;
  /** Other correct forms of the name: “U.S.”, “Kyiv” as well as “Kiev”. */
  readonly forms: readonly string[];
  /** Its adjectives and the names of its people. */
  readonly demonyms: readonly string[];
  /** The country in which it lies, if any. */
  readonly seat?: string;
  /** True for a country's capital, whose name is also used for its government. */
  readonly capital?: true;
}

/**
 * The countries of the world, one per line: names | adjectives and people (a star adds the plural in -s, an underscore
 * is a space) | capitals, with a slash between spellings of the same capital.
 */
const COUNTRIES = `
Afghanistan|Afghan*|Kabul
Albania|Albanian*|Tirana
Algeria|Algerian*|Algiers
Andorra|Andorran*|Andorra la Vella
Angola|Angolan*|Luanda
Antigua and Barbuda|Antiguan*|
Argentina|Argentine* Argentinian*|Buenos Aires
Armenia|Armenian*|Yerevan
Australia|Australian*|Canberra
Austria|Austrian*|Vienna
Azerbaijan|Azerbaijani* Azeri*|Baku
Bahamas|Bahamian*|Nassau
Bahrain|Bahraini*|Manama
Bangladesh|Bangladeshi*|Dhaka
Barbados|Barbadian* Bajan*|Bridgetown
Belarus|Belarusian* Belarussian*|Minsk
Belgium|Belgian*|Brussels
Belize|Belizean*|Belmopan
Benin|Beninese|Porto-Novo
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian*|La Paz,Sucre
Bosnia and Herzegovina,Bosnia,Bosnia-Herzegovina|Bosnian*|Sarajevo
Botswana|Botswanan* Motswana Batswana|Gaborone
Brazil|Brazilian*|Brasília/Brasilia
Brunei|Bruneian*|Bandar Seri Begawan
Bulgaria|Bulgarian*|Sofia
Burkina Faso|Burkinabe Burkinabé|Ouagadougou
Burundi|Burundian*|Gitega,Bujumbura
Cambodia|Cambodian*|Phnom Penh
Cameroon|Cameroonian*|Yaoundé/Yaounde
Canada|Canadian*|Ottawa
Cape Verde,Cabo Verde|Cape_Verdean*|Praia
Central African Republic|Central_African*|Bangui
Chad|Chadian*|N'Djamena
Chile|Chilean*|Santiago
China|Chinese|Beijing
Colombia|Colombian*|Bogotá/Bogota
Comoros|Comorian* Comoran*|Moroni
Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo|Congolese|Kinshasa
Republic of the Congo,Congo-Brazzaville|Congolese|Brazzaville
Costa Rica|Costa_Rican*|San José
Croatia|Croatian* Croat*|Zagreb
Cuba|Cuban*|Havana
Cyprus|Cypriot*|Nicosia
Czech Republic,Czechia|Czech*|Prague
Denmark|Danish Dane*|Copenhagen
Djibouti|Djiboutian*|
Dominica|Dominican*|Roseau
Dominican Republic|Dominican*|Santo Domingo
East Timor,Timor-Leste|East_Timorese Timorese|Dili
Ecuador|Ecuadorian* Ecuadorean*|Quito
Egypt|Egyptian*|Cairo
El Salvador|Salvadoran* Salvadorean*|San Salvador
Equatorial Guinea|Equatorial_Guinean*|Malabo
Eritrea|Eritrean*|Asmara
Estonia|Estonian*|Tallinn
Eswatini,Swaziland|Swazi*|Mbabane
Ethiopia|Ethiopian*|Addis Ababa
Fiji|Fijian*|Suva
Finland|Finnish Finn*|Helsinki
France|French Frenchman Frenchmen Frenchwoman|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian*|Banjul
Georgia|Georgian*|Tbilisi
Germany|German*|Berlin
Ghana|Ghanaian*|Accra
Greece|Greek*|Athens
Grenada|Grenadian*|
Guatemala|Guatemalan*|Guatemala City
Guinea|Guinean*|Conakry
Guinea-Bissau|Bissau-Guinean*|Bissau
Guyana|Guyanese|
Haiti|Haitian*|Port-au-Prince
Honduras|Honduran*|Tegucigalpa
Hungary|Hungarian*|Budapest
Iceland|Icelandic Icelander*|Reykjavik/Reykjavík
India|Indian*|New Delhi,Delhi
Indonesia|Indonesian*|Jakarta
Iran|Iranian*|Tehran
Iraq|Iraqi*|Baghdad
Ireland|Irish Irishman Irishmen Irishwoman|Dublin
Israel|Israeli*|Jerusalem
Italy|Italian*|Rome
Ivory Coast,Côte d'Ivoire|Ivorian* Ivoirian*|Yamoussoukro
Jamaica|Jamaican*|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian*|Amman
Kazakhstan|Kazakh* Kazakhstani*|Astana
Kenya|Kenyan*|Nairobi
Kiribati|I-Kiribati|
Kosovo|Kosovar* Kosovan*|Pristina
Kuwait|Kuwaiti*|Kuwait City
Kyrgyzstan|Kyrgyz Kyrgyzstani*|Bishkek
Laos|Laotian* Lao|Vientiane
Latvia|Latvian*|Riga
Lebanon|Lebanese|Beirut
Lesotho|Basotho Mosotho|Maseru
Liberia|Liberian*|Monrovia
Libya|Libyan*|Tripoli
Liechtenstein|Liechtensteiner*|Vaduz
Lithuania|Lithuanian*|Vilnius
Luxembourg|Luxembourger*|
Madagascar|Malagasy Madagascan*|Antananarivo
Malawi|Malawian*|Lilongwe
Malaysia|Malaysian*|Kuala Lumpur
Maldives|Maldivian*|Malé
Mali|Malian*|Bamako
Malta|Maltese|Valletta
Marshall Islands|Marshallese|
Mauritania|Mauritanian*|Nouakchott
Mauritius|Mauritian*|Port Louis
Mexico|Mexican*|Mexico City
Micronesia|Micronesian*|Palikir
Moldova|Moldovan*|Chisinau/Chișinău
Monaco|Monegasque* Monégasque*|
Mongolia|Mongolian* Mongol*|Ulaanbaatar/Ulan Bator
Montenegro|Montenegrin*|Podgorica
Morocco|Moroccan*|Rabat
Mozambique|Mozambican*|Maputo
Myanmar,Burma|Burmese Myanma|Naypyidaw
Namibia|Namibian*|Windhoek
Nauru|Nauruan*|
Nepal|Nepali* Nepalese|Kathmandu
Netherlands,Holland|Dutch Dutchman Dutchmen Dutchwoman|Amsterdam
New Zealand|New_Zealander* Kiwi*|Wellington
Nicaragua|Nicaraguan*|Managua
Niger|Nigerien*|Niamey
Nigeria|Nigerian*|Abuja
North Korea|North_Korean*|Pyongyang
North Macedonia,Macedonia|Macedonian* North_Macedonian*|Skopje
Norway|Norwegian*|Oslo
Oman|Omani*|Muscat
Pakistan|Pakistani*|Islamabad
Palau|Palauan*|
Palestine|Palestinian*|Ramallah
Panama|Panamanian*|Panama City
Papua New Guinea|Papua_New_Guinean* Papuan*|Port Moresby
Paraguay|Paraguayan*|Asunción/Asuncion
Peru|Peruvian*|Lima
Philippines|Filipino* Philippine Filipina*|Manila
Poland|Polish Pole*|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari*|Doha
Romania|Romanian*|Bucharest
Russia,Russian Federation|Russian*|Moscow
Rwanda|Rwandan*|Kigali
Saint Kitts and Nevis,St Kitts and Nevis|Kittitian*|Basseterre
Saint Lucia,St Lucia,St. Lucia|Saint_Lucian*|Castries
Saint Vincent and the Grenadines,St Vincent and the Grenadines|Vincentian*|Kingstown
Samoa|Samoan*|Apia
San Marino|Sammarinese|
São Tomé and Príncipe,Sao Tome and Principe|Santomean*|
Saudi Arabia|Saudi* Saudi_Arabian*|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian* Serb*|Belgrade
Seychelles|Seychellois|
Sierra Leone|Sierra_Leonean*|Freetown
Singapore|Singaporean*|
Slovakia|Slovak* Slovakian*|Bratislava
Slovenia|Slovenian* Slovene*|Ljubljana
Solomon Islands|Solomon_Islander*|Honiara
Somalia|Somali* Somalian*|Mogadishu
South Africa|South_African*|Pretoria,Cape Town
South Korea|South_Korean*|Seoul
South Sudan|South_Sudanese|Juba
Spain|Spanish Spaniard*|Madrid
Sri Lanka|Sri_Lankan*|Colombo
Sudan|Sudanese|Khartoum
Suriname|Surinamese|Paramaribo
Sweden|Swedish Swede*|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian*|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik* Tajikistani*|Dushanbe
Tanzania|Tanzanian*|Dodoma,Dar es Salaam
Thailand|Thai*|Bangkok
Togo|Togolese|Lomé/Lome
Tonga|Tongan*|Nuku'alofa
Trinidad and Tobago,Trinidad|Trinidadian*|Port of Spain
Tunisia|Tunisian*|Tunis
Turkey,Türkiye|Turkish Turk*|Ankara
Turkmenistan|Turkmen*|Ashgabat
Tuvalu|Tuvaluan*|Funafuti
Uganda|Ugandan*|Kampala
Ukraine|Ukrainian*|Kyiv/Kiev
United Arab Emirates,UAE,Emirates|Emirati*|Abu Dhabi
United Kingdom,UK,U.K.,Britain,Great Britain|British Briton*|London
United States,United States of America,US,U.S.,USA,U.S.A.,America|American*|Washington/Washington DC/Washington D.C.
Uruguay|Uruguayan*|Montevideo
Uzbekistan|Uzbek* Uzbekistani*|Tashkent
Vanuatu|Vanuatuan* Ni-Vanuatu|Port Vila
Vatican City,Vatican|Vatican|
Venezuela|Venezuelan*|Caracas
Vietnam|Vietnamese|Hanoi
Western Sahara|Sahrawi*|
Yemen|Yemeni*|Sanaa/Sana'a
Zambia|Zambian*|Lusaka
Zimbabwe|Zimbabwean*|Harare
Soviet Union,USSR,U.S.S.R.|Soviet*|
Yugoslavia|Yugoslav* Yugoslavian*|
Czechoslovakia|Czechoslovak*|
England|English Englishman Englishmen Englishwoman|
Scotland|Scottish Scot* Scotsman Scotsmen|Edinburgh
Wales|Welsh Welshman Welshmen|Cardiff
Northern Ireland|Northern_Irish|Belfast
Greenland|Greenlandic Greenlander*|Nuuk
Hong Kong|Hong_Konger*|
Puerto Rico|Puerto_Rican*|San Juan
`;

/** Continents, regions and seas: names | adjectives and people. */
const REGIONS = `
Africa|African*
Antarctica|Antarctic
Arctic|
Asia|Asian*
Europe|European*
Eurasia|Eurasian*
Oceania|
North America|North_American*
South America|South_American*
Latin America|Latin_American* Latino*
Central America|Central_American*
Caribbean|Caribbean
Central Asia|Central_Asian*
South Asia|South_Asian*
Southeast Asia,South-East Asia,South East Asia|Southeast_Asian*
East Asia|East_Asian*
Middle East|Middle_Eastern Middle_Easterner*
Far East|Far_Eastern
Eastern Europe|Eastern_European* East_European*
Western Europe|Western_European*
North Africa|North_African*
West Africa|West_African*
East Africa|East_African*
Balkans|Balkan
Scandinavia|Scandinavian*
Baltic|Baltic
Caucasus|Caucasian*
Crimea|Crimean*
Chechnya|Chechen*
Siberia|Siberian*
Sahel|
Sahara|Saharan
Kashmir|Kashmiri*
Tibet|Tibetan*
Xinjiang|
Kurdistan|Kurdish Kurd*
Gaza,Gaza Strip|Gazan*
West Bank|
Catalonia|Catalan* Catalonian*
Bavaria|Bavarian*
Sicily|Sicilian*
Donbas,Donbass|
Atlantic,Atlantic Ocean|
Pacific,Pacific Ocean|
Indian Ocean|
Arctic Ocean|
Mediterranean,Mediterranean Sea|Mediterranean
Black Sea|
Red Sea|
North Sea|
South China Sea|
Persian Gulf|
Himalayas|Himalayan
Alps|Alpine
Amazon|Amazonian
`;

/** States, provinces and counties that news reports mention without their country: country | names. */
const STATES = `
United States|Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,District of Columbia
Canada|Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland,Nova Scotia,Ontario,Quebec,Saskatchewan
Australia|New South Wales,Queensland,South Australia,Tasmania,Victoria,Western Australia
India|Assam,Bihar,Gujarat,Karnataka,Kerala,Maharashtra,Punjab,Rajasthan,Tamil Nadu,Uttar Pradesh,West Bengal
England|Cornwall,Cumbria,Derbyshire,Devon,Dorset,Essex,Hampshire,Kent,Lancashire,Lincolnshire,Norfolk,Somerset,Suffolk,Surrey,Sussex,Yorkshire
`;

/** Large or often mentioned cities that are not capitals: country | names. */
const CITIES = `
United States|New York City,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,San Jose,San Francisco,Seattle,Denver,Boston,Detroit,Nashville,Memphis,Portland,Las Vegas,Baltimore,Milwaukee,Atlanta,Miami,Minneapolis,New Orleans,Cleveland,Pittsburgh,Cincinnati,St. Louis,Orlando,Salt Lake City,Honolulu,Brooklyn,Manhattan,Hollywood,Silicon Valley
United Kingdom|Birmingham,Manchester,Liverpool,Leeds,Sheffield,Bristol,Glasgow,Aberdeen,Dundee,Swansea,Newcastle,Nottingham,Leicester,Southampton,Portsmouth,Plymouth,Oxford,Cambridge,York,Brighton,Norwich,Sunderland,Coventry,Bradford,Hull,Inverness
Canada|Toronto,Montreal,Vancouver,Calgary,Edmonton,Winnipeg,Quebec City
Australia|Sydney,Melbourne,Brisbane,Perth,Adelaide,Hobart,Darwin
New Zealand|Auckland,Christchurch
Ireland|Cork,Galway,Limerick
France|Marseille,Lyon,Toulouse,Nice,Bordeaux,Lille,Strasbourg,Calais,Cannes
Germany|Hamburg,Munich,Cologne,Frankfurt,Stuttgart,Düsseldorf,Dortmund,Leipzig,Dresden,Bremen,Hanover
Italy|Milan,Naples,Turin,Palermo,Genoa,Bologna,Florence,Venice,Verona
Spain|Barcelona,Valencia,Seville,Bilbao,Málaga
Portugal|Porto
Netherlands|Rotterdam,The Hague,Utrecht,Eindhoven
Belgium|Antwerp,Ghent,Bruges
Switzerland|Geneva,Zurich,Basel,Lausanne,Davos
Poland|Kraków,Krakow,Gdańsk,Gdansk
Russia|St. Petersburg,St Petersburg,Saint Petersburg,Vladivostok,Novosibirsk,Sochi,Grozny
Ukraine|Kharkiv,Odesa,Odessa,Lviv,Donetsk,Luhansk,Mariupol,Kherson,Zaporizhzhia,Bakhmut,Dnipro,Sevastopol
Turkey|Istanbul,Izmir
Israel|Tel Aviv,Haifa
Syria|Aleppo,Homs,Idlib
Iraq|Mosul,Basra,Kirkuk,Tikrit
Saudi Arabia|Jeddah,Mecca,Medina
United Arab Emirates|Dubai
Pakistan|Karachi,Lahore,Peshawar,Rawalpindi
India|Mumbai,Kolkata,Chennai,Bangalore,Bengaluru,Hyderabad,Ahmedabad,Pune,Jaipur,Lucknow
China|Shanghai,Guangzhou,Shenzhen,Wuhan,Chongqing,Tianjin,Chengdu,Nanjing,Hangzhou,Macau
Japan|Osaka,Kyoto,Hiroshima,Nagasaki,Yokohama,Fukushima
South Korea|Busan
Vietnam|Ho Chi Minh City,Da Nang
Kazakhstan|Almaty
Nigeria|Lagos,Kano
South Africa|Johannesburg,Durban,Soweto
Kenya|Mombasa
Egypt|Alexandria
Morocco|Casablanca,Marrakesh,Marrakech
Brazil|Rio de Janeiro,São Paulo,Sao Paulo
Mexico|Guadalajara,Monterrey,Tijuana,Acapulco
Colombia|Medellín,Medellin,Cali
Libya|Benghazi
`;

function rows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

function names(column: string | undefined): readonly string[] {
  return (column ?? '').split(',').filter((name) => name !== '');
}

function demonyms(column: string | undefined): readonly string[] {
  return (column ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))
    .flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1), `${word.slice(0, -1)}s`] : word));
}

function build(): readonly KnownPlace[] {
  const places: KnownPlace[] = [];
  for (const [all, people, capitals] of rows(COUNTRIES)) {
    const [name = '', ...forms] = names(all);
    places.push({ name, forms, demonyms: demonyms(people) });
    for (const capital of names(capitals)) {
      const [spelling = capital, ...others] = capital.split('/');
      places.push({ name: spelling, forms: others, demonyms: [], seat: name, capital: true });
    }
  }
  for (const [all, people] of rows(REGIONS)) {
    const [name = '', ...forms] = names(all);
    places.push({ name, forms, demonyms: demonyms(people) });
  }
  for (const [country = '', all] of [...rows(STATES), ...rows(CITIES)]) {
    for (const name of names(all)) places.push({ name, forms: [], demonyms: [], seat: country });
  }
  return places;
}

/** Well-known places: countries, their capitals, regions, states and large cities. */
export const GAZETTEER: readonly KnownPlace[] = build();

const byName = new Map<string, KnownPlace>();
const byDemonym = new Map<string, KnownPlace>();
for (const place of GAZETTEER) {
  for (const name of [place.name, ...place.forms].map(withoutAccents)) {
    if (!byName.has(name)) byName.set(name, place);
  }
  for (const demonym of place.demonyms) {
    if (!byDemonym.has(demonym)) byDemonym.set(demonym, place);
  }
}

/** The place with this name, compared case-sensitively but without accents. */
export function placeNamed(name: string): KnownPlace | undefined {
  return byName.get(withoutAccents(name));
}

function withoutAccents(name: string): string {
  return /^\p{ASCII}*$/u.test(name) ? name : name.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The place whose adjective or people this is (“Kazakh”, “Danes”), compared exactly. */
export function placeOfDemonym(word: string): KnownPlace | undefined {
  return byDemonym.get(word);
}
