import weights from '../../../models/names/known-names.json';
import { isRelationNoun } from '../../lexicon/roleWords.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { memoizeBy } from '../../prose/memoize.js';
import type { Mention } from '../../reference/nameIndex.js';
import { splitName } from '../../reference/names/forms.js';
import { likenessOf, type LikenessSigns } from '../../reference/names/likeness.js';
import { isLinkWord } from '../../reference/names/matchLimits.js';
import type { Misspelling } from '../../reference/names/misspellings.js';
import { fold, spellingKeyOf } from '../../reference/names/spelling.js';
import { entryOf } from '../spelling/dictionary.js';
import { type Logistic, probabilityOf } from './logistic.js';
import type { NamesInDraft, NamesInSentence } from './nameIndexing.js';

/**
 * The context of a word that may misspell a known name, as numbers from 0 to 1, in addition to how
 * the words differ.
 */
export interface MentionSigns extends LikenessSigns {
  /** The name matcher wants more support for it. */
  readonly tentative: number;
  /** The other words of the name beside it are right; an honorific is before it; neither. */
  readonly besideRight: number;
  readonly titled: number;
  readonly alone: number;
  /** The share of the name's words that are right, and whether one of them is no English word. */
  readonly rightShare: number;
  readonly distinctive: number;
  /** More than one word of it is wrong. */
  readonly severalWrong: number;
  readonly person: number;
  readonly place: number;
  /** It is the subject of a speech verb. */
  readonly speaks: number;
  /** The draft names the same person or thing correctly, and in full. */
  readonly named: number;
  readonly namedInFull: number;
  /** The draft has the written word several times. */
  readonly often: number;
  /**
   * The frequency of the written word in English, and whether it is no word, name or place at all.
   */
  readonly frequency: number;
  readonly writtenNone: number;
  /** The same frequency without other words of the name that are right: “Marine life” is not Marin. */
  readonly frequencyAlone: number;
  /** A derived word without support beside it: “the Marlowian songs”. */
  readonly derivedAlone: number;
  /** Most people whom the draft names in full are known. */
  readonly mostlyKnown: number;
  /** The draft names no known person or organisation. */
  readonly nobodyKnown: number;
  /** The draft has the written word in the full name of somebody else. */
  readonly anotherPerson: number;
  /** Another known name ends with the words as written. */
  readonly endOfAnother: number;
  /** A relative is mentioned beside it. */
  readonly relative: number;
  readonly givenName: number;
  /**
   * The given name is wrong beside a relative, or of somebody whom the draft also names in full.
   */
  readonly givenOfRelative: number;
  readonly givenIfInFull: number;
}

/** The learned score of a word that may misspell a known name; see models/names/README.md. */
const WEIGHTS: Logistic<keyof MentionSigns> = weights;

/** A word this frequent counts as often as any more frequent one. */
const OFTEN = 3;
/** The frequency of the commonest words, in the dictionary's logarithmic scale. */
const MOST_FREQUENT = 8;
/** The number of words before and after a name that are searched for a relative. */
const NEAR = 4;

/** The signs of a mention without the rest of the draft. */
interface OwnSigns {
  readonly wrong: readonly Misspelling[];
  readonly worst: Misspelling;
  readonly likeness: LikenessSigns;
  readonly rightShare: number;
  readonly distinctive: number;
  readonly speaks: number;
  readonly frequency: number;
  readonly writtenNone: number;
  readonly relative: number;
  readonly givenName: number;
}

/** Computed once for each mention, because the rest of the draft changes with every key. */
const ownSigns = memoizeBy(
  (mention: Mention, { words, context }: NamesInSentence): OwnSigns | undefined => {
    const { entity, form, misspellings, first } = mention;
    const wrong = misspellings.filter(
      ({ kind, distance, written }) =>
        kind === 'spelling' && distance > 0 && !isLinkWord(fold(written)),
    );
    const [worst] = [...wrong].sort((a, b) => b.distance - a.distance);
    if (worst === undefined) return undefined;
    const likeness = likenessOf(fold(worst.written), fold(worst.right));
    if (likeness === undefined) return undefined;
    const parts = splitName(form);
    const right = parts.filter((part) => wrong.every((each) => each.right !== part));
    const at = words.findIndex((word) => word.first === first);
    const near = words.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    return {
      wrong,
      worst,
      likeness,
      rightShare: right.length / parts.length,
      distinctive: Number(right.some((part) => !isEnglishWord(part))),
      speaks: Number(context.isSpeaker(at)),
      frequency: frequencyOf(worst.written),
      writtenNone: Number(isNoWord(worst.written, likeness)),
      relative: Number(near.some(({ text }) => isRelationNoun(text))),
      givenName: Number(entity.kind === 'person' && worst.right === parts[0] && parts.length > 1),
    };
  },
);

