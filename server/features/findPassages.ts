import type { FactSheetEvidence } from '../../protocol/factSheet.js';
import type { Draft } from '../checks/draft.js';
import { claimsTask } from '../checks/check.js';
import { readableText } from '../checks/anchor.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Fact } from '../reference/model.js';
import { sheetEvidence } from './factSheet/sharedPlace.js';
import { claimAt } from './hover/claimAt.js';

/** Nobody reads a longer list. */
const MOST_PASSAGES = 40;

/** The number of sentences that are searched at a time. */
const STRIDE = 2_000;

/** The fewest letters of a word that is still being typed for which the middle of sentences is looked through. */
const SHORTEST_START = 2;

/**
 * The passages of a draft's sources that contain words of a query, the best first: those with the
 * exact query, whose last word may be unfinished, then those with more and rarer words of it, in
 * any form. A cooperative task, because it searches all sentences.
 */
export function* passagesFor(
  query: string,
  draft: Draft,
): CooperativeTask<readonly FactSheetEvidence[]> {
  const { evidence, base } = draft.reference;
  const phrase = plain(query);
  const words = wordsOf(query.toLowerCase());
  const last = words.at(-1);
  if (last === undefined) return [];
  // Facts may be created on demand, so only the index shows whether two are the same.
  const found = new Map<number, { readonly fact: Fact; readonly score: number }>();
  const terms = words.map((word) => ({ word, weight: 1 }));
  for (const hit of evidence.search(terms, 2 * MOST_PASSAGES)) found.set(hit.index, hit);
  const isTyping = /[\p{L}\p{N}]$/u.test(query) && last.length >= SHORTEST_START;
  for (let first = 0; isTyping && first < base.facts.length; first += STRIDE) {
    for (const [at, fact] of base.facts.slice(first, first + STRIDE).entries()) {
      if (!found.has(first + at) && plain(fact.text).includes(phrase))
        found.set(first + at, { fact, score: 0 });
    }
    yield;
  }
  return [...found.values()]
    .map((one) => ({ ...one, hasPhrase: plain(one.fact.text).includes(phrase) }))
    .sort((a, b) => Number(b.hasPhrase) - Number(a.hasPhrase) || b.score - a.score)
    .slice(0, MOST_PASSAGES)
    .map(({ fact }) => passageOf(fact, draft));
}

/**
 * The passages about the statement at a UTF-16 offset of a draft: its evidence, and others closest
 * to its words. Empty if there is no statement.
 */
export function* passagesAt(
  offset: number,
  draft: Draft,
): CooperativeTask<readonly FactSheetEvidence[]> {
  yield* claimsTask(draft.report);
  const claim = claimAt(draft, offset);
  if (claim === undefined) return [];
  const shown = claim.evidence.map((one) => sheetEvidence(one, draft));
  const { evidence } = draft.reference;
  const words = wordsOf(readableText(draft.prose, claim.span).toLowerCase());
  const terms = words.map((word) => ({ word, weight: evidence.rarity(word) }));
  const closest = evidence.search(terms, MOST_PASSAGES).map(({ fact }) => passageOf(fact, draft));
  return [
    ...shown,
    ...closest.filter(
      ({ source, text }) => !shown.some((one) => one.source === source && one.text === text),
    ),
  ].slice(0, MOST_PASSAGES);
}

function passageOf({ text, citation }: Fact, draft: Draft): FactSheetEvidence {
  const { source, line } = citation;
  return sheetEvidence({ source, line, text }, draft);
}

/** A text in lower case, without diacritics, on one line; `fold` would remember it, which only words are worth. */
function plain(text: string): string {
  const lower = text.toLowerCase().replace(/\s+/gu, ' ').trim();
  // Decomposing ASCII would change nothing and take most of the time.
  return /[^\p{ASCII}]/u.test(lower)
    ? lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/gu, "'")
    : lower;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*/gu) ?? [];
}
