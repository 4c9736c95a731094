import { speechVerb } from '../../lexicon/speechVerbs.js';
import { SMALL_NUMBERS } from '../../lexicon/numberWords.js';
import { wordSet } from '../../lexicon/wordSet.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { withCapitalOf } from '../../prose/capital.js';
import { memoize } from '../../prose/memoize.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { spanOf } from '../claims/judgements.js';
import { outsideQuotations } from '../claims/segment/outsideQuotations.js';
import { slotWordsOf } from '../claims/statement/statementQueries.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import { type CalendarPoint, comparePoints, daysBetweenPoints, pointsIn } from './points.js';

/** Words that contradict the dates beside them, in UTF-16 units of their block's prose. */
interface Disorder {
  readonly span: Span;
  /** One plain sentence. */
  readonly message: string;
  /** A possible replacement. */
  readonly correction: string;
  /** The date with which they do not agree. */
  readonly date: Span;
}

/**
 * Reports a sentence that orders its own dates wrongly: “on 12 May, after the hearing on 14 May”,
 * “on Friday, two days after Monday's vote”, “between 2019 and 2015”. A date is assigned to an
 * event only if the two are beside the word that orders them. Yields after each block.
 */
export function* checkOrder(draft: Prose): CooperativeTask<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const block of draft.blocks) {
    if (block.kind !== 'tableCell')
      findings.push(...disordersIn(block.content).map((one) => findingOn(block, one)));
    yield;
  }
  return findings;
}

const disordersIn = memoize((content: BlockContent): readonly Disorder[] => {
  const outside = outsideQuotations(content);
  return content.sentences.flatMap((sentence) => {
    const tokens = outside.get(sentence) ?? sentence.tokens;
    if (!tokens.some(({ lower }) => ORDERING.test(lower))) return [];
    const points = pointsIn(tokens);
    if (points.length === 0) return [];
    return tokens.flatMap((_, at) => {
      const order = orderAt(at, tokens, points);
      return (order && disorderOf(order, tokens)) ?? backwardSpanAt(at, tokens, points) ?? [];
    });
  });
});

const ORDERING = /^(?:after|before|between|from)$/u;

/** “Two days after”, of two dates. */
interface Order {
  /** The token of “after” or “before”. */
  readonly at: number;
  /** “Two days”; absent where the sentence has no number. */
  readonly interval?: Interval;
  /** The date that is said to be after or before the other. */
  readonly point: CalendarPoint;
  readonly other: CalendarPoint;
}

interface Interval extends TokenRange {
  readonly count: number;
  readonly unit: Unit;
}

type Unit = 'day' | 'week' | 'month' | 'year';

function orderAt(
  at: number,
  tokens: readonly Token[],
  points: readonly CalendarPoint[],
): Order | undefined {
  if (!/^(?:after|before)$/u.test(tokens[at]?.lower ?? '')) return undefined;
  const other = complementAt(at + 1, tokens, points);
  if (other === undefined || isInSpan(other, tokens)) return undefined;
  const interval = intervalBefore(at, tokens);
  const start = interval?.first ?? at;
  const point =
    start === 0
      ? pointOfClauseAfter(other.last, tokens, points)
      : pointBefore(start, interval !== undefined, tokens, points);
  return point === undefined || isInSpan(point, tokens)
    ? undefined
    : { at, point, other, ...(interval === undefined ? {} : { interval }) };
}

/** The maximum number of words from “after” to its date. */
const LONGEST_COMPLEMENT = 8;

const NOMINAL = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/u;

/** Verbs, by their dictionary form, whose date is that of something in the future. */
const SCHEDULING = wordSet('schedule plan set expect due fix book slate propose postpone move');

/**
 * The date of the words after “after” and the like, from a token on: “14 May”, “Friday's vote”,
 * “the hearing on 14 May”, “the council met on 14 May”. A longer phrase may contain the date of
 * something else.
 */
function complementAt(
  from: number,
  tokens: readonly Token[],
  points: readonly CalendarPoint[],
): CalendarPoint | undefined {
  let hasVerb = false;
  for (let at = from; at < from + LONGEST_COMPLEMENT; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined) return undefined;
    const attributive = points.find(({ first }) => first === at);
    if (attributive !== undefined) return hasVerb ? undefined : attributive;
    const dated = isBeforeDate(token) && points.find(({ first }) => first === at + 1);
    if (dated !== false && dated !== undefined) return at === from ? undefined : dated;
    if (token.tag === 'VERB' || token.tag === 'AUX' || token.tag === 'ADV') {
      if (/ing$|^(?:to|will|would|can|could|may|might|should)$/u.test(token.lower))
        return undefined;
      if (SCHEDULING.has(token.lemma) || (token.tag === 'VERB' && hasVerb)) return undefined;
      // The date belongs to the verb only right after it.
      if (token.tag === 'VERB' && !(next !== undefined && isBeforeDate(next))) return undefined;
      hasVerb = token.tag === 'VERB' || hasVerb;
    } else if (!NOMINAL.test(token.tag) && !/^['’]s?$/u.test(token.lower)) {
      return undefined;
    }
  }
  return undefined;
}

