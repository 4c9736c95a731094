import { startsWithCapital } from '../../../prose/letterCase.js';
import { isCourtesyTitle } from '../../../lexicon/honorifics.js';
import type { Token } from '../../../prose/tokens.js';
import { isNot } from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { verbFormsOf } from './verbForms.js';

/** Verbs that are not also nouns, so that their base form can only be a verb. */
const ONLY_VERBS = wordSet(
  `accept accommodate accuse achieve acknowledge acquire adapt add admit adopt advise afford agree allege allow
analyse analyze announce annoy anticipate apologise apologize appear apply appoint argue arrange arrive
ascertain assert assess assist assume assure attend attract avoid await be become begin behave believe belong
betray bolster bother bring broaden build calculate carry cease celebrate choose clarify collect come
communicate compare compel compete complain comply comprise conceal concede concentrate condemn confess
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

/** The word in lower case. */
export function lower(token: Token | undefined): string {
  return token?.lower ?? '';
}

/** True for an adverb or a negation, which can occur between subject and verb. */
export function isAdverb(token: Token | undefined): boolean {
  const word = lower(token);
  return (
    token?.tag === 'ADV' ||
    isNot(token) ||
    (word.endsWith('ly') &&
      token?.tag !== 'NOUN' &&
      token?.tag !== 'PROPN' &&
      token?.tag !== 'VERB')
  );
}

/** The index of the last word before `index` that is no adverb or negation; -1 if there is none. */
export function beforeAdverbs(words: readonly Token[], index: number): number {
  let at = index - 1;
  while (isAdverb(words[at])) at--;
  return at;
}

/** True for a comma, dash, bracket or any other punctuation mark. */
export function isPunctuation(token: Token | undefined): boolean {
  return token?.kind === 'punctuation';
}

/** True for a noun, a name or a number. */
export function isNominal(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' || token?.tag === 'PROPN' || token?.tag === 'NUM';
}

/**
 * True for an “-ing” form such as “running”, whatever its role; names such as “Beijing” do not
 * count.
 */
export function isGerund(token: Token | undefined): boolean {
  return token !== undefined && token.tag !== 'PROPN' && verbFormsOf(token).gerund;
}

/** True for a base form that cannot be a noun: “ensure”, “teach”. */
export function isAlwaysVerb(token: Token | undefined): boolean {
  return ONLY_VERBS.has(lower(token));
}

/** True for a capitalised honorific, an initial, or an office that often precedes a name. */
export function marksPerson(token: Token | undefined): boolean {
  const text = token?.text ?? '';
  return (
    (startsWithCapital(token) && isCourtesyTitle(text)) ||
    /^(?:Professor|President|Senator|Minister|Judge|Justice|Governor|Mayor)$|^\p{Lu}\.$/u.test(text)
  );
}
