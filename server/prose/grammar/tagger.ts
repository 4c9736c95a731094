import type { Classifier } from './classifier.js';
import { Templates } from './templates.js';
import { BOUNDARY, type VocabularyWord } from './vocabulary.js';

/**
 * The values that a tag is decided by: of the word, of the one before (`p`, `pp`) and after (`n`,
 * `nn`) it, the two tags before it (`t1`, `t2`), whether it opens the sentence, and how the sentence
 * is capitalised.
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
  // The tags before it.
  ...['t1', 't1 t2', 't1 lower', 't1 t2 lower', 't1 use', 't1 t2 use', 't1 last3', 't1 pot'],
  // The words around it.
  ...['pLower', 'ppLower', 'nLower', 'nnLower', 'pLower lower', 'lower nLower', 'pLower nLower'],
  ...['ppLower lower', 'lower nnLower', 'use nLower', 'use pLower', 'pLast3', 'nLast3'],
  ...['pShape', 'nShape', 'shape pShape', 'shape nShape'],
  // What the words after it can be.
  ...['nUse', 'nUse nnUse', 'use nUse', 't1 nUse', 't1 use nUse', 't1 t2 nUse', 'lower nUse'],
  ...['last3 nUse', 'use nnUse', 'use nUse nnUse', 't1 last2 nUse', 'pot nPot', 'nPot'],
  ...['t1 pot nUse', 'pUse use nUse'],
];

/**
 * A sentence that ends in a full stop has a finite verb, as a rule. Where no word is tagged as one, the
 * likeliest is taken for it that loses no more than this: “Wheat spreads.”
 */
const VERB_AFTER_ALL = 80;

/** Which tags are a verb's, which of them are finite, which past, and which sets of usual tags have no others. */
export interface Verbs {
  readonly tags: readonly boolean[];
  readonly finite: readonly boolean[];
  readonly past: readonly boolean[];
  /** The tags of third person and past. */
  readonly thirdOrPast: readonly number[];
  readonly usages: readonly boolean[];
}

const NO_VERBS: Verbs = { tags: [], finite: [], past: [], thirdOrPast: [], usages: [] };

const templates = new Templates(VALUES, TEMPLATES);
const values = new Int32Array(VALUES.length);

/** Room for the features of one decision. */
export const TAGGER_FEATURES = templates.count;

/**
 * Tags words one after the other, each by the words around it and the two tags before it (greedy,
 * as in Collins 2002). Not reentrant: it keeps its scratch memory.
 */
export class Tagger {
  readonly #classifier: Classifier;
  readonly #doubt: number;
  readonly #verbs: Verbs;
  readonly #features = new Int32Array(TAGGER_FEATURES);
  readonly #scores: Float64Array;
  // The word that would lose least by being a finite verb, and how much.
  #nearest = Infinity;
  #nearestAt = 0;
  #nearestTag = 0;

  /** A tag is in doubt where the next best comes within `doubt` of it. */
  constructor(classifier: Classifier, doubt: number, verbs = NO_VERBS) {
    this.#classifier = classifier;
    this.#doubt = doubt;
    this.#verbs = verbs;
    this.#scores = new Float64Array(classifier.classes);
  }

  /** Writes the tags of `words` into `tags`, and into `seconds` the next best where one is in doubt, else the same. */
  tag(words: readonly VocabularyWord[], tags: Uint8Array, seconds: Uint8Array): void {
    const capitals = capitalsOf(words);
    const isWhole = words.at(-1)?.text === '.';
    let t2 = 0;
    let t1 = 0;
    this.#nearest = Infinity;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? BOUNDARY;
      let tag = word.settledTag;
      if (tag >= 0) {
        seconds[at] = tag;
      } else {
        const count = taggerFeatures(words, at, t1, t2, capitals, this.#features);
        this.#classifier.score(this.#features, count, this.#scores);
        if (word.onlyPast) this.#keepTo(this.#verbs.past);
        else if (word.onlyVerb && this.#verbs.usages[word.usage] !== false)
          this.#keepTo(this.#verbs.tags);
        tag = highest(this.#scores, this.#classifier.classes);
        if (isWhole && word.thirdOrPast) this.#weighVerb(at, tag);
        seconds[at] = this.#second(tag);
      }
      tags[at] = tag;
      t2 = t1;
      t1 = tag + 1;
    }
    const { finite } = this.#verbs;
    if (this.#nearest <= VERB_AFTER_ALL && !tags.some((tag) => finite[tag] === true)) {
      tags[this.#nearestAt] = this.#nearestTag;
      seconds[this.#nearestAt] = this.#nearestTag;
    }
  }

  /** The next best tag where it comes near, else the best one again. */
  #second(tag: number): number {
    const least = (this.#scores[tag] ?? 0) - this.#doubt;
    this.#scores[tag] = -Infinity;
    const second = highest(this.#scores, this.#classifier.classes);
    return (this.#scores[second] ?? 0) >= least ? second : tag;
  }

  /** Keeps the word that would lose least by being a finite verb. */
  #weighVerb(at: number, tag: number): void {
    for (const verb of this.#verbs.thirdOrPast) {
      const loss = (this.#scores[tag] ?? 0) - (this.#scores[verb] ?? 0);
      if (loss >= this.#nearest) continue;
      this.#nearest = loss;
      this.#nearestAt = at;
      this.#nearestTag = verb;
    }
  }

  /**
   * Rules out all tags but these: a word that can only be a verb, or a past form, is one, however odd its
   * sentence. What is read may be broken (“Mr. Osei teach physics”), and the training was not.
   */
  #keepTo(tags: readonly boolean[]): void {
    for (const [tag, isKept] of tags.entries()) {
      if (!isKept) this.#scores[tag] = -Infinity;
    }
  }
}

/** The class with the highest score, the first of equals. */
export function highest(scores: Float64Array, classes: number): number {
  let best = 0;
  for (let label = 1; label < classes; label++) {
    if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label;
  }
  return best;
}

/** How a sentence is capitalised: 0 as usual, 1 as a headline, 2 not at all. */
export function capitalsOf(words: readonly VocabularyWord[]): number {
  let letters = 0;
  let capitals = 0;
  for (const word of words) {
    if (!word.long) continue;
    letters++;
    if (word.form !== word.lower) capitals++;
  }
  if (letters < 3) return 0;
  return capitals === 0 ? 2 : capitals > letters * 0.7 ? 1 : 0;
}

/**
 * Writes the keys that speak for the tag of word `at` and returns how many there are. `t1` and `t2`
 * are the tags of the two words before it, plus one; 0 at the start.
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
