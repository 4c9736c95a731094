import { isPronoun } from '../../../lexicon/functionWords.js';
import { isGivenName } from '../../../lexicon/givenNames.js';
import { isPlaceHead } from '../../../lexicon/nameWords.js';
import { isEnglishWordOrPlural } from '../../../prose/dictionary.js';
import { datesDiffer } from '../../../values/dates.js';
import { type Figure, isDefiniteCount, isQuantity } from '../align/grounding.js';
import { relatedness } from '../words/lexicalRelations.js';
import { POSSIBLY_SAME_NAME, nameSimilarity } from '../statement/nameMatching.js';
import { nameForms, namesExclude } from '../../../values/names.js';
import { figuresExclude } from '../../../values/figureComparison.js';
import type { Quantity } from '../../../values/figures.js';
import type { Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { mayBeSameFigure, mayBeSameTime } from '../align/termAlignment.js';
import type { Term } from '../statement/terms.js';

/** What may be replaced by another value of its type: a name, a figure or a time. */
export type Slot = Figure | Term;

/** The least relatedness of two words for one thing. */
const RELATED = 0.6;

/** True for a name or word, false for a figure or time. */
export function isTerm(slot: Slot): slot is Term {
  return 'word' in slot;
}

/** True for a figure, false for a name or time. */
export function isFigure(slot: Slot): slot is Quantity {
  return !isTerm(slot) && isQuantity(slot);
}

/** The names, figures and times of a sentence. */
export function slotsIn(statement: Statement): readonly Slot[] {
  return [
    ...statement.terms.filter(
      (term) => term.kind === 'name' && !term.resolved && isProperName(statement, term),
    ),
    ...statement.quantities.filter((one) => !isDefiniteCount(one)),
    ...statement.dates,
  ];
}

/** False for “You” at the head of a sentence, which the tagger may take for a name. */
function isProperName(statement: Statement, { first, last }: Term): boolean {
  const word = { text: slotWordsOf(statement, first, last) };
  return word.text.length > 2 && !isPronoun(word);
}

/** True for two slots that may have the same value. */
export function maySay(one: Slot, other: Slot): boolean {
  if (isTerm(one) || isTerm(other))
    return isTerm(one) && isTerm(other) && nameSimilarity(one, other) >= POSSIBLY_SAME_NAME;
  if (isQuantity(one) || isQuantity(other))
    return isQuantity(one) && isQuantity(other) && mayBeSameFigure(one, other);
  return mayBeSameTime(one, other);
}

/** True for two values of one type, of which only one can be right in one place. */
export function excludes(one: Slot, other: Slot): boolean {
  if (isTerm(one) || isTerm(other))
    return isTerm(one) && isTerm(other) && areOtherNames(one, other);
  if (isQuantity(one) || isQuantity(other))
    return isQuantity(one) && isQuantity(other) && figuresExclude(one, other, isRelatedNoun);
  return one.kind === other.kind && datesDiffer(one, other);
}

/** True for two names of one kind without a common word; the source's must be known. */
function areOtherNames(own: Term, other: Term): boolean {
  const kind = kindOf(other);
  if (kind === undefined || own.demonym !== other.demonym || !mayBeOfKind(own, kind)) return false;
  return (
    namesExclude(nameForms(own.word), nameForms(other.word)) &&
    nameSimilarity(own, other) < POSSIBLY_SAME_NAME
  );
}

/** True for a known name of a kind, and for an unknown one that may be of it by its form. */
function mayBeOfKind(name: Term, kind: string): boolean {
  const known = kindOf(name);
  if (known !== undefined) return known === kind;
  // An unknown name next to an office may be a town, where the source has a party.
  if (kind === 'body') return false;
  const words = name.word.split(/[ -]/u);
  if (words.length > 1 && isGivenName(words[0] ?? '')) return kind === 'person';
  // “Split” is a town; “Foods” and “Bright Rope” may be companies.
  const mayBePlace = words.length === 1 || isPlaceHead(words.at(-1) ?? '');
  return (kind === 'place' && mayBePlace) || !words.some(isEnglishWordOrPlural);
}

/** The kind of a known name. */
export function kindOf({ entity, place }: Term): string | undefined {
  return entity?.kind ?? (place === undefined ? undefined : 'place');
}

function isRelatedNoun(one: string, other: string): boolean {
  return relatedness(one, other) >= RELATED;
}
