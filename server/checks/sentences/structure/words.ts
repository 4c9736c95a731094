import { startsWithCapital } from '../../../prose/letterCase.js';
import { isCourtesyTitle } from '../../../lexicon/honorifics.js';
import type { Token } from '../../../prose/tokens.js';
import { isNot } from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { verbFormsOf } from './verbForms.js';

/** Verbs after which a clause may follow without “that”. */
const CLAUSE_TAKERS = wordSet(`
say add tell know think believe hope fear feel find show suggest claim argue insist warn report reveal announce
confirm note explain expect ensure mean see hear realise realize understand suppose guess wish admit agree promise
swear bet declare estimate predict conclude indicate imply assume imagine deny acknowledge decide learn discover
recall remember state reckon maintain assert allege suspect doubt prove stress complain concede joke
tweet observe remark reply answer respond read guarantee order propose demand recommend require notice worry
advise urge assure remind inform sense figure trust pretend gather
wonder dream calculate posit contend vow quip convince persuade proclaim profess charge notify testify opine cry shout yell whisper`);

const TIME_NOUNS = wordSet(
  'day night morning afternoon evening week month year weekend hour minute moment summer winter spring autumn season decade century today yesterday tomorrow tonight',
);

/** The word in lower case. */
export function lower(token: Token | undefined): string {
  return token?.lower ?? '';
}

/** True for a form of a verb that can be followed by a clause without “that”. */
export function takesClause(token: Token | undefined): boolean {
  return token !== undefined && token.tag !== 'PROPN' && CLAUSE_TAKERS.has(token.lemma);
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

/** True for a noun of time, whose phrase can serve as an adverb: “this year”. */
export function isTimeNoun(token: Token | undefined): boolean {
  return TIME_NOUNS.has(lower(token));
}

/** True for a capitalised honorific, an initial, or an office that often precedes a name. */
export function marksPerson(token: Token | undefined): boolean {
  const text = token?.text ?? '';
  return (
    (startsWithCapital(token) && isCourtesyTitle(text)) ||
    /^(?:Professor|President|Senator|Minister|Judge|Justice|Governor|Mayor)$|^\p{Lu}\.$/u.test(text)
  );
}
