import type { Classifier } from './classifier.js';
import { Templates } from './templates.js';
import { BOUNDARY, type VocabularyWord } from './vocabulary.js';

/**
 * The values on which a tag depends: those of the word and of the words before (`p`, `pp`) and
 * after it (`n`, `nn`), the two preceding tags (`t1`, `t2`), whether the word opens the sentence,
 * and how the sentence is capitalised.
 */
const VALUES = [
  ...['form', 'lower', 'last', 'last2', 'last3', 'last4', 'first', 'first2', 'first3', 'shape'],
  ...['use', 'pot', 'field', 'pLower', 'pLast3', 'pShape', 'pUse', 'ppLower', 'nLower', 'nLast3'],
  ...['nShape', 'nUse', 'nPot', 'nnLower', 'nnUse', 't1', 't2', 'opens', 'capitals', 'all'],
];

const TEMPLATES = [
  // The word itself.
  ...['all', 'form', 'lower', 'last', 'last2', 'last3', 'last4', 'first', 'first2', 'first3'],
  ...['shape', 'last3 shape', 'use', 'pot', 'pot shape', 'field'],
  // The word in its sentence.
  ...['shape opens', 'shape capitals', 'use capitals'],
  // The preceding tags.
  ...['t1', 't1 t2', 't1 lower', 't1 t2 lower', 't1 use', 't1 t2 use', 't1 last3', 't1 pot'],
  // The surrounding words.
  ...['pLower', 'ppLower', 'nLower', 'nnLower', 'pLower lower', 'lower nLower', 'pLower nLower'],
  ...['ppLower lower', 'lower nnLower', 'use nLower', 'use pLower', 'pLast3', 'nLast3'],
  ...['pShape', 'nShape', 'shape pShape', 'shape nShape'],
  // The possible tags of the following words.
  ...['nUse', 'nUse nnUse', 'use nUse', 't1 nUse', 't1 use nUse', 't1 t2 nUse', 'lower nUse'],
  ...['last3 nUse', 'use nnUse', 'use nUse nnUse', 't1 last2 nUse', 'pot nPot', 'nPot'],
  ...['t1 pot nUse', 'pUse use nUse'],
];

/**
 * A sentence that ends in a full stop normally has a finite verb. If no word is tagged as one, the
 * best candidate is retagged, provided its score drops by no more than this: “Wheat spreads.”
 */
const FINITE_VERB_MARGIN = 80;

/**
 * Which tags are verbs, which of those are finite or past, and which sets of usual tags contain
 * only verbs.
 */
export interface VerbTags {
  readonly tags: readonly boolean[];
  readonly finite: readonly boolean[];
  readonly past: readonly boolean[];
  /** The third-person and past tags. */
  readonly thirdOrPast: readonly number[];
  readonly usages: readonly boolean[];
}

const NO_VERBS: VerbTags = { tags: [], finite: [], past: [], thirdOrPast: [], usages: [] };

const templates = new Templates(VALUES, TEMPLATES);
const values = new Int32Array(VALUES.length);

/** The number of features of one decision. */
export const TAGGER_FEATURES = templates.count;

/**
 * Tags words from left to right, each by the words around it and the two preceding tags (greedy, as
 * in Collins 2002). Reuses its memory, so it is not reentrant.
 */
export class Tagger {
  readonly #classifier: Classifier;
  readonly #doubt: number;
  readonly #verbs: VerbTags;
  readonly #features = new Int32Array(TAGGER_FEATURES);
  readonly #scores: Float64Array;
  // The word whose score would drop least if it were a finite verb, and by how much.
  #leastLoss = Infinity;
  #leastLossAt = 0;
  #leastLossTag = 0;

  /** A tag is in doubt if the next best scores within `doubt` of it. */
  constructor(classifier: Classifier, doubt: number, verbs = NO_VERBS) {
    this.#classifier = classifier;
    this.#doubt = doubt;
    this.#verbs = verbs;
    this.#scores = new Float64Array(classifier.classes);
  }

