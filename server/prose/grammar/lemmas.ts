import { infinitiveOf } from './irregularVerbs.js';
import { hashOf, hashKeyOf } from './hashing.js';
import { ADJECTIVE, NOUN, VERB } from './lexicon.js';
import type { NumberTable } from './numberTable.js';

/**
 * Ways to undo an inflection, in order of precedence: the ending and its replacement in the
 * dictionary form.
 */
type Endings = readonly (readonly [string, string])[];

const PLURAL: Endings = [
  ['ies', 'y'],
  ['ves', 'f'],
  ['ves', 'fe'],
  ['men', 'man'],
  ['s', ''],
  ['es', ''],
];
const THIRD_PERSON: Endings = [
  ['ies', 'y'],
  ['s', ''],
  ['es', ''],
];
const PAST: Endings = [
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
];
const GERUND: Endings = [
  ['ying', 'ie'],
  ['ing', 'e'],
  ['ing', ''],
];
const COMPARATIVE: Endings = [
  ['ier', 'y'],
  ['er', 'e'],
  ['er', ''],
];
const SUPERLATIVE: Endings = [
  ['iest', 'y'],
  ['est', 'e'],
  ['est', ''],
];

/** The endings to undo for a fine tag, and the part of speech of the dictionary form. */
const INFLECTIONS: ReadonlyMap<string, readonly [Endings, number]> = new Map([
  ['NOUN/NNS', [PLURAL, NOUN]],
  ['VERB/VBZ', [THIRD_PERSON, VERB]],
  ['VERB/VBD', [PAST, VERB]],
  ['VERB/VBN', [PAST, VERB]],
  ['VERB/VBG', [GERUND, VERB]],
  ['AUX/VBZ', [THIRD_PERSON, VERB]],
  ['ADJ/JJR', [COMPARATIVE, ADJECTIVE]],
  ['ADJ/JJS', [SUPERLATIVE, ADJECTIVE]],
  ['ADV/RBR', [COMPARATIVE, ADJECTIVE]],
  ['ADV/RBS', [SUPERLATIVE, ADJECTIVE]],
]);

/**
 * Finds dictionary forms, from a list of irregular forms or by undoing endings until the dictionary
 * knows the result.
 */
export class Lemmas {
  readonly #lexicon: NumberTable;
  readonly #irregular: ReadonlyMap<string, string>;

  /**
   * `irregular` maps a fine tag and a lower-case form, separated by a space (“VERB/VBD went”), to
   * the lemma.
   */
  constructor(lexicon: NumberTable, irregular: ReadonlyMap<string, string>) {
    this.#lexicon = lexicon;
    this.#irregular = irregular;
  }

  /** The dictionary form of a word with a fine tag. Names keep their capitals. */
  lemmaOf(form: string, tag: string): string {
    const straight = form.replaceAll('’', "'");
    const lower = straight.toLowerCase();
    const irregular = this.#irregular.get(`${tag} ${lower}`);
    if (irregular !== undefined) return irregular;
    if (tag.startsWith('PROPN')) {
      return tag.endsWith('S') ? straight.replace(/(?<=\p{L}{3}[^s'])s$/u, '') : straight;
    }
    const base = /^VERB\/VB[DN]$/u.test(tag) ? infinitiveOf(lower) : undefined;
    if (base !== undefined) return base;
    const inflection = INFLECTIONS.get(tag);
    return inflection === undefined ? lower : this.#undo(lower, ...inflection);
  }

  #undo(lower: string, endings: Endings, kind: number): string {
    let regularForm = '';
    for (const [ending, instead] of endings) {
      if (!lower.endsWith(ending)) continue;
      const stem = lower.slice(0, lower.length - ending.length);
      if (stem.length + instead.length < 2) continue;
      const candidates = instead === '' ? [stem, withoutDoubling(stem)] : [stem + instead];
      const known = candidates.find(
        (candidate) => (this.#lexicon.get(hashKeyOf(hashOf(candidate))) & kind) !== 0,
      );
      if (known !== undefined) return known;
      if (!RARE_ENDING.test(ending)) regularForm ||= regularLemma(stem, instead);
    }
    return regularForm || lower;
  }
}

/** Endings that only the dictionary can distinguish from others. */
const RARE_ENDING = /^(?:ves|ying)$/u;

/** A stem without a doubled final letter. */
function withoutDoubling(stem: string): string {
  return /([bdfgklmnprtvz])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
}

/**
 * The dictionary form of an unknown word: a final `e` is restored where English spelling requires
 * one.
 */
function regularLemma(stem: string, instead: string): string {
  if (instead !== 'e') return stem + instead;
  if (withoutDoubling(stem) !== stem) return withoutDoubling(stem);
  return /(?:[cgsvuz]|[^aeiou]l|[aiu]t|[iuo]r|[^aeiou][aiu][kmnp])$/u.test(stem)
    ? `${stem}e`
    : stem;
}
