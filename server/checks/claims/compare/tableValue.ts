import { isNegativeWord } from '../../../lexicon/functionWords.js';
import { MONTHS } from '../../../lexicon/calendar.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { boundedMemo } from '../../../prose/boundedMemo.js';
import { termsOf } from '../../../reference/evidenceTerms.js';
import { type TableValue, tableValuesAround } from '../../../reference/tables/tableValues.js';
import type { Facts } from '../../../reference/model.js';
import type { TableReading } from '../align/claimContext.js';
import { hasFigure, isDefiniteCount } from '../align/grounding.js';
import { mayBeSameFigure } from '../align/termAlignment.js';
import {
  type EvidenceRetriever,
  type EvidenceSentence,
  evidenceOf,
} from '../retrieve/evidenceRetriever.js';
import type { Quantity } from '../../../values/figures.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { relationClausesOf, slotWordsOf } from '../statement/statementQueries.js';
import { LIGHT_WEIGHT, type Term } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { isMeasure } from '../../../values/units.js';
import { synonymsOf } from '../words/lexicalRelations.js';
import { excludes } from './slots.js';

/**
 * Looks up the one figure of a claim in a table among its evidence: the row is that whose names and times the claim has,
 * or the sentence before it (“that month”), the column that whose heading it has, or the only one of its currency. A figure
 * “in all” may be the sum of a column. `undefined` if it is about no row or several, if it denies something, or says what the table has no word for.
 */
export function tableReading(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  retriever: EvidenceRetriever,
): TableReading | undefined {
  const of = evidence.find(({ fact }) => fact.row !== undefined);
  if (of === undefined) return undefined;
  const tokens = claim.statement.tokens.slice(claim.first, claim.last + 1);
  if (tokens.some((token) => isNegativeWord(token) || OTHER_TIME.test(token.lower)))
    return undefined;
  const values = tableValuesAround(retriever.facts, of.index);
  const words = wordsOf(claim);
  const row = rowFor(values, words);
  const figures = figuresBeside(claim, row);
  const [figure] = figures;
  if (figure === undefined || figures.length > 1) return undefined;
  const read = (value: TableValue): EvidenceSentence | undefined =>
    retriever.sentenceAt(value.index);
  const column =
    row === undefined
      ? summedColumn(values, words, figure, read)
      : columnFor(row, words, figure, read);
  const sentence = column && read(column);
  if (sentence === undefined) return undefined;
  const named = namedWords(values, of.fact.citation.source, retriever.facts);
  const terms = termsBeside(claim, figure);
  if (!timesOf(claim).every((word) => named.has(word))) return undefined;
  const isGiven = (term: Term): boolean => isNamed(term, named) || LINKING.has(term.word);
  if (row === undefined || hasValue(sentence, figure)) {
    const isKnown = (term: Term): boolean =>
      term.kind !== 'verb' && retriever.rarity(term.word) < 1;
    return terms.every((term) => isGiven(term) || isKnown(term))
      ? { sentence, isSame: true }
      : undefined;
  }
  const other = valuesOf(sentence).find((one) => excludes(figure, one));
  const isElsewhere =
    row.some((value) => !isOfAnotherTime(value.heading, words) && hasValue(read(value), figure)) ||
    evidence.some(({ fact, statement }) => fact.row === undefined && hasFigure(statement, figure));
  if (other === undefined || isElsewhere || isPlanned(claim) || !terms.every(isGiven))
    return undefined;
  const expected = slotWordsOf(sentence.statement, other.figure, other.last);
  const { first, last } = { first: figure.figure, last: endOf(figure) };
  const found = slotWordsOf(claim.statement, first, last);
  const difference = {
    first,
    last,
    message: `“${found}”: the source says “${expected}”.`,
    replacement: expected,
    expected,
    found,
    evidence: [evidenceOf(sentence.fact)],
  };
  return { sentence, isSame: false, difference };
}

/** The figures of a value, without those of its labels. */
function valuesOf({ statement: { tokens, quantities } }: EvidenceSentence): readonly Quantity[] {
  const colon = tokens.findLastIndex(({ text }) => text === ':');
  return quantities.filter(({ first }) => first > colon);
}

