import type { Entity } from '../model.js';
import { type FormKind, nameFormsOf } from './forms.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import { letterSetOf } from './letterSets.js';
import { SpellingIndex } from './spellingIndex.js';
import { fold, transliteratedKeyOf } from './spelling.js';
import { variantOf } from './variants.js';
import { nameDistance } from './nameDistance.js';

/**
 * The maximum number of words in an indexed form; a longer name is found only by its listed short
 * forms.
 */
const MAX_WORDS = 16;

/**
 * All forms of all names. Words and forms are identified by numbers from 0: 100,000 names have a few hundred thousand
 * forms, so everything that is looked up for each word of a draft is stored in typed arrays.
 */
export class FormTable {
  readonly #entities: readonly Entity[];
  readonly #owners: Int32Array;
  readonly #texts: readonly string[];
  readonly #kinds: readonly FormKind[];
  /** The words of form n are at `#words[#starts[n]]` up to `#words[#starts[n + 1]]`. */
  readonly #starts: Int32Array;
  readonly #words: Int32Array;
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** The first letter of each word's key, as a UTF-16 unit. */
  readonly #initials: Uint16Array;
  /** The letters of each word's key; see `letterSets.ts`. */
  readonly #letters: Int32Array;
  /** All folded spellings that occur in forms, and the word of each. */
  readonly #spellings: string[] = [];
  readonly #spellingWords: number[] = [];
  /**
   * The occurrences of word n are at `#occurrences[#occurrenceStarts[n]]` up to the next start, each encoded as
   * form × MAX_WORDS + position; forms of a single word come first. `#neighbours` has the word next to each: most
   * occurrences are rejected because of it, and looking it up in the form would dominate the running time.
   */
  readonly #occurrenceStarts: Int32Array;
  readonly #occurrences: Int32Array;
  readonly #neighbours: Int32Array;
  /**
   * The forms that start with word n, from `#openings[#openingStarts[n]]` on in the same order: a word like “Council”
   * ends a thousand names but starts few. `#seconds` has the second word of each.
   */
  readonly #openingStarts: Int32Array;
  readonly #openings: Int32Array;
  readonly #seconds: Int32Array;
  #spellingIndex: SpellingIndex | undefined;

