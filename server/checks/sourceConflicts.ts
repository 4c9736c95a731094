import type { CooperativeTask } from '../prose/cooperativeTask.js';
import {
  CONFIDENTIAL_SOURCE,
  isConfidential,
  shareablePassage,
} from '../reference/confidential.js';
import { isGivenName } from '../lexicon/givenNames.js';
import type { Base, Entity } from '../reference/model.js';
import { editDistance } from '../reference/names/editDistance.js';
import { fold } from '../reference/names/spelling.js';
import type { Reference } from '../reference/reference.js';
import { countsOfEvent, isSameCount } from './claims/align/countsOfEvent.js';
import { evidenceOf } from './claims/decide/verdictRationale.js';
import { EvidenceRetriever, type EvidenceSentence } from './claims/retrieve/evidenceRetriever.js';
import { slotWordsOf } from './claims/statement/statementQueries.js';
import type { TokenRange } from './claims/statement/tokenRange.js';
import { AGES } from './consistency/ages.js';
import { CASUALTIES } from './consistency/casualties.js';
import { OUTCOMES } from './consistency/outcomes.js';
import { SCORES } from './consistency/scores.js';
import type { Comparison, StatedValue } from './consistency/statedValue.js';
import type { Evidence } from './finding.js';
import { isUnreliable } from './unreliable.js';

/** Sources that differ on a count, an outcome or a name. */
export interface SourceConflict {
  /** “14 (sunday.txt:3), 17 (monday.md:3)”, the older first. */
  readonly text: string;
  /** A sentence for each value, in that order. */
  readonly evidence: readonly Evidence[];
}

/** A conflict as others may see it: without the names and words of confidential sources. */
export function shareableConflict(
  conflict: SourceConflict,
  base: Pick<Base, 'confidential'>,
): SourceConflict {
  const { text, evidence } = conflict;
  if (!evidence.some(({ source }) => isConfidential(base, source))) return conflict;
  const sides = text.split(', ');
  return {
    text: evidence
      .map(({ source }, at) =>
        isConfidential(base, source) ? CONFIDENTIAL_SOURCE : (sides[at] ?? ''),
      )
      .join(', '),
    evidence: evidence.map((one) => shareablePassage(one, base)),
  };
}

/** What a source says, of which another source says something else. */
interface Side {
  /** “14”, “acquitted”, “Ada Roe”, as the source has it. */
  readonly words: string;
  readonly evidence: Evidence;
}

/**
 * Where the sources of a reference differ: on counts, casualties, ages, scores and outcomes of one event, and on how a
 * person's name is spelled. Each conflict is listed once. Yields after each sentence.
 */
export function* sourceConflicts(reference: Reference): CooperativeTask<readonly SourceConflict[]> {
  const retriever = new EvidenceRetriever(reference);
  const conflicts = new Map<string, SourceConflict>();
  const told: EvidenceSentence[] = [];
  const add = (sides: readonly Side[]): void => {
    const conflict = conflictOf(sides, reference.base);
    if (!conflicts.has(conflict.text)) conflicts.set(conflict.text, conflict);
  };
  for (let index = 0; index < reference.base.facts.length; index++) {
    const own = retriever.sentenceAt(index);
    yield;
    if (own === undefined) continue;
    told.push(own);
    for (const count of own.statement.quantities) {
      const other = countsOfEvent(retriever, own.statement, count).find(
        ({ sentence, count: found }) => !isOfOneSource(own, sentence) && !isSameCount(count, found),
      );
      if (other !== undefined) add([sideOf(own, count), sideOf(other.sentence, other.count)]);
    }
  }
  for (const sides of [
    ...differingSides(told, CASUALTIES),
    ...differingSides(told, AGES),
    ...differingSides(told, SCORES),
    ...differingSides(told, OUTCOMES),
    ...differingNames(reference.base),
  ])
    add(sides);
  return [...conflicts.values()];
}

function isOfOneSource(one: EvidenceSentence, other: EvidenceSentence): boolean {
  return one.fact.citation.source === other.fact.citation.source;
}

function sideOf({ fact, statement }: EvidenceSentence, { first, last }: TokenRange): Side {
  const words = slotWordsOf(statement, first, last);
  return { words, evidence: evidenceOf(fact) };
}

function conflictOf(sides: readonly Side[], { days }: Base): SourceConflict {
  const ordered = sides
    .map((side) => ({ ...side, day: days?.get(side.evidence.source) ?? '' }))
    .sort(
      (one, other) =>
        one.day.localeCompare(other.day) ||
        one.evidence.source.localeCompare(other.evidence.source) ||
        one.evidence.line - other.evidence.line,
    );
  const text = ordered
    .map(({ words, evidence: { source, line } }) => `${words} (${source}:${line})`)
    .join(', ');
  return { text, evidence: ordered.map(({ evidence }) => evidence) };
}

/** A value in a sentence of a source. */
interface ToldValue<Value> {
  readonly value: Value;
  readonly sentence: EvidenceSentence;
}

/** So many values of one kind are compared with all others, which keeps the work linear. */
const MOST_COMPARED = 16;

/** The values of one thing on which sources differ, one sentence for each. */
function differingSides<Value extends StatedValue>(
  told: readonly EvidenceSentence[],
  { valuesIn, excludes }: Comparison<Value>,
): readonly (readonly Side[])[] {
  const groups = new Map<string, ToldValue<Value>[]>();
  for (const sentence of told) {
    for (const value of valuesIn(sentence.statement)) {
      const group = groups.get(value.of) ?? [];
      groups.set(value.of, [...group, { value, sentence }].slice(0, MOST_COMPARED ** 2));
    }
  }
  return [...groups.values()].flatMap((group) => {
    const seen = new Set<ToldValue<Value>>();
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

/** The greatest distance between two spellings of one name, and the shortest name that is compared, in letters. */
const MOST_DISTANT = 1.2;
const SHORTEST = 4;

/** People whose names differ in the spelling of one word, each in other sources: “Maren Oduya”, “Maren Oduyya”. */
function differingNames({ entities }: Base): readonly (readonly Side[])[] {
  const people = entities.filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  const groups = new Map<string, Entity[]>();
  for (const person of people) {
    const words = fold(person.name).split(/\s+/u);
    // Only one word may differ, so that the others are the same.
    for (const at of words.keys()) {
      const rest = words.with(at, '').join(' ');
      groups.set(rest, [...(groups.get(rest) ?? []), person]);
    }
  }
  return [...groups].flatMap(([rest, group]) => {
    const at = rest.split(' ').indexOf('');
    return group.slice(0, MOST_COMPARED).flatMap((one, index) =>
      group
        .slice(index + 1, MOST_COMPARED)
        .filter(
          (other) => one.citation.source !== other.citation.source && isMisspelling(one, other, at),
        )
        .map((other) => [one, other].map(sideOfName)),
    );
  });
}

function isMisspelling({ name }: Entity, { name: other }: Entity, at: number): boolean {
  const [word = '', otherWord = ''] = [name, other].map((one) => fold(one).split(/\s+/u)[at]);
  return (
    word !== otherWord &&
    Math.min(word.length, otherWord.length) >= SHORTEST &&
    !(isGivenName(word) && isGivenName(otherWord)) &&
    editDistance(word, otherWord, MOST_DISTANT) <= MOST_DISTANT
  );
}

function sideOfName({ name, citation: { source, line } }: Entity): Side {
  return { words: name, evidence: { source, line, text: name } };
}
