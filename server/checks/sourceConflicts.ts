import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Reference } from '../reference/reference.js';
import { countsOfEvent, isSameCount } from './claims/align/countsOfEvent.js';
import {
  EvidenceRetriever,
  type EvidenceSentence,
  evidenceOf,
} from './claims/retrieve/evidenceRetriever.js';
import { slotWordsOf } from './claims/statement/statementQueries.js';
import type { TokenRange } from '../prose/tokenRange.js';
import { AGES } from './consistency/ages.js';
import { CASUALTIES } from './consistency/casualties.js';
import { mayMeasureOneThing } from './consistency/measures.js';
import { OUTCOMES } from './consistency/outcomes.js';
import { SCORES } from './consistency/scores.js';
import type { Comparison, StatedValue } from './consistency/statedValue.js';
import { type SourceSide, olderFirst, sidesInWords } from './differingSources.js';
import { differingSpellings } from './names/differingSpellings.js';
import { isUnreliable } from './unreliable.js';

/**
 * Where the sources of a reference differ: on counts, casualties, ages, scores and outcomes of one event, and on how a
 * person's name is spelled. Of each conflict what each source says, the older first; each is listed once. Yields after
 * each sentence.
 */
export function* sourceConflicts(
  reference: Reference,
): CooperativeTask<readonly (readonly SourceSide[])[]> {
  const retriever = new EvidenceRetriever(reference);
  const conflicts = new Map<string, readonly SourceSide[]>();
  const parsed: EvidenceSentence[] = [];
  const dayOf = (source: string): string | undefined => retriever.dayOf(source);
  const add = (sides: readonly SourceSide[]): void => {
    const ordered = olderFirst(sides, dayOf);
    const text = sidesInWords(ordered, dayOf);
    if (!conflicts.has(text)) conflicts.set(text, ordered);
  };
  for (let index = 0; index < reference.base.facts.length; index++) {
    const own = retriever.sentenceAt(index);
    yield;
    if (own === undefined) continue;
    parsed.push(own);
    for (const count of own.statement.quantities) {
      const other = countsOfEvent(retriever, own.statement, count).find(
        ({ sentence, count: found }) =>
          !isOfOneSource(own, sentence) &&
          !isSameCount(count, found) &&
          mayMeasureOneThing(own.statement, count, sentence.statement, found),
      );
      if (other !== undefined) add([sideOf(own, count), sideOf(other.sentence, other.count)]);
    }
  }
  for (const sides of [
    ...differingSides(parsed, CASUALTIES),
    ...differingSides(parsed, AGES),
    ...differingSides(parsed, SCORES),
    ...differingSides(parsed, OUTCOMES),
    ...differingSpellings(reference.base),
  ])
    add(sides);
  return [...conflicts.values()];
}

function isOfOneSource(one: EvidenceSentence, other: EvidenceSentence): boolean {
  return one.fact.citation.source === other.fact.citation.source;
}

function sideOf({ fact, statement }: EvidenceSentence, { first, last }: TokenRange): SourceSide {
  const words = slotWordsOf(statement, first, last);
  return { words, evidence: evidenceOf(fact) };
}

/** A value in a sentence of a source. */
interface ValueInSource<Value> {
  readonly value: Value;
  readonly sentence: EvidenceSentence;
}

/**
 * Upper bound on the values of one kind that are compared with all others, which keeps the work
 * linear.
 */
const MOST_COMPARED = 16;

/** The values of one thing on which sources differ, one sentence for each. */
function differingSides<Value extends StatedValue>(
  parsed: readonly EvidenceSentence[],
  { valuesIn, excludes }: Comparison<Value>,
): readonly (readonly SourceSide[])[] {
  const groups = new Map<string, ValueInSource<Value>[]>();
  for (const sentence of parsed) {
    for (const value of valuesIn(sentence.statement)) {
      const group = groups.get(value.of) ?? [];
      groups.set(value.of, [...group, { value, sentence }].slice(0, MOST_COMPARED ** 2));
    }
  }
  return [...groups.values()].flatMap((group) => {
    const seen = new Set<ValueInSource<Value>>();
    return group.slice(0, MOST_COMPARED).flatMap((one) => {
      if (seen.has(one)) return [];
      const others = group.filter(
        (other) =>
          !isOfOneSource(one.sentence, other.sentence) &&
          !isUnreliable(other.sentence.fact) &&
          excludes(one.value, other.value) &&
          excludes(other.value, one.value),
      );
      if (others.length === 0 || isUnreliable(one.sentence.fact)) return [];
      for (const other of others) seen.add(other);
      const distinct = [one, ...others].filter(
        ({ value: { value } }, at, all) => all.findIndex((to) => to.value.value === value) === at,
      );
      return [distinct.map(({ value, sentence }) => sideOf(sentence, value))];
    });
  });
}
