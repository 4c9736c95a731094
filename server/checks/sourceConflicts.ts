import type { CooperativeTask } from '../prose/cooperativeTask.js';
import {
  CONFIDENTIAL_SOURCE,
  isConfidential,
  shareablePassage,
} from '../reference/confidential.js';
import type { Base } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';
import { countsOfEvent, isSameCount } from './claims/align/countsOfEvent.js';
import { evidenceOf } from './claims/decide/verdictRationale.js';
import { EvidenceRetriever } from './claims/retrieve/evidenceRetriever.js';
import { slotWordsOf } from './claims/statement/statementQueries.js';
import type { Evidence } from './finding.js';

/** Sources that give different counts of the same. */
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

/** Where the sources of a reference differ, each conflict once. Yields after each sentence. */
export function* sourceConflicts(reference: Reference): CooperativeTask<readonly SourceConflict[]> {
  const retriever = new EvidenceRetriever(reference);
  const conflicts = new Map<string, SourceConflict>();
  for (let index = 0; index < reference.base.facts.length; index++) {
    const own = retriever.sentenceAt(index);
    yield;
    for (const count of own?.statement.quantities ?? []) {
      if (own === undefined) break;
      const other = countsOfEvent(retriever, own.statement, count).find(
        ({ sentence, count: found }) =>
          sentence.fact.citation.source !== own.fact.citation.source && !isSameCount(count, found),
      );
      if (other === undefined) continue;
      const sides = [{ sentence: own, count }, other].map(
        ({ sentence, count: { first, last } }) => {
          const { source, line } = sentence.fact.citation;
          return {
            day: retriever.dayOf(source) ?? '',
            text: `${slotWordsOf(sentence.statement, first, last)} (${source}:${line})`,
            evidence: evidenceOf(sentence.fact),
          };
        },
      );
      sides.sort((one, to) => one.day.localeCompare(to.day) || one.text.localeCompare(to.text));
      const text = sides.map((side) => side.text).join(', ');
      conflicts.set(text, { text, evidence: sides.map(({ evidence }) => evidence) });
    }
  }
  return [...conflicts.values()];
}
