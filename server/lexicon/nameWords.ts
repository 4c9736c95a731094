import { wordSet } from './wordSet.js';

/** Words that are never part of a name even if capitalised, except in an organisation's name. */
const NEVER_NAMES = wordSet(`
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

/**
 * Words that are not names at the start of a sentence, although they can be part of a name
 * elsewhere (“Theresa May”, “Li You”).
 */
const NEVER_NAMES_AT_OPENING = wordSet(`
  you may might must can could
  will would shall should let never always often sometimes again ever too very well quite nearly
  almost about first second third last next another new old former late big good great long back
  right left high low
`);

/** Lower-case particles between the parts of a person's name. */
const PARTICLES = wordSet(`
  al ap bin bint ibn ben da dal das de del dela della den der des di do dos du el la las le les los van
  von vom zu zum zur ten ter te af av abu e y i san st. st
`);

/** Further first words of surnames, capitalised or not: “Mac”, “Ní”, “O'”. */
const OTHER_SURNAME_PREFIXES = wordSet(
  'ait an degli dei mac mhic na ni nic o op ould santa ui vander',
);

/**
 * True for a word that cannot be part of a name here, whatever its case. `opens`: it opens a
 * sentence or a quotation.
 */
export function isNeverName(word: string, opens: boolean): boolean {
  if (/^\p{Lu}{2,}$/u.test(word)) return false;
  if (/['’](?:t|m|ve|ll|re|d)$/u.test(word)) return true;
  const lower = word.toLowerCase();
  return NEVER_NAMES.has(lower) || (opens && NEVER_NAMES_AT_OPENING.has(lower));
}

/** True for “von”, “bin”, “de”: particles between the parts of a person's name. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/**
 * True for a word that opens a surname of several words: “van”, “Mac”, “Ní”. The word is in lower
 * case, without diacritics and apostrophes.
 */
export function isSurnamePrefix(word: string): boolean {
  return PARTICLES.has(word) || OTHER_SURNAME_PREFIXES.has(word);
}

/** Nouns that end the name of an organisation, or begin it before “of” and “for”. */
const BODY_HEADS = wordSet(`
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

/**
 * Topic nouns that end an organisation's name after a list: “Department for Culture, Media and
 * Sport”.
 */
const TOPIC_NOUNS = wordSet(`
  studies affairs relations research policy development culture media sport sports arts sciences
  science technology security health education environment energy industry innovation trade justice
  transport agriculture fisheries forestry food care skills strategy commerce engineering medicine
  planning statistics services firearms explosives welfare labour labor pensions communities tourism
  history languages economics politics design music humanities
`);

/** Nouns that end the name of a place. */
const PLACE_HEADS = wordSet(`
  airport alley archipelago arena avenue bay beach bend borough boulevard bridge canal canton
  canyon cape castle causeway cemetery channel city cliffs coast copse county cove creek crescent
  cross crossroads desert district dome downs drive embankment esplanade estate estuary falls farm
  fields firth forest fort gardens glacier glen gorge governorate green gulf harbor harbour
  heath heights highway hill hills island islands isle isles junction lake lakes lane lighthouse
  loch lough marsh meadow meadows mere mill moor moorland mount mountain mountains ocean
  orchard parade park parkway peak palace peninsula pier place plains plateau plaza pond port
  prairie prefecture promenade promontory province quarry quay ranch range rapids reef region
  reservoir ridge river road roundabout sea shore springs square stadium strait street
  swamp tarn terrace territory tower towers town township trail tunnel valley viaduct village
  voivodeship volcano weir wharf woods
`);

/** Nouns that begin the name of a place: “Lake Victoria”, “Mount Kenya”. */
const PLACE_STARTS = wordSet(
  'lake loch lough mount mt mt. beinn glen cape fort port isle gulf strait bay river point camp',
);

/** Nouns that end the name of an event. */
const EVENT_HEADS = wordSet(`
  accord agreement ashes award awards biennale blitz bowl carnival championship championships
  conference convention crisis cup derby earthquake election elections exhibition expo fair
  festival final finals games genocide hearings holocaust hurricane inquest jubilee marathon
  massacre masters olympics open oscars pact paralympics playoffs plebiscite prix prize protocol
  rally referendum reformation regatta renaissance revolution siege summit tournament treaty
  trophy typhoon uprising war wars
`);

/** Legal forms after a company's name; in other letter case some are surnames (“Sa”). */
const CASED_COMPANY_FORM =
  /^(?:AG|SA|SE|NV|BV|AB|AS|ASA|KG|KGaA|SpA|S\.p\.A\.|S\.A\.|Oyj?|A\/S|ApS|SARL|SAS|SRL|Srl|Pty|PLC|KK|JSC|OJSC|PJSC|OOO)$/u;

/** True for the legal form after a company's name: “AG”, “Ltd.”. It ends the name. */
export function isCompanyForm(word: string): boolean {
  return CASED_COMPANY_FORM.test(word) || /^(?:ltd|inc|corp|llc|llp|gmbh|plc)\.?$/iu.test(word);
}

/**
 * True for the word that ends the name of an organisation: “Council”, “AG”. Letter case matters
 * only for legal forms.
 */
export function isBodyHead(word: string): boolean {
  return BODY_HEADS.has(word.toLowerCase()) || CASED_COMPANY_FORM.test(word);
}

/** True for a noun that ends an organisation's list of topics: “Studies”. */
export function isTopicNoun(word: string): boolean {
  return TOPIC_NOUNS.has(word.toLowerCase());
}

/** True for a noun that ends the name of a place: “Street”. */
export function isPlaceHead(word: string): boolean {
  return PLACE_HEADS.has(word.toLowerCase());
}

/** True for a noun that begins the name of a place: “Lake”. */
export function isPlaceStart(word: string): boolean {
  return PLACE_STARTS.has(word.toLowerCase());
}

const SAINTS = wordSet('st st. ste ste. saint sainte san santa santo são sankt sint sant');

/** True for a word for a saint that opens the name of a place, a church or a school: “St”, “Santa”. */
export function isSaint(word: string): boolean {
  return SAINTS.has(word.toLowerCase());
}

const PRESS_HEADS = wordSet(
  'gazette guardian herald journal media news newspaper observer post radio telegraph television times tribune tv',
);

/**
 * True for a noun that ends the name of a newspaper or station, among those that end the names of
 * organisations.
 */
export function isPressHead(word: string): boolean {
  return PRESS_HEADS.has(word.toLowerCase());
}

const SCHOOL_HEADS = wordSet(
  'primary secondary infants juniors elementary comprehensive grammar prep nursery kindergarten',
);

/** True for the word that ends the short name of a school: “Primary” in “Ashgate Primary”. */
export function isSchoolHead(word: string): boolean {
  return SCHOOL_HEADS.has(word.toLowerCase());
}

/** True for a noun that ends the name of an event: “Cup”. */
export function isEventHead(word: string): boolean {
  return EVENT_HEADS.has(word.toLowerCase());
}

const FAITHS_AND_PEOPLES = wordSet(`
  muslim muslims islamic islam christian christians christianity jewish jew jews judaism hindu hindus
  hinduism buddhist buddhists buddhism sikh sikhs catholic catholics protestant protestants orthodox
  sunni sunnis shia shias shiite shiites arab arabs arabic latin hispanic roma marxist nazi nazis
  western eastern northern southern westerner westerners victorian edwardian tudor
`);

/** True for a faith, a language or a people without a country: an adjective, not a name. */
export function isFaithOrPeople(word: string): boolean {
  return FAITHS_AND_PEOPLES.has(word.toLowerCase());
}
