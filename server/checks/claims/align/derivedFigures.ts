import type { TimeExpression } from '../../../values/dates.js';
import { similarity } from '../words/lexicalRelations.js';
import type { Quantity } from '../../../values/figures.js';
import { quantitiesDiffer } from '../../../values/figureComparison.js';
import type { Statement } from '../statement/statement.js';

/**
 * Words next to a figure that is the difference of two others: “seven minutes later”, “nine fewer”,
 * “leaving six”.
 */
const APART =
  /^(?:later|earlier|after|before|more|fewer|less|higher|lower|ahead|behind|other|rest|remaining|leav(?:es?|ing)|left|not|n['’]t|up|down|by|difference|lead|margin|majority)$/iu;
/** Words next to a figure that is a sum. */
const TOGETHER = /^(?:all|total|altogether|combined|together|both|sum)$/iu;

/** How far such a word may be from the figure, in tokens. */
const REACH = 4;

const SAME_UNIT = 0.6;
const DAYS_A_YEAR = 365;

/**
 * True if a figure or time of a claim follows from two in its sources: as a difference, a sum or a share, or, if the claim
 * says so in words, as the span between two minutes, weekdays or years (“four years later”).
 */
export function isDerived(
  figure: Quantity | TimeExpression,
  claim: Statement,
  sources: readonly Statement[],
): boolean {
  if (!('unit' in figure)) {
    const years = Math.round(Math.abs(figure.value) / DAYS_A_YEAR);
    return (
      figure.kind === 'relative' &&
      Math.abs(figure.value) >= DAYS_A_YEAR &&
      areApart(years, timesIn([claim, ...sources], 'year'))
    );
  }
  if (figure.order || figure.kind === 'rank' || figure.kind === 'age') return false;
  if (figure.kind === 'share') return sources.some((source) => isShareIn(figure, source));
  const own = claim.quantities.filter((other) => other !== figure);
  const isAbout = (words: RegExp): boolean => isBeside(figure, claim, words);
  const apart = isAbout(APART);
  if (apart && isSpan(figure, [claim, ...sources])) return true;
  if (!apart && !isAbout(TOGETHER)) return false;
  return sources.some((source) => {
    // One of the two may be in the claim itself.
    const all = [...source.quantities, ...own].flatMap((one) => valuesOf(one, figure));
    return all.some((one, index) =>
      all
        .slice(index + 1)
        .some((other) => isClose(apart ? Math.abs(one - other) : one + other, figure.value)),
    );
  });
}

/** True for a figure that a claim gives as a difference or a sum: “£2 more”, “12 in all”. */
export function isReckoned(figure: Quantity, claim: Statement): boolean {
  return isBeside(figure, claim, APART) || isBeside(figure, claim, TOGETHER);
}

/** Smaller figures recur by chance. */
const SMALL = 9;

/**
 * True if a figure of a claim may derive from the sources, whatever it counts: the sources have it
 * for something else, it is the sum or difference of two of their figures (“49 are dead or
 * missing”, with 37 dead and 12 missing), a part or the rest of one, its half or double, the share of
 * each, or it compares others (“four times as many”, “one in ten”). This supports nothing, but makes a
 * contradiction a guess.
 */
export function mayBeDerived(
  figure: Quantity,
  claim: Statement,
  sources: readonly Statement[],
): boolean {
  if (figure.order || !/^(?:count|money)$/u.test(figure.kind)) return false;
  if (compares(figure, claim)) return true;
  if (figure.unit === 'year' && areApart(figure.value, timesIn(sources, 'year'))) return true;
  if (mayBePart(figure, sources)) return true;
  const isIt = (value: number): boolean => isAs(figure, value);
  const rows = sources.map(({ quantities }) => quantities.flatMap((one) => sidesOf(one, figure)));
  const large = figure.value > SMALL;
  const there = sources.flatMap(({ quantities }) => quantities.map(({ value }) => value));
  if (large && there.some((one) => [one, 2 * one, one / 2].includes(figure.value))) return true;
  if (isForEach(figure, claim) && there.some((one) => there.some((count) => isIt(one / count))))
    return true;
  return (large ? [...rows, rows.flat()] : rows).some((values) =>
    values.some((one, index) =>
      values.slice(index + 1).some((other) => isIt(one + other) || isIt(Math.abs(one - other))),
    ),
  );
}

/** “400 crowns apiece”, “900 for each child”; not “per cent”. */
function isForEach({ first, last }: Quantity, { tokens }: Statement): boolean {
  return tokens.some(
    ({ lower }, at) =>
      at >= first - REACH &&
      at <= last + REACH &&
      EACH.test(lower) &&
      tokens[at + 1]?.lower !== 'cent',
  );
}

const EACH = /^(?:apiece|each|every|per)$/u;

/** “Four times as many”, “one in ten”. */
function compares({ first, last, unit }: Quantity, { tokens }: Statement): boolean {
  const [one, before] = tokens.slice(Math.max(0, first - 2), first).map(({ lemma }) => lemma);
  const rest = tokens.slice(last + 1, last + 3).map(({ lemma }) => lemma);
  return (unit === 'time' && rest.includes('as')) || (one === 'one' && before === 'in');
}

/**
 * True for a part of a figure, or the rest of it, that a source sentence gives as a share: fifteen
 * of 30, half of them sold.
 */
export function mayBePart(figure: Quantity, sources: readonly Statement[]): boolean {
  return sources.some((source) => isPartIn(figure, source));
}

function isAs(figure: Quantity, value: number): boolean {
  return !quantitiesDiffer(figure, { ...figure, value, bound: 'exact' });
}

/** True for “twenty” and “forty” if the source has 60 members, a third of them men. */
function isPartIn(figure: Quantity, { quantities }: Statement): boolean {
  const shares = quantities.filter(({ kind }) => kind === 'share').map(({ value }) => value / 100);
  return quantities.some(
    (whole) =>
      /^(?:count|money)$/u.test(whole.kind) &&
      valuesOf(whole, figure).some((value) =>
        shares
          .flatMap((share) => [share, 1 - share])
          .some((share) => isAs(figure, Math.round(value * share))),
      ),
  );
}

/**
 * The values that a figure may be computed from: both sides of a vote, and “320,000 euros, 40,000
 * more”.
 */
function sidesOf(one: Quantity, figure: Quantity): readonly number[] {
  if (one.order) return [];
  if (one.kind === 'score') return [one.value, one.against ?? one.value];
  return one.kind === figure.kind || (one.kind === 'count' && one.unit === '') ? [one.value] : [];
}

/** The values of a figure that are comparable with another: both sides of a result. */
function valuesOf(one: Quantity, figure: Quantity): readonly number[] {
  if (one.kind === 'score') return [one.value, one.against ?? one.value];
  const comparable =
    one.kind === figure.kind &&
    (one.unit === '' || figure.unit === '' || similarity(one.unit, figure.unit) >= SAME_UNIT);
  return comparable ? [one.value] : [];
}

function isBeside({ first, last }: Quantity, { tokens }: Statement, words: RegExp): boolean {
  return tokens
    .slice(Math.max(0, first - REACH), last + 1 + REACH)
    .some(({ text }) => words.test(text));
}

function isClose(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-6 * Math.max(1, expected);
}

/**
 * True for “eight percent” if the source has 17 of 214 patients, or two figures of which one is
 * that much larger.
 */
function isShareIn({ value }: Quantity, source: Statement): boolean {
  const counts = source.quantities.filter(
    ({ kind, order }) => !order && /^(?:count|money)$/u.test(kind),
  );
  return counts.some((part) =>
    counts.some(
      (whole) =>
        part.value < whole.value &&
        part.kind === whole.kind &&
        (part.unit === '' || whole.unit === '' || similarity(part.unit, whole.unit) >= SAME_UNIT) &&
        [part.value / whole.value, 1 - part.value / whole.value, whole.value / part.value - 1].some(
          (share) => Math.round(100 * share) === Math.round(value),
        ),
    ),
  );
}

/**
 * True for “seven minutes later”, “two days after”, if it is the span between two given minutes or
 * weekdays.
 */
function isSpan({ value, unit }: Quantity, statements: readonly Statement[]): boolean {
  if (unit === 'day') return areApart(value, timesIn(statements, 'weekday'), 7);
  if (unit === 'year') return areApart(value, timesIn(statements, 'year'));
  const ranks = statements.flatMap(({ quantities }) =>
    quantities.filter((one) => one.kind === 'rank' && one.unit === unit),
  );
  return (
    unit !== '' &&
    areApart(
      value,
      ranks.map((one) => one.value),
    )
  );
}

function timesIn(
  statements: readonly Statement[],
  kind: TimeExpression['kind'],
): readonly number[] {
  return statements.flatMap(({ dates }) =>
    dates.filter((date) => date.kind === kind).map((date) => date.value),
  );
}

/** True if two of the values are that far apart, modulo `cycle`. */
function areApart(distance: number, values: readonly number[], cycle = Infinity): boolean {
  return values.some((one) =>
    values.some((other) => {
      const apart = other - one;
      return apart === distance || apart + cycle === distance;
    }),
  );
}
