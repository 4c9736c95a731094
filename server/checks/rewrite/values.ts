import type { Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Token } from '../../prose/tokens.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import { type TimeExpression, datesIn } from '../../values/dates.js';
import { type Quantity, quantitiesIn } from '../../values/figures.js';
import { isMeasure, isSameMeasure } from '../../values/units.js';
import { spanOf } from '../claims/judgements.js';
import {
  type PlacedWords,
  type RewriteChange,
  added,
  changed,
  lost,
  placedWords,
} from './rewriteChange.js';
import { likeness } from './sentencePairs.js';

/** A figure or a date at its place in a text. */
interface PlacedValue {
  readonly kind: 'figure' | 'date';
  /** Equal for values that are the same. */
  readonly key: string;
  /** Equal for values of which one may replace the other. */
  readonly family: string;
  /** What a figure counts or measures; empty if that is not written, and for a date. */
  readonly unit: string;
  /** “about”, “at least”; empty for a date. */
  readonly bound: string;
  readonly words: PlacedWords;
  /** The words with those of the unit. */
  readonly measure: PlacedWords;
  readonly sentence: Sentence;
}

/** The figures and dates that a rewrite changes, adds and leaves out. */
export function changedValues(before: Prose, after: Prose): readonly RewriteChange[] {
  const [old, now] = [valuesIn(before), valuesIn(after)];
  const [oldKeys, nowKeys] = [old, now].map((values) => new Set(values.map(({ key }) => key)));
  const remaining = once(old.filter(({ key }) => nowKeys?.has(key) !== true));
  const isNew = ({ kind, key, words }: PlacedValue): boolean =>
    oldKeys?.has(key) !== true && !(kind === 'date' && hasWords(before.text, words.text));
  const changes = once(now.filter(isNew)).map((value) => {
    const replaced = nearest(value, remaining);
    if (replaced === undefined) return added(value.kind, value.words);
    remaining.splice(remaining.indexOf(replaced), 1);
    return changed(value.kind, replaced.words, value.words);
  });
  return [
    ...changes,
    ...changedBounds(old, now),
    ...changedUnits(old, now),
    ...remaining.map(({ kind, words }) => lost(kind, words)),
  ];
}

/**
 * True for a text with these words, such as “May” in “22-31 May”, of which only the days are read.
 */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.charAt(at + words.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** The first of each value. */
function once(values: readonly PlacedValue[]): PlacedValue[] {
  return values.filter(
    ({ key }, index) => values.findIndex((other) => other.key === key) === index,
  );
}

/** The value of a similar sentence that another value replaces. */
function nearest(
  { family, unit, sentence }: PlacedValue,
  values: readonly PlacedValue[],
): PlacedValue | undefined {
  const [best] = values
    .filter((other) => other.family === family)
    .filter((other) => other.unit === unit || other.unit === '' || unit === '')
    .map((other) => ({ other, like: likeness(sentence, other.sentence) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like);
  return best?.other;
}

/** Figures that are exact, or rounded, where the other text has them otherwise throughout: “about 30”, “30”. */
function changedBounds(
  old: readonly PlacedValue[],
  now: readonly PlacedValue[],
): readonly RewriteChange[] {
  return once(now).flatMap(({ key, kind }) => {
    if (kind === 'date') return [];
    const [was, is] = [old, now].map((values) => values.filter((one) => one.key === key));
    const [one, other] = [was?.[0], is?.[0]];
    if (one === undefined || other === undefined) return [];
    const isKept = is?.some(({ bound }) => was?.some((value) => value.bound === bound));
    return isKept === true ? [] : [changed(kind, one.words, other.words)];
  });
}

/** Figures that measure in a unit that the other text does not have with them: “10 km”, “10 miles”. */
function changedUnits(
  old: readonly PlacedValue[],
  now: readonly PlacedValue[],
): readonly RewriteChange[] {
  return once(now.filter(({ unit }) => isMeasure(unit))).flatMap((value) => {
    const same = old.filter(({ key }) => key === value.key);
    const isKept = same.some(({ unit }) => unit === '' || isSameMeasure(unit, value.unit));
    const other = same.find(({ unit }) => isMeasure(unit));
    return isKept || other === undefined ? [] : [changed('figure', other.measure, value.measure)];
  });
}

function valuesIn({ blocks }: Prose): readonly PlacedValue[] {
  return blocks.flatMap((block) =>
    block.sentences.flatMap((sentence): readonly PlacedValue[] => {
      const { tokens } = sentence;
      const place = (range: TokenRange): PlacedWords => placedWords(block, spanOf(tokens, range));
      const dates = datesIn(tokens).filter(({ kind }) => kind !== 'relative');
      const quantities = quantitiesIn(tokens).filter(
        (quantity) =>
          saysSomething(quantity, tokens) && !dates.some((date) => meet(date, quantity)),
      );
      return [
        ...dates.map((date) => ({
          ...{ kind: 'date' as const, ...keysOfDate(date), unit: '', bound: '' },
          ...{ words: place(date), measure: place(date), sentence },
        })),
        ...quantities.map((quantity) => ({
          ...{ kind: 'figure' as const, ...keysOfFigure(quantity) },
          ...{ unit: quantity.unit, bound: quantity.bound },
          ...{ words: place(quantity), measure: place(withUnit(quantity)), sentence },
        })),
      ];
    }),
  );
}

function withUnit({ first, last, unitTokens }: Quantity): TokenRange {
  return { first, last: Math.max(last, unitTokens?.last ?? last) };
}

function keysOfDate({ kind, value }: TimeExpression): Pick<PlacedValue, 'key' | 'family'> {
  return { key: `${kind} ${value}`, family: kind };
}

/** A count and an age may be written with or without what they count. */
function keysOfFigure({
  kind,
  value,
  against,
  unit,
}: Quantity): Pick<PlacedValue, 'key' | 'family'> {
  const family = kind === 'money' ? `money ${unit}` : kind === 'age' ? 'count' : kind;
  return { key: `${family} ${value} ${against ?? ''}`, family };
}

/** False for “one”, “the two men” and “first”, which are words of any text. */
function saysSomething({ kind, value, definite }: Quantity, tokens: readonly Token[]): boolean {
  return tokens.length > 0 && kind !== 'rank' && !definite && (kind !== 'count' || value > 1);
}

function meet(a: TokenRange, b: TokenRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}
