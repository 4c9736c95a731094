import type { Entity } from '../model.js';
import { type FormKind, nameFormsOf } from './forms.js';
import { boundedMemo } from '../../prose/boundedMemo.js';
import { lettersOf } from './letters.js';
import { NearWords } from './nearWords.js';
import { fold, writtenOutKeyOf } from './spelling.js';
import { variantOf } from './variants.js';
import { weightInName } from './weightInName.js';

/** Words of a form that are indexed; a name of more is found by its listed short forms only. */
const MOST_WORDS = 16;

/**
 * All forms of all names, as numbers: 100,000 names make a few hundred thousand forms, so what is
 * looked at for every word of a draft lies in typed arrays. Words and forms are numbered from 0.
 */
export class FormTable {
  readonly #entities: readonly Entity[];
  readonly #owners: Int32Array;
  readonly #texts: readonly string[];
  readonly #kinds: readonly FormKind[];
  /** The words of form n are `#words` from `#starts[n]` up to `#starts[n + 1]`. */
  readonly #starts: Int32Array;
  readonly #words: Int32Array;
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** The first letter of each word's key, as a UTF-16 unit. */
  readonly #initials: Uint16Array;
  /** The letters of each word's key, see `letters.ts`. */
  readonly #letters: Int32Array;
  /** Every way that words are spelled in forms, folded, and the number of each one's word. */
  readonly #spellings: string[] = [];
  readonly #spelled: number[] = [];
  /**
   * The places of word n are `#places` from `#placeStarts[n]` up to `#placeStarts[n + 1]`, each
   * form × MOST_WORDS + at; forms of one word come first. `#beside` has the word that stands beside each:
   * most places are passed over for that word, and to fetch it from the form would cost most of the time.
   */
  readonly #placeStarts: Int32Array;
  readonly #places: Int32Array;
  readonly #beside: Int32Array;
  /**
   * The forms that word n opens are `#openings` from `#openingStarts[n]` on, in the same order: a word such as
   * “Council” ends a thousand names and opens few. `#seconds` has the word that goes on with each.
   */
  readonly #openingStarts: Int32Array;
  readonly #openings: Int32Array;
  readonly #seconds: Int32Array;
  #near: NearWords | undefined;

