function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** Words that are never part of a name where they carry a capital, save inside a body's name. */
const JOINING = set(`
  a an the and or nor but if so as at by for from in into of off on onto out over per than that to
  toward towards under until unless up upon via with within without about above across after against
  along although amid among around because before behind below beneath beside besides between beyond
  despite down during except following inside near once since through throughout though till while
  whereas whether when where who whom whose which what why how this these those there here not no yes
  both each every either neither some any many much most more few fewer several all another other
  others such only just even also then thus hence yet still already however meanwhile moreover
  nevertheless nonetheless otherwise instead perhaps maybe according thanks later earlier soon now
  today tonight yesterday tomorrow recently currently previously finally eventually initially
  originally additionally furthermore similarly likewise afterwards afterward elsewhere unlike
  given like is are was were be been being am has have had having does did do been said says
  asked told adding one two three four five six seven eight nine ten eleven twelve hundreds thousands
  millions dozens i he she it we they me him her us them my his its our your their mine contributed reporting reported
`);

/** Words that are no name where they open a sentence, though they can be part of one elsewhere (“Theresa May”, “Li You”). */
const OPENING = set(`
  you may might must can could
  will would shall should let never always often sometimes again ever too very well quite nearly
  almost about first second third last next another new old former late big good great long back
  right left high low
`);

