import { isEnglishWord, isPersonNoun } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import type { NameRun, NamedSentence } from './nameRun.js';
import { isBodyHead, isEventHead, isPlaceHead } from '../../lexicon/nameWords.js';
import { isHonorific, isPostNominal } from '../../lexicon/honorifics.js';
import { isNameLikeRole, isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { expandedOffice, isRankInCapitals } from '../../lexicon/titleAbbreviations.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { type SourceWord, type WordSpan, isAdjacent } from './words.js';

/** An occurrence of a name with the honorific and office written directly before it. */
export interface NameMention extends WordSpan {
  readonly sentence: NamedSentence;
  /** The name as written, without honorific and office. */
  readonly name: string;
  readonly honorific: boolean;
  /** A capitalised office before it: “Foreign Minister”. */
  readonly office?: WordSpan;
  /** The country or body of that office, in the same run: “Russian”, “Labour”. */
  readonly owner?: WordSpan;
  readonly runKind: NameRun['runKind'];
}

/** The name in a run of capitalised words; `undefined` if it is only an office (“Prime Minister”). */
export function mentionIn(sentence: NamedSentence, whole: NameRun): NameMention | undefined {
  const { words } = sentence;
  const base = { sentence, honorific: isNumberedOfficer(words, whole), runKind: whole.runKind };
  if (whole.runKind !== 'plain') {
    return { ...base, first: whole.first, last: whole.last, name: whole.text };
  }
  const run = withoutPostNominals(words, whole);
  const officeEnd = lastOffice(words, run);
  const portfolio = officeEnd === undefined ? portfolioBefore(words, run) : undefined;
  if (portfolio !== undefined) {
    const first = portfolio.last + 1;
    return {
      ...base,
      office: portfolio,
      first,
      last: run.last,
      name: sourceTextOf(sentence, first, run.last),
    };
  }
  if (officeEnd === undefined) {
    const first = afterDemonym(words, run);
    const last = beforeOffice(words, first, run.last);
    return { ...base, first, last, name: sourceTextOf(sentence, first, last) };
  }
  let first = officeEnd;
  while (
    first > run.first &&
    isOfficePart(words, first - 1) &&
    !isOfCounty(words, run.first, first - 1)
  ) {
    first--;
  }
  let { honorific } = base;
  const nameAt = officeEnd + 1;
  while (first <= officeEnd && isPlainHonorific(words[first]?.text ?? '')) {
    honorific = true;
    first++;
  }
  let officeLast = officeEnd;
  while (officeLast >= first && isPlainHonorific(words[officeLast]?.text ?? '')) {
    honorific = true;
    officeLast--;
  }
  if (nameAt > run.last) return undefined;
  return {
    ...base,
    honorific,
    first: nameAt,
    last: run.last,
    name: sourceTextOf(sentence, nameAt, run.last),
    ...(first <= officeLast ? { office: { first, last: officeLast } } : {}),
    ...(first > run.first && !honorific ? { owner: { first: run.first, last: first - 1 } } : {}),
  };
}

/** True for a name after a rank and a collar number: “PC 4512 Roe”. */
function isNumberedOfficer(words: readonly SourceWord[], { first }: NameRun): boolean {
  const number = words[first - 1];
  const name = words[first];
  return (
    number !== undefined &&
    name !== undefined &&
    isAdjacent(number) &&
    isAdjacent(name) &&
    /^\d+$/u.test(number.text) &&
    expandedOffice(words[first - 2]?.text ?? '') !== undefined
  );
}

/** The run without post-nominal letters: “Ada Roe KC”. */
function withoutPostNominals(words: readonly SourceWord[], run: NameRun): NameRun {
  let { last } = run;
  while (last > run.first + 1 && areLetters(words[last]?.text ?? '')) last--;
  return { ...run, last };
}

/** True for “KC”, and for letters that can be no word: “MRCVS”. */
function areLetters(word: string): boolean {
  return isPostNominal(word) || /^[B-DF-HJ-NP-TV-XZ]{4,}$/u.test(word);
}

/** The text of a sentence from word `first` to word `last`, both inclusive. */
export function sourceTextOf(sentence: NamedSentence, first: number, last: number): string {
  const start = sentence.words[first]?.start ?? 0;
  return sentence.block.text.slice(start, sentence.words[last]?.end ?? start);
}

/** The last word of the office or honorific at the start of a run; `undefined` if there is none. */
function lastOffice(words: readonly SourceWord[], run: NameRun): number | undefined {
  for (let index = run.last; index >= run.first; index--) {
    const word = words[index];
    if (word === undefined || !endsOffice(words, index)) continue;
    if (index === run.last && !isOnlyOffice(words, run)) continue;
    const titled = isPlainHonorific(word.text);
    const end = words[run.last]?.text ?? '';
    if (!titled && index !== run.last && isOtherHead(end)) {
      // “Cllr Marsh” is a person, while “Mayor Street” need not be one.
      if (isBodyHead(end) || expandedOffice(word.text) === undefined) return undefined;
    }
    const known = isKnownOwner(words, run.first, index);
    if (isNameLikeRole(word.text) && !known) continue;
    return index;
  }
  return undefined;
}

function isOtherHead(word: string): boolean {
  return isBodyHead(word) || isEventHead(word) || isPlaceHead(word);
}

function endsOffice(words: readonly SourceWord[], index: number): boolean {
  const text = words[index]?.text ?? '';
  if (isRankInCapitals(text)) return isBeforePerson(words, index);
  // “Coxswain Ada Roe” at the head of a sentence.
  if (index === 0 && isPersonNoun(text) && isSubject(text) && isNameAfter(words)) return true;
  return isRoleNoun(text) || isHonorific(text) || expandedOffice(text) !== undefined;
}

/** True if two capitalised words and no more follow the first word of a sentence: given name and surname. */
function isNameAfter(words: readonly SourceWord[]): boolean {
  if (isHonorific(words[1]?.text ?? '')) return false;
  return [1, 2, 3].every((at) => {
    const word = words[at];
    const goesOn = word !== undefined && isAdjacent(word) && startsWithCapital(word);
    return goesOn === at < 3;
  });
}

/** True for letters before a word that can only be part of a person's name: “DC Okoro”, but not “DC Comics”. */
function isBeforePerson(words: readonly SourceWord[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || !isAdjacent(next) || !/^\p{Lu}(?:\.|.*\p{Ll})/u.test(next.text))
    return false;
  return isGivenName(next.text) || !isEnglishWord(next.text);
}

/** True for “County” in “Lehigh County Attorney”, which is part of the place. */
function isOfCounty(words: readonly SourceWord[], first: number, index: number): boolean {
  return (
    index > first &&
    /^(?:County|City|State|District|Party|House|Club)$/u.test(words[index]?.text ?? '')
  );
}

/** True for “Mr.”, but not for “Professor”, which is also an office. */
function isPlainHonorific(word: string): boolean {
  return isHonorific(word) && !isRoleNoun(word);
}

function isOfficePart(words: readonly SourceWord[], index: number): boolean {
  const text = words[index]?.text ?? '';
  if (endsOffice(words, index) || isRoleQualifier(text)) return true;
  // “Station Manager Ada Roe”, but not “Rovers Manager Ada Roe” and “Labour Leader Ada Roe”
  const isPlural = text.endsWith('s') && isBodyHead(text);
  return isSubject(text) && !isPlural && placeOfDemonym(text) === undefined;
}

/** An office whose subject is in the same run as the name: “Secretary of State Ada Roe”. */
function portfolioBefore(words: readonly SourceWord[], run: NameRun): WordSpan | undefined {
  const link = words[run.first - 1];
  const office = words[run.first - 2];
  if (link === undefined || office === undefined || !/^(?:of|for)$/u.test(link.text))
    return undefined;
  if (!isAdjacent(link) || !startsWithCapital(office) || !isRoleNoun(office.text)) return undefined;
  if (isOtherHead(words[run.last]?.text ?? '')) return undefined;
  let name = run.first;
  while (name < run.last && isSubject(words[name]?.text ?? '')) name++;
  return name > run.first && run.last > name ? { first: run.first - 2, last: name - 1 } : undefined;
}

function isSubject(word: string): boolean {
  return isEnglishWord(word) && !isGivenName(word) && placeNamed(word) === undefined;
}

/** The last word of the name in a run that ends with an office: “Anas Sarwar MP”, “Labour MPs”. */
function beforeOffice(words: readonly SourceWord[], first: number, last: number): number {
  const word = words[last];
  if (word === undefined || last === first || isNameLikeRole(word.text)) return last;
  return isRoleNoun(word.text) ? last - 1 : last;
}

/** True if a run is an office without a name: “Prime Minister”, “Russian President”. */
function isOnlyOffice(words: readonly SourceWord[], run: NameRun): boolean {
  const last = words[run.last];
  if (last === undefined) return false;
  if (run.first === run.last) return !isNameLikeRole(last.text) || !/^\p{Lu}/u.test(last.text);
  return isKnownOwner(words, run.first, run.last);
}

/** True if everything before the office in its run is part of it, or is a place, a people or an acronym. */
function isKnownOwner(words: readonly SourceWord[], first: number, office: number): boolean {
  let at = office;
  while (at > first && isOfficePart(words, at - 1)) at--;
  if (at === first) return true;
  const owner = words
    .slice(first, at)
    .map((word) => word.text)
    .join(' ');
  return (
    placeNamed(owner) !== undefined ||
    placeOfDemonym(owner) !== undefined ||
    /^(?:\p{Lu}\.?){2,6}$/u.test(owner)
  );
}

/**
 * The first word of the name in a run that starts with a people or other English words: “Kenyan Eliud Kipchoge”, “Tory
 * Ada Roe”, but “Kenyan Airways”.
 */
function afterDemonym(words: readonly SourceWord[], run: NameRun): number {
  // “CEO Northlight Bank”
  const first = words[run.first]?.text ?? '';
  if (run.last > run.first && /^\p{Lu}{3,}$/u.test(first) && isRoleNoun(first))
    return run.first + 1;
  if (isOtherHead(words[run.last]?.text ?? '')) return run.first;
  for (let at = run.first + 1; at < run.last; at++) {
    if (!isEnglishWord(words[at - 1]?.text ?? '') || isGivenName(words[at - 1]?.text ?? '')) break;
    if (isGivenName(words[at]?.text ?? '')) return at;
  }
  for (const length of [2, 1]) {
    if (run.last - run.first < length + 1) continue;
    const people = words
      .slice(run.first, run.first + length)
      .map((word) => word.text)
      .join(' ');
    const next = words[run.first + length];
    if (next !== undefined && startsWithCapital(next) && placeOfDemonym(people) !== undefined) {
      return run.first + length;
    }
  }
  return run.first;
}
