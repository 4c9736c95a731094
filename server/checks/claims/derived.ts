import { affinity } from './alignment.js';
import type { When } from './dates.js';
import { likeness } from './kinship.js';
import { type Quantity, compareQuantities } from './numbers.js';
import type { Statement } from './statement.js';

/** Words beside a figure that tells how far two others lie apart: “seven minutes later”, “nine fewer”, “leaving six”. */
const APART =
  /^(?:later|earlier|after|before|more|fewer|less|higher|lower|ahead|behind|other|rest|remaining|leav(?:es?|ing)|left|not|n['’]t|up|down|by|difference|lead|margin|majority)$/iu;
/** Words beside a figure that tells what others come to. */
const TOGETHER = /^(?:all|total|altogether|combined|together|both|sum)$/iu;

/** How far from a figure such a word stands, in tokens. */
const REACH = 4;

const SAME_UNIT = 0.6;
const DAYS_A_YEAR = 365;

/**
 * True where a figure of a claim follows from two that its sources have: a difference, a sum, a share or a
 * part, and where the claim says so in words a span between two minutes, weekdays or years.
 */
export function follows(
  figure: Quantity,
  claim: Statement,
  sources: readonly Statement[],
): boolean {
  if (figure.order || figure.kind === 'rank' || figure.kind === 'age') return false;
  if (figure.kind === 'share') return sources.some((source) => isShareIn(figure, source));
  if (sources.some((source) => isPartIn(figure, source) && hasWords(source, claim))) return true;
  const own = claim.quantities.filter((other) => other !== figure);
  const isAbout = (words: RegExp): boolean => isBeside(figure, claim, words);
  const apart = isAbout(APART);
  if (apart && isSpan(figure, [claim, ...sources])) return true;
  if (!apart && !isAbout(TOGETHER)) return false;
  return sources.some((source) => {
    // One of the two may be told by the claim itself.
    const all = [...source.quantities, ...own].flatMap((one) => valuesOf(one, figure));
    return all.some((one, index) =>
      all
        .slice(index + 1)
        .some((other) => isClose(apart ? Math.abs(one - other) : one + other, figure.value)),
    );
  });
}

/** True where “four years later” lies between two years of the sources or of the claim. */
export function spanFollows(date: When, claim: Statement, sources: readonly Statement[]): boolean {
  if (date.kind !== 'relative' || Math.abs(date.value) < DAYS_A_YEAR) return false;
  const years = Math.round(Math.abs(date.value) / DAYS_A_YEAR);
  return areApart(years, timesIn([claim, ...sources], 'year'));
}

/** A figure up to this is as often another's as its own. */
const SMALL = 9;

/**
 * True where a figure of a claim may come of the sources, whatever it is said to count: where they have it of
 * something else, two figures of theirs come to it or lie as far apart (“49 are dead or missing” where 37
 * died and 12 are missing), it is such a part of another as they tell, or the rest, or it compares others
 * (“four times as many”, “one in ten”). That bears nothing out, and makes an accusation a guess.
 */
export function mayComeOf(
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
  if (large && there.some((value) => value === figure.value)) return true;
  return (large ? [...rows, rows.flat()] : rows).some((values) =>
    values.some((one, index) =>
      values.slice(index + 1).some((other) => isIt(one + other) || isIt(Math.abs(one - other))),
    ),
  );
}

/** “Four times as many”, “one in ten”. */
function compares({ first, last, unit }: Quantity, { tokens }: Statement): boolean {
  const [one, before] = tokens.slice(Math.max(0, first - 2), first).map(({ lemma }) => lemma);
  const rest = tokens.slice(last + 1, last + 3).map(({ lemma }) => lemma);
  return (unit === 'time' && rest.includes('as')) || (one === 'one' && before === 'in');
}

/** True for such a part of a figure as a source sentence tells, or the rest: fifteen where it has 30, half of them sold. */
export function mayBePart(figure: Quantity, sources: readonly Statement[]): boolean {
  return sources.some((source) => isPartIn(figure, source, true));
}

function isAs(figure: Quantity, value: number): boolean {
  return compareQuantities(figure, { ...figure, value, bound: 'exact' }) === 'same';
}

/** “Twenty” where the source has 60 members, a third of them men; with `rest` the other forty too. */
function isPartIn(figure: Quantity, { quantities }: Statement, rest = false): boolean {
  const shares = quantities.filter(({ kind }) => kind === 'share').map(({ value }) => value / 100);
  return quantities.some(
    (whole) =>
      /^(?:count|money)$/u.test(whole.kind) &&
      valuesOf(whole, figure).some((value) =>
        shares.some(
          (share) =>
            isAs(figure, Math.round(value * share)) ||
            (rest && isAs(figure, Math.round(value * (1 - share)))),
        ),
      ),
  );
}

/** True where a source has every word of a claim: a part of the members may be men, and not women. */
function hasWords({ terms }: Statement, claim: Statement): boolean {
  return claim.terms.every((term) => terms.some((other) => affinity(term, other) >= SAME_WORD));
}

const SAME_WORD = 0.6;

/** The values that may be reckoned with a figure: both sides of a vote, and “320,000 euros, 40,000 more”. */
function sidesOf(one: Quantity, figure: Quantity): readonly number[] {
  if (one.order) return [];
  if (one.kind === 'score') return [one.value, one.against ?? one.value];
  return one.kind === figure.kind || (one.kind === 'count' && one.unit === '') ? [one.value] : [];
}

/** The values of a figure that may be reckoned with another: both sides of a result. */
function valuesOf(one: Quantity, figure: Quantity): readonly number[] {
  if (one.kind === 'score') return [one.value, one.against ?? one.value];
  const comparable =
    one.kind === figure.kind &&
    (one.unit === '' || figure.unit === '' || likeness(one.unit, figure.unit) >= SAME_UNIT);
  return comparable ? [one.value] : [];
}

function isBeside({ first, last }: Quantity, { tokens }: Statement, words: RegExp): boolean {
  return tokens
    .slice(Math.max(0, first - REACH), last + 1 + REACH)
    .some(({ text }) => words.test(text));
}

function isClose(value: number, told: number): boolean {
  return Math.abs(value - told) <= 1e-6 * Math.max(1, told);
}

/** “Eight percent” where the source has 17 of 214 patients, or two figures of which one is so much more. */
function isShareIn({ value }: Quantity, source: Statement): boolean {
  const counts = source.quantities.filter(
    ({ kind, order }) => !order && /^(?:count|money)$/u.test(kind),
  );
  return counts.some((part) =>
    counts.some(
      (whole) =>
        part.value < whole.value &&
        part.kind === whole.kind &&
        (part.unit === '' || whole.unit === '' || likeness(part.unit, whole.unit) >= SAME_UNIT) &&
        [part.value / whole.value, 1 - part.value / whole.value, whole.value / part.value - 1].some(
          (share) => Math.round(100 * share) === Math.round(value),
        ),
    ),
  );
}

/** “Seven minutes later”, “two days after”: so long lies between two minutes or weekdays that are told. */
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

function timesIn(statements: readonly Statement[], kind: When['kind']): readonly number[] {
  return statements.flatMap(({ dates }) =>
    dates.filter((date) => date.kind === kind).map((date) => date.value),
  );
}

/** True where two of the values lie so far apart, in a round of `cycle` where there is one. */
function areApart(distance: number, values: readonly number[], cycle = Infinity): boolean {
  return values.some((one) =>
    values.some((other) => {
      const apart = other - one;
      return apart === distance || apart + cycle === distance;
    }),
  );
}
