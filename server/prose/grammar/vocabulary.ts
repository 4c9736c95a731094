import { hashOf, hashKeyOf, mix } from './hashing.js';
import { isOnlyParticiple, isOnlyPast } from './irregularVerbs.js';
import { canBeThirdOrPast, isOnlyVerb, potentialOf } from './lexicon.js';
import type { NumberTable } from './numberTable.js';

/** What the tagger and the parser see of a word whatever stands around it: 32-bit values to make features of. */
export interface VocabularyWord {
  /** In lower case; quotation marks, dashes and digits are made alike. */
  readonly text: string;
  /** The same with its capitals, as a number. */
  readonly form: number;
  readonly lower: number;
  readonly first: number;
  readonly first2: number;
  readonly first3: number;
  readonly last: number;
  readonly last2: number;
  readonly last3: number;
  readonly last4: number;
  /** Capitals, small letters, digits and marks, runs shortened. */
  readonly shape: number;
  /** The tags it usually has; for a word that was not met often, what the dictionary or its look allows. */
  readonly usage: number;
  /** The only tag it ever has; -1 for a word whose tag depends on its sentence. */
  readonly settledTag: number;
  /** What it may be by the dictionary. */
  readonly potential: number;
  /** Its fields of meaning. */
  readonly field: number;
  /** True for a word in small letters that by the dictionary can only be a verb. */
  readonly onlyVerb: boolean;
  /** True for a word in small letters that is not well known, and that as a verb can only be a past form: “sang”. */
  readonly onlyPast: boolean;
  /** True for a word in small letters that can be a verb's third person or past. */
  readonly thirdOrPast: boolean;
  /** True for four letters and more: a word that headlines capitalise. */
  readonly long: boolean;
}

/** Stands before the first word of a sentence and after the last. */
export const BOUNDARY: VocabularyWord = {
  text: '',
  form: 1,
  lower: 1,
  first: 1,
  first2: 1,
  first3: 1,
  last: 1,
  last2: 1,
  last3: 1,
  last4: 1,
  shape: 1,
  usage: 1,
  settledTag: -1,
  potential: 1,
  field: 1,
  onlyVerb: false,
  onlyPast: false,
  thirdOrPast: false,
  long: false,
};

/** Words kept: more than a day's paper has. */
const CACHED_WORDS = 20_000;
/** A longer word is cut: none of the language is. */
const LONGEST = 60;

/** Turns words into what features are made of. */
export class Vocabulary {
  readonly #usage: NumberTable;
  readonly #settledTags: NumberTable;
  readonly #lexicon: NumberTable;
  readonly #cache = new Map<string, VocabularyWord>();

  /**
   * `usage` gives the number of a word's set of usual tags, `lexicon` its dictionary entry, both by
   * the key of its hash; `settledTags` the only tag plus one of a form.
   */
  constructor(usage: NumberTable, settledTags: NumberTable, lexicon: NumberTable) {
    this.#usage = usage;
    this.#settledTags = settledTags;
    this.#lexicon = lexicon;
  }

  /** */
  wordOf(text: string): VocabularyWord {
    const known = this.#cache.get(text);
    if (known !== undefined) return known;
    if (this.#cache.size >= CACHED_WORDS) this.#cache.clear();
    const word = this.#read(text);
    this.#cache.set(text, word);
    return word;
  }

  /** The number of the set of tags that a word usually has; 0 for a word that is not well known. */
  usageOf(text: string): number {
    return this.#usage.get(hashKeyOf(hashOf(normalise(text.slice(0, LONGEST)).toLowerCase())));
  }

  #read(text: string): VocabularyWord {
    const form = normalise(text.slice(0, LONGEST));
    const lower = form.toLowerCase();
    const size = lower.length;
    const hash = hashOf(lower);
    const potential = potentialOf(lower, this.#lexicon);
    const usage = this.#usage.get(hashKeyOf(hash));
    const shape = shapeOf(form);
    const formHash = hashOf(form);
    return {
      text: lower,
      form: formHash,
      lower: hash,
      first: hashOf(lower, 0, Math.min(1, size)),
      first2: hashOf(lower, 0, Math.min(2, size)),
      first3: hashOf(lower, 0, Math.min(3, size)),
      last: hashOf(lower, Math.max(0, size - 1)),
      last2: hashOf(lower, Math.max(0, size - 2)),
      last3: hashOf(lower, Math.max(0, size - 3)),
      last4: hashOf(lower, Math.max(0, size - 4)),
      shape,
      usage: usage > 0 ? usage : mix(potential.forms, shape === LOWER_SHAPE ? 1 : shape),
      settledTag: this.#settledTags.get(hashKeyOf(formHash)) - 1,
      potential: potential.forms,
      field: potential.field,
      thirdOrPast:
        shape === LOWER_SHAPE && canBeThirdOrPast(potential.forms) && !isOnlyParticiple(lower),
      onlyVerb: shape === LOWER_SHAPE && isOnlyVerb(potential.forms) && !lower.endsWith('ves'),
      onlyPast: shape === LOWER_SHAPE && usage === 0 && isOnlyPast(lower),
      long: /^\p{L}{4}/u.test(lower),
    };
  }
}

/** A word's text with quotation marks, dashes and digits made alike, and addresses and years as such. */
export function normalise(text: string): string {
  if (/^[a-zA-Z]+$/u.test(text)) return text;
  if (/^(?:1[5-9]|20)\d\d$/u.test(text)) return '2000';
  if (/^(?:https?:|www\.)\S/iu.test(text) || /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text))
    return '@';
  return text
    .replace(/[“”„«»]|``|''|’’|‘‘|‘’/gu, '"')
    .replace(/[’‘`]/gu, "'")
    .replace(/^(?:[–—]|---?)$/u, '--')
    .replace(/[–—]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\d/gu, '0');
}

/** Runs of one kind of character count twice at most, so that “Xx” is any capitalised word. */
function shapeOf(form: string): number {
  let shape = 7;
  let before = 0;
  let run = 0;
  for (const character of form) {
    const kind = kindOf(character);
    run = kind === before ? run + 1 : 1;
    before = kind;
    if (run <= 2) shape = mix(shape, kind);
  }
  return shape;
}

const LOWER_SHAPE = shapeOf('aa');

function kindOf(character: string): number {
  if (/\p{Lu}/u.test(character)) return 1;
  if (/\p{L}/u.test(character)) return 2;
  if (/\p{N}/u.test(character)) return 3;
  return 4 + (character.codePointAt(0) ?? 0);
}
