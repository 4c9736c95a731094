import { isArticle, isPossessiveDeterminer } from '../../lexicon/functionWords.js';
import { isHonorific, isPostNominal } from '../../lexicon/honorifics.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isRoleNoun } from '../../lexicon/roleWords.js';
import { isPersonNoun } from '../../prose/dictionary.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { type NameMention, sourceTextOf } from './mentions.js';
import type { NameRun, NamedSentence } from './nameRun.js';
import {
  type Office,
  type Owner,
  type ParsedOffices,
  isHeld,
  objectOf,
  ownerName,
  ownerWord,
  parseOffices,
} from './officePhrase.js';
import { isPluralPossessive, isTitleWord, opensTitle, titleOf } from './officeTitle.js';
import { officesNamed, statedOffices } from './statedOffices.js';
import { type WordSpan, isAdjacent, isNext } from './words.js';

/** The offices that a sentence attributes to a mentioned person, before or after the name. */
export const officesOf = memoize((mention: NameMention): readonly Office[] =>
  [...officeBefore(mention), ...officeAfter(mention), ...officeBeforeMark(mention)].filter(isHeld),
);

/** The office directly before a name: “Russian Foreign Minister Sergei Lavrov”, “India's coach Ada Roe”. */
function officeBefore(mention: NameMention): readonly Office[] {
  const { sentence } = mention;
  const span = mention.office ?? lowerCaseOffice(mention);
  if (span === undefined) return [];
  const title = titleOf(sentence, span);
  if (mention.owner !== undefined) {
    const { first, last } = mention.owner;
    return [{ title, affiliation: ownerName(sourceTextOf(sentence, first, last)) }];
  }
  const owner = ownerBefore(sentence, span.first) ?? ownerAfter(mention);
  return [{ title, ...(isTaughtSubject(owner.affiliation, title) ? {} : owner) }];
}

/** The lower-case office directly before a name. */
function lowerCaseOffice({ sentence, first }: NameMention): WordSpan | undefined {
  const { words } = sentence;
  const head = words[first - 1];
  if (head === undefined || !isNext(words, first) || startsWithCapital(head) || head.possessive)
    return undefined;
  if (!isRoleNoun(head.text) && (head.tag !== 'NOUN' || !isPersonNoun(head.text))) return undefined;
  let start = first - 1;
  while (
    start > 0 &&
    isNext(words, start) &&
    (isTitleWord(words[start - 1]) || isPluralPossessive(sentence, start - 1))
  ) {
    start--;
  }
  // “Chief executive Ada Roe” and “Contracts manager Ada Roe” at the start of a sentence.
  const opening = words[start - 1];
  const isOpening = opening !== undefined && isNext(words, start) && opensTitle(opening, start);
  return { first: isOpening ? start - 1 : start, last: first - 1 };
}

/** The owner named before the office that starts at `first`: “Labour leader”, “India's coach”, “his aide”. */
function ownerBefore(sentence: NamedSentence, first: number): Owner | undefined {
  const { words } = sentence;
  if (!isNext(words, first)) return undefined;
  const run = sentence.runTo.get(first - 1);
  if (run !== undefined) return { affiliation: ownerName(wholeOwner(sentence, run)) };
  return ownerWord(words[first - 1]);
}

/** The owner named after a person: “Detective Inspector Ada Roe of Kent Police”. */
function ownerAfter({ sentence, last }: NameMention): Owner {
  const link = sentence.words[last + 1];
  if (link?.text !== 'of' || !isAdjacent(link) || sentence.words[last]?.possessive === true)
    return {};
  const text = objectOf(sentence, last + 2)?.held;
  return text === undefined ? {} : { affiliation: text };
}

/** An owner with its possessive first part: “Domino's Pizza”, where the run is only “Pizza”. */
function wholeOwner(sentence: NamedSentence, run: NameRun): string {
  const before = sentence.runTo.get(run.first - 1);
  const owner = sentence.words[run.first - 1];
  if (before === undefined || owner?.possessive !== true || !isNext(sentence.words, run.first))
    return run.text;
  return placeNamed(before.text) === undefined
    ? sourceTextOf(sentence, before.first, run.last)
    : run.text;
}

/** True if a demonym is a school subject rather than a country: “English teacher”. */
function isTaughtSubject(owner: string | undefined, title: string): boolean {
  return (
    owner !== undefined &&
    (placeOfDemonym(owner) ?? placeNamed(owner)) !== undefined &&
    /(?:^|\s)(?:teacher|professor|lecturer|tutor|student|scholar|translator|interpreter)$/u.test(
      title,
    )
  );
}

/** The office after a name: “Ada Roe, 54, director of the Institute of X in Y”, “Ada Roe is the dean of Z”. */
function officeAfter(mention: NameMention): readonly Office[] {
  const { sentence, last } = mention;
  const { words } = sentence;
  let at = last + 1;
  if (words[last]?.possessive === true || words[last]?.compoundRest !== undefined) return [];
  while (isNext(words, at) && isPostNominal(words[at]?.text ?? '')) at++;
  if (words[at]?.gap === ' (') return officeInBrackets(sentence, at);
  if (words[at]?.gap !== ', ') {
    if (isQuoted(mention)) return [];
    return officeFrom(sentence, at) ?? statedOffices(sentence, at);
  }
  if (words[at]?.text === 'prosecuting' && !isNext(words, at + 1)) return [{ title: 'prosecutor' }];
  if (/^\d{1,3}$/u.test(words[at]?.text ?? '') && words[at + 1]?.gap === ', ') at++;
  if (words[at]?.text === 'who') return statedOffices(sentence, at + 1);
  if (/^(?:is|was)$/u.test(words[at]?.text ?? '')) return statedOffices(sentence, at);
  if (words[at]?.text === 'now' && isNext(words, at + 1)) at++;
  const parsed = parseOffices(sentence, at);
  return officeFrom(sentence, at) ?? (parsed && atBodyAfter(sentence, parsed)) ?? [];
}

