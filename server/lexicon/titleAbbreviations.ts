import { wordSet } from './wordSet.js';

/**
 * Abbreviated offices and ranks before a name, British and American, with the words that they stand for. Those of a
 * compound rank stand for its parts: “Flt Lt” is a flight lieutenant.
 */
const OFFICES: ReadonlyMap<string, string> = new Map([
  // Public office.
  ['ald', 'alderman'],
  ['amb', 'ambassador'],
  ['atty', 'attorney'],
  ['clr', 'councillor'],
  ['cllr', 'councillor'],
  ['cllrs', 'councillor'],
  ['coun', 'councillor'],
  ['comm', 'commissioner'],
  ['commr', 'commissioner'],
  ['gov', 'governor'],
  ['govs', 'governor'],
  ['pres', 'president'],
  ['rep', 'representative'],
  ['reps', 'representative'],
  ['sec', 'secretary'],
  ['sen', 'senator'],
  ['sens', 'senator'],
  ['treas', 'treasurer'],
  // Academic.
  ['assoc', 'associate'],
  ['asst', 'assistant'],
  ['prof', 'professor'],
  ['profs', 'professor'],
  // Church.
  ['abp', 'archbishop'],
  ['archd', 'archdeacon'],
  ['bp', 'bishop'],
  ['preb', 'prebendary'],
  // Police.
  ['ch', 'chief'],
  ['const', 'constable'],
  ['dep', 'deputy'],
  ['det', 'detective'],
  ['dets', 'detective'],
  ['insp', 'inspector'],
  ['ofc', 'officer'],
  ['pcs', 'constable'],
  ['ptl', 'patrolman'],
  ['ptlm', 'patrolman'],
  ['supt', 'superintendent'],
  // Army and marines.
  ['bdr', 'bombardier'],
  ['bgen', 'brigadier general'],
  ['brig', 'brigadier'],
  ['capt', 'captain'],
  ['capts', 'captain'],
  ['cfn', 'craftsman'],
  ['col', 'colonel'],
  ['cols', 'colonel'],
  ['cpl', 'corporal'],
  ['cpls', 'corporal'],
  ['csgt', 'colour sergeant'],
  ['fus', 'fusilier'],
  ['gdsm', 'guardsman'],
  ['gen', 'general'],
  ['gens', 'general'],
  ['gnr', 'gunner'],
  ['gysgt', 'gunnery sergeant'],
  ['lbdr', 'lance bombardier'],
  ['lcpl', 'lance corporal'],
  ['lieut', 'lieutenant'],
  ['lt', 'lieutenant'],
  ['ltcol', 'lieutenant colonel'],
  ['ltgen', 'lieutenant general'],
  ['lts', 'lieutenant'],
  ['maj', 'major'],
  ['majgen', 'major general'],
  ['mne', 'marine'],
  ['msgt', 'master sergeant'],
  ['pfc', 'private'],
  ['pte', 'private'],
  ['ptes', 'private'],
  ['pvt', 'private'],
  ['pvts', 'private'],
  ['rfn', 'rifleman'],
  ['sgt', 'sergeant'],
  ['sgts', 'sergeant'],
  ['sgtmaj', 'sergeant major'],
  ['spc', 'specialist'],
  ['spr', 'sapper'],
  ['ssgt', 'staff sergeant'],
  ['tpr', 'trooper'],
  ['tprs', 'trooper'],
  ['tsgt', 'technical sergeant'],
  // Navy.
  ['adm', 'admiral'],
  ['cdr', 'commander'],
  ['cdre', 'commodore'],
  ['cmdr', 'commander'],
  ['cmdre', 'commodore'],
  ['comdr', 'commander'],
  ['ens', 'ensign'],
  ['radm', 'rear admiral'],
  ['vadm', 'vice admiral'],
  // Air force.
  ['amn', 'airman'],
  ['fg', 'flying'],
  ['flt', 'flight'],
  ['gp', 'group'],
  ['ldr', 'leader'],
  ['plt', 'pilot'],
  ['sqn', 'squadron'],
  ['wg', 'wing'],
]);

/** Plurals before several names (“Councillors Ada Roe and Bo Ek”), with their singular. */
const PLURAL_OFFICES: ReadonlyMap<string, string> = new Map([
  ['commissioners', 'commissioner'],
  ['constables', 'constable'],
  ['councillors', 'councillor'],
  ['councilors', 'councilor'],
  ['detectives', 'detective'],
  ['doctors', 'doctor'],
  ['inspectors', 'inspector'],
  ['lieutenants', 'lieutenant'],
  ['professors', 'professor'],
  ['sergeants', 'sergeant'],
]);

