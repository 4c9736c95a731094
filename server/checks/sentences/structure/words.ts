import type { Token } from '../../../prose/tokens.js';
import { verbFormsOf } from './verbForms.js';

/** Words of a closed class, for quick asking. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

const ARTICLES = words('the a an');
const POSSESSIVES = words('my your his her its our their whose');
const DEMONSTRATIVES = words('this that these those');
const QUANTIFIERS = words('each every some any no another either neither both all');
const SUBJECT_PRONOUNS = words('i he she we they');
const OBJECT_PRONOUNS = words('me him us them');
const PRONOUNS = words(
  'i he she it we they you me him us them this that these those there everyone everybody someone somebody anyone anybody nobody something nothing everything anything who',
);
const MODALS = words("will would can could may might must shall should 'll ’ll 'd ’d wo ca sha");
const BE = words("am is are was were be been being 's 're 'm ’s ’re ’m");
const HAVE = words("have has had having 've ’ve");
const DO = words('do does did');
const PREPOSITIONS = words(
  'of in on at to for from with by about into onto over after before under between against during without through among across toward towards behind beyond despite since until within upon near amid alongside throughout like unlike beside besides per via as than above below around along inside outside',
);
const SUBORDINATORS = words(
  'because although though while whilst if unless since when whenever whereas until before after as once whether where wherever lest provided so',
);
const RELATIVES = words(
  'who whom whose which that what where when why how whoever whatever whichever wherein whereby whereupon',
);
const COORDINATORS = words('and or but nor yet &');

/** Verbs after which a clause may follow without “that”. */
const CLAUSE_TAKERS = words(`
say add tell know think believe hope fear feel find show suggest claim argue insist warn report reveal announce
confirm note explain expect ensure mean see hear realise realize understand suppose guess wish admit agree promise
swear bet declare estimate predict conclude indicate imply assume imagine deny acknowledge decide learn discover
recall remember state reckon maintain assert allege suspect doubt prove stress complain concede joke
tweet observe remark reply answer respond read guarantee order propose demand recommend require notice worry
advise urge assure remind inform sense figure trust pretend gather
wonder dream calculate posit contend vow quip convince persuade proclaim profess charge notify testify opine cry shout yell whisper`);

/** Verbs that are no nouns, so that their base form tells a verb. */
const ONLY_VERBS = words(
  `accept accommodate accuse achieve acknowledge acquire adapt add admit adopt advise afford agree allege allow
analyse analyze announce annoy anticipate apologise apologize appear apply appoint argue arrange arrive
ascertain assert assess assist assume assure attend attract avoid await be become begin behave believe belong
betray bolster bother bring broaden build calculate carry cease celebrate choose clarify collect come
communicate compare compel compete complain complete comply comprise conceal concede concentrate condemn confess
confine confirm conform confront connect conserve consider consist construct consult consume contain continue
contribute convince cooperate cope correspond create criticise criticize cultivate deceive decide dedicate
deepen defend define defy delete deliver demonstrate deny depart depend deploy deprive derive describe deserve
destroy detain detect deter determine develop devote die differ disagree disappear discourage discover discuss
dismantle dismiss dispose disrupt dissolve distribute divert divide do dominate drown earn eat educate elect
elicit eliminate embark embrace emerge enable enact encounter encourage endorse endure enforce engage enhance
enjoy enlarge enquire enrich enrol enroll ensure enter entertain eradicate establish evacuate evaluate evolve
exaggerate examine exceed exclude exert exist expand explain explore express extend facilitate fill find
flourish follow forget forgive foster frighten fulfil fulfill gather generate get give go grow happen have hear
heighten hide hinder identify ignore illustrate imagine implement imply impose improve include indicate induce
infect inform inherit inhibit inquire insist inspire install integrate intend intervene introduce invade invent
invest investigate invite involve join justify keep kill kneel know lack learn leave lend let liberate liken
listen loosen lose maintain make manage marry maximise maximize meet merge migrate minimise minimize modify
motivate multiply negotiate nominate notify oblige observe obstruct obtain occupy occur omit operate oppose
organise organize originate oust overcome overthrow overturn participate penetrate perform persist persuade
portray possess postpone preach predict prepare preserve presume pretend prevail prevent proceed prohibit
promote propose prosecute protect prove provide provoke publicise publish pursue put qualify read realise
realize reassure rebuild receive recognise recognize recommend recover redeem reduce refer reflect refuse regain
regulate reject rejoin relate relinquish relocate rely remain remember remind remove render repay replace
replicate represent reproduce require resent reshape resign resist resolve respond restore resume retain
retaliate retire retrieve reunite reveal revise revive revoke sabotage satisfy save say scrutinise see
seek seem sell send serve settle shun simplify sit solve speak specify spend spread stabilise stabilize steal
stimulate strengthen submit subscribe substitute succeed succumb suffer suggest summon suppress surpass survive
sustain take teach tell terminate testify thank think thrive throw tolerate transform transmit undergo undermine
understand undertake undo unify unite unveil uphold utilise vanish verify withdraw withhold withstand worsen
write want`,
);

const TIMES = words(
  'day night morning afternoon evening week month year weekend hour minute moment summer winter spring autumn season decade century today yesterday tomorrow tonight',
);

/** The word in lower case. */
export function lower(token: Token | undefined): string {
  return token?.lower ?? '';
}