const CALENDAR = set(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
  fridays saturdays sundays january february march april may june july august september october
  november december jan feb apr jun jul aug sept sep oct nov dec tue tues wed thu thurs fri
  easter christmas ramadan eid diwali hanukkah passover thanksgiving halloween spring summer autumn winter
`);

/** Particles that stand between the parts of a person's name in lower case. */
const PARTICLES = set(`
  al ap bin bint ibn ben da dal das de del dela della den der des di do dos du el la las le los van
  von vom zu zum zur ten ter te af av abu e y i san st. st
`);

/** True for a word that no name holds in this place, whatever its letter case. `opens`: it opens a sentence or a quotation. */
export function isNoName(word: string, opens: boolean): boolean {
  if (/^\p{Lu}{2,}$/u.test(word)) return false;
  if (/['’](?:t|m|ve|ll|re|d)$/u.test(word)) return true;
  const lower = word.toLowerCase();
  return JOINING.has(lower) || (opens && OPENING.has(lower));
}

/** True for the names of days, months, seasons and feasts. */
export function isCalendarWord(word: string): boolean {
  return CALENDAR.has(word.toLowerCase().replace(/\.$/u, ''));
}

/** True for “von”, “bin”, “de”: what joins the parts of a person's name. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** Nouns that end, or before “of” and “for” begin, the name of a body. */
const BODY_HEADS = set(`
  academy administration afc agency airline airlines airways albion alliance analytics army
  assembly associates association athletic authority aviation bakery bank bloc board bookshop
  bookstore brewery brigade brotherhood brothers bureau cabinet cafe café campaign cathedral
  center centre cf chamber charity chemicals choir church clan clinic club co-operative co.
  coalition collective college colleges command commission committee commons communications
  company confederation congregation congress conservatives consortium constabulary consulting
  cooperative corp corp. corporation corps council court courts crescent delegation democrats
  department departments diocese directorate division electric embassy energy enterprise
  enterprises entertainment exchange executive f.c. factory faculty fc federation fellowship firm
  force forum foundation front fund gallery garrison gazette gmbh government greens group guard
  guardian guild healthcare herald holdings hospital hospitals hotel hotels hotspur houses hub inc
  inc. industries infirmary initiative inquiry inspectorate institute institution institutions
  insurance intelligence investment investments journal judiciary lab laboratories laboratory labs
  league legion legislature liberals library limited llc llp logistics lords ltd ltd. management
  mart media militia mining ministries ministry mission mosque motors movement museum nations navy
  network news newspaper observatory observer office offices opera orchestra order organisation
  organisations organization organizations outfitters panel parish parliament partners partnership
  party patrol petroleum pharma pharmaceuticals pictures players plc police post productions
  program programme project prosecution publishers publishing radio railway railways rangers
  regiment registry research reserve restaurant rovers school schools secretariat security
  seminary senate service services shipping shipyard society software solutions squad staff state
  station stations store stores students studio studios supermarket surveyors symphony synagogue
  synod systems taskforce team technologies telegraph television temple theater theatre times
  treasury tribunal tribune troupe trust tv union unit united university varsity ventures
  wanderers watch works zoo
`);

/** Topic nouns that end a body's name after a list: “Department for Culture, Media and Sport”. */
const TOPICS = set(`
  studies affairs relations research policy development culture media sport sports arts sciences
  science technology security health education environment energy industry innovation trade justice
  transport agriculture fisheries forestry food care skills strategy commerce engineering medicine
  planning statistics services firearms explosives welfare labour labor pensions communities tourism
  history languages economics politics design music humanities
`);

/** Nouns that end the name of a place. */
const PLACE_HEADS = set(`
  airport alley archipelago arena avenue bay beach bend borough boulevard bridge canal canton
  canyon cape castle cemetery channel city cliffs coast county cove creek crescent cross desert
  district dome downs drive estate estuary falls farm fields forest fort gardens glacier glen
  gorge governorate green gulf harbor harbour heath heights highway hill hills island islands isle
  isles junction lake lakes lane lighthouse marsh meadow meadows moor mount mountain mountains
  ocean parade park parkway peak palace peninsula pier place plains plateau plaza pond port prairie
  prefecture promontory province quay ranch range rapids reef region ridge river road sea springs
  square stadium strait street swamp terrace territory tower towers town township trail tunnel
  valley village voivodeship volcano wharf woods
`);

/** Nouns that begin the name of a place: “Lake Victoria”, “Mount Kenya”. */
const PLACE_STARTS = set('lake mount mt mt. cape fort port isle gulf strait bay river point camp');

/** Nouns that end the name of an event. */
const EVENT_HEADS = set(`
  accord agreement ashes award awards biennale blitz bowl carnival championship championships
  conference convention crisis cup derby earthquake election elections exhibition expo fair
  festival final finals games genocide hearings holocaust hurricane inquest jubilee marathon
  massacre masters olympics open oscars pact paralympics playoffs plebiscite prix prize protocol
  rally referendum reformation regatta renaissance revolution siege summit tournament treaty
  trophy typhoon uprising war wars
`);

/** What the law of many countries puts behind a company's name; written otherwise some are surnames (“Sa”). */
const COMPANY_FORM =
  /^(?:AG|SA|SE|NV|BV|AB|AS|ASA|KG|KGaA|SpA|S\.p\.A\.|S\.A\.|Oyj?|A\/S|ApS|SARL|SAS|SRL|Srl|Pty|PLC|KK|JSC|OJSC|PJSC|OOO)$/u;

/** True for what the law puts behind a company's name: “AG”, “Ltd.”; nothing of the name follows. */
export function isCompanyForm(word: string): boolean {
  return COMPANY_FORM.test(word) || /^(?:ltd|inc|corp|llc|llp|gmbh|plc)\.?$/iu.test(word);
}

/** True for the word that ends the name of a body: “Council”, “AG”. Letter case matters for the latter alone. */
export function isBodyHead(word: string): boolean {
  return BODY_HEADS.has(word.toLowerCase()) || COMPANY_FORM.test(word);
}

/** True for the noun that ends a body's list of subjects: “Studies”. */
export function isTopic(word: string): boolean {
  return TOPICS.has(word.toLowerCase());
}

/** True for the noun that ends the name of a place: “Street”. */
export function isPlaceHead(word: string): boolean {
  return PLACE_HEADS.has(word.toLowerCase());
}

/** True for the noun that begins the name of a place: “Lake”. */
export function isPlaceStart(word: string): boolean {
  return PLACE_STARTS.has(word.toLowerCase());
}

/** True for the noun that ends the name of an event: “Cup”. */
export function isEventHead(word: string): boolean {
  return EVENT_HEADS.has(word.toLowerCase());
}

const CREEDS = set(`
  muslim muslims islamic islam christian christians christianity jewish jew jews judaism hindu hindus
  hinduism buddhist buddhists buddhism sikh sikhs catholic catholics protestant protestants orthodox
  sunni sunnis shia shias shiite shiites arab arabs arabic latin hispanic roma marxist nazi nazis
  western eastern northern southern westerner westerners victorian edwardian tudor
`);

/** True for a faith, a language or a people without a country: an adjective, and nobody's name. */
export function isCreed(word: string): boolean {
  return CREEDS.has(word.toLowerCase());
}