  constructor(entities: readonly Entity[]) {
    const owners: number[] = [];
    const texts: string[] = [];
    const kinds: FormKind[] = [];
    const starts: number[] = [0];
    const words: number[] = [];
    const numberOf = boundedMemo((word) => this.#number(word), Infinity);
    for (const [index, entity] of entities.entries()) {
      for (const { text, kind, words: parts } of nameFormsOf(entity)) {
        if (parts.length > MOST_WORDS) continue;
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
    this.#letters = Int32Array.from(this.#keys, lettersOf);
    this.#placeStarts = new Int32Array(this.#keys.length + 1);
    this.#places = new Int32Array(words.length);
    this.#beside = new Int32Array(words.length);
    this.#sortPlaces();
    this.#openingStarts = new Int32Array(this.#keys.length + 1);
    this.#openings = new Int32Array(texts.length);
    this.#seconds = new Int32Array(texts.length);
    this.#sortOpenings();
  }

  /** The number of a word with this key; undefined where no name has it. */
  wordWith(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  /**
   * The words that `written`, which is folded, may be a misspelling of, by number, each with how far
   * off it is.
   */
  readonly nearTo = boundedMemo((written: string): ReadonlyMap<number, number> => {
    const near = new Map<number, number>();
    if (written.length > 1) {
      this.#near ??= new NearWords(this.#spellings);
      for (const index of this.#near.of(written)) {
        const weight = weightInName(written, this.#spellings[index] ?? '');
        const word = this.#spelled[index] ?? -1;
        if (weight > 0 && weight < (near.get(word) ?? Infinity)) near.set(word, weight);
      }
    }
    return near;
  });

  /** The key of a word. */
  key(word: number): string {
    return this.#keys[word] ?? '';
  }

  /** The first letter of a word's key, as a UTF-16 unit. */
  initial(word: number): number {
    return this.#initials[word] ?? 0;
  }

  /** The letters of a word's key, see `letters.ts`. */
  letters(word: number): number {
    return this.#letters[word] ?? 0;
  }

  /**
   * Calls back with every place of a word, forms that have no other word first. `beside` is the form's word
   * before it, or behind it where it opens the form; -1 where it has no other.
   */
  forPlaces(word: number, found: (form: number, at: number, beside: number) => void): void {
    const end = this.#placeStarts[word + 1] ?? 0;
    for (let index = this.#placeStarts[word] ?? 0; index < end; index++) {
      const place = this.#places[index] ?? 0;
      found(Math.floor(place / MOST_WORDS), place % MOST_WORDS, this.#beside[index] ?? -1);
    }
  }

  /**
   * Calls back with every form that a word opens, forms that have no other word first. `second` is the
   * form's second word; -1 where it has none.
   */
  forOpenings(word: number, found: (form: number, second: number) => void): void {
    const end = this.#openingStarts[word + 1] ?? 0;
    for (let index = this.#openingStarts[word] ?? 0; index < end; index++) {
      found(this.#openings[index] ?? 0, this.#seconds[index] ?? -1);
    }
  }

  /** Calls back with every form that is this word and no other. */
  forAlone(word: number, found: (form: number) => void): void {
    const end = this.#placeStarts[word + 1] ?? 0;
    for (let index = this.#placeStarts[word] ?? 0; index < end; index++) {
      if ((this.#beside[index] ?? -1) >= 0) return;
      found(Math.floor((this.#places[index] ?? 0) / MOST_WORDS));
    }
  }

  /** How many words a form has. */
  length(form: number): number {
    return (this.#starts[form + 1] ?? 0) - (this.#starts[form] ?? 0);
  }

  /** The number of a form's word; -1 beyond its end. */
  word(form: number, at: number): number {
    return at < this.length(form) ? (this.#words[(this.#starts[form] ?? 0) + at] ?? -1) : -1;
  }

  /** True where a word of this number is among a form's. */
  has(form: number, word: number): boolean {
    const end = this.#starts[form + 1] ?? 0;
    for (let at = this.#starts[form] ?? 0; at < end; at++) {
      if (this.#words[at] === word) return true;
    }
    return false;
  }

  /** True where some form ends with words of these keys, and opens with others. */
  endsWith(keys: readonly string[]): boolean {
    const last = this.#numbers.get(keys.at(-1) ?? '') ?? -1;
    let found = false;
    this.forPlaces(last, (form, at) => {
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

  /** What a form is to its name. */
  kind(form: number): FormKind {
    return this.#kinds[form] ?? 'other';
  }

  /** Whose form it is; `undefined` for no form of the table. */
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
      this.#spelled.push(number);
    } else if (spelling !== key && !this.#numbers.has(spelling)) {
      // A variant that some name has; it is known, and may be misspelled in its own way.
      this.#numbers.set(spelling, number);
      this.#spellings.push(spelling);
      this.#spelled.push(number);
    }
    const other = writtenOutKeyOf(word);
    if (other !== undefined && !this.#numbers.has(other)) this.#numbers.set(other, number);
    return number;
  }

  #sortPlaces(): void {
    const starts = this.#placeStarts;
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
          this.#places[index] = form * MOST_WORDS + at;
          this.#beside[index] = this.word(form, at === 0 ? 1 : at - 1);
          next[word] = index + 1;
        }
      }
    }
  }

  #sortOpenings(): void {
    let filled = 0;
    for (let word = 0; word < this.#keys.length; word++) {
      this.#openingStarts[word] = filled;
      this.forPlaces(word, (form, at, beside) => {
        if (at > 0) return;
        this.#openings[filled] = form;
        this.#seconds[filled++] = beside;
      });
    }
    this.#openingStarts[this.#keys.length] = filled;
  }
}
