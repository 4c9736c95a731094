import type { Token } from '../../../prose/tokens.js';
import { numberOfNoun } from './nounNumber.js';
import { type NounPhrase, nounPhraseAt } from './nounPhrase.js';
import { canContributeNumber } from './subject.js';
import {
  isCoordinator,
  isPreposition,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
} from '../../../lexicon/functionWords.js';
import { isAdverb, isGerund, lower, takesClause, marksPerson } from './words.js';

// What the tags alone show about a verb and its subject, without a parse: enough for most
// sentences.

type VerbNumber = 'singular' | 'plural';

/**
 * True if a verb of that number agrees with its subject, whichever word the parser would choose as
 * the subject.
 */
export function clearlyAgrees(
  tokens: readonly Token[],
  index: number,
  number: VerbNumber,
): boolean {
  return !mayDisagree(tokens, index, number) || nearbySubjectAgrees(tokens, index, number);
}

/** True if any word that could be the verb's subject has the other number. */
function mayDisagree(tokens: readonly Token[], index: number, number: VerbNumber): boolean {
  const before = tokens.slice(0, index);
  const isThere = before.some((word) => lower(word) === 'there');
  const other = number === 'singular' ? 'plural' : 'singular';
  return (isThere ? tokens : before).some((word) => canContributeNumber(word, other));
}

/** How far before a verb its subject is searched for without a parse, in words. */
const MAX_DISTANCE = 12;

/** True if the phrase just before the verb can be its subject and has its number. */
function nearbySubjectAgrees(tokens: readonly Token[], index: number, number: VerbNumber): boolean {
  let last = index - 1;
  while (isAdverb(tokens[last])) last--;
  const [word, before] = [tokens[last], tokens[last - 1]];
  // “The road was closed and has …”
  if (
    isCoordinator(word) &&
    !tokens.slice(0, last).some((token) => isRelative(token) || isSubordinator(token))
  )
    return nounPhraseAt(tokens, 0)?.number === number;
  // “The towns that were …”
  if (isRelative(word) && before !== undefined && numberOfNoun(before) === number) return true;
  for (let first = last; first >= 0 && first > last - MAX_DISTANCE; first--) {
    if (!canStartClause(tokens, first)) continue;
    const phrase = nounPhraseAt(tokens, first);
    if (phrase === undefined || endOfPhrases(tokens, phrase) !== last) continue;
    if (phrase.number === number || isNameOfEitherNumber(tokens, phrase)) return true;
  }
  return false;
}

/**
 * Index of the last word of a noun phrase, including following prepositional phrases (“of the
 * towns”).
 */
function endOfPhrases(tokens: readonly Token[], phrase: NounPhrase): number {
  let { last } = phrase;
  while (isPreposition(tokens[last + 1])) {
    const next = nounPhraseAt(tokens, last + 2);
    if (next === undefined) break;
    last = next.last;
  }
  return last;
}

/** True for a name that takes a singular or a plural verb: “Calder Ferries”, “City”. */
function isNameOfEitherNumber(
  tokens: readonly Token[],
  { first, last, number }: NounPhrase,
): boolean {
  return (
    number === undefined &&
    tokens.slice(first, last + 1).every((token) => token.tag === 'PROPN' && !marksPerson(token))
  );
}

/**
 * True if a clause can start at `first`: the word is not an object and not part of a coordination.
 */
function canStartClause(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined || CLAUSE_BOUNDARY.test(before.text)) return true;
  if (isCoordinator(before)) return first === 1 || lower(before) === 'but';
  if (isSubjectPronoun(tokens[first]) || isRelative(before)) return true;
  if (isSubordinator(before)) return first === 1 || !MAY_BE_PREPOSITION.test(lower(before));
  // “The officials who announced the plan were …”
  return takesClause(before) && !isGerund(before) && !tokens.slice(0, first).some(isRelative);
}

/** Subordinators that can be prepositions: “The talks after the vote have …”. */
const MAY_BE_PREPOSITION = /^(?:after|as|before|since|until)$/u;

/** Marks after which a clause can start. */
const CLAUSE_BOUNDARY = /^[,;:—–“"‘(]$/u;
