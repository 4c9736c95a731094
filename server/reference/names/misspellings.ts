import { isDeterminer } from '../../lexicon/functionWords.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isParticle } from '../../lexicon/nameWords.js';
import type { EntityKind } from '../model.js';
import { isMissingCapital, standsAsName } from './missingCapital.js';
import type { TableWord } from './tableWords.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { fold, matchCase, hasAccentError, isAllCapitals, hasApostropheError } from './spelling.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import type { Joint } from './words.js';

/**
 * The error in a name: the letters of a word (`spelling`), accents, a missing part, an initial, an
 * apostrophe, capitals (`case`), a missing or extra space or hyphen, the order of the parts, or the
 * whole given name.
 */
export type MisspellingKind =
  | 'spelling'
  | 'accent'
  | 'part'
  | 'initial'
  | 'apostrophe'
  | 'case'
  | 'spacing'
  | 'order'
  | 'given';

/** One error in a name. */
export interface Misspelling {
  readonly kind: MisspellingKind;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  /** The words as written. */
  readonly written: string;
  /** The words as they should be. */
  readonly right: string;
  /** The edit distance between the two; 0 if the letters are correct. */
  readonly distance: number;
}

/** A written word and the corresponding word of a form. */
export interface WordPair {
  readonly word: TableWord;
  /** The form's word. */
  readonly wordId: number;
  /** The edit distance between the two; 0 if the letters are correct. */
  readonly distance: number;
  /** True for the last word of a form. */
  readonly last: boolean;
}

/** The correct spelling of a form. */
export interface WrittenForm {
  /** Its words. */
  readonly parts: readonly string[];
  /** The indices of the words that a hyphen joins to the one before, and whether that hyphen may not be left out. */
  readonly hyphenated: ReadonlySet<number>;
  readonly needsHyphens: boolean;
}

/**
 * The errors in letters, accents, apostrophes, spaces and hyphens of a form. `neighbours` are the words around it, with
 * which it may be fused. `undefined` if the words are not this form after all.
 */
