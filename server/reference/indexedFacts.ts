import {
  type PlacedSentence,
  type Prose,
  proseFromParagraphs,
  readProse,
  sentencesOf,
} from '../prose/prose.js';
import type { Token } from '../prose/tokens.js';
import type { Citation, Fact, Facts } from './model.js';
import { NUMBERS_PER_SENTENCE, type SourceIndex, type SourceParagraph } from './sourceIndex.js';

/**
 * The facts of all indexes in order; of each index, its sentences come first. A fact is created on demand: checking a
 * draft reads about a hundred of three hundred thousand.
 */
export function factsOf(indexes: readonly SourceIndex[]): Facts {
  return new IndexedFacts(indexes);
}

class IndexedFacts implements Facts {
  readonly #indexes: readonly SourceIndex[];
  /** For each index, the number of facts in it and all indexes before it. */
  readonly #ends: Uint32Array;

  constructor(indexes: readonly SourceIndex[]) {
    this.#indexes = indexes;
    this.#ends = new Uint32Array(indexes.length);
    let end = 0;
    for (const [at, index] of indexes.entries())
      this.#ends[at] = end += sentencesIn(index) + index.facts.length;
  }

  get length(): number {
    return this.#ends.at(-1) ?? 0;
  }

  at(number: number): Fact | undefined {
    if (number < 0) return undefined;
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    const index = this.#indexes[low];
    if (index === undefined) return undefined;
    const at = number - (low === 0 ? 0 : (this.#ends[low - 1] ?? 0));
    const sentences = sentencesIn(index);
    return at < sentences ? new SentenceFact(index, at) : index.facts[at - sentences];
  }

  slice(first: number, end: number): readonly Fact[] {
    const found: Fact[] = [];
    for (let index = first; index < end; index++) {
      const fact = this.at(index);
      if (fact !== undefined) found.push(fact);
    }
    return found;
  }

  map<Result>(use: (fact: Fact) => Result): readonly Result[] {
    return this.slice(0, this.length).map((fact) => use(fact));
  }

  [Symbol.iterator](): Iterator<Fact> {
    return this.slice(0, this.length).values();
  }
}

function sentencesIn({ sentences }: SourceIndex): number {
  return Math.floor(sentences.length / NUMBERS_PER_SENTENCE);
}

const EMPTY_PARAGRAPH: SourceParagraph = { kind: 'paragraph', text: '' };

/** A sentence of an article. */
class SentenceFact implements Fact {
  readonly #index: SourceIndex;
  /** The position of its numbers in `SourceIndex.sentences`. */
  readonly #at: number;

  /** @param number The 0-based number of the sentence in the index. */
  constructor(index: SourceIndex, number: number) {
    this.#index = index;
    this.#at = number * NUMBERS_PER_SENTENCE;
  }

  get text(): string {
    return this.#paragraph.text.slice(this.#number(1), this.#number(2));
  }

  get citation(): Citation {
    const { passage: first, passages = [] } = this.#paragraph;
    const start = this.#number(1);
    const passage = passages.find(([at]) => at === start)?.[1] ?? first;
    const cited = { source: this.#index.source, line: this.#number(3) };
    return passage === undefined ? cited : { ...cited, passage };
  }

  readonly unreliable = false;

  get row(): number | undefined {
    return this.#paragraph.row;
  }

  get written(): string | undefined {
    return this.#paragraph.written;
  }

  get speaker(): string | undefined {
    return this.#paragraph.speaker;
  }

  /** The sentence as analysed in its paragraph; `undefined` if it is not found there. */
  get placed(): PlacedSentence | undefined {
    return placedSentenceAt(this.#index, this.#at);
  }

  /** The result of `judge`, computed once for each sentence of a source. */
  judged<Result>(known: JudgedSentences<Result>, judge: Judge<Result>): Result | undefined {
    const results = known.get(this.#index) ?? new Map<number, Result | undefined>();
    known.set(this.#index, results);
    if (!results.has(this.#at)) {
      const { placed } = this;
      results.set(this.#at, placed === undefined ? undefined : judge(placed));
    }
    return results.get(this.#at);
  }

  /** Read only when needed, since a decoded index parses its paragraphs on first access. */
  get #paragraph(): SourceParagraph {
    return this.#index.paragraphs[this.#number(0)] ?? EMPTY_PARAGRAPH;
  }

  #number(which: number): number {
    return this.#index.sentences[this.#at + which] ?? 0;
  }
}

type Judge<Result> = (placed: PlacedSentence) => Result;

/** The results for the sentences of each source, by the position of their numbers. */
type JudgedSentences<Result> = WeakMap<SourceIndex, Map<number, Result | undefined>>;

/**
 * Memoizes a judgement of article sentences, which is made on demand. The result is `undefined` for a fact that is not
 * a sentence of an article.
 */
export function memoizePerSentence<Result>(
  judge: Judge<Result>,
): (fact: Fact) => Result | undefined {
  const known: JudgedSentences<Result> = new WeakMap();
  return (fact) => (fact instanceof SentenceFact ? fact.judged(known, judge) : undefined);
}

/**
 * The tokens of a fact. For a sentence of an article they are the same objects that `memoizePerSentence` passes on, so
 * that it is parsed only once.
 */
export function tokensOfFact(fact: Fact): readonly Token[] {
  const read = fact instanceof SentenceFact ? fact.placed?.sentence.tokens : undefined;
  return (
    read ?? sentencesOf(readProse(fact.text, 'plain')).flatMap(({ sentence }) => sentence.tokens)
  );
}

/** The sentence of an index whose numbers are at `at`, as analysed in its paragraph. */
function placedSentenceAt(index: SourceIndex, at: number): PlacedSentence | undefined {
  const [paragraph = 0, start] = [index.sentences[at], index.sentences[at + 1]];
  return sentencesOf(proseOf(index.paragraphs[paragraph] ?? EMPTY_PARAGRAPH)).find(
    ({ sentence }) => sentence.start === start,
  );
}

/**
 * The number of characters of paragraphs that are kept analysed, because their other sentences are
 * often requested next: those of the thousand passages that an archive has for a long draft, some
 * ten megabytes.
 */
const MAX_KEPT_CHARACTERS = 150_000;
const analysed = new Map<SourceParagraph, Prose>();
let keptCharacters = 0;

function proseOf(paragraph: SourceParagraph): Prose {
  const known = analysed.get(paragraph);
  if (known !== undefined) return known;
  const prose = proseFromParagraphs([{ ...paragraph, level: 0 }]);
  analysed.set(paragraph, prose);
  keptCharacters += paragraph.text.length;
  for (const oldest of analysed.keys()) {
    // The newest is kept even if it is longer, because its other sentences come next.
    if (keptCharacters <= MAX_KEPT_CHARACTERS || oldest === paragraph) break;
    analysed.delete(oldest);
    keptCharacters -= oldest.text.length;
  }
  return prose;
}
