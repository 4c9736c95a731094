import type { Token } from '../../../prose/tokens.js';
import { numberOfNoun } from './nounNumber.js';
import { type NounPhrase, nounPhraseAt } from './nounPhrase.js';
import { isOfPerson, mayMakeSubject } from './subject.js';
import {
  isAdverb,
  isCoordinator,
  isGerund,
  isPreposition,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
  lower,
  takesClause,
} from './words.js';

// What tags alone tell of a verb and its subject: of most sentences enough.

type VerbNumber = 'singular' | 'plural';

/** True where a verb of that number surely goes with its subject, whichever word a tree would say that is. */
export function isPlainlySound(
  tokens: readonly Token[],
  index: number,
  number: VerbNumber,
): boolean {
  return !mayGoAgainst(tokens, index, number) || goesPlainly(tokens, index, number);
}

/** True where some word that may be the verb's subject is of the other number. */
function mayGoAgainst(tokens: readonly Token[], index: number, number: VerbNumber): boolean {
  const before = tokens.slice(0, index);
  const isThere = before.some((word) => lower(word) === 'there');
  const other = number === 'singular' ? 'plural' : 'singular';
  return (isThere ? tokens : before).some((word) => mayMakeSubject(word, other));
}

/** How far before a verb its subject is looked for without a tree, in words. */
const NEAR = 12;

/** True where what stands right before the verb can be its subject and has its number. */
function goesPlainly(tokens: readonly Token[], index: number, number: VerbNumber): boolean {
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
  for (let first = last; first >= 0 && first > last - NEAR; first--) {
    if (!mayOpenClause(tokens, first)) continue;
    const phrase = nounPhraseAt(tokens, first);
    if (phrase === undefined || endOfPhrases(tokens, phrase) !== last) continue;
    if (phrase.number === number || isPlainName(tokens, phrase)) return true;
  }
  return false;
}

/** Index of the last word of a noun phrase, “of the towns” and “in the north” behind it included. */
function endOfPhrases(tokens: readonly Token[], phrase: NounPhrase): number {
  let { last } = phrase;
  while (isPreposition(tokens[last + 1])) {
    const next = nounPhraseAt(tokens, last + 2);
    if (next === undefined) break;
    last = next.last;
  }
  return last;
}

/** A name that a verb for one and a verb for many can follow: “Calder Ferries”, “City”. */
function isPlainName(tokens: readonly Token[], { first, last, number }: NounPhrase): boolean {
  return (
    number === undefined &&
    tokens.slice(first, last + 1).every((token) => token.tag === 'PROPN' && !isOfPerson(token))
  );
}

/** True where a clause may open with word `first`, which is nobody's object and no part of what is joined. */
function mayOpenClause(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined || OPENS.test(before.text)) return true;
  if (isCoordinator(before)) return first === 1 || lower(before) === 'but';
  if (isSubjectPronoun(tokens[first]) || isRelative(before)) return true;
  if (isSubordinator(before)) return first === 1 || !MAY_BE_PREPOSITION.test(lower(before));
  // “The officials who announced the plan were …”
  return takesClause(before) && !isGerund(before) && !tokens.slice(0, first).some(isRelative);
}

/** “The talks after the vote have …” */
const MAY_BE_PREPOSITION = /^(?:after|as|before|since|until)$/u;

/** Marks behind which a clause may begin. */
const OPENS = /^[,;:—–“"‘(]$/u;
