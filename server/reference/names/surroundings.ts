import { isEnglishWord } from '../../prose/dictionary.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import { isBodyHead, isCalendarWord, isEventHead, isPlaceHead } from '../../lexicon/nameWords.js';
import { isKnownPlace } from './knownPlace.js';
import { isCapitalised } from './spelling.js';
import { isHonorific, isPersonTitle } from './titles.js';
import type { NameWord } from './words.js';

/** Words that a headline leaves in lower case where every other has a capital. */
const SMALL = new Set(
  'a an the and or but nor of in on at to for by with from as vs via de la'.split(' '),
);

/** What stands beside a surname tells whose it is. Words are those of one sentence. */
export class Surroundings {
  readonly #words: readonly NameWord[];
  /** What was found of each word, by its index: several checks ask of the same. */
  readonly #before = new Map<number, NameWord | undefined>();
  readonly #after = new Map<number, NameWord | undefined>();
  /**
   * True for a line set in capitals or with a capital on every word, where a capital tells nothing.
   */
  readonly headline: boolean;

  constructor(words: readonly NameWord[]) {
    this.#words = words;
    const capitals = words.filter(({ text, key }) => key.length > 3 && isCapitalised(text)).length;
    this.headline =
      capitals > 2 &&
      words.every(
        ({ text, key, joint }) => isCapitalised(text) || joint === 'hyphen' || SMALL.has(key),
      );
  }

  /** True where an honorific stands before the word at `at`. */
  hasHonorific(at: number): boolean {
    const before = this.#words[at - 1];
    return before !== undefined && isBeside(this.#words[at]) && isHonorific(before.text);
  }

  /**
   * True where an honorific or an office stands before the word at `at`: “Mr.”, “Foreign Minister”.
   */
  hasTitle(at: number): boolean {
    const before = this.#words[at - 1];
    return before !== undefined && isBeside(this.#words[at]) && isPersonTitle(before.text);
  }

  /** True where the word at `at` is written as one who says something: “said Osei”, “Osei told us”. */
  speaks(at: number): boolean {
    const [before, word, after] = [this.#words[at - 1], this.#words[at], this.#words[at + 1]];
    if (this.headline || word === undefined) return false;
    if (after?.joint === 'space' && speechVerb(after.text)?.participle === false)
      return word.joint !== 'space' || before?.key === 'and';
    return isBeside(word) && before !== undefined && speechVerb(before.text)?.inverts === true;
  }

  /** The word before `at`, where it may be someone's given name. */
  givenNameBefore(at: number): NameWord | undefined {
    if (!this.#before.has(at)) this.#before.set(at, this.#readBefore(at));
    return this.#before.get(at);
  }

  #readBefore(at: number): NameWord | undefined {
    const before = this.#words[at - 1];
    if (before === undefined || !isBeside(this.#words[at]) || before.owned !== undefined)
      return undefined;
    return this.#mayBePartOfName(before, at - 1) ? before : undefined;
  }

  /** The word that stands from `at` on, where it may go on with someone's name. */
  nameAfter(at: number): NameWord | undefined {
    if (!this.#after.has(at)) this.#after.set(at, this.#readAfter(at));
    return this.#after.get(at);
  }

  #readAfter(at: number): NameWord | undefined {
    const after = this.#words[at];
    if (after === undefined || !isBeside(after) || this.#words[at - 1]?.owned !== undefined)
      return undefined;
    const initial = /^\p{Lu}\.$/u.test(after.text);
    return initial || (this.#mayBePartOfName(after, at) && !isEnglishWord(after.text))
      ? after
      : undefined;
  }

  /**
   * True where the word at `at` is written as going on with what stands before it: “Jamie Peacock”.
   */
  goesOn(at: number): boolean {
    const after = this.#words[at];
    const owned = this.#words[at - 1]?.owned !== undefined;
    return (
      after !== undefined &&
      isBeside(after) &&
      !owned &&
      !this.headline &&
      isCapitalised(after.text)
    );
  }

  /**
   * True where a place is followed by what makes another name of it, no office, body or day:
   * “Jordan Sparks”.
   */
  goesOnAsName(at: number): boolean {
    const after = this.#words[at]?.text ?? '';
    const plain = [isPersonTitle, isBodyHead, isPlaceHead, isEventHead, isCalendarWord];
    return this.goesOn(at) && !plain.some((is) => is(after)) && !isKnownPlace(after);
  }

  #mayBePartOfName(word: NameWord, at: number): boolean {
    if (!isCapitalised(word.text) || /\p{N}/u.test(word.text) || isPersonTitle(word.text))
      return false;
    if (isKnownPlace(word.text)) return false;
    return !((at === 0 || this.headline) && isEnglishWord(word.text));
  }
}

function isBeside(word: NameWord | undefined): boolean {
  return word?.joint === 'space' || word?.joint === 'hyphen';
}
