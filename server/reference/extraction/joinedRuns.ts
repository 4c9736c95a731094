import { isGivenName } from '../../lexicon/givenNames.js';
import {
  isBodyHead,
  isCompanyForm,
  isEventHead,
  isPlaceHead,
  isPlaceStart,
  isTopicNoun,
} from '../../lexicon/nameWords.js';
import { isNameLikeRole, isPersonTitle, isRoleQualifier } from '../../lexicon/roleWords.js';
import { isEnglishWord, isEnglishWordOrPlural } from '../../prose/dictionary.js';
import { placeNamed } from '../gazetteer.js';
import type { CapitalUsage } from './capitalUsage.js';
import { type NameRun, runOf } from './nameRun.js';
import { type SourceWord, type WordSentence, isAdjacent, isNext } from './words.js';

/** Joins runs that are the name of one body: “Ministry” of “Health”, “King's” “College London”. */
export function joinBodies(
  sentence: WordSentence,
  runs: readonly NameRun[],
  usage: CapitalUsage,
): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined) continue;
    let end = index;
    if (isOwnerOf(sentence.words, run, runs[index + 1], usage)) end = index + 1;
    const head =
      end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, 'joined');
    end = lastRunAfterOf(sentence.words, head, runs, end);
    if (end === index && joinsByAnd(sentence.words, run, runs[index + 1])) end = index + 1;
    joined.push(
      end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, 'joined'),
    );
    index = end;
  }
  return joined;
}

const OWNERS =
  /^(?:People|Women|Men|Children|Girls|Boys|Workers|Farmers|Veterans|Students|Teachers|Players|Citizens|Doctors|Ladies|Mothers|Lawyers|Writers|Pensioners|Taxpayers|Consumers)$/iu;

function isOwnerOf(
  words: readonly SourceWord[],
  run: NameRun,
  next: NameRun | undefined,
  { plain }: CapitalUsage,
): boolean {
  const owner = words[run.last];
  const head = next === undefined ? undefined : words[next.first];
  if (owner?.possessive !== true || head === undefined || next === undefined) return false;
  if (next.first !== run.last + 1 || !isAdjacent(head)) return false;
  const ends = words[next.last]?.text ?? '';
  if (OWNERS.test(owner.text))
    return isBodyHead(ends) || isEventHead(ends) || isBodyHead(head.text);
  if (placeNamed(run.text) !== undefined || plain.has(owner.text)) return false;
  return isBodyHead(head.text);
}

const OF = /^(?:of|for|on)$/u;

/** The index of the last run that an “of” or “for” joins to the name that starts with `run`. */
function lastRunAfterOf(
  words: readonly SourceWord[],
  run: NameRun,
  runs: readonly NameRun[],
  from: number,
): number {
  const head = words[run.last];
  const next = runs[from + 1];
  if (head === undefined || next === undefined || head.possessive) return from;
  if (head.compoundRest !== undefined || run.last - run.first > 4) return from;
  if (isCompanyForm(head.text)) return from;
  if (!isBodyHead(head.text) && !isEventHead(head.text) && !isPlaceStart(head.text)) return from;
  const link = words[run.last + 1];
  if (link === undefined || !OF.test(link.text) || !isAdjacent(link)) return from;
  const article = words[run.last + 2]?.text === 'the' ? 1 : 0;
  if (next.first !== run.last + 2 + article || !isNext(words, next.first)) return from;
  if (isTitledPerson(words, next)) return from;
  const end = lastRunOfList(words, runs, from + 1);
  // “Centre for the Study of Glaciers”: the subject requires a complement.
  const last = runs[end];
  const further = runs[end + 1];
  const open = last !== undefined && isOpenSubject(words[last.last]?.text ?? '');
  if (!open || further?.first !== last.last + 2 || !isNext(words, further.first)) return end;
  return words[last.last + 1]?.text === 'of' ? lastRunOfList(words, runs, end + 1) : end;
}

/**
 * True for a run that is a title and a person's name, which are never part of an organisation's: “Union of Premier Ada
 * Roe”, but not “Party of Nurse Educators” or “Order of King Leopold”.
 */
function isTitledPerson(words: readonly SourceWord[], { first, last }: NameRun): boolean {
  let at = first;
  while (at < last && isRoleQualifier(words[at]?.text ?? '')) at++;
  const title = words[at]?.text ?? '';
  if (at >= last || !isPersonTitle(title)) return false;
  const end = words[last]?.text ?? '';
  if (isBodyHead(end) || isEventHead(end) || isPlaceHead(end)) return false;
  while (at < last && isPersonTitle(words[at]?.text ?? '')) at++;
  const name = words.slice(at, last + 1).map(({ text }) => text);
  const personal = (word: string): boolean => isGivenName(word) || !isEnglishWord(word);
  if (!name.some(personal)) return false;
  return isNameLikeRole(title) ? name.length > 1 && !name.some(isRegnal) : true;
}

/** True for the number of a monarch: “III”. */
function isRegnal(word: string): boolean {
  return /^[IVX]+$/u.test(word);
}

function isOpenSubject(word: string): boolean {
  return /^(?:Study|Studies|Protection|Prevention|Promotion|Advancement|Defen[cs]e|Treatment|Status|Rights|Council|Conservation|Preservation|Abolition|Freedom|Friends|House|University)$/u.test(
    word,
  );
}

/** The index of the last run of a list of subjects: “Culture, Media and Sport”. */
function lastRunOfList(
  words: readonly SourceWord[],
  runs: readonly NameRun[],
  from: number,
): number {
  let end = from;
  for (let index = from; index + 1 < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (run === undefined || next === undefined || words[run.last]?.possessive === true) break;
    const gap = words.slice(run.last + 1, next.first + 1);
    const comma = gap.length === 1 && /^,? (?:& )?$/u.test(gap[0]?.gap ?? '');
    const and = gap.length === 2 && gap[0]?.text === 'and' && /^,? $/u.test(gap[0].gap);
    if (!comma && !and) break;
    if (isTopicNoun(words[next.last]?.text ?? '')) end = index + 1;
    else if (and || next.last > next.first) break;
  }
  return end;
}

/** True for a subject, “and”, and a run that ends like a body's name: “Food and Drug Administration”, “Fire and Rescue Service”. */
function joinsByAnd(
  words: readonly SourceWord[],
  run: NameRun,
  next: NameRun | undefined,
): boolean {
  const country = run.last > run.first && /^(?:\p{Lu}\.?){2,}$/u.test(words[run.first]?.text ?? '');
  if (next === undefined) return false;
  const article = words[run.first - 1]?.text.toLowerCase() === 'the';
  const subjects = [words[run.last], words[next.first]].map((word) => word?.text ?? '');
  const isNamed = subjects.every((word) => isEnglishWordOrPlural(word) && !isBodyHead(word));
  if (!article && !country && !isNamed) return false;
  if (!isNamed && run.last - run.first !== (country ? 1 : 0)) return false;
  const link = words[run.last + 1];
  if (link?.text !== 'and' || !isAdjacent(link) || next.first !== run.last + 2) return false;
  return (
    (isNamed || isTopicNoun(words[run.last]?.text ?? '')) &&
    next.last > next.first &&
    isBodyHead(words[next.last]?.text ?? '')
  );
}
