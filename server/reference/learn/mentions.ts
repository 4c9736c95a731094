import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { type NameRun, type NamedSentence } from './nameRuns.js';
import { isBodyHead, isEventHead, isPlaceHead } from '../../lexicon/nameWords.js';
import { isHonorific, isPostNominal } from '../names/titles.js';
import {
  isNameLikeRole,
  isRoleNoun,
  isRoleQualifier,
  shortenedOffice,
} from '../../lexicon/roleWords.js';
import { type SourceWord, type WordSpan, isAdjacent, isCapital } from './words.js';

/** A name where it stands, with what is written before it in one breath. */
export interface NameMention extends WordSpan {
  readonly sentence: NamedSentence;
  /** The name as it stands in the prose, without honorific and office. */
  readonly name: string;
  readonly honorific: boolean;
  /** The office in capitals before it: “Foreign Minister”. */
  readonly office?: WordSpan;
  /** Whose office it is, in the same run: “Russian”, “Labour”. */
  readonly owner?: WordSpan;
  readonly nature: NameRun['nature'];
}

/** What a run of capitals says: the name in it, or none where it is only an office (“Prime Minister”). */
export function mentionIn(sentence: NamedSentence, whole: NameRun): NameMention | undefined {
  const { words } = sentence;
  const nameless = { sentence, honorific: false, nature: whole.nature };
  if (whole.nature !== 'plain') {
    return { ...nameless, first: whole.first, last: whole.last, name: whole.text };
  }
  const run = withoutLetters(words, whole);
  const officeEnd = lastOffice(words, run);
  const portfolio = officeEnd === undefined ? portfolioBefore(words, run) : undefined;
  if (portfolio !== undefined) {
    const first = portfolio.last + 1;
    return {
      ...nameless,
      office: portfolio,
      first,
      last: run.last,
      name: textOf(sentence, first, run.last),
    };
  }
  if (officeEnd === undefined) {
    const first = afterDemonym(words, run);
    const last = beforeOffice(words, first, run.last);
    return { ...nameless, first, last, name: textOf(sentence, first, last) };
  }
  let first = officeEnd;
  while (
    first > run.first &&
    isOfficePart(words[first - 1]) &&
    !isOfCounty(words, run.first, first - 1)
  ) {
    first--;
  }
  let honorific = false;
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
    ...nameless,
    honorific,
    first: nameAt,
    last: run.last,
    name: textOf(sentence, nameAt, run.last),
    ...(first <= officeLast ? { office: { first, last: officeLast } } : {}),
    ...(first > run.first && !honorific ? { owner: { first: run.first, last: first - 1 } } : {}),
  };
}

/** The run without the letters behind the name: “Ada Roe KC”. */
function withoutLetters(words: readonly SourceWord[], run: NameRun): NameRun {
  let { last } = run;
  while (last > run.first + 1 && isPostNominal(words[last]?.text ?? '')) last--;
  return { ...run, last };
}

/** The words of a sentence as they stand, from one to another, both included. */
export function textOf(sentence: NamedSentence, first: number, last: number): string {
  const start = sentence.words[first]?.start ?? 0;
  return sentence.block.text.slice(start, sentence.words[last]?.end ?? start);
}

/** The last word of the office or honorific that opens a run, where one does. */
function lastOffice(words: readonly SourceWord[], run: NameRun): number | undefined {
  for (let index = run.last; index >= run.first; index--) {
    const word = words[index];
    if (word === undefined || !endsOffice(word)) continue;
    if (index === run.last && !isOnlyOffice(words, run)) continue;
    const titled = isPlainHonorific(word.text);
    if (!titled && index !== run.last && endsOtherwise(words[run.last]?.text ?? ''))
      return undefined;
    const known = isKnownOwner(words, run.first, index);
    if (isNameLikeRole(word.text) && !known) continue;
    return index;
  }
  return undefined;
}

function endsOtherwise(word: string): boolean {
  return isBodyHead(word) || isEventHead(word) || isPlaceHead(word);
}

function endsOffice(word: SourceWord): boolean {
  return (
    isRoleNoun(word.text) || isHonorific(word.text) || shortenedOffice(word.text) !== undefined
  );
}

/** True for the “County” of “Lehigh County Attorney”, which belongs to the place. */
function isOfCounty(words: readonly SourceWord[], first: number, index: number): boolean {
  return (
    index > first &&
    /^(?:County|City|State|District|Party|House|Club)$/u.test(words[index]?.text ?? '')
  );
}

/** “Mr.”, but not “Professor”, which is an office too. */
function isPlainHonorific(word: string): boolean {
  return isHonorific(word) && !isRoleNoun(word);
}

function isOfficePart(word: SourceWord | undefined): boolean {
  return word !== undefined && (endsOffice(word) || isRoleQualifier(word.text));
}

/** “Secretary of State Ada Roe”: an office whose subject is written in one run with the name. */
function portfolioBefore(words: readonly SourceWord[], run: NameRun): WordSpan | undefined {
  const link = words[run.first - 1];
  const office = words[run.first - 2];
  if (link === undefined || office === undefined || !/^(?:of|for)$/u.test(link.text))
    return undefined;
  if (!isAdjacent(link) || !isCapital(office) || !isRoleNoun(office.text)) return undefined;
  if (endsOtherwise(words[run.last]?.text ?? '')) return undefined;
  let name = run.first;
  while (name < run.last && isSubject(words[name]?.text ?? '')) name++;
  return name > run.first && run.last > name ? { first: run.first - 2, last: name - 1 } : undefined;
}

function isSubject(word: string): boolean {
  return isEnglishWord(word) && !isGivenName(word) && placeNamed(word) === undefined;
}

/** Where the name ends in a run that closes with an office: “Anas Sarwar MP”, “Labour MPs”. */
function beforeOffice(words: readonly SourceWord[], first: number, last: number): number {
  const word = words[last];
  if (word === undefined || last === first || isNameLikeRole(word.text)) return last;
  return isRoleNoun(word.text) ? last - 1 : last;
}

/** True where a run is an office and no name: “Prime Minister”, “Russian President”. */
function isOnlyOffice(words: readonly SourceWord[], run: NameRun): boolean {
  const last = words[run.last];
  if (last === undefined) return false;
  if (run.first === run.last) return !isNameLikeRole(last.text) || !/^\p{Lu}/u.test(last.text);
  return isKnownOwner(words, run.first, run.last);
}

/** True where all that stands before the office in its run is a part of it, or a place, a people, an acronym. */
function isKnownOwner(words: readonly SourceWord[], first: number, office: number): boolean {
  let at = office;
  while (at > first && isOfficePart(words[at - 1])) at--;
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
 * Where the name begins in a run that a people or plain words open: “Kenyan Eliud Kipchoge”, “Tory Ada
 * Roe”, but “Kenyan Airways”.
 */
function afterDemonym(words: readonly SourceWord[], run: NameRun): number {
  if (endsOtherwise(words[run.last]?.text ?? '')) return run.first;
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
    if (next !== undefined && isCapital(next) && placeOfDemonym(people) !== undefined) {
      return run.first + length;
    }
  }
  return run.first;
}