export function letterMisspellings(
  pairs: readonly WordPair[],
  { parts, hyphenated, needsHyphens }: WrittenForm,
  neighbours: { readonly before?: TableWord | undefined; readonly after?: TableWord | undefined },
): readonly Misspelling[] | undefined {
  const misspellings: Misspelling[] = [];
  for (const [index, pair] of pairs.entries()) {
    const { word, distance } = pair;
    const part = parts[index] ?? '';
    const before = index === 0 ? neighbours.before : pairs[index - 1]?.word;
    const basic = misspellingOf(pair, part);
    if (distance > 0) {
      if (isCapitalised(part) && !isCapitalised(word.text)) return undefined;
      misspellings.push({ ...basic, kind: word.key.length === 1 ? 'initial' : 'spelling' });
    } else if (word.rejoined) {
      misspellings.push({ ...basic, kind: 'spacing' });
    } else if (pair.last && neighbours.after?.first === word.first && isLower(neighbours.after)) {
      const { text, end } = neighbours.after;
      const [written, right] = [basic.written + text, `${basic.right} ${text}`];
      misspellings.push({ ...basic, kind: 'spacing', end, written, right });
    } else if (word.joint === 'none' && before !== undefined && isFused(before, word)) {
      const left = index === 0 ? before.text : matchCase(before.text, parts[index - 1] ?? '');
      const right = left + (hyphenated.has(index) ? '-' : ' ') + basic.right;
      const written = before.text + basic.written;
      misspellings.push({ ...basic, kind: 'spacing', start: before.start, written, right });
    } else if (
      needsHyphens &&
      before !== undefined &&
      lacksHyphen(before, word, hyphenated.has(index))
    ) {
      const written = `${before.text} ${basic.written}`;
      const right = `${before.text}-${basic.right}`;
      misspellings.push({ ...basic, kind: 'spacing', start: before.start, written, right });
    } else if (differsInApostrophe(basic.written, part)) {
      if (pairs.length === 1 && (part.length < 5 || !/['’]/u.test(part))) return undefined;
      misspellings.push({ ...basic, kind: 'apostrophe' });
    } else if (hasAccentError(basic.written, part)) {
      misspellings.push({ ...basic, kind: 'accent' });
    }
  }
  return misspellings;
}

/** True if two words are written as one, or no space follows a short honorific: “Mr.Osei”. */
function isFused(before: TableWord, word: TableWord): boolean {
  return before.first === word.first || /^(?:Mr|Ms|Dr)\.$/u.test(before.text);
}

/**
 * True for a space in place of a hyphen between two words with a capital: “Ayo Bright” for
 * “Ayo-Bright”.
 */
function lacksHyphen(before: TableWord, word: TableWord, isHyphenated: boolean): boolean {
  return (
    isHyphenated &&
    word.joint === 'space' &&
    [before, word].every(({ text }) => isCapitalised(text) && !isParticle(text))
  );
}

function isLower({ text }: TableWord): boolean {
  return !isCapitalised(text);
}

function differsInApostrophe(written: string, right: string): boolean {
  return hasApostropheError(written, right) || hasApostropheError(right, written);
}

/**
 * The missing capitals of a form that are certainly errors: a sentence may start in lower case, and many names are
 * ordinary words without their capital. `undefined` if the words are not a name. `words` are those of the sentence;
 * the form starts at `from`.
 */
export function capitalMisspellings(
  pairs: readonly WordPair[],
  parts: readonly string[],
  kind: EntityKind,
  words: readonly TableWord[],
  from: number,
): readonly Misspelling[] | undefined {
  const lower: MissingCapital[] = [];
  const others: Misspelling[] = [];
  let capitals = 0;
  for (const [index, pair] of pairs.entries()) {
    const part = parts[index] ?? '';
    if (!isCapitalised(part)) continue;
    if (hasWrongInnerCapital(pair, part)) {
      others.push({ ...misspellingOf(pair, part), kind: 'case', right: part });
    }
    const opens = from === 0 && index === 0;
    // A word that is run together with the one before it is reported with its space or hyphen: “Thornburyvesk”.
    const isAttached = pair.word.joint === 'none';
    if (isParticle(pair.word.text) || isSyllable(pairs, index)) continue;
    if (isCapitalised(pair.word.text) || opens || isAttached) capitals++;
    else
      lower.push({
        ...misspellingOf(pair, part),
        kind: 'case',
        right: part,
        joint: pair.word.joint,
      });
  }
  if (lower.length === 0) return others;
  const previous = words[from - 1];
  const person = kind === 'person';
  const titled = previous !== undefined && isHonorific(previous.text);
  const isThing = person && pairs.length === 1 && isDeterminer(previous);
  const stands = pairs.length === 1 && standsAsName(words, from, kind);
  const lost =
    stands || (!isThing && lower.some(({ written, right }) => isMissingCapital(written, right)));
  // “Ruckman” before a full name, at the head of a sentence of the sources, may be an occupation.
  const isLong = pairs.filter(({ word }) => word.joint === 'space').length > 2;
  const mayBeOffice = person && isLong && lower[0]?.start === pairs[0]?.word.start;
  if (mayBeOffice && !lower.some(({ written }) => isGivenName(written))) return others;
  const surname = person && capitals > 0 && lower.every(({ written }) => !isEnglishWord(written));
  if (titled || lost || surname) return [...mergeAdjacent(lower), ...others];
  return capitals > 0 ? others : undefined;
}

/** True for the second of two syllables that are a given name, which papers write in either case: “Mi-Ran”, “Mi-ran”. */
function isSyllable(pairs: readonly WordPair[], index: number): boolean {
  const [before, word] = [pairs[index - 1]?.word, pairs[index]?.word];
  return (
    word?.joint === 'hyphen' &&
    [before, word].every(
      (half) => half !== undefined && ONE_SYLLABLE.test(half.text) && !isGivenName(half.text),
    )
  );
}

const ONE_SYLLABLE = /^[^\P{L}aeiouy]*[aeiouy]+[^\P{L}aeiouy]*$/iu;

/** A missing capital, and how its word is joined to the one before it. */
interface MissingCapital extends Misspelling {
  readonly joint: Joint;
}

/** True for a wrong or missing capital inside a word: “OSei”. */
function hasWrongInnerCapital({ word, distance }: WordPair, part: string): boolean {
  if (distance > 0 || word.rejoined || word.text === part) return false;
  const text = word.text.normalize('NFD').replace(/\p{M}/gu, '');
  const right = part.normalize('NFD').replace(/\p{M}/gu, '');
  if (text === right || text.toLowerCase() !== right.toLowerCase()) return false;
  return [text, right].every((each) => isCapitalised(each) && !isAllCapitals(each));
}

/** The form's words that are written correctly, without initials. */
export function correctWordsOf(
  pairs: readonly WordPair[],
  parts: readonly string[],
): readonly string[] {
  return parts.filter((part, index) => pairs[index]?.distance === 0 && fold(part).length > 1);
}

function misspellingOf(pair: WordPair, part: string): Omit<Misspelling, 'kind'> {
  const { text, end } = writtenAs(pair);
  const { start } = pair.word;
  return { start, end, written: text, right: matchCase(text, part), distance: pair.distance };
}

/** A word as written, with its possessive ending if that is part of the name or the name has none in this place. */
function writtenAs({ word, wordId, last }: WordPair): {
  readonly text: string;
  readonly end: number;
} {
  const { possessive } = word;
  const isPart = word.possessiveId === wordId && (word.wordId !== wordId || !last);
  return possessive !== undefined && isPart ? possessive : word;
}

/** Merges missing capitals that are separated only by a space or a hyphen. */
function mergeAdjacent(misspellings: readonly MissingCapital[]): readonly Misspelling[] {
  const merged: Misspelling[] = [];
  for (const { joint, ...misspelling } of misspellings) {
    const before = merged.at(-1);
    if (before === undefined || misspelling.start - before.end > 1) merged.push(misspelling);
    else {
      const between = joint === 'hyphen' ? '-' : ' ';
      merged[merged.length - 1] = {
        ...before,
        end: misspelling.end,
        written: before.written + between + misspelling.written,
        right: before.right + between + misspelling.right,
      };
    }
  }
  return merged;
}
