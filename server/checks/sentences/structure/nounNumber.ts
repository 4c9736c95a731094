import { wordSet } from '../../../lexicon/wordSet.js';
import type { Token } from '../../../prose/tokens.js';

/** The grammatical number of a phrase or a verb form; `undefined` if it can be either. */
export type GrammaticalNumber = 'singular' | 'plural' | undefined;

/** Irregular plurals. */
const PLURAL = wordSet(
  'people men women children police cattle mice feet teeth geese criteria phenomena policemen policewomen firefighters fishermen gunmen lawmakers businessmen spokesmen congressmen servicemen countrymen grandchildren schoolchildren wives lives knives',
);

/** Nouns whose form does not show their number: they look plural and are singular, or are collective and take either. */
const EITHER =
  wordSet(`news politics economics mathematics maths physics ethics athletics gymnastics statistics series species means headquarters
works crossroads measles diabetes mumps billiards darts odds data media aerobics dynamics logistics mechanics tactics acoustics
analytics electronics genetics linguistics robotics obstetrics paediatrics pediatrics barracks gallows innings chess congress
business process access success press mass class loss glass grass cross boss dress address progress pass stress mess illness
gas bus virus status campus census consensus crisis analysis basis thesis hypothesis emphasis oasis diagnosis canvas atlas bias
alias chaos cosmos focus bonus chorus circus corpus genius menus minus nexus prospectus radius stimulus surplus terminus
sheep fish deer aircraft spacecraft salmon trout cod mackerel herring tuna carp pike shrimp squid krill
plankton zooplankton phytoplankton bison moose elk quail grouse game prey vermin offspring swiss chinese japanese remains proceeds thanks goods premises savings
earnings winnings surroundings whereabouts mess lens tennis plus iris pelvis arthritis hepatitis us
team side club squad party government cabinet council committee board jury staff crew family couple pair trio quartet
group band public press audience crowd majority minority army navy force company firm opposition administration commission
commons parliament congress senate police panel union federation association delegation coalition orchestra choir cast class
generation faculty management leadership community population electorate enemy gang mob household lot number range variety
host series handful bunch rest half part percent cent per third quarter dozen score hundred thousand million billion trillion
none most more some all any plenty total average proportion bulk remainder list set collection combination mixture string
spate flurry raft array bundle pile stack batch wave stream barrage cascade chain trail litany pattern mix blend web wealth dearth abundance glut medley patchwork network multitude host cluster fleet herd flock swarm kind sort type rest few many several duo
camp following latter former personnel clergy livestock poultry militia infantry cavalry gentry tenth fifth sixth seventh eighth ninth hundredth dead wounded elderly
defence defense media data youth regime church bank charity network body agency department office ministry hospital university school`);

/** The number that a noun's form shows; always `undefined` for names. */
export function numberOfNoun(token: Token): GrammaticalNumber {
  const word = token.lower;
  if (token.tag !== 'NOUN') return undefined;
  if (PLURAL.has(word)) return 'plural';
  if (EITHER.has(word)) return undefined;
  if (word !== token.lemma && word.endsWith('s') && !/(?:ss|us|is)$/u.test(word)) return 'plural';
  return /[^s]$/u.test(word) && word === token.lemma ? 'singular' : undefined;
}