/**
 * The comparison of a mention with a misspelled word; `undefined` if all its letters are right, or
 * are not comparable.
 */
export function mentionSigns(
  mention: Mention,
  sentence: NamesInSentence,
  found: NamesInDraft,
): MentionSigns | undefined {
  const own = ownSigns(mention, sentence);
  if (own === undefined) return undefined;
  const { wrong, worst, likeness, frequency, relative, givenName } = own;
  const { entity, grounds } = mention;
  const beside = Number(grounds === 'name');
  const alone = Number(grounds === 'none');
  const intended = [entity, ...mention.others].find((each) => found.named.has(each));
  const namedInFull = Number(found.namedInFull.has(intended ?? entity));
  return {
    ...likeness,
    tentative: Number(mention.tentative),
    besideRight: beside,
    titled: Number(grounds === 'title'),
    alone,
    rightShare: own.rightShare,
    distinctive: own.distinctive,
    severalWrong: Number(wrong.length > 1),
    person: Number(entity.kind === 'person'),
    place: Number(entity.kind === 'place'),
    speaks: own.speaks,
    named: Number(intended !== undefined),
    namedInFull,
    often: oftenness(worst, found),
    frequency,
    frequencyAlone: frequency * (1 - beside),
    writtenNone: own.writtenNone,
    derivedAlone: Math.max(likeness.derived, likeness.ending) * alone,
    mostlyKnown: Number(found.isMostlyKnown),
    nobodyKnown: Number(found.knownCount === 0),
    anotherPerson: Number(isAnotherPerson(wrong, mention, found)),
    endOfAnother: Number(isEndOfAnotherName(mention, found)),
    relative,
    givenName,
    givenOfRelative: givenName * relative,
    givenIfInFull: givenName * namedInFull,
  };
}

/** True if a mention is most likely a misspelling of the known name. */
export function isMisspelledMention(signs: MentionSigns): boolean {
  return probabilityOf(WEIGHTS, signs) >= WEIGHTS.threshold;
}

function oftenness({ written }: Misspelling, { counts }: NamesInDraft): number {
  return Math.min(OFTEN, counts.get(spellingKeyOf(written)) ?? 0) / OFTEN;
}

/** The frequency of a word in the dictionary, with the highest as 1. */
function frequencyOf(word: string): number {
  return (entryOf(word)?.frequency ?? 0) / MOST_FREQUENT;
}

function isNoWord(
  word: string,
  { writtenEnglish, writtenKnown, writtenGiven, writtenPlace }: LikenessSigns,
): boolean {
  const known = writtenEnglish + writtenKnown + writtenGiven + writtenPlace;
  return known === 0 && entryOf(word) === undefined;
}

/** True if the draft names another person of exactly this name in full. */
function isAnotherPerson(
  wrong: readonly Misspelling[],
  { grounds, entity }: Mention,
  { neighbours }: NamesInDraft,
): boolean {
  if (grounds === 'name') return false;
  const own = new Set([entity.name, ...entity.forms].flatMap(splitName).map(spellingKeyOf));
  // Somebody whom the sources only call by the surname may have any given name.
  if (own.size < 2) return false;
  return wrong.some(({ written }) =>
    [...(neighbours.get(spellingKeyOf(written)) ?? [])].some((other) => !own.has(other)),
  );
}

/** True for the exact end of another known name: “Van An” if a “Nguyen Van An” is known. */
function isEndOfAnotherName({ misspellings, form }: Mention, { names }: NamesInDraft): boolean {
  const parts = splitName(form);
  if (parts.length < 2) return false;
  const written = new Map(misspellings.map((each) => [each.right, each.written]));
  return names.endsWith(parts.map((part) => spellingKeyOf(written.get(part) ?? part)));
}
