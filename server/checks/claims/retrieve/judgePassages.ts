import type { Span } from '../../../prose/span.js';
import type { Fact } from '../../../reference/model.js';
import type { ClaimSpan } from '../statement/statement.js';
import type { EvidenceRetriever } from './evidenceRetriever.js';

/** The passages that the judge reads with a claim. */
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

/** A sentence of a passage: its place there, in UTF-16 units, and the fact of the reference that it is. */
export interface PassageSentence extends Span {
  readonly fact: Fact;
  /** Index into the base's facts. */
  readonly index: number;
}

/** Some successive sentences of one source, in order, each after its speaker if it is spoken. */
export interface Passage {
  readonly text: string;
  readonly sentences: readonly PassageSentence[];
}

/** The passages that the judge reads with a claim. */
export function judgePassages(claim: ClaimSpan, retriever: EvidenceRetriever): JudgePassages {
  const ranks = ranksBeside(claim, retriever);
  return {
    texts: passagesOf(ranks, retriever).map(({ text }) => text),
    facts: [...ranks.keys()],
  };
}

/** The passages of the sources that are closest to a claim, the closest first. */
export function passagesBeside(claim: ClaimSpan, retriever: EvidenceRetriever): readonly Passage[] {
  return passagesOf(ranksBeside(claim, retriever), retriever);
}

/** The facts that are closest to a claim, those that are too long to be read among them. */
export function factsBeside(claim: ClaimSpan, retriever: EvidenceRetriever): readonly Fact[] {
  return retriever.hitsOf(claim, SENTENCES).map(({ fact }) => fact);
}

/** The facts closest to a claim and their neighbours, as indices in the base, with the rank of each, the closest first. */
function ranksBeside(claim: ClaimSpan, retriever: EvidenceRetriever): ReadonlyMap<number, number> {
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
  return ranks;
}

function passagesOf(
  ranks: ReadonlyMap<number, number>,
  { facts }: EvidenceRetriever,
): readonly Passage[] {
  return stretchesOf([...ranks.keys()], facts.at.bind(facts))
    .map((stretch) => ({
      passage: passageOf(stretch, facts.at.bind(facts)),
      rank: Math.min(...stretch.map((index) => ranks.get(index) ?? 0)),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ passage }) => passage);
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
function passageOf(
  stretch: readonly number[],
  factAt: (index: number) => Fact | undefined,
): Passage {
  const sentences: PassageSentence[] = [];
  let text = '';
  for (const index of stretch) {
    const fact = factAt(index);
    if (fact === undefined || fact.text === '') continue;
    const { speaker } = fact;
    if (text !== '') text += ' ';
    if (speaker !== undefined && sentences.at(-1)?.fact.speaker !== speaker) text += `${speaker}: `;
    sentences.push({ start: text.length, end: text.length + fact.text.length, fact, index });
    text += fact.text;
  }
  return { text, sentences };
}
