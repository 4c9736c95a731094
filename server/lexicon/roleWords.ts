import { isHonorific } from './honorifics.js';
import { expandedOffice } from './titleAbbreviations.js';
import { wordSet } from './wordSet.js';

/** Job titles that are never a surname, so that a capitalised word after one is a name. */
const OFFICES = wordSet(`
  president presidents chancellor minister ministers premier secretary undersecretary senator
  congressman congresswoman congressmember representative lawmaker legislator deputy governor
  lieutenant ambassador diplomat envoy councillor councilor councilman councilwoman alderman
  commissioner chairman chairwoman chairperson chair co-chair chief director co-director manager
  leader co-leader head boss executive ceo founder co-founder owner chairs officer official
  spokesman spokeswoman spokesperson spokespeople adviser advisor aide counsel counsellor attorney
  lawyer solicitor barrister prosecutor magistrate justice inspector superintendent detective
  sergeant fusilier gunner sapper airman seaman colonel general admiral commodore commander captain corporal bombardier rifleman guardsman midshipman ensign sheriff alderwoman brigadier marshal-general major-general
  professor lecturer researcher scientist scholar academic teacher headteacher headmaster principal
  rector provost fellow student economist analyst historian sociologist anthropologist psychologist
  biologist chemist physicist astronomer epidemiologist virologist climatologist geologist ecologist
  engineer doctor physician surgeon nurse midwife paramedic dentist pharmacist veterinarian pathologist
  coroner journalist reporter correspondent editor columnist broadcaster presenter anchor anchorman
  anchorwoman commentator photographer filmmaker producer author novelist playwright screenwriter
  writer poet biographer artist painter sculptor architect designer composer musician singer
  songwriter rapper drummer guitarist pianist violinist cellist conductor dancer choreographer actor
  actress comedian director-general entrepreneur businessman businesswoman banker investor trader
  broker accountant auditor consultant developer programmer activist campaigner organizer organiser
  volunteer philanthropist coach trainer manager-coach player footballer goalkeeper defender midfielder
  striker forward winger quarterback linebacker pitcher batsman bowler cricketer captain-elect
  skipper sprinter runner swimmer cyclist boxer golfer jockey wrestler gymnast athlete champion
  referee umpire astronaut cosmonaut pilot archbishop archdeacon imam mullah rabbi cantor pastor priest vicar curate prebendary friar abbess prioress chaplain
  monsignor ayatollah sheikh emir sultan monarch duke duchess princess baroness viscount countess
  farmer fisherman carpenter electrician plumber mechanic builder baker-owner firefighter policeman
  policewoman patrolman trooper soldier veteran hero resident residents neighbour neighbor witness
  victim suspect defendant plaintiff founder-director curator librarian archivist treasurer clerk
  receptionist trustee patron negotiator mediator interpreter translator contributor co-author
  co-owner co-writer shareholder ombudsman registrar strategist pollster lobbyist whistleblower
  dissident blogger vlogger influencer youtuber chef restaurateur brewer winemaker hairdresser
  mayoress prime-minister first-lady nominee candidate contender front-runner incumbent successor
  predecessor widow widower wife husband son daughter mother father brother sister uncle aunt cousin
  nephew niece grandson granddaughter grandfather grandmother fiancé fiancée girlfriend boyfriend
  partner friend colleague teammate team-mate rival opponent counterpart ally mp mps mep meps msp msps mla td ceo cfo coo cto
`);

/** Job titles that are also surnames or given names: “Judge Diallo”, but “John Major”. */
const OFFICES_OR_NAMES = wordSet(`
  king queen prince princes princesses pope judge dean bishop mayor major cardinal baker cook marshal marshall abbot
  father sister brother sergeant constable earl baron knight page speaker baroness private master
  canon deacon
`);

