import { MONTHS } from '../../../lexicon/calendar.js';
import { boundedMemo } from '../../../prose/boundedMemo.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { termsOf } from '../../../reference/evidenceTerms.js';
import type { TableValue } from '../../../reference/tables/tableValues.js';
import type { Quantity } from '../../../values/figures.js';
import { isMeasure } from '../../../values/units.js';
import { isDefiniteCount } from '../align/grounding.js';
import { mayBeSameFigure } from '../align/termAlignment.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { synonymsOf } from '../words/lexicalRelations.js';

/** The figures of a value, without those of its labels. */
export function valuesOf({
  statement: { tokens, quantities },
}: EvidenceSentence): readonly Quantity[] {
  const colon = tokens.findLastIndex(({ text }) => text === ':');
  return quantities.filter(({ first }) => first > colon);
}

function valuesOfCell(sentence: EvidenceSentence | undefined): readonly Quantity[] {
  return sentence === undefined ? [] : valuesOf(sentence);
}

/** True if a cell may have the value of a figure. */
export function hasValue(sentence: EvidenceSentence | undefined, figure: Quantity): boolean {
  return valuesOfCell(sentence).some((one) => mayBeSameFigure(figure, one));
}

/** What a claim names: its words, the full names of whom it names, and times, if need be those of the sentence before. */
export function wordsOf({ statement, first, last, before }: ClaimSpan): ReadonlySet<string> {
  const said = statement.tokens.slice(first, last + 1).map(({ text }) => text);
  const names = statement.terms.flatMap(({ entity }) =>
    entity === undefined ? [] : [entity.name],
  );
  const isDated = statement.dates.some((date) => overlapsRange({ first, last }, date));
  const text = [...said, ...names, ...(isDated ? [] : (before ?? []))].join(' ');
  const quarters = [...text.matchAll(/\b(first|second|third|fourth) quarter\b/giu)].map(
    ([, which = '']) => `q${QUARTERS.indexOf(which.toLowerCase()) + 1}`,
  );
  const total = TOTAL.test(text) ? ['total'] : [];
  return new Set([...termsOf(text), ...quarters, ...total]);
}

/** What says that a figure is that of the last row. */
const TOTAL = /\b(?:in all|in total|altogether|overall|together|add(?:s|ed)? up)\b/iu;

const QUARTERS = ['first', 'second', 'third', 'fourth'];

/** The values of the row that most words select; `undefined` if that is none or several. */
export function rowFor(
  values: readonly TableValue[],
  words: ReadonlySet<string>,
): readonly TableValue[] | undefined {
  const rows = new Map<number, TableValue[]>();
  for (const value of values) {
    const row = rows.get(value.row);
    if (row === undefined) rows.set(value.row, [value]);
    else row.push(value);
  }
  let best: readonly TableValue[] | undefined;
  let [most, isOnly] = [0, false];
  for (const row of rows.values()) {
    const labels = labelsOf(row);
    if (labels.some((label) => isOfAnotherTime(label, words))) continue;
    const named = labels.filter((label) => isNamedBy(label, words));
    const score = new Set(named.flatMap((label) => [...label])).size;
    if (score === 0 || score < most) continue;
    isOnly = score > most;
    [best, most] = [row, score];
  }
  return isOnly ? best : undefined;
}

function labelsOf(row: readonly TableValue[]): readonly ReadonlySet<string>[] {
  return row.reduce<readonly ReadonlySet<string>[]>(
    (longest, { labels }) => (labels.length > longest.length ? labels : longest),
    [],
  );
}

/** True if a claim has all words of a label or heading; of a day or month the year may go without saying. */
function isNamedBy(label: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  const wanted = [...label].filter((word) => !isYear(word) || !isTime(label) || label.size === 1);
  return wanted.length > 0 && wanted.every((word) => words.has(word) || hasSynonym(word, words));
}

/** True if both have a month, a quarter or a year, and not the same. */
export function isOfAnotherTime(label: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  return TIMES.some((isOfKind) => {
    const own = [...label].filter(isOfKind);
    return own.length > 0 && [...words].some(isOfKind) && !own.some((word) => words.has(word));
  });
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/u.test(word);
}

const MONTH_WORDS = new Set(MONTHS.flatMap(termsOf));

const TIMES: readonly ((word: string) => boolean)[] = [
  isYear,
  (word) => MONTH_WORDS.has(word),
  (word) => /^q[1-4]$/u.test(word),
];

/** True for a word for a year, a month or a quarter. */
export function isTimeWord(word: string): boolean {
  return TIMES.some((isOfKind) => isOfKind(word));
}

function isTime(label: ReadonlySet<string>): boolean {
  const words = [...label];
  return words.some(isTimeWord) && words.every((word) => /^\d+$/u.test(word) || isTimeWord(word));
}