function isBeforeDate({ lower }: Token): boolean {
  return lower === 'on' || lower === 'in';
}

/** “Two days” right before “after”. */
function intervalBefore(at: number, tokens: readonly Token[]): Interval | undefined {
  const unit = unitOf(tokens[at - 1]);
  const number = tokens[at - 2];
  if (unit === undefined || number === undefined) return undefined;
  const count = /^(?:a|the)$/u.test(number.lower)
    ? tokens[at - 1]?.lemma === tokens[at - 1]?.lower
      ? 1
      : undefined
    : (SMALL_NUMBERS.get(number.lower) ??
      (/^\d{1,3}$/u.test(number.text) ? Number(number.text) : undefined));
  // “Twenty-two days”, “6.2 days”, “one or two days”
  const isPart = /^(?:[-–.,]|or|to)$/u.test(tokens[at - 3]?.lower ?? '') && at - 3 >= 0;
  const isAfterComma = tokens[at - 3]?.lower === ',';
  return count === undefined || (isPart && !isAfterComma)
    ? undefined
    : { first: at - 2, last: at - 1, count, unit };
}

function unitOf(token: Token | undefined): Unit | undefined {
  switch (token?.lemma) {
    case 'day':
    case 'week':
    case 'month':
    case 'year':
      return token.lemma;
    default:
      return undefined;
  }
}

/**
 * The date right before a word, at most behind a comma: “on 12 May, two days”. Without an interval,
 * the sentence orders the two dates only if the first belongs to its verb or opens it.
 */
function pointBefore(
  start: number,
  hasInterval: boolean,
  tokens: readonly Token[],
  points: readonly CalendarPoint[],
): CalendarPoint | undefined {
  const end = tokens[start - 1]?.lower === ',' ? start - 2 : start - 1;
  const point = points.find(({ last }) => last === end);
  if (point === undefined) return undefined;
  const before = tokens[point.first - 1];
  if (before === undefined) return point;
  if (!isBeforeDate(before)) return before.tag === 'VERB' ? point : undefined;
  const governor = tokens[point.first - 2];
  return hasInterval || governor === undefined || governor.tag === 'VERB' ? point : undefined;
}

/** The date of the verb of the main clause, after an opening phrase that ends at a token: “…, the council met on 12 May”. */
function pointOfClauseAfter(
  last: number,
  tokens: readonly Token[],
  points: readonly CalendarPoint[],
): CalendarPoint | undefined {
  const comma = tokens.findIndex(({ lower }, at) => at > last && lower === ',');
  if (comma < 0 || comma > last + 3) return undefined;
  const point = points.find(({ first }) => first > comma);
  if (point === undefined) return undefined;
  const between = tokens.slice(comma + 1, point.first);
  const preposition = between.at(-1);
  const verb = between.at(-2);
  if (preposition === undefined || !isBeforeDate(preposition) || verb?.tag !== 'VERB')
    return undefined;
  const isOneClause =
    between.filter(({ tag }) => tag === 'VERB').length === 1 &&
    !SCHEDULING.has(verb.lemma) &&
    speechVerb(verb.text) === undefined &&
    !between.some(({ lower }) => /^[,;:–—]$|^that$/u.test(lower));
  return isOneClause ? point : undefined;
}

/** True for an end of a span (“from 8 to 14 May”), and one of several dates (“8 May and 14 May”). */
function isInSpan({ first, last }: CalendarPoint, tokens: readonly Token[]): boolean {
  const [before, after] = [tokens[first - 1]?.lower ?? '', tokens[last + 1]?.lower ?? ''];
  return (
    /^(?:[-–—/]|to|until|till|through|and|or|from|since|by|between)$/u.test(before) ||
    /^(?:[-–—/]|to|until|till|through|and|or)$/u.test(after)
  );
}

/**
 * The distance of two dates in units, and how far a writer may round it; `undefined` if it is not
 * known.
 */
function distanceIn(
  unit: Unit,
  one: CalendarPoint,
  other: CalendarPoint,
): { readonly distance: number; readonly rounding: number } | undefined {
  const days = daysBetweenPoints(one, other);
  switch (unit) {
    case 'day':
      return days === undefined ? undefined : { distance: days, rounding: 0 };
    case 'week':
      return days === undefined
        ? undefined
        : { distance: Math.round(days / DAYS_OF_WEEK), rounding: 1 };
    case 'month': {
      const [month, otherMonth] = [monthsOf(one), monthsOf(other)];
      return month === undefined || otherMonth === undefined
        ? undefined
        : { distance: month - otherMonth, rounding: 1 };
    }
    case 'year':
      return one.year === undefined || other.year === undefined
        ? undefined
        : { distance: one.year - other.year, rounding: 1 };
  }
}

const DAYS_OF_WEEK = 7;
const MONTHS_OF_YEAR = 12;

function monthsOf({ year, month }: CalendarPoint): number | undefined {
  return year === undefined || month === undefined ? undefined : year * MONTHS_OF_YEAR + month;
}

