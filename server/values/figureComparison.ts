import { type Quantity } from './figures.js';
import { convert, isMeasure, isSameMeasure } from './units.js';

/** Compares the nouns that two figures count, given by dictionary form. */
type NounComparison = (one: string, other: string) => boolean;

/** True for two figures that may count the same thing and have the same value. */
export function mayBeSameFigure(
  one: Quantity,
  other: Quantity,
  isSameNoun: NounComparison,
): boolean {
  if (isPartOf(one, other, isSameNoun) || isPartOf(other, one, isSameNoun)) return true;
  if (one.kind !== other.kind && (one.kind === 'rank' || other.kind === 'rank')) return false;
  if (one.value === other.value && isOfPeople(one) && isCounted(other)) return true;
  const converted = convert(other.value, other.unit, one.unit);
  if (
    converted !== undefined &&
    other.unit !== one.unit &&
    one.kind === 'count' &&
    other.kind === 'count'
  )
    return !quantitiesDiffer(one, { ...other, value: converted });
  const comparable =
    isSameUnit(one, other, isSameNoun) ||
    one.unit === '' ||
    other.unit === '' ||
    arePeople(one, other) ||
    // A town's 75th birthday is its 75th anniversary.
    (one.unit === 'year' && other.unit === 'year');
  return comparable && !quantitiesDiffer(one, other);
}

/** True for two figures that may count the same thing. */
function isSameUnit(a: Quantity, b: Quantity, isSameNoun: NounComparison): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'money' || a.kind === 'age') return a.unit === b.unit;
  if (a.unit === '' || b.unit === '') return a.kind === 'share' || a.unit === b.unit;
  if (isMeasure(a.unit) || isMeasure(b.unit)) return isSameMeasure(a.unit, b.unit);
  return isSameNoun(a.unit, b.unit);
}

function isCounted({ kind, unit }: Quantity): boolean {
  return kind === 'count' && !isMeasure(unit);
}

/** “71 people on board” may be passengers, guests or players. */
function isOfPeople({ kind, unit }: Quantity): boolean {
  return kind === 'count' && /^(?:people|person)$/u.test(unit);
}

/** “9,300 people” may be “more than 9,000 staff”, and “some 200 people” about 200 protesters. */
function arePeople(one: Quantity, other: Quantity): boolean {
  const [people, rest] = isOfPeople(one) ? [one, other] : [other, one];
  return isOfPeople(people) && rest.kind === 'count' && PEOPLE.test(rest.unit);
}

/** Nouns for people of whom news counts many. */
const PEOPLE =
  /^(?:staff|worker|employee|protester|protestor|demonstrator|marcher|supporter|fan|spectator|visitor|guest|passenger|resident|villager|voter|patient|pupil|student|refugee|migrant|evacuee|soldier|troop)$/u;

/** “1,204 backed it” is one side of “1,204 to 318”; “on 71 minutes” is in the 71st. */
function isPartOf(one: Quantity, other: Quantity, isSameNoun: NounComparison): boolean {
  if (one.kind !== 'count') return false;
  if (other.kind === 'score') return one.value === other.value || one.value === other.against;
  return other.kind === 'rank' && one.value === other.value && isSameNoun(one.unit, other.unit);
}

/** True for two values of one type, of which only one can be right in one place. */
export function figuresExclude(
  own: Quantity,
  other: Quantity,
  isRelatedNoun: NounComparison,
): boolean {
  if (own.kind !== other.kind || own.order || other.order) return false;
  if (own.kind === 'money' && own.unit !== other.unit) return false;
  if (own.kind === 'rank' && own.unit !== other.unit && !isRelatedNoun(own.unit, other.unit))
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

/** The tolerance of “about”, as a share of the figure. */
const ABOUT = 0.1;

/**
 * True for two figures of the same thing that cannot be the same, with tolerance for rounding and hedges: not for “about
 * 150”, “more than 140” and “145”.
 */
export function quantitiesDiffer(a: Quantity, b: Quantity): boolean {
  if (a.order || b.order) {
    if (a.order && b.order) return a.value !== b.value;
    const [order, exact] = a.order ? [a, b] : [b, a];
    return exact.value < order.value || exact.value >= order.value * 1000;
  }
  if (a.kind === 'score' || b.kind === 'score') return !isOneScore(a, b);
  if (a.value === b.value) return opposedBounds(a, b);
  const [larger, smaller] = a.value > b.value ? [a, b] : [b, a];
  const gap = (larger.value - smaller.value) / larger.value;
  const hedged = a.bound !== 'exact' || b.bound !== 'exact';
  if (hedged && gap <= ABOUT) return opposedBounds(a, b);
  // “More than 2,000” may be 2,300, but not “more than 3,000”.
  if (smaller.bound === 'over' && isPlain(larger) && gap <= 0.5) return false;
  if (larger.bound === 'under' && isPlain(smaller) && gap <= 0.5) return false;
  if (a.kind === 'age' || a.kind === 'rank') return true;
  return !isRounded(larger, smaller) && !isRounded(smaller, larger);
}

/** True for “3-1” and “1-3” too. */
function isOneScore(a: Quantity, b: Quantity): boolean {
  return (
    (a.value === b.value && a.against === b.against) ||
    (a.value === b.against && a.against === b.value)
  );
}

function isPlain({ bound }: Quantity): boolean {
  return bound !== 'over' && bound !== 'under';
}

function opposedBounds(a: Quantity, b: Quantity): boolean {
  return (a.bound === 'over' && b.bound === 'under') || (a.bound === 'under' && b.bound === 'over');
}

/** True if `exact` rounds to `round` at the digits that `round` shows. */
function isRounded(round: Quantity, exact: Quantity): boolean {
  if (round.value < 100 && Number.isInteger(round.value) && Number.isInteger(exact.value))
    return false;
  const digits = round.value.toExponential().split('e')[0]?.replace('.', '').length ?? 0;
  return digits <= 3 && Number(exact.value.toPrecision(Math.max(1, digits))) === round.value;
}
