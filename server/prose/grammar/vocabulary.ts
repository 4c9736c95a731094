import { hashOf, hashKeyOf, mix } from './hashing.js';
import { isOnlyParticiple, isOnlyPast } from './irregularVerbs.js';
import { canBeThirdOrPast, isOnlyVerb, potentialOf } from './lexicon.js';
import type { NumberTable } from './numberTable.js';

/**
 * What the tagger and parser know about a word regardless of context: 32-bit values from which
 * features are built.
 */
export interface VocabularyWord {
  /** In lower case, with quotation marks, dashes and digits normalised. */
  readonly text: string;
  /** A hash of the same text with its capitals. */
  readonly form: number;
  readonly lower: number;
  readonly first: number;
  readonly first2: number;
  readonly first3: number;
  readonly last: number;
  readonly last2: number;
  readonly last3: number;
  readonly last4: number;
  /** The pattern of capitals, lower-case letters, digits and marks, with runs shortened. */
  readonly shape: number;
  /** The tags it usually has; for a rare word, what the dictionary or its shape allows. */
  readonly usage: number;
  /** The only tag it ever has; -1 if its tag depends on the sentence. */
  readonly fixedTag: number;
  /** Its parts of speech in the dictionary. */
  readonly potential: number;
  /** Its semantic fields. */
  readonly field: number;
  /** True for a lower-case word that can only be a verb according to the dictionary. */
  readonly onlyVerb: boolean;
  /** True for a rare lower-case word that, as a verb, can only be a past form: “sang”. */
  readonly onlyPast: boolean;
  /** True for a lower-case word that can be a third-person or past verb form. */
  readonly thirdOrPast: boolean;
  /** True for words of four letters or more, which headlines capitalise. */
  readonly isLong: boolean;
}

/** The word before the start and after the end of a sentence. */
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
  fixedTag: -1,
  potential: 1,
  field: 1,
  onlyVerb: false,
  onlyPast: false,
  thirdOrPast: false,
  isLong: false,
};

/** The number of cached words: more than a day's newspaper contains. */
const CACHED_WORDS = 20_000;
/** Longer words are truncated; no English word is this long. */
const MAX_WORD_LENGTH = 60;

/** Turns words into the values from which features are built. */
export class Vocabulary {
  readonly #usage: NumberTable;
  readonly #fixedTags: NumberTable;
  readonly #lexicon: NumberTable;
  readonly #cache = new Map<string, VocabularyWord>();

  /**
   * `usage` maps the key of a word's hash to the number of its set of usual tags, `lexicon` to its
   * dictionary entry; `fixedTags` maps a form to its only tag plus one.
   */
  constructor(usage: NumberTable, fixedTags: NumberTable, lexicon: NumberTable) {
    this.#usage = usage;
    this.#fixedTags = fixedTags;
    this.#lexicon = lexicon;
  }

  /** The values of a word, cached. */
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
    return this.#usage.get(
      hashKeyOf(hashOf(normalise(text.slice(0, MAX_WORD_LENGTH)).toLowerCase())),
    );
  }

  #read(text: string): VocabularyWord {
    const form = normalise(text.slice(0, MAX_WORD_LENGTH));
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
      fixedTag: this.#fixedTags.get(hashKeyOf(formHash)) - 1,
      potential: potential.forms,
      field: potential.field,
      thirdOrPast:
        shape === LOWER_SHAPE && canBeThirdOrPast(potential.forms) && !isOnlyParticiple(lower),
      onlyVerb: shape === LOWER_SHAPE && isOnlyVerb(potential.forms) && !lower.endsWith('ves'),
      onlyPast: shape === LOWER_SHAPE && usage === 0 && isOnlyPast(lower),
      isLong: /^\p{L}{4}/u.test(lower),
    };
  }
}

/**
 * A word with quotation marks, dashes and digits normalised, and addresses and years replaced by
 * placeholders.
 */
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

/** Runs of one kind of character count at most twice, so that “Xx” is any capitalised word. */
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