/** Qualifiers of a job title: “deputy foreign minister”, “former vice president”. */
const QUALIFIERS = wordSet(`
  prime foreign deputy vice assistant associate adjunct acting interim former ex late then incoming
  outgoing current new retired senior junior chief head lead leading executive managing general
  attorney national federal regional local state district county city municipal supreme high crown
  first second third lord lady finance financial defense defence interior home justice health education
  transport transportation energy trade culture sport sports environment environmental agriculture
  labour labor technology science social economic foreign-policy security intelligence police fire
  army navy naval military air lance rear wing squadron flight warrant petty flying colour press media communications public political policy legal campaign
  opposition party parliamentary presidential royal founding honorary emeritus emerita visiting
  distinguished nonresident non-resident resident research principal staff fellow field special
  veteran longtime long-time world european olympic professional amateur team club football soccer
  cricket rugby tennis basketball baseball head-coach literary arts film music pop rock folk opera
  investigative medical clinical nursing veterinary civil human rights climate marine wildlife planning
  housing treasury shadow backbench backbencher majority minority house senate democratic republican
  conservative liberal labour-party green communist socialist independent right-back left-back
  centre-back center-back centre-forward defensive attacking one-time four-time three-time two-time
  commerce strategy operating marketing information regulatory overseas content revenue star grand archbishop-elect chief-of-staff secretary-general director-general
`);

/** Role nouns that can also precede an organisation's name: “investor Goldman Sachs”. */
const ROLES_OF_BODIES = wordSet(`
  investor owner partner rival official opponent champion shareholder contributor neighbour neighbor
  ally leader host trustee patron adviser advisor producer developer trader broker auditor consultant
  builder broadcaster publisher successor predecessor contender counterpart
`);

/** True for a role noun that can also describe an organisation: “owner”, “partner”. */
export function canDescribeBody(word: string): boolean {
  return ROLES_OF_BODIES.has(word.toLowerCase());
}

/** Nouns that only describe a relation to someone else or a temporary situation. */
const RELATION_NOUNS = wordSet(`
  counterpart rival opponent colleague ally friend neighbour neighbor teammate team-mate partner hero
  victim suspect defendant plaintiff witness resident residents contender front-runner nominee candidate successor
  predecessor son daughter wife husband mother father sister brother uncle aunt cousin nephew niece
  grandson granddaughter grandfather grandmother boyfriend girlfriend fiancé fiancée widow widower
`);

/** True for a noun that is not a job title but a relation: “counterpart”, “rival”. */
export function isRelationNoun(word: string): boolean {
  return RELATION_NOUNS.has(word.toLowerCase());
}

/**
 * True for a noun that describes a person's role: “minister”, “dean”. Letter case does not matter.
 */
export function isRoleNoun(word: string): boolean {
  const lower = word.toLowerCase();
  if (OFFICES.has(lower) || OFFICES_OR_NAMES.has(lower)) return true;
  if (COMPOUND.test(lower)) return true;
  const noun = DEPUTISING.exec(lower)?.[1];
  return noun !== undefined && (OFFICES.has(noun) || OFFICES_OR_NAMES.has(noun));
}

/** A noun that ends in a word for people: “councilmember”, “gamekeeper”. */
const COMPOUND = /^\p{L}{3,}(?:member|woman|person|keeper)$/u;

/** A role noun with a prefix: “vice-chair”, “ex-mayor”. */
const DEPUTISING = /^(?:vice|deputy|under|sub|co|joint|ex|acting)[-‐‑](.+)$/u;

/** True for a role noun that is also a surname: “Major”. */
export function isNameLikeRole(word: string): boolean {
  const lower = word.toLowerCase();
  return OFFICES_OR_NAMES.has(lower);
}

/** True for a word that can precede and qualify a role noun: “deputy”, “emeritus”. */
export function isRoleQualifier(word: string): boolean {
  return QUALIFIERS.has(word.toLowerCase());
}

/** True for an honorific or the last word of a job title: “Mr.”, “Minister”, “Gov.”. */
export function isPersonTitle(word: string): boolean {
  return isHonorific(word) || isRoleNoun(word) || expandedOffice(word) !== undefined;
}