/** The office in brackets, if they contain nothing else: “Ada Roe (Rovers manager)”. */
function officeInBrackets(sentence: NamedSentence, from: number): readonly Office[] {
  const parsed = parseOffices(sentence, from);
  const run = parsed === undefined ? sentence.runFrom.get(from) : bodyAfter(sentence, parsed.last);
  const end = run?.last ?? parsed?.last ?? from;
  if (sentence.block.text.charAt(sentence.words[end]?.end ?? 0) !== ')') return [];
  if (parsed !== undefined) return atBodyAfter(sentence, parsed);
  return run === undefined ? [] : [{ title: '', affiliation: run.text, isTentative: true }];
}

/** The body after a comma that ends a list of what somebody is: “Ada Roe, planning officer, Lund Council.” */
function bodyAfter({ words, runFrom, block }: NamedSentence, last: number): NameRun | undefined {
  const run = words[last + 1]?.gap === ', ' ? runFrom.get(last + 1) : undefined;
  if (run === undefined || isNext(words, run.last + 1)) return undefined;
  return /^[,;.)]|^$/u.test(block.text.slice(words[run.last]?.end)) ? run : undefined;
}

function atBodyAfter(sentence: NamedSentence, { offices, last }: ParsedOffices): readonly Office[] {
  const body = bodyAfter(sentence, last);
  const [office] = offices;
  const isOpen = office !== undefined && office.affiliation === undefined;
  return body !== undefined && isOpen
    ? [{ ...office, affiliation: body.text, isTentative: true }]
    : offices;
}

/** True inside a quotation, where “is a” may only be the speaker's opinion. */
function isQuoted({ sentence, first }: NameMention): boolean {
  const at = sentence.words[first]?.start ?? 0;
  return sentence.block.quotations.some(({ inner }) => inner.start <= at && at < inner.end);
}

/** The body that somebody is from: “Ada Roe, from the Reef Council, said”, “Ada Roe of the Reef Council”. */
function officeFrom(sentence: NamedSentence, at: number): readonly Office[] | undefined {
  const link = sentence.words[at];
  if (link === undefined || !/^(?:from|of|at|with)$/u.test(link.text)) return undefined;
  const body = objectOf(sentence, at + 1)?.held;
  if (body === undefined) return undefined;
  if (isBodyName(body)) return [{ title: '', affiliation: body }];
  // Somebody is of a town more often than of a body of one word.
  const mayBe = link.gap === ', ' && body.includes(' ') && /^(?:from|of)$/u.test(link.text);
  return mayBe ? [{ title: '', affiliation: body, isTentative: true }] : undefined;
}

function isBodyName(name: string): boolean {
  return name.split(' ').some(isBodyHead) || /^(?:\p{Lu}\.?){2,6}$/u.test(name);
}

/**
 * The office before a name and a mark: “The director of the institute, Ada Roe, said”, “Returning officer: Ada Roe”, or
 * “Her deputy is Ada Roe”.
 */
function officeBeforeMark(mention: NameMention): readonly Office[] {
  const { sentence, last } = mention;
  const { words } = sentence;
  const first = firstWithTitles(mention);
  const gap = words[first]?.gap ?? '';
  const isTold = /^(?:is|was)$/u.test(words[first - 1]?.text ?? '') && isNext(words, first);
  if (!/^[,:] $/u.test(gap) && !isTold) return [];
  if (words[last]?.possessive === true || isQuoted(mention)) return [];
  const after = words[last + 1];
  if (gap === ', ' && after !== undefined && !/^[,;—–]/u.test(after.gap.trimStart())) return [];
  const end = isTold ? first - 2 : first - 1;
  for (let at = Math.max(0, end - MAX_OFFICE); at <= end; at++) {
    const run = sentence.runFrom.get(at);
    const isOwned = run !== undefined && words[run.last]?.possessive === true;
    const isNamed = isArticle(words[at]) || isPossessiveDeterminer(words[at]) || isOwned;
    // A label, or the first words of a sentence.
    const isBare = at === 0 || /[;:(–—]\s*$/u.test(words[at]?.gap ?? '');
    if (!isNamed && !isBare) continue;
    const parsed = isNamed ? parseOffices(sentence, at) : officesNamed(sentence, at);
    if (parsed?.last === end) return parsed.offices;
  }
  return [];
}

/** The first word of a name including its titles: “Councillor” in “Councillor Ada Roe”, “Sir” in “Sir Ian Roe”. */
function firstWithTitles({ sentence, first, office, honorific }: NameMention): number {
  const before = office?.first ?? first;
  return honorific && isHonorific(sentence.words[before - 1]?.text ?? '') ? before - 1 : before;
}

/** The maximum number of words of an office before a name. */
const MAX_OFFICE = 16;