  constructor(entities: readonly Entity[]) {
    const owners: number[] = [];
    const texts: string[] = [];
    const kinds: FormKind[] = [];
    const starts: number[] = [0];
    const words: number[] = [];
    const numberOf = boundedMemo((word) => this.#number(word), Infinity);
    for (const [index, entity] of entities.entries()) {
      for (const { text, kind, words: parts } of nameFormsOf(entity)) {
        if (parts.length > MAX_WORDS) continue;
        for (const part of parts) words.push(numberOf(part));
        owners.push(index);
        texts.push(text);
        kinds.push(kind);
        starts.push(words.length);
      }
    }
    this.#entities = entities;
    this.#owners = Int32Array.from(owners);
    this.#texts = texts;
    this.#kinds = kinds;
    this.#starts = Int32Array.from(starts);
    this.#words = Int32Array.from(words);
    this.#initials = Uint16Array.from(this.#keys, (key) => key.charCodeAt(0));
    this.#letters = Int32Array.from(this.#keys, letterSetOf);
    this.#occurrenceStarts = new Int32Array(this.#keys.length + 1);
    this.#occurrences = new Int32Array(words.length);
    this.#neighbours = new Int32Array(words.length);
    this.#sortOccurrences();
    this.#openingStarts = new Int32Array(this.#keys.length + 1);
    this.#openings = new Int32Array(texts.length);
    this.#seconds = new Int32Array(texts.length);
    this.#sortOpenings();
  }

  /** The word with this spelling key; `undefined` if no name contains it. */
  wordId(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  /** The words that the folded word `written` may be a misspelling of, with the distance of each. */
  readonly candidates = boundedMemo((written: string): ReadonlyMap<number, number> => {
    const found = new Map<number, number>();
    if (written.length > 1) {
      this.#spellingIndex ??= new SpellingIndex(this.#spellings);
      for (const index of this.#spellingIndex.candidates(written)) {
        const distance = nameDistance(written, this.#spellings[index] ?? '');
        const word = this.#spellingWords[index] ?? -1;
        if (distance > 0 && distance < (found.get(word) ?? Infinity)) found.set(word, distance);
      }
    }
    return found;
  });

  /** The key of a word. */
  key(word: number): string {
    return this.#keys[word] ?? '';
  }

  /** The first letter of a word's key, as a UTF-16 unit. */
  initial(word: number): number {
    return this.#initials[word] ?? 0;
  }

  /** The letters of a word's key; see `letterSets.ts`. */
  letterSet(word: number): number {
    return this.#letters[word] ?? 0;
  }

  /**
   * Visits every occurrence of a word in a form, single-word forms first. `neighbour` is the form's previous word, or
   * the next one if the word is the first; -1 in a single-word form.
   */
  forEachOccurrence(
    word: number,
    visit: (form: number, at: number, neighbour: number) => void,
  ): void {
    const end = this.#occurrenceStarts[word + 1] ?? 0;
    for (let index = this.#occurrenceStarts[word] ?? 0; index < end; index++) {
      const place = this.#occurrences[index] ?? 0;
      visit(Math.floor(place / MAX_WORDS), place % MAX_WORDS, this.#neighbours[index] ?? -1);
    }
  }

  /**
   * Visits every form that starts with a word, single-word forms first. `second` is the form's second word; -1 if it
   * has none.
   */
  forEachOpening(word: number, visit: (form: number, second: number) => void): void {
    const end = this.#openingStarts[word + 1] ?? 0;
    for (let index = this.#openingStarts[word] ?? 0; index < end; index++) {
      visit(this.#openings[index] ?? 0, this.#seconds[index] ?? -1);
    }
  }

  /** Visits every form that consists of this word alone. */
  forEachSingleWordForm(word: number, visit: (form: number) => void): void {
    const end = this.#occurrenceStarts[word + 1] ?? 0;
    for (let index = this.#occurrenceStarts[word] ?? 0; index < end; index++) {
      if ((this.#neighbours[index] ?? -1) >= 0) return;
      visit(Math.floor((this.#occurrences[index] ?? 0) / MAX_WORDS));
    }
  }

  /** The number of words in a form. */
  length(form: number): number {
    return (this.#starts[form + 1] ?? 0) - (this.#starts[form] ?? 0);
  }

  /** The word at a position in a form; -1 past its end. */
  word(form: number, at: number): number {
    return at < this.length(form) ? (this.#words[(this.#starts[form] ?? 0) + at] ?? -1) : -1;
  }

  /** True if a form contains a word. */
  has(form: number, word: number): boolean {
    const end = this.#starts[form + 1] ?? 0;
    for (let at = this.#starts[form] ?? 0; at < end; at++) {
      if (this.#words[at] === word) return true;
    }
    return false;
  }

  /** True if a longer form ends with the words of these keys. */
  endsWith(keys: readonly string[]): boolean {
    const last = this.#numbers.get(keys.at(-1) ?? '') ?? -1;
    let found = false;
    this.forEachOccurrence(last, (form, at) => {
      found ||=
        at === this.length(form) - 1 &&
        at >= keys.length &&
        keys.every(
          (key, index) => this.word(form, at + 1 - keys.length + index) === this.#numbers.get(key),
        );
    });
    return found;
  }

  /** A form as it should be written. */
  text(form: number): string {
    return this.#texts[form] ?? '';
  }

  /** How a form relates to its name. */
  kind(form: number): FormKind {
    return this.#kinds[form] ?? 'other';
  }

  /** The entity that a form belongs to; `undefined` if the form does not exist. */
  entity(form: number): Entity | undefined {
    return this.#entities[this.#owners[form] ?? -1];
  }

  #number(word: string): number {
    const spelling = fold(word);
    const key = variantOf(spelling);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#keys.length;
      this.#numbers.set(key, number);
      this.#keys.push(key);
      this.#spellings.push(spelling);
      this.#spellingWords.push(number);
    } else if (spelling !== key && !this.#numbers.has(spelling)) {
      // A variant spelling found in some name can be misspelled in its own way.
      this.#numbers.set(spelling, number);
      this.#spellings.push(spelling);
      this.#spellingWords.push(number);
    }
    const other = transliteratedKeyOf(word);
    if (other !== undefined && !this.#numbers.has(other)) this.#numbers.set(other, number);
    return number;
  }

  #sortOccurrences(): void {
    const starts = this.#occurrenceStarts;
    for (const word of this.#words) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    for (let at = 1; at < starts.length; at++)
      starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const next = starts.slice();
    for (const alone of [true, false]) {
      for (let form = 0; form < this.#texts.length; form++) {
        if ((this.length(form) === 1) !== alone) continue;
        for (let at = 0; at < this.length(form); at++) {
          const word = this.word(form, at);
          const index = next[word] ?? 0;
          this.#occurrences[index] = form * MAX_WORDS + at;
          this.#neighbours[index] = this.word(form, at === 0 ? 1 : at - 1);
          next[word] = index + 1;
        }
      }
    }
  }

  #sortOpenings(): void {
    let filled = 0;
    for (let word = 0; word < this.#keys.length; word++) {
      this.#openingStarts[word] = filled;
      this.forEachOccurrence(word, (form, at, neighbour) => {
        if (at > 0) return;
        this.#openings[filled] = form;
        this.#seconds[filled++] = neighbour;
      });
    }
    this.#openingStarts[this.#keys.length] = filled;
  }
}
