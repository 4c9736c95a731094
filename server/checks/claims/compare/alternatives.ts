import { isPronoun } from '../../../lexicon/functionWords.js';
import { isGivenName } from '../../../lexicon/givenNames.js';
import { isPlaceHead } from '../../../lexicon/nameWords.js';
import { isEnglishWordOrPlural } from '../../../prose/dictionary.js';
import { datesDiffer } from '../statement/dates.js';
import { type Figure, isDefiniteCount, isQuantity } from '../align/grounding.js';
import { relatedness } from '../words/lexicalRelations.js';
import { POSSIBLY_SAME_NAME, nameSimilarity } from '../statement/nameMatching.js';
import { type Quantity, quantitiesDiffer } from '../statement/numbers.js';
import type { Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { mayBeSameFigure, mayBeSameTime } from '../align/termAlignment.js';
import type { Term } from '../statement/terms.js';
import { isMeasure, isSameMeasure } from '../statement/units.js';

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
    return isQuantity(one) && isQuantity(other) && areOtherFigures(one, other);
  return one.kind === other.kind && datesDiffer(one, other);
}

/** True for two names of one kind without a common word; the source's must be known. */
function areOtherNames(own: Term, other: Term): boolean {
  const kind = kindOf(other);
  if (kind === undefined || own.demonym !== other.demonym || !mayBeOfKind(own, kind)) return false;
  const words = other.word.split(/[ -]/u);
  return (
    // “Hibernian” may be “Hibs”.
    own.word.slice(0, SHORT_FORM) !== other.word.slice(0, SHORT_FORM) &&
    !own.word.split(/[ -]/u).some((word) => word.length > 2 && words.includes(word)) &&
    nameSimilarity(own, other) < POSSIBLY_SAME_NAME
  );
}

/** True for a known name of a kind, and for an unknown one that may be of it by its form. */
function mayBeOfKind(name: Term, kind: string): boolean {
  const known = kindOf(name);
  if (known !== undefined) return known === kind;
  // An unknown name beside an office may be a town, where the source has a party.
  if (kind === 'body') return false;
  const words = name.word.split(/[ -]/u);
  if (words.length > 1 && isGivenName(words[0] ?? '')) return kind === 'person';
  // “Split” is a town; “Foods” and “Bright Rope” may be companies.
  const mayBePlace = words.length === 1 || isPlaceHead(words.at(-1) ?? '');
  return (kind === 'place' && mayBePlace) || !words.some(isEnglishWordOrPlural);
}

/** Short forms of a name begin with this many of its letters. */
const SHORT_FORM = 3;

/** The kind of a known name. */
export function kindOf({ entity, place }: Term): string | undefined {
  return entity?.kind ?? (place === undefined ? undefined : 'place');
}

function areOtherFigures(own: Quantity, other: Quantity): boolean {
  if (own.kind !== other.kind || own.order || other.order) return false;
  if (own.kind === 'money' && own.unit !== other.unit) return false;
  if (own.kind === 'rank' && own.unit !== other.unit && relatedness(own.unit, other.unit) < RELATED)
    return false;
  if ((isMeasure(own.unit) || isMeasure(other.unit)) && !isSameMeasure(own.unit, other.unit))
    return false;
  if (countsThings(own) && !Number.isInteger(other.value)) return false;
  return !isInScale(own, other) && quantitiesDiffer(own, other);
}

/** True for “three countries”, which is no figure like 30.9. */
function countsThings({ kind, unit, value }: Quantity): boolean {
  return kind === 'count' && unit !== '' && !isMeasure(unit) && Number.isInteger(value);
}

/** True for “742 million” and a table's 742, whose heading has the scale. */
function isInScale({ value }: Quantity, other: Quantity): boolean {
  return (
    other.value < value &&
    SCALES.some((scale) => value === other.value * scale) &&
    other.value < MOST_IN_TABLE &&
    other.unit === ''
  );
}

const SCALES = [1e3, 1e6, 1e9];
const MOST_IN_TABLE = 1e5;