/** Ranks that are written in capitals before a name: “DCI Roe”. Elsewhere the same letters may be an acronym. */
const RANKS_IN_CAPITALS: ReadonlyMap<string, string> = new Map([
  // British police.
  ['PC', 'constable'],
  ['WPC', 'constable'],
  ['TPC', 'trainee constable'],
  ['DC', 'detective constable'],
  ['WDC', 'detective constable'],
  ['TDC', 'trainee detective constable'],
  ['PS', 'sergeant'],
  ['DS', 'detective sergeant'],
  ['DI', 'detective inspector'],
  ['DCI', 'detective chief inspector'],
  ['DSU', 'detective superintendent'],
  ['DCS', 'detective chief superintendent'],
  ['ACC', 'assistant chief constable'],
  ['DCC', 'deputy chief constable'],
  ['DAC', 'deputy assistant commissioner'],
  ['PCSO', 'police community support officer'],
  // Armed forces.
  ['PFC', 'private'],
  ['PVT', 'private'],
  ['SPC', 'specialist'],
  ['CPL', 'corporal'],
  ['SGT', 'sergeant'],
  ['SSG', 'staff sergeant'],
  ['SFC', 'sergeant first class'],
  ['CSM', 'sergeant major'],
  ['RSM', 'regimental sergeant major'],
  ['WO', 'warrant officer'],
  ['WO1', 'warrant officer'],
  ['WO2', 'warrant officer'],
  ['CWO', 'chief warrant officer'],
  ['CPT', 'captain'],
  ['MAJ', 'major'],
  ['LTC', 'lieutenant colonel'],
  ['COL', 'colonel'],
  ['PO', 'petty officer'],
  ['CPO', 'chief petty officer'],
  ['AVM', 'air vice-marshal'],
]);

/**
 * Abbreviated forms of address before a name: courtesy titles, those of clergy, and those of other
 * languages.
 */
const FORMS_OF_ADDRESS = wordSet(`
  mr mrs ms mx messrs dr drs hh hhj hon rev revd revs fr msgr mgr ven
  mme mmes mlle sra srta shri smt
`);

/** Offices that identify a person, unlike a councillor's or a sergeant's title, which many bear. */
const SINGULAR_OFFICES = wordSet(
  'ambassador attorney commissioner governor president representative secretary senator treasurer archbishop bishop',
);

const WORDS_OF_RANKS: ReadonlySet<string> = new Set(
  [...OFFICES.values(), ...RANKS_IN_CAPITALS.values()]
    .filter((title) => !SINGULAR_OFFICES.has(title))
    .flatMap((title) => title.split(' ')),
);

/** True for a title that is only a form of address: “councillor”, “detective inspector”. */
export function isTitleOfAddress(title: string): boolean {
  return title.split(' ').every((word) => WORDS_OF_RANKS.has(word));
}

function withoutStop(word: string): string {
  return word.replace(/\.$/u, '');
}

/**
 * The office or rank that an abbreviation or plural stands for: “senator” for “Sen.”, “detective inspector” for “DI”;
 * `undefined` for any other word.
 */
export function expandedOffice(word: string): string | undefined {
  if (!/^\p{Lu}/u.test(word)) return undefined;
  const bare = withoutStop(word);
  if (!/\p{Ll}/u.test(word)) return RANKS_IN_CAPITALS.get(bare);
  const lower = bare.toLowerCase();
  return OFFICES.get(lower) ?? PLURAL_OFFICES.get(lower);
}

/** True for a rank written in capitals, which is a title only before a name: “PC”, “DCI”. */
export function isRankInCapitals(word: string): boolean {
  return RANKS_IN_CAPITALS.has(withoutStop(word));
}

/** True for an abbreviated form of address, in any letter case, with or without its full stop: “Rev”, “Mme.” */
export function isAddressAbbreviation(word: string): boolean {
  return FORMS_OF_ADDRESS.has(withoutStop(word).toLowerCase());
}

/** True for a capitalised title that may be written with a full stop, after which no sentence ends: “Cllr”, “Rev”. */
export function isAbbreviatedTitle(word: string): boolean {
  if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(word)) return false;
  const lower = word.toLowerCase();
  return FORMS_OF_ADDRESS.has(lower) || OFFICES.has(lower);
}