function valuesOfCell(sentence: EvidenceSentence | undefined): readonly Quantity[] {
  return sentence === undefined ? [] : valuesOf(sentence);
}

function hasValue(sentence: EvidenceSentence | undefined, figure: Quantity): boolean {
  return valuesOfCell(sentence).some((one) => mayBeSameFigure(figure, one));
}

/** The last token of a figure without the noun that it counts. */
function endOf({ last, unitTokens, kind }: Quantity): number {
  return unitTokens === undefined || kind !== 'count' ? last : unitTokens.first - 1;
}

/** Words for a time before that of a table, or for a part or a change of what it counts. */
const OTHER_TIME =
  /^(?:once|earlier|formerly|previously|originally|ago|another|additional|extra|more|less|fewer)$/u;

/** The months and years of a claim itself. */
function timesOf({ statement: { tokens, dates }, first, last }: ClaimSpan): readonly string[] {
  return dates
    .filter((date) => overlapsRange({ first, last }, date))
    .flatMap((date) =>
      termsOf(
        tokens
          .slice(date.first, date.last + 1)
          .map(({ text }) => text)
          .join(' '),
      ),
    )
    .filter((word) => TIMES.some((isOfKind) => isOfKind(word)));
}

function isPlanned(claim: ClaimSpan): boolean {
  return relationClausesOf(claim).some(
    ({ group: { certainty } }) => certainty !== 'past' && certainty !== 'present',
  );
}

/** What a claim names: its words, the full names of whom it names, and times, if need be those of the sentence before. */
function wordsOf({ statement, first, last, before }: ClaimSpan): ReadonlySet<string> {
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
function rowFor(
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
function isOfAnotherTime(label: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
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

function isTime(label: ReadonlySet<string>): boolean {
  const words = [...label];
  const isOfTime = (word: string): boolean => TIMES.some((isOfKind) => isOfKind(word));
  return words.some(isOfTime) && words.every((word) => /^\d+$/u.test(word) || isOfTime(word));
}

/** The figures of a claim but those that name its row: “Route 11”. */
function figuresBeside(
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
function columnFor(
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
function summedColumn(
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

/** The words of a table, of the title above it, and of its source's name. */
function namedWords(
  values: readonly TableValue[],
  source: string,
  facts: Facts,
): ReadonlySet<string> {
  const words = new Set(termsOf(source.replace(/\.\w+$/u, '')));
  const above = facts.at((values[0]?.index ?? 0) - 1);
  if (above?.citation.source === source && !/[.!?]$/u.test(above.text))
    for (const word of termsOf(above.text)) words.add(word);
  for (const { labels, heading, value } of values) {
    for (const label of labels) for (const word of label) words.add(word);
    for (const word of heading) words.add(word);
    for (const word of termsOf(value)) words.add(word);
  }
  return words;
}

/** The names and content words of a claim, but what its figure counts. */
function termsBeside({ statement, first, last }: ClaimSpan, figure: Quantity): readonly Term[] {
  return statement.terms.filter(
    (term) =>
      (term.weight > LIGHT_WEIGHT || (term.kind === 'verb' && !LINKING.has(term.word))) &&
      !term.resolved &&
      overlapsRange({ first, last }, term) &&
      ![figure, figure.unitTokens].some(
        (part) => part !== undefined && overlapsRange(part, term),
      ) &&
      term.word !== figure.unit,
  );
}

function isNamed({ word, entity }: Term, named: ReadonlySet<string>): boolean {
  return [word, ...(entity === undefined ? [] : [entity.name])].some((form) => {
    const words = termsOf(form);
    return words.length > 0 && words.every((one) => named.has(one) || hasSynonym(one, named));
  });
}

function hasSynonym(word: string, words: ReadonlySet<string>): boolean {
  return synonymFamilies(word).some((other) => words.has(other));
}

const synonymFamilies = boundedMemo((word: string) => synonymsOf(word).flatMap(termsOf));

/** Words that only link a thing with its figure. */
const LINKING = wordSet(
  'be have do get come show cost total number amount average measure weigh reach stand equal count receive record',
);
