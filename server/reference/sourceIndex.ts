import type { BlockKind } from '../prose/markdown.js';
import {
  type PlacedSentence,
  type Prose,
  proseOfParagraphs,
  readProse,
  sentencesOf,
} from '../prose/prose.js';
import type { Token } from '../prose/tokens.js';
import { mergeEntities } from './merge.js';
import type { Base, Citation, Entity, Fact, Facts, Problem, Quote } from './model.js';

/** What one source teaches, as plain data: it is kept, stored, and sent from thread to thread. */
export interface SourceIndex {
  /** The source's name, by which it is cited. */
  readonly source: string;
  /** True for a dossier, which a person wrote down for the desk. */
  readonly written: boolean;
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  /** What a dossier tells as so. */
  readonly facts: readonly Fact[];
  /** The paragraphs that an article's sentences stand in. */
  readonly paragraphs: readonly SourceParagraph[];
  /**
   * The sentences of an article that tell something, four numbers each: the index of the paragraph,
   * the UTF-16 offsets in it at which the sentence begins and ends, the 1-based line of the source.
   */
  readonly sentences: ArrayLike<number>;
  /** What its facts speak of, in the order of `factsOf`; see `evidenceWords`. */
  readonly words: ArrayLike<number>;
  readonly problems: readonly Problem[];
}

/** A paragraph of an article, markup gone. */
export interface SourceParagraph {
  readonly kind: BlockKind;
  readonly text: string;
  /** The page it begins on, as a citation has it: “p. 12”. */
  readonly passage?: string;
}

/** How many numbers of `Lesson.sentences` a sentence has. */
export const SENTENCE_NUMBERS = 4;

/** Puts together what sources teach. What a person wrote goes before what was learned. */
export function createBase(lessons: readonly SourceIndex[]): Base {
  const ordered = dossiersFirst(lessons);
  return {
    entities: mergeEntities(
      ordered.map(({ entities }) => entities),
      ordered.filter(({ written }) => written).length,
    ),
    facts: factsOf(ordered),
    quotes: ordered.flatMap(({ quotes }) => quotes),
  };
}

/** The lessons in the order in which a base has what they teach: dossiers first. */
export function dossiersFirst(lessons: readonly SourceIndex[]): readonly SourceIndex[] {
  return [
    ...lessons.filter(({ written }) => written),
    ...lessons.filter(({ written }) => !written),
  ];
}

/**
 * What lessons tell, one after the other, each its sentences first. A fact is made when it is asked for:
 * of three hundred thousand a draft calls up a hundred.
 */
export function factsOf(lessons: readonly SourceIndex[]): Facts {
  return new IndexedFacts(lessons);
}

class IndexedFacts implements Facts {
  readonly #lessons: readonly SourceIndex[];
  /** How many facts the lessons have up to each, it and all before it. */
  readonly #ends: Uint32Array;

  constructor(lessons: readonly SourceIndex[]) {
    this.#lessons = lessons;
    this.#ends = new Uint32Array(lessons.length);
    let end = 0;
    for (const [at, lesson] of lessons.entries())
      this.#ends[at] = end += sentencesIn(lesson) + lesson.facts.length;
  }

  get length(): number {
    return this.#ends.at(-1) ?? 0;
  }

  at(index: number): Fact | undefined {
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    const lesson = this.#lessons[low];
    if (lesson === undefined) return undefined;
    const at = index - (low === 0 ? 0 : (this.#ends[low - 1] ?? 0));
    const sentences = sentencesIn(lesson);
    return at < sentences ? new Sentence(lesson, at) : lesson.facts[at - sentences];
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
  return Math.floor(sentences.length / SENTENCE_NUMBERS);
}

const NOTHING: SourceParagraph = { kind: 'paragraph', text: '' };

/** A sentence of an article. */
class Sentence implements Fact {
  readonly #lesson: SourceIndex;
  /** Where its numbers begin. */
  readonly #at: number;

  /** @param index Which sentence of the lesson it is, from 0. */
  constructor(lesson: SourceIndex, index: number) {
    this.#lesson = lesson;
    this.#at = index * SENTENCE_NUMBERS;
  }

  get text(): string {
    return this.#paragraph.text.slice(this.#number(1), this.#number(2));
  }

  get citation(): Citation {
    const { passage } = this.#paragraph;
    const cited = { source: this.#lesson.source, line: this.#number(3) };
    return passage === undefined ? cited : { ...cited, passage };
  }

  readonly unreliable = false;

  /** As it was read in its paragraph; `undefined` where it does not stand there. */
  get placed(): PlacedSentence | undefined {
    return readingOf(this.#lesson, this.#at);
  }

  /** What `judge` says of it, asked once for each sentence of its source. */
  judged<Result>(known: JudgedSentences<Result>, judge: Judge<Result>): Result | undefined {
    const results = known.get(this.#lesson) ?? new Map<number, Result | undefined>();
    known.set(this.#lesson, results);
    if (!results.has(this.#at)) {
      const { placed } = this;
      results.set(this.#at, placed === undefined ? undefined : judge(placed));
    }
    return results.get(this.#at);
  }

  /** Read no sooner than it is needed: a stored lesson takes its text apart then. */
  get #paragraph(): SourceParagraph {
    return this.#lesson.paragraphs[this.#number(0)] ?? NOTHING;
  }

  #number(which: number): number {
    return this.#lesson.sentences[this.#at + which] ?? 0;
  }
}

type Judge<Result> = (placed: PlacedSentence) => Result;

/** What was found of the sentences of sources, by where their numbers begin. */
type JudgedSentences<Result> = WeakMap<SourceIndex, Map<number, Result | undefined>>;

/**
 * A judgement of article sentences that is made once for each, when first asked for. It gives `undefined` for a fact
 * that is no article's sentence.
 */
export function perSentence<Result>(judge: Judge<Result>): (fact: Fact) => Result | undefined {
  const known: JudgedSentences<Result> = new WeakMap();
  return (fact) => (fact instanceof Sentence ? fact.judged(known, judge) : undefined);
}

/**
 * The tokens of what a fact says. Those of an article's sentence are the very ones that `perSentence` judges, so
 * that its tree is made once.
 */
export function tokensOf(fact: Fact): readonly Token[] {
  const read = fact instanceof Sentence ? fact.placed?.sentence.tokens : undefined;
  return (
    read ?? sentencesOf(readProse(fact.text, 'plain')).flatMap(({ sentence }) => sentence.tokens)
  );
}

/** A sentence of a lesson, by where its numbers begin, as its paragraph is read. */
function readingOf(lesson: SourceIndex, at: number): PlacedSentence | undefined {
  const [paragraph = 0, start] = [lesson.sentences[at], lesson.sentences[at + 1]];
  return sentencesOf(proseOf(lesson.paragraphs[paragraph] ?? NOTHING)).find(
    ({ sentence }) => sentence.start === start,
  );
}

/** Paragraphs that are kept read, as their other sentences may be asked of next. */
const KEPT = 64;
const readings = new Map<SourceParagraph, Prose>();

function proseOf(paragraph: SourceParagraph): Prose {
  const prose = readings.get(paragraph) ?? proseOfParagraphs([{ ...paragraph, level: 0 }]);
  readings.set(paragraph, prose);
  const oldest = readings.size > KEPT ? readings.keys().next().value : undefined;
  if (oldest !== undefined) readings.delete(oldest);
  return prose;
}
