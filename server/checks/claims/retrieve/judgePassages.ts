import type { Fact } from '../../../reference/model.js';
import type { ClaimSpan } from '../statement/statement.js';
import type { EvidenceRetriever } from './evidenceRetriever.js';

/** What the judge reads beside a claim. */
export interface JudgePassages {
  /** Stretches of the sources, the closest first. */
  readonly texts: readonly string[];
  /** The facts that they are made of, as indices in the base, the closest first. */
  readonly facts: readonly number[];
}

/** How many sentences are searched for. */
const SENTENCES = 16;

/** How many of the best sentences are read with their neighbours, which name what a pronoun stands for. */
const WITH_NEIGHBOURS = 4;

/** The most words of all passages: some 256 pieces with the claim. */
const MOST_WORDS = 170;

/**
 * What the judge reads beside a claim: the stretches of the sources that are closest to it. A stretch is some successive
 * sentences of one source, in order, each after its speaker if it is spoken.
 */
export function judgePassages(claim: ClaimSpan, retriever: EvidenceRetriever): JudgePassages {
  const { facts } = retriever;
  const hits = retriever.hitsOf(claim, SENTENCES);
  const ranks = new Map<number, number>();
  let words = 0;
  const take = (index: number, rank: number, beside?: Fact): void => {
    const fact = facts.at(index);
    if (fact === undefined || ranks.has(index)) return;
    if (beside !== undefined && fact.citation.source !== beside.citation.source) return;
    const length = fact.text.split(' ').length;
    if (ranks.size > 0 && words + length > MOST_WORDS) return;
    words += length;
    ranks.set(index, rank);
  };
  for (const [rank, { fact, index }] of hits.entries()) {
    take(index, rank);
    if (rank >= WITH_NEIGHBOURS) continue;
    take(index - 1, rank, fact);
    take(index + 1, rank, fact);
  }
  const texts = stretchesOf([...ranks.keys()], facts.at.bind(facts))
    .map((stretch) => ({
      text: textOf(stretch.flatMap((index) => facts.at(index) ?? [])),
      rank: Math.min(...stretch.map((index) => ranks.get(index) ?? 0)),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
  return { texts, facts: [...ranks.keys()] };
}

/** Successive indices of one source. */
function stretchesOf(
  indices: readonly number[],
  factAt: (index: number) => Fact | undefined,
): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  for (const index of [...indices].sort((a, b) => a - b)) {
    const stretch = stretches.at(-1);
    const before = stretch?.at(-1);
    const follows =
      before === index - 1 && factAt(before)?.citation.source === factAt(index)?.citation.source;
    if (stretch !== undefined && follows) stretch.push(index);
    else stretches.push([index]);
  }
  return stretches;
}

/** The sentences as the judge reads them; a speaker is named once for what they say in a row. */
function textOf(facts: readonly Fact[]): string {
  return facts
    .map(({ speaker, text }, at) =>
      speaker === undefined || facts[at - 1]?.speaker === speaker ? text : `${speaker}: ${text}`,
    )
    .join(' ');
}
