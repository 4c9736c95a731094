import type { BlockKind } from '../prose/markdown.js';
import { proseOfParagraphs, sentencesOf } from '../prose/prose.js';
import { isShaky } from '../prose/soundness/soundness.js';
import { mergeBases } from './merge.js';
import type { Base, Citation, Entity, Fact, Problem, Quote } from './model.js';

/** What one source teaches, as plain data: it is kept, stored, and sent from thread to thread. */
export interface Lesson {
  /** The source's name, by which it is cited. */
  readonly source: string;
  /** True for a dossier, which a person wrote down for the desk. */
  readonly written: boolean;
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  /** What a dossier tells as so. */
  readonly facts: readonly Fact[];
  /** The paragraphs that an article's sentences stand in. */
  readonly paragraphs: readonly Paragraph[];
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
export interface Paragraph {
  readonly kind: BlockKind;
  readonly text: string;
  /** The page it begins on, as a citation has it: “p. 12”. */
  readonly passage?: string;
}

/** How many numbers of `Lesson.sentences` a sentence has. */
export const SENTENCE_NUMBERS = 4;

/** Puts together what sources teach. What a person wrote goes before what was learned. Cannot throw. */
export function baseOf(lessons: readonly Lesson[]): Base {
  const dossiers = lessons.filter(({ written }) => written).length;
  return mergeBases(
    inOrder(lessons).map((lesson) => ({ ...lesson, facts: factsOf(lesson) })),
    dossiers,
  );
}

/** The lessons in the order in which a base has what they teach: dossiers first. Cannot throw. */
export function inOrder(lessons: readonly Lesson[]): readonly Lesson[] {
  return [
    ...lessons.filter(({ written }) => written),
    ...lessons.filter(({ written }) => !written),
  ];
}

const known = new WeakMap<Lesson, readonly Fact[]>();

/** The facts of a lesson; the same array for the same lesson. Cannot throw. */
export function factsOf(lesson: Lesson): readonly Fact[] {
  let facts = known.get(lesson);
  if (facts === undefined) {
    facts = [...sentencesIn(lesson), ...lesson.facts];
    known.set(lesson, facts);
  }
  return facts;
}

function sentencesIn(lesson: Lesson): readonly Fact[] {
  const { sentences } = lesson;
  const found: Fact[] = [];
  let setting: Setting | undefined;
  for (let at = 0; at + SENTENCE_NUMBERS <= sentences.length; at += SENTENCE_NUMBERS) {
    const paragraph = sentences[at] ?? 0;
    if (setting?.paragraph !== paragraph) setting = new Setting(lesson, paragraph);
    found.push(
      new Sentence(setting, sentences[at + 1] ?? 0, sentences[at + 2] ?? 0, sentences[at + 3] ?? 1),
    );
  }
  return found;
}

const NOTHING: Paragraph = { kind: 'paragraph', text: '' };

/** The paragraph that sentences of an article stand in. */
class Setting {
  readonly source: string;
  readonly paragraph: number;
  readonly #lesson: Lesson;
  #shaky: ReadonlySet<number> | undefined;

  /** @param paragraph The index of a paragraph of the lesson. */
  constructor(lesson: Lesson, paragraph: number) {
    this.source = lesson.source;
    this.paragraph = paragraph;
    this.#lesson = lesson;
  }

  /** Read no sooner than it is needed: a stored lesson takes its text apart then. */
  get prose(): Paragraph {
    return this.#lesson.paragraphs[this.paragraph] ?? NOTHING;
  }

  /** True where the sentence that begins at this UTF-16 offset is damaged. */
  isShaky(start: number): boolean {
    this.#shaky ??= new Set(
      sentencesOf(proseOfParagraphs([{ ...this.prose, level: 0 }]))
        .filter(({ block, sentence }) => isShaky(block, sentence))
        .map(({ sentence }) => sentence.start),
    );
    return this.#shaky.has(start);
  }
}

/**
 * A sentence of an article. Whether it is damaged is judged when that is first asked: it takes the
 * sentence's tree, which costs three times what all the rest of learning does, and of ten thousand
 * sentences a draft calls up a hundred.
 */
class Sentence implements Fact {
  readonly #setting: Setting;
  readonly #start: number;
  readonly #end: number;
  readonly #line: number;

  constructor(setting: Setting, start: number, end: number, line: number) {
    this.#setting = setting;
    this.#start = start;
    this.#end = end;
    this.#line = line;
  }

  get text(): string {
    return this.#setting.prose.text.slice(this.#start, this.#end);
  }

  get citation(): Citation {
    const { source, prose } = this.#setting;
    const cited = { source, line: this.#line };
    return prose.passage === undefined ? cited : { ...cited, passage: prose.passage };
  }

  get shaky(): boolean {
    return this.#setting.isShaky(this.#start);
  }
}
