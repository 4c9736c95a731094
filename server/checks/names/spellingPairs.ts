import trees from '../../../models/names/spelling-pairs.json';
import { likenessOf, type LikenessSigns } from '../../reference/names/likeness.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { spellingKeyOf } from '../../reference/names/spelling.js';
import type { Spelling } from './spellings.js';
import { type BoostedTrees, boostedProbability } from './trees.js';

/** What the draft shows about two spellings, as numbers of 0 to 1, beside how they differ. */
export interface PairSigns extends LikenessSigns {
  /** The same given name, surname or other word beside both. */
  readonly sameNeighbour: number;
  /** Different ones beside both: two people, two places. */
  readonly otherBefore: number;
  readonly otherAfter: number;
  /** Words of names before and after each. */
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly wrongBefore: number;
  readonly wrongAfter: number;
  /** The right spelling is introduced with a given name, the wrong one is always alone, or the reverse. */
  readonly secondReference: number;
  readonly firstReference: number;
  readonly bothAlone: number;
  /** One has an honorific or office before it and the other none; both have the same. */
  readonly oneTitled: number;
  readonly sameTitle: number;
  readonly sameSentence: number;
  readonly bothListed: number;
  /** A relative is spoken of beside one of them. */
  readonly relative: number;
  /** Both have a capital in the middle of a sentence. */
  readonly certainCapitals: number;
  readonly wrongOnce: number;
  readonly rightOften: number;
  readonly wrongOften: number;
}

/** The learned score of a pair; see models/names/README.md. */
const TREES: BoostedTrees = trees;

/** A word this frequent counts as often as any more frequent one. */
const OFTEN = 4;

/** What is known of two spellings in a draft; `undefined` if they cannot be one name. */
export function pairSigns(right: Spelling, wrong: Spelling): PairSigns | undefined {
  if (spellingKeyOf(right.key) === spellingKeyOf(wrong.key)) return undefined;
  const likeness = likenessOf(wrong.key, right.key);
  if (likeness === undefined) return undefined;
  const same = Number(shareName(right.before, wrong.before) || shareName(right.after, wrong.after));
  const otherBefore = Number(same === 0 && right.before.size > 0 && wrong.before.size > 0);
  const otherAfter = Number(same === 0 && right.after.size > 0 && wrong.after.size > 0);
  const [rightAlone, wrongAlone] = [isAlone(right), isAlone(wrong)];
  if (same === 0 && areTwoNames(likeness, right, wrong)) return undefined;
  const secondReference = Number(right.before.size > 0 && wrongAlone);
  const firstReference = Number(wrong.before.size > 0 && rightAlone);
  const bothAlone = Number(rightAlone && wrongAlone);
  return {
    ...likeness,
    sameNeighbour: same,
    otherBefore,
    otherAfter,
    rightBefore: Number(right.before.size > 0),
    rightAfter: Number(right.after.size > 0),
    wrongBefore: Number(wrong.before.size > 0),
    wrongAfter: Number(wrong.after.size > 0),
    secondReference,
    firstReference,
    bothAlone,
    oneTitled: Number(right.titles.size > 0 !== wrong.titles.size > 0),
    sameTitle: Number(intersect(right.titles, wrong.titles)),
    sameSentence: Number(intersect(right.sentences, wrong.sentences)),
    bothListed: Number(right.isListed && wrong.isListed),
    relative: Number(right.isRelative || wrong.isRelative),
    certainCapitals: Number(right.hasCertainCapital && wrong.hasCertainCapital),
    wrongOnce: Number(wrong.occurrences.length === 1),
    rightOften: oftenness(right),
    wrongOften: oftenness(wrong),
  };
}

/** The probability that two spellings are one name, one of them misspelled. */
export function pairProbability(signs: PairSigns): number {
  return boostedProbability(TREES, { ...signs });
}

/** True if two spellings in a draft are most likely the same name, misspelled once. */
export function isMisspelledPair(right: Spelling, wrong: Spelling): boolean {
  const signs = pairSigns(right, wrong);
  return signs !== undefined && pairProbability(signs) >= TREES.threshold;
}

/**
 * True for words of which grammar says that both are right, if no neighbour in common says otherwise: a name and what is
 * derived from it, a place or a common noun and a person called like it, two people with names of their own, two items of
 * one list, two names that the dictionary knows.
 */
function areTwoNames(likeness: LikenessSigns, right: Spelling, wrong: Spelling): boolean {
  const { ending, derived, rightPlace, rightEnglish, bothWords, anagram, doubled } = likeness;
  if (ending + derived + bothWords > 0) return true;
  if (right.isListed && wrong.isListed && intersect(right.sentences, wrong.sentences)) return true;
  if (haveOtherNeighbours(right, wrong)) return anagram + doubled === 0;
  return rightPlace + rightEnglish > 0 && (!isAlone(wrong) || wrong.titles.size > 0);
}

/** True if both have words of names before them, or after them. */
function haveOtherNeighbours(a: Spelling, b: Spelling): boolean {
  return (a.before.size > 0 && b.before.size > 0) || (a.after.size > 0 && b.after.size > 0);
}

/** True for a word with no other word of a name beside it. */
function isAlone({ before, after }: Spelling): boolean {
  return before.size === 0 && after.size === 0;
}

function oftenness({ occurrences }: Spelling): number {
  return Math.min(OFTEN, occurrences.length) / OFTEN;
}

/** True if two sets share a word, or a name and its initial. */
function shareName(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return (
    intersect(a, b) ||
    intersect(initials(a), firstLetters(b)) ||
    intersect(initials(b), firstLetters(a))
  );
}

function initials(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => word.length === 1));
}

function firstLetters(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].map((word) => word.charAt(0)));
}

function intersect<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const value of few) if (many.has(value)) return true;
  return false;
}

/** True for a well-known place or demonym. */
export function isPlaceSpelling({ occurrences }: Spelling): boolean {
  return isKnownPlace(occurrences[0]?.text ?? '');
}
