import type { Facts } from '../model.js';
import { sideTable } from '../../prose/sideTable.js';
import { termsOf } from '../evidenceTerms.js';

/** A value of a table, with the words that describe it. Words are those of `termsOf`. */
export interface TableValue {
  /** Index into the base's facts. */
  readonly index: number;
  /** See `Fact.row`. */
  readonly row: number;
  /** The words for the subject of the row: those of its name, of its day, of each further label. */
  readonly labels: readonly ReadonlySet<string>[];
  /** The words of the heading; empty without one. */
  readonly heading: ReadonlySet<string>;
  readonly value: string;
}

/** A longer table is a database, and a claim is not compared with each of its rows. */
const MOST_VALUES = 5000;

/** The values of the tables of the source that has a fact; none if it is no value of a table, or there are too many. */
export function tableValuesAround(facts: Facts, index: number): readonly TableValue[] {
  const start = firstOfTables(facts, index);
  if (start === undefined) return [];
  const known = tables.get(facts) ?? new Map<number, readonly TableValue[]>();
  tables.set(facts, known);
  const values = known.get(start) ?? valuesFrom(facts, start);
  known.set(start, values);
  return values;
}

/** The values that were read, by the index of the first. */
const tables = sideTable<Facts, Map<number, readonly TableValue[]>>();

/** The index of the first value in a run of values that includes a fact. */
function firstOfTables(facts: Facts, index: number): number | undefined {
  const fact = facts.at(index);
  if (fact?.row === undefined) return undefined;
  let first = index;
  while (index - first < MOST_VALUES) {
    const before = facts.at(first - 1);
    if (before?.row === undefined || before.citation.source !== fact.citation.source) return first;
    first--;
  }
  return undefined;
}

function valuesFrom(facts: Facts, start: number): readonly TableValue[] {
  const values: TableValue[] = [];
  const source = facts.at(start)?.citation.source;
  for (let index = start; values.length < MOST_VALUES; index++) {
    const fact = facts.at(index);
    if (fact?.row === undefined || fact.citation.source !== source) return values;
    values.push(valueOf(fact.text, index, fact.row));
  }
  return [];
}

/** “Lund, Pilot boats, 2024, Number: 14” has a heading after its labels, “Lund: 14” has none. */
function valueOf(text: string, index: number, row: number): TableValue {
  const end = text.lastIndexOf(': ');
  const parts = end < 0 ? [] : text.slice(0, end).split(', ');
  const labels = parts.length > 1 ? parts.slice(0, -1) : parts;
  const heading = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return {
    index,
    row,
    labels: labels.map((label) => new Set(termsOf(label))),
    heading: new Set(termsOf(heading)),
    value: text.slice(end < 0 ? 0 : end + 2),
  };
}