function disorderOf(
  { at, interval, point, other }: Order,
  tokens: readonly Token[],
): Disorder | undefined {
  const isAfter = tokens[at]?.lower === 'after';
  const [later, earlier] = isAfter ? [point, other] : [other, point];
  const [words, otherWords] = [wordsOf(tokens, point), wordsOf(tokens, other)];
  const date = spanOf(tokens, other);
  const distance = comparePoints(later, earlier);
  if (distance !== undefined && distance < 0) {
    const word = isAfter ? 'before' : 'after';
    return {
      span: spanOf(tokens, { first: at, last: at }),
      message: `“${tokens[at]?.text ?? ''}” here, but ${words} is ${word} ${otherWords}.`,
      correction: withCapitalOf(tokens[at]?.text ?? '', word),
      date,
    };
  }
  if (interval === undefined) return undefined;
  const found = wordsOf(tokens, interval);
  const right = rightCount(interval, later, earlier);
  if (right === undefined) return undefined;
  const correction = withCapitalOf(found, countText(right, interval.unit));
  return {
    span: spanOf(tokens, interval),
    message: `“${found}” here, but ${words} is ${countText(right, interval.unit)} ${isAfter ? 'after' : 'before'} ${otherWords}.`,
    correction,
    date,
  };
}

/** The number of units between two dates, if it differs from the one in the sentence. */
function rightCount(
  { count, unit }: Interval,
  later: CalendarPoint,
  earlier: CalendarPoint,
): number | undefined {
  const measured = distanceIn(unit, later, earlier);
  if (measured !== undefined) {
    const { distance, rounding } = measured;
    return Math.abs(distance - count) > rounding && distance > 0 ? distance : undefined;
  }
  if (unit !== 'day' || later.weekday === undefined || earlier.weekday === undefined)
    return undefined;
  if ([later, earlier].some(({ day, month }) => day !== undefined || month !== undefined))
    return undefined;
  const ahead = (later.weekday - earlier.weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  const right = ahead === 0 ? DAYS_OF_WEEK : ahead;
  return count <= DAYS_OF_WEEK && count !== right ? right : undefined;
}

function countText(count: number, unit: Unit): string {
  const word = [...SMALL_NUMBERS].find(([, value]) => value === count)?.[0];
  const isSpelledOut = word !== undefined && count < SPELLED_OUT;
  return `${isSpelledOut ? word : String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** From here up, newsrooms write numbers in figures. */
const SPELLED_OUT = 10;

/** Verbs of lasting, by their dictionary form. “Was moved from 2025 to 2024” is no span. */
const LASTING = wordSet(
  'be run last serve work play lead live study teach govern rule reign chair coach',
);

/** A span that ends before it begins: “between 2019 and 2015”, “served from 2019 to 2015”. */
function backwardSpanAt(
  at: number,
  tokens: readonly Token[],
  points: readonly CalendarPoint[],
): Disorder | undefined {
  const opening = tokens[at]?.lower ?? '';
  const joint =
    opening === 'between' ? /^and$/u : opening === 'from' ? /^(?:to|until|till)$/u : undefined;
  if (joint === undefined) return undefined;
  if (opening === 'from' && !LASTING.has(tokens[at - 1]?.lemma ?? '') && !lastsBefore(at, tokens))
    return undefined;
  const start = points.find(({ first }) => first === at + 1);
  const end = points.find(({ first }) => first === (start?.last ?? at) + 2);
  if (start === undefined || end === undefined || !joint.test(tokens[start.last + 1]?.lower ?? ''))
    return undefined;
  // “To 2015 levels”
  const next = tokens[end.last + 1]?.tag;
  if (next === 'NOUN' || next === 'ADJ') return undefined;
  const distance = comparePoints(end, start);
  if (distance === undefined || distance >= 0) return undefined;
  const [first, last] = [wordsOf(tokens, start), wordsOf(tokens, end)];
  const word = tokens[start.last + 1]?.text ?? '';
  return {
    span: spanOf(tokens, { first: start.first, last: end.last }),
    message: `“${first} ${word} ${last}” runs backwards: ${last} is before ${first}.`,
    correction: `${last} ${word} ${first}`,
    date: spanOf(tokens, end),
  };
}

/** True if the only verb before a token is one of lasting. */
function lastsBefore(at: number, tokens: readonly Token[]): boolean {
  const verbs = tokens.slice(0, at).filter(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return verbs.length > 0 && verbs.every(({ lemma }) => LASTING.has(lemma));
}

function wordsOf(tokens: readonly Token[], { first, last }: TokenRange): string {
  return slotWordsOf({ tokens }, first, last);
}

function findingOn(block: Block, { span, message, correction, date }: Disorder): Finding {
  const code = 'claim/inconsistent';
  return {
    code,
    severity: RULES[code].severity,
    message,
    span: draftSpanOf(block, span),
    evidence: [],
    related: [{ span: draftSpanOf(block, date), text: block.text.slice(date.start, date.end) }],
    fixes: [replacementFix(`Change to “${correction}”`, block, span, correction, false)],
    found: block.text.slice(span.start, span.end),
    expected: correction,
  };
}
