import { isCoordinator, isDeterminer, isPreposition } from '../../lexicon/functionWords.js';
import { isLowerCaseInTitles } from '../../lexicon/stopWords.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isCalendarWord } from '../../lexicon/calendar.js';
import { isBodyHead, isEventHead, isPlaceHead } from '../../lexicon/nameWords.js';
import { isKnownPlace } from './knownPlace.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import type { NameWord } from './words.js';

/** The words around a name in one sentence, which show whose name it is. Positions are indices of these words. */
export class NameContext {
  readonly #words: readonly NameWord[];
  /** Results by word index, since the same words are queried repeatedly. */
  readonly #before = new Map<number, NameWord | undefined>();
  readonly #after = new Map<number, NameWord | undefined>();
  /** True for a line in capitals or title case, where a capital does not identify a name. */
  readonly isHeadline: boolean;

  constructor(words: readonly NameWord[]) {
    this.#words = words;
    const capitals = words.filter(({ text, key }) => key.length > 3 && isCapitalised(text)).length;
    this.isHeadline =
      capitals > 2 &&
      words.every(
        ({ text, key, joint }) =>
          isCapitalised(text) || joint === 'hyphen' || isLowerCaseInTitles(key),
      );
  }

  /** True if an honorific precedes the word at `at`. */
  hasHonorific(at: number): boolean {
    const before = this.#words[at - 1];
    return before !== undefined && isBeside(this.#words[at]) && isHonorific(before.text);
  }

  /** True if an honorific or an office precedes the word at `at`: “Mr.”, “Foreign Minister”. */
  hasTitle(at: number): boolean {
    const before = this.#words[at - 1];
    return before !== undefined && isBeside(this.#words[at]) && isPersonTitle(before.text);
  }

  /** True if the word at `at` is the subject of a speech verb: “said Osei”, “Osei told us”. */
  isSpeaker(at: number): boolean {
    const [before, word, after] = [this.#words[at - 1], this.#words[at], this.#words[at + 1]];
    if (this.isHeadline || word === undefined) return false;
    if (after?.joint === 'space' && speechVerb(after.text)?.participle === false)
      return word.joint !== 'space' || before?.key === 'and';
    return isBeside(word) && before !== undefined && speechVerb(before.text)?.inverts === true;
  }

  /** The word before `at`, if it may be a given name. */
  givenNameBefore(at: number): NameWord | undefined {
    if (!this.#before.has(at)) this.#before.set(at, this.#findGivenName(at));
    return this.#before.get(at);
  }

  #findGivenName(at: number): NameWord | undefined {
    const before = this.#words[at - 1];
    if (before === undefined || !isBeside(this.#words[at]) || before.possessive !== undefined)
      return undefined;
    return this.#mayBePartOfName(before, at - 1) ? before : undefined;
  }

  /** The word at `at`, if it may continue a person's name. */
  nameAfter(at: number): NameWord | undefined {
    if (!this.#after.has(at)) this.#after.set(at, this.#findContinuation(at));
    return this.#after.get(at);
  }

  #findContinuation(at: number): NameWord | undefined {
    const after = this.#words[at];
    if (after === undefined || !isBeside(after) || this.#words[at - 1]?.possessive !== undefined)
      return undefined;
    const initial = /^\p{Lu}\.$/u.test(after.text);
    return initial || (this.#mayBePartOfName(after, at) && !isEnglishWord(after.text))
      ? after
      : undefined;
  }

  /** True if the word at `at` is written as a continuation of the name before it: “Jamie Peacock”. */
  isContinued(at: number): boolean {
    const after = this.#words[at];
    const isPossessive = this.#words[at - 1]?.possessive !== undefined;
    return (
      after !== undefined &&
      isBeside(after) &&
      !isPossessive &&
      !this.isHeadline &&
      isCapitalised(after.text)
    );
  }

  /**
   * True if the words from `from` up to `to` are no part of a longer name: not in “Leeds Department of Health” nor
   * “Department of Health in Leeds”.
   */
  isWholeName(from: number, to: number): boolean {
    const [before, after, next] = [this.#words[from - 1], this.#words[to], this.#words[to + 1]];
    if (this.isHeadline || before?.possessive !== undefined || this.isContinued(to)) return false;
    const isQualified = isBeside(this.#words[from]) && isCapitalised(before?.text ?? '');
    if (isQualified && !isDeterminer(before)) return false;
    const isLinked = isBeside(after) && (isPreposition(after) || isCoordinator(after));
    return !(isLinked && isBeside(next) && isCapitalised(next?.text ?? ''));
  }

  /** True if the word at `at` makes a place before it part of another name: “Jordan Sparks”, not “Jordan President”. */
  isContinuedAsName(at: number): boolean {
    const after = this.#words[at]?.text ?? '';
    const plain = [isPersonTitle, isBodyHead, isPlaceHead, isEventHead, isCalendarWord];
    return this.isContinued(at) && !plain.some((is) => is(after)) && !isKnownPlace(after);
  }

  #mayBePartOfName(word: NameWord, at: number): boolean {
    if (!isCapitalised(word.text) || /\p{N}/u.test(word.text) || isPersonTitle(word.text))
      return false;
    if (isKnownPlace(word.text)) return false;
    // “On Monday Osei left”, but “June Osei” is a name.
    if (isCalendarWord(word.text) && !isGivenName(word.text)) return false;
    return !((at === 0 || this.isHeadline) && isEnglishWord(word.text));
  }
}

function isBeside(word: NameWord | undefined): boolean {
  return word?.joint === 'space' || word?.joint === 'hyphen';
}