  /**
   * Writes the tags of `words` into `tags`, and into `seconds` the second-best tag if the tag is in
   * doubt, otherwise the same tag.
   */
  tag(words: readonly VocabularyWord[], tags: Uint8Array, seconds: Uint8Array): void {
    const capitals = capitalsOf(words);
    const isWhole = words.at(-1)?.text === '.';
    let t2 = 0;
    let t1 = 0;
    this.#leastLoss = Infinity;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? BOUNDARY;
      let tag = word.fixedTag;
      if (tag >= 0) {
        seconds[at] = tag;
      } else {
        const count = taggerFeatures(words, at, t1, t2, capitals, this.#features);
        this.#classifier.score(this.#features, count, this.#scores);
        if (word.onlyPast) this.#restrictTo(this.#verbs.past);
        else if (word.onlyVerb && this.#verbs.usages[word.usage] !== false)
          this.#restrictTo(this.#verbs.tags);
        tag = argMax(this.#scores, this.#classifier.classes);
        if (isWhole && word.thirdOrPast) this.#considerFiniteVerb(at, tag);
        seconds[at] = this.#second(tag);
      }
      tags[at] = tag;
      t2 = t1;
      t1 = tag + 1;
    }
    const { finite } = this.#verbs;
    if (this.#leastLoss <= FINITE_VERB_MARGIN && !tags.some((tag) => finite[tag] === true)) {
      tags[this.#leastLossAt] = this.#leastLossTag;
      seconds[this.#leastLossAt] = this.#leastLossTag;
    }
  }

  /** The second-best tag if it is close, otherwise the best one again. */
  #second(tag: number): number {
    const least = (this.#scores[tag] ?? 0) - this.#doubt;
    this.#scores[tag] = -Infinity;
    const second = argMax(this.#scores, this.#classifier.classes);
    return (this.#scores[second] ?? 0) >= least ? second : tag;
  }

  /** Remembers the word whose score would drop least if it were a finite verb. */
  #considerFiniteVerb(at: number, tag: number): void {
    for (const verb of this.#verbs.thirdOrPast) {
      const loss = (this.#scores[tag] ?? 0) - (this.#scores[verb] ?? 0);
      if (loss >= this.#leastLoss) continue;
      this.#leastLoss = loss;
      this.#leastLossAt = at;
      this.#leastLossTag = verb;
    }
  }

  /**
   * Rules out all other tags: a word that can only be a verb or a past form is one, whatever its
   * sentence. Drafts can be ungrammatical (“Mr. Osei teach physics”); the training data were not.
   */
  #restrictTo(tags: readonly boolean[]): void {
    for (const [tag, isKept] of tags.entries()) {
      if (!isKept) this.#scores[tag] = -Infinity;
    }
  }
}

/** The class with the highest score, the first if there are several. */
export function argMax(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let label = 1; label < classes; label++) {
    if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label;
  }
  return best;
}

/** How a sentence is capitalised: 0 normally, 1 as a headline, 2 not at all. */
export function capitalsOf(words: readonly VocabularyWord[]): number {
  let letters = 0;
  let capitals = 0;
  for (const word of words) {
    if (!word.isLong) continue;
    letters++;
    if (word.form !== word.lower) capitals++;
  }
  if (letters < 3) return 0;
  return capitals === 0 ? 2 : capitals > letters * 0.7 ? 1 : 0;
}

/**
 * Writes the feature keys for the tag of word `at` and returns how many there are. `t1` and `t2`
 * are the tags of the two preceding words plus one; 0 at the start.
 */
export function taggerFeatures(
  words: readonly VocabularyWord[],
  at: number,
  t1: number,
  t2: number,
  capitals: number,
  keys: Int32Array,
): number {
  const word = words[at] ?? BOUNDARY;
  const p = words[at - 1] ?? BOUNDARY;
  const pp = words[at - 2] ?? BOUNDARY;
  const next = words[at + 1] ?? BOUNDARY;
  const nn = words[at + 2] ?? BOUNDARY;
  const v = values;
  let n = 0;
  v[n++] = word.form;
  v[n++] = word.lower;
  v[n++] = word.last;
  v[n++] = word.last2;
  v[n++] = word.last3;
  v[n++] = word.last4;
  v[n++] = word.first;
  v[n++] = word.first2;
  v[n++] = word.first3;
  v[n++] = word.shape;
  v[n++] = word.usage;
  v[n++] = word.potential;
  v[n++] = word.field;
  v[n++] = p.lower;
  v[n++] = p.last3;
  v[n++] = p.shape;
  v[n++] = p.usage;
  v[n++] = pp.lower;
  v[n++] = next.lower;
  v[n++] = next.last3;
  v[n++] = next.shape;
  v[n++] = next.usage;
  v[n++] = next.potential;
  v[n++] = nn.lower;
  v[n++] = nn.usage;
  v[n++] = t1;
  v[n++] = t2;
  v[n++] = at === 0 ? 1 : 0;
  v[n++] = capitals;
  v[n++] = 1;
  return templates.keys(v, keys);
}