/** True where the word opens with a capital. */
export function isCapitalised(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '');
}

/** True for “the”, “a” and “an”. */
export function isArticle(token: Token | undefined): boolean {
  return ARTICLES.has(lower(token));
}

/** True for “my”, “their” and their like; “her” and “his” are counted too. */
export function isPossessive(token: Token | undefined): boolean {
  return POSSESSIVES.has(lower(token));
}

/** True for a word that opens a noun phrase: article, possessive, demonstrative, quantifier. */
export function isDeterminer(token: Token | undefined): boolean {
  const word = lower(token);
  return (
    ARTICLES.has(word) ||
    POSSESSIVES.has(word) ||
    QUANTIFIERS.has(word) ||
    (DEMONSTRATIVES.has(word) && token?.tag !== 'SCONJ')
  );
}

/** True for a pronoun that can only be a subject: I, he, she, we, they. */
export function isSubjectPronoun(token: Token | undefined): boolean {
  return SUBJECT_PRONOUNS.has(lower(token)) && (lower(token) !== 'i' || token?.text === 'I');
}

/** True for a pronoun that opens a clause as its subject: “she”, “it”, “there”, “these”. */
export function isPronounSubject(token: Token | undefined): boolean {
  return isSubjectPronoun(token) || /^(?:it|there|this|these|those)$/u.test(lower(token));
}

/** True for me, him, us, them. */
export function isObjectPronoun(token: Token | undefined): boolean {
  return OBJECT_PRONOUNS.has(lower(token));
}

/** True for a pronoun that stands for a whole noun phrase. */
export function isPronoun(token: Token | undefined): boolean {
  return PRONOUNS.has(lower(token));
}

/** True for will, can, must and their like. */
export function isModal(token: Token | undefined): boolean {
  const word = lower(token);
  if (!MODALS.has(word)) return false;
  return token?.tag === 'AUX' || (token?.tag === 'VERB' && !isCapitalised(token));
}

/** True for a form of “be”. */
export function isBe(token: Token | undefined): boolean {
  const word = lower(token);
  return BE.has(word) && !(/^['’]/u.test(word) && token?.tag === 'PART');
}

/** True for a form of “have”. */
export function isHave(token: Token | undefined): boolean {
  return HAVE.has(lower(token));
}

/** True for do, does, did. */
export function isDo(token: Token | undefined): boolean {
  return DO.has(lower(token));
}

/** True for a preposition, “to” included wherever it stands. */
export function isPreposition(token: Token | undefined): boolean {
  return PREPOSITIONS.has(lower(token));
}

/** True for a word that can open a subordinate clause of time, reason or condition. */
export function isSubordinator(token: Token | undefined): boolean {
  return SUBORDINATORS.has(lower(token));
}

/** True for who, which, that, what and their like. */
export function isRelative(token: Token | undefined): boolean {
  return RELATIVES.has(lower(token));
}

/** True for and, or, but, nor, yet. */
export function isCoordinator(token: Token | undefined): boolean {
  return COORDINATORS.has(lower(token));
}

/** True for a form of a verb that can be followed by a clause without “that”. */
export function takesClause(token: Token | undefined): boolean {
  return token !== undefined && token.tag !== 'PROPN' && CLAUSE_TAKERS.has(token.lemma);
}

/** True for an adverb or a negation, which may stand between subject and verb. */
export function isAdverb(token: Token | undefined): boolean {
  const word = lower(token);
  return (
    token?.tag === 'ADV' ||
    word === 'not' ||
    word === "n't" ||
    word === 'n’t' ||
    (word.endsWith('ly') &&
      token?.tag !== 'NOUN' &&
      token?.tag !== 'PROPN' &&
      token?.tag !== 'VERB')
  );
}

/** True for a comma, dash, bracket or any other mark. */
export function isMark(token: Token | undefined): boolean {
  return token?.kind === 'punctuation';
}

/** True for a noun, a name or a number. */
export function isNominal(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' || token?.tag === 'PROPN' || token?.tag === 'NUM';
}

/**
 * True for a verb form that makes a clause whole wherever it stands: an auxiliary that agrees with a
 * subject, a modal, a third person. A past form may be a participle, a base form an infinitive; they
 * are not counted here.
 */
export function isSurelyFinite(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const word = lower(token);
  if (isModal(token)) return true;
  if (/^(?:am|is|are|was|were|has|does|did)$/u.test(word)) return true;
  if (/^['’](?:re|m|ve|ll|d)$/u.test(word)) return true;
  if (/^['’]s$/u.test(word)) return token.tag === 'AUX' || token.tag === 'VERB';
  return token.tag === 'VERB' && verbFormsOf(token).third && !isCapitalised(token);
}

/** True for “running”, whatever part it plays; a name such as “Beijing” is none. */
export function isGerund(token: Token | undefined): boolean {
  return token !== undefined && token.tag !== 'PROPN' && verbFormsOf(token).gerund;
}

/** True for a base form that is a verb and no noun: “ensure”, “teach”. */
export function isAlwaysVerb(token: Token | undefined): boolean {
  return ONLY_VERBS.has(lower(token));
}

/** True for a noun of time, which may stand alone as an adverb: “this year”. */
export function isTimeNoun(token: Token | undefined): boolean {
  return TIMES.has(lower(token));
}