/** The figures of a claim but those that name its row: “Route 11”. */
export function figuresBeside(
  { statement, first, last }: ClaimSpan,
  row: readonly TableValue[] | undefined,
): readonly Quantity[] {
  const named = new Set(
    (row ?? []).flatMap(({ labels, heading }) => [
      ...labels.flatMap((label) => [...label]),
      ...heading,
    ]),
  );
  return statement.quantities.filter(
    (one) =>
      overlapsRange({ first, last }, one) &&
      !isDefiniteCount(one) &&
      one.kind !== 'rank' &&
      !figureWords(statement, one).every((word) => named.has(word)),
  );
}

/** A figure as written, without its unit. */
function figureWords(statement: Statement, { figure, last }: Quantity): readonly string[] {
  const words = termsOf(slotWordsOf(statement, figure, last));
  const digits = words.filter((word) => /\d/u.test(word));
  return digits.length > 0 ? digits : words;
}

/** The value of a row that a claim is about: the heading is in it, or it is the only amount of money or share. */
export function columnFor(
  row: readonly TableValue[],
  words: ReadonlySet<string>,
  figure: Quantity,
  read: (value: TableValue) => EvidenceSentence | undefined,
): TableValue | undefined {
  const figures = row.filter(({ value }) => /\d/u.test(value) && !isTime(new Set(termsOf(value))));
  const ofTime = figures.filter(({ heading }) => !isOfAnotherTime(heading, words));
  const named = ofTime.filter(({ heading }) => isNamedBy(heading, words));
  const [only, another] = named;
  if (only !== undefined && another === undefined) return only;
  const unit = termsOf(figure.unit);
  const counted = named.filter(({ heading }) => unit.some((word) => heading.has(word)));
  if (counted.length > 0) return counted.length === 1 ? counted[0] : undefined;
  if (named.length > 0) return named.find((value) => hasValue(read(value), figure));
  const alike = ofTime.filter((value) =>
    valuesOfCell(read(value)).some(
      ({ unit: other, kind }) =>
        kind === figure.kind && other === figure.unit && (kind === 'money' || isMeasure(other)),
    ),
  );
  // “Only 1,204 were driven”, below “Trips driven”
  const partly = ofTime.filter(({ heading }) => [...heading].some((word) => words.has(word)));
  const [single] = partly;
  const isOnly = partly.length === 1 && figure.unit === '' && single !== undefined;
  if (isOnly && valuesOfCell(read(single)).some(({ value }) => value === figure.value))
    return single;
  const unheaded = ofTime.filter(({ heading }) => heading.size === 0);
  const candidates = alike.length > 0 ? alike : unheaded;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/**
 * The first value of the column that adds up to a figure “in all”: of the rows that the claim names, else of all, as far as
 * they are of its time. `undefined` if no column does.
 */
export function summedColumn(
  values: readonly TableValue[],
  words: ReadonlySet<string>,
  figure: Quantity,
  read: (value: TableValue) => EvidenceSentence | undefined,
): TableValue | undefined {
  if (!words.has('total')) return undefined;
  const ofTime = values.filter(({ labels }) => !labels.some((one) => isOfAnotherTime(one, words)));
  const isNamedRow = ({ labels }: TableValue): boolean =>
    labels.some((label) => !isTime(label) && isNamedBy(label, words));
  const rows = ofTime.some(isNamedRow) ? ofTime.filter(isNamedRow) : ofTime;
  const columns = new Map<string, TableValue[]>();
  for (const value of rows) {
    const heading = [...value.heading].join(' ');
    columns.set(heading, [...(columns.get(heading) ?? []), value]);
  }
  return [...columns.values()].find((column) => {
    const parts = column.map((value) => {
      const [only, another] = valuesOfCell(read(value));
      return another === undefined && isAlike(only, figure) ? only?.value : undefined;
    });
    const sum = parts.reduce<number>((all, part) => all + (part ?? NaN), 0);
    return parts.length > 1 && Math.abs(sum - figure.value) < SMALLEST;
  })?.[0];
}

/** A hundredth of a unit, which is as exact as money is. */
const SMALLEST = 0.01;

/** True for two amounts of one currency, and for counts of one thing. */
function isAlike(part: Quantity | undefined, { kind, unit }: Quantity): boolean {
  return part?.kind === kind && part.unit === unit;
}

/** True for a word of which some words have a synonym. */
export function hasSynonym(word: string, words: ReadonlySet<string>): boolean {
  return synonymFamilies(word).some((other) => words.has(other));
}

const synonymFamilies = boundedMemo((word: string) => synonymsOf(word).flatMap(termsOf));
