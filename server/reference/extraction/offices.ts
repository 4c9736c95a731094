import { isArticle, isPossessiveDeterminer } from '../../lexicon/functionWords.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isHonorific, isPostNominal } from '../../lexicon/honorifics.js';
import { type NameMention, sourceTextOf } from './mentions.js';
import type { NameRun, NamedSentence } from './nameRuns.js';
import { isEnglishWordOrPlural } from '../../prose/dictionary.js';
import { isBodyHead, isNeverName } from '../../lexicon/nameWords.js';
import { isRelationNoun, isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { expandedOffice } from '../../lexicon/titleAbbreviations.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { type SourceWord, type WordSpan, isAdjacent } from './words.js';

/** An office that a sentence attributes to a person. */
export interface Office {
  /** The title without article, in lower case except for names: “emeritus professor of Central Asian studies”. */
  readonly title: string;
  /** The body or country where it is held. */
  readonly affiliation?: string;
  /** The seat of that body, if mentioned with it. */
  readonly seat?: string;
  /** True for “his” or “her” office, whose affiliation is that of a person named before. */
  readonly inheritsAffiliation?: boolean;
}

/** The owner of an office: a body or country, or that of a person named before. */
type Owner = Pick<Office, 'affiliation' | 'inheritsAffiliation'>;

interface ParsedOffices {
  readonly offices: readonly Office[];
  /** The last word of the phrase. */
  readonly last: number;
}

/** The offices that a sentence attributes to a mentioned person, before or after the name. */
export function officesOf(mention: NameMention): readonly Office[] {
  return [...officeBefore(mention), ...officeAfter(mention), ...officeBeforeComma(mention)].filter(
    ({ title }) => !isRelationNoun(title.split(' ').at(-1) ?? ''),
  );
}

/** The office directly before a name: “Russian Foreign Minister Sergei Lavrov”, “India's coach Ada Roe”. */
function officeBefore(mention: NameMention): readonly Office[] {
  const { sentence } = mention;
  const span = mention.office ?? lowerCaseOffice(mention);
  if (span === undefined) return [];
  const title = titleOf(sentence, span);
  if (mention.owner !== undefined) {
    return [
      {
        title,
        affiliation: ownerName(sourceTextOf(sentence, mention.owner.first, mention.owner.last)),
      },
    ];
  }
  const owner = ownerBefore(sentence, span.first) ?? ownerAfter(mention);
  return [
    { title, ...(owner === undefined || isTaughtSubject(owner.text, title) ? {} : owner.of) },
  ];
}

/** The lower-case office directly before a name. */
function lowerCaseOffice({ sentence, first }: NameMention): WordSpan | undefined {
  const { words } = sentence;
  const head = words[first - 1];
  if (head === undefined || !isNext(words, first) || startsWithCapital(head) || head.possessive)
    return undefined;
  if (!isRoleNoun(head.text)) return undefined;
  let start = first - 1;
  while (
    start > 0 &&
    isNext(words, start) &&
    (isTitleWord(words[start - 1]) || isPluralPossessive(sentence, start - 1))
  ) {
    start--;
  }
  // “Chief executive Ada Roe” at the start of a sentence.
  const opening = words[start - 1];
  if (
    opening !== undefined &&
    isNext(words, start) &&
    startsWithCapital(opening) &&
    isRoleQualifier(opening.text)
  ) {
    start--;
  }
  return { first: start, last: first - 1 };
}

/** True for a plural possessive that is part of a title: “the players' union leader”. */
function isPluralPossessive({ words, block }: NamedSentence, index: number): boolean {
  const word = words[index];
  if (word?.possessive !== true || !/^\p{Ll}+s$/u.test(word.text)) return false;
  return !/^['’]s/u.test(block.text.slice(word.end, word.end + 2));
}

/** True for a lower-case word that can precede the noun of a title: a qualifier, an adjective, a noun. */
function isTitleWord(word: SourceWord | undefined): boolean {
  if (word === undefined || startsWithCapital(word) || word.possessive) return false;
  if (isNeverName(word.text, false)) return false;
  return isRoleQualifier(word.text) || isRoleNoun(word.text) || /^(?:NOUN|ADJ)$/u.test(word.tag);
}

function isNext(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  return word !== undefined && isAdjacent(word);
}

/** The owner named before the office that starts at `first`: “Labour leader”, “India's coach”, “his aide”. */
function ownerBefore(
  sentence: NamedSentence,
  first: number,
): { readonly text: string; readonly of: Owner } | undefined {
  if (!isNext(sentence.words, first)) return undefined;
  const run = sentence.runTo.get(first - 1);
  if (run !== undefined) {
    const text = wholeOwner(sentence, run);
    return { text, of: { affiliation: ownerName(text) } };
  }
  const text = sentence.words[first - 1]?.text ?? '';
  return /^(?:his|her|their)$/iu.test(text)
    ? { text, of: { inheritsAffiliation: true } }
    : undefined;
}

/** The owner named after a person: “Detective Inspector Ada Roe of Kent Police”. */
function ownerAfter({
  sentence,
  last,
}: NameMention): { readonly text: string; readonly of: Owner } | undefined {
  const link = sentence.words[last + 1];
  if (link?.text !== 'of' || !isAdjacent(link) || sentence.words[last]?.possessive === true)
    return undefined;
  const text = objectOf(sentence, last + 2)?.held;
  return text === undefined ? undefined : { text, of: { affiliation: text } };
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
function isTaughtSubject(owner: string, title: string): boolean {
  return (
    placeOfDemonym(owner) !== undefined &&
    /(?:^|\s)(?:teacher|professor|lecturer|tutor|student|scholar|translator|interpreter)$/u.test(
      title,
    )
  );
}

/** The country of a demonym; any other text unchanged. */
function ownerName(text: string): string {
  const place = placeOfDemonym(text);
  return place === undefined || placeNamed(text) !== undefined ? text : place.name;
}

/** The office after a name: “Ada Roe, 54, director of the Institute of X in Y”, “Ada Roe is the dean of Z”. */
function officeAfter(mention: NameMention): readonly Office[] {
  const { sentence, last } = mention;
  const { words } = sentence;
  let at = last + 1;
  if (words[last]?.possessive === true || words[last]?.compoundRest !== undefined) return [];
  while (isNext(words, at) && isPostNominal(words[at]?.text ?? '')) at++;
  if (words[at]?.gap === ' (') return officeInBrackets(sentence, at);
  if (/^, $/u.test(words[at]?.gap ?? '')) {
    if (words[at]?.text === 'prosecuting' && !isNext(words, at + 1))
      return [{ title: 'prosecutor' }];
    if (/^\d{1,3}$/u.test(words[at]?.text ?? '') && words[at + 1]?.gap === ', ') at++;
    const passed = /^(?:who|now)$/u.test(words[at]?.text ?? '') && isNext(words, at + 1);
    if (passed) at++;
    if (!passed || isArticle(words[at])) return parseOffices(sentence, at)?.offices ?? [];
  }
  const verb = words[at];
  if (verb === undefined || !isAdjacent(verb)) return [];
  if (/^(?:is|was|became|remains|remained)$/u.test(verb.text)) at++;
  else if (/^(?:serves|served|works|worked)$/u.test(verb.text) && words[at + 1]?.text === 'as')
    at += 2;
  else return [];
  if (!isArticle(words[at]) || isQuoted(mention)) return [];
  const offices = parseOffices(sentence, at)?.offices ?? [];
  return offices.filter(({ title }) => title.split(' ').some(isRoleNoun));
}

/** The office in brackets, if they contain nothing else: “Ada Roe (Rovers manager)”. */
function officeInBrackets(sentence: NamedSentence, from: number): readonly Office[] {
  const parsed = parseOffices(sentence, from);
  const end = sentence.words[parsed?.last ?? from]?.end ?? 0;
  return sentence.block.text.charAt(end) === ')' ? (parsed?.offices ?? []) : [];
}

/** True inside a quotation, where “is a” may only be the speaker's opinion. */
function isQuoted({ sentence, first }: NameMention): boolean {
  const at = sentence.words[first]?.start ?? 0;
  return sentence.block.quotations.some(({ inner }) => inner.start <= at && at < inner.end);
}

/** The office before a name in commas: “The director of the institute, Ada Roe, said”. */
function officeBeforeComma(mention: NameMention): readonly Office[] {
  const { sentence, last } = mention;
  const { words } = sentence;
  const first = firstWithTitles(mention);
  if (words[first]?.gap !== ', ' || words[last]?.possessive === true) return [];
  const after = words[last + 1];
  if (after !== undefined && !/^[,;—–]/u.test(after.gap.trimStart())) return [];
  for (let at = Math.max(0, first - MAX_OFFICE); at < first; at++) {
    const run = sentence.runFrom.get(at);
    const owner = run !== undefined && words[run.last]?.possessive === true;
    const starts = isArticle(words[at]) || isPossessiveDeterminer(words[at]);
    if (!owner && !starts) continue;
    const parsed = parseOffices(sentence, at);
    if (parsed?.last === first - 1) return parsed.offices;
  }
  return [];
}

/** The first word of a name including its titles: “Councillor” in “Councillor Ada Roe”, “Sir” in “Sir Ian Roe”. */
function firstWithTitles({ sentence, first, office, honorific }: NameMention): number {
  const before = office?.first ?? first;
  return honorific && isHonorific(sentence.words[before - 1]?.text ?? '') ? before - 1 : before;
}

/** The most words of an office before a name. */
const MAX_OFFICE = 16;

const PREPOSITION = /^(?:of|at|for|with|in|from|to)$/u;
/** Endings of nouns for people. */
const PERSONAL = /(?:er|or|ist|ian|man|woman|person)$/u;
/** Nouns with such an ending that are not offices. */
const NOT_OFFICE =
  /^(?:man|woman|person|number|member|order|matter|letter|center|chapter|power|river|tower|water|weather|winter|summer|paper|newspaper|computer|factor|sector|error|color|flavor|floor|door|motor|minor|major|list|former|latter|other|older|younger|better|larger|bigger|higher|lower|greater|human|urban|suburban|civilian|corner|border|quarter|theater|thriller|offer|answer|disaster|monster|supporter|wonder|outsider|cluster|barrier|carrier|cancer|disorder|encounter|equator|indicator|labor|harbor|favor|tumor|terror|mirror|horror|liquor|humor|rumor|anchor|manor|timber|fiber|rubber|copper|silver|leather|butter|pepper|ginger|pointer|booster|filter|shelter|poster|container|trailer|tanker|cruiser|frontier)$/u;

/** Parses an office from word `from` on: article, owner, title and affiliations. */
function parseOffices(sentence: NamedSentence, from: number): ParsedOffices | undefined {
  const { words } = sentence;
  let at = from;
  const article = isArticle(words[at]);
  let owner: Owner = {};
  if (article) at++;
  else if (words[at]?.text.toLowerCase() === 'our') at++;
  else if (/^(?:his|her|their|its)$/iu.test(words[at]?.text ?? '')) {
    at++;
    owner = { inheritsAffiliation: true };
  }
  const run = sentence.runFrom.get(at);
  if (
    run !== undefined &&
    !isRoleNoun(words[run.last]?.text ?? '') &&
    !isMember(words[run.last]) &&
    isNext(words, run.last + 1)
  ) {
    owner = { affiliation: ownerName(run.text) };
    at = run.last + 1;
  }
  if (run === undefined && !isPluralPossessive(sentence, at)) at = afterPossessive(words, at);
  const title = titleFrom(sentence, at, article);
  if (title === undefined) return undefined;
  const name = titleOf(sentence, title);
  return withAffiliations(sentence, title, name, owner);
}

/** The word after a lower-case owner (“the council's treasurer”); `from` if there is none. */
function afterPossessive(words: readonly SourceWord[], from: number): number {
  for (let at = from; at < from + 3; at++) {
    const word = words[at];
    if (word === undefined || startsWithCapital(word) || (at > from && !isAdjacent(word)))
      return from;
    if (word.possessive) return at + 1;
  }
  return from;
}

/** The words of a title from `first` up to its noun; `undefined` if there is none. */
function titleFrom(sentence: NamedSentence, first: number, article: boolean): WordSpan | undefined {
  const { words } = sentence;
  let last: number | undefined;
  for (let at = first; at < Math.min(words.length, first + 8); at++) {
    const word = words[at];
    if (word === undefined || (at > first && !isAdjacent(word))) break;
    if (at === first && isPluralPossessive(sentence, at)) continue;
    if (word.text === 'and' && last === at - 1 && isTitlePart(words, at + 1, article)) continue;
    const part = isTitlePart(words, at, article) || (at > first && isMember(word));
    // “a practising solicitor”
    const participle = word.text.endsWith('ing') && isRoleNoun(words[at + 1]?.text ?? '');
    const before = isTitleWord(word) || isRoleQualifier(word.text) || isMember(words[at + 1]);
    if (!part && !participle && !before) break;
    if (part) last = at;
    if (word.possessive) return undefined;
  }
  if (last === undefined) return undefined;
  const next = words[last + 1];
  if (next === undefined) return { first, last };
  if (isAdjacent(next) && /^(?:emeritus|emerita|elect)$/iu.test(next.text))
    return { first, last: last + 1 };
  // A noun or name directly after it shows that the title is only part of something else.
  if (isAdjacent(next) && (startsWithCapital(next) || next.tag === 'NOUN')) return undefined;
  return { first, last };
}

function isTitlePart(words: readonly SourceWord[], at: number, article: boolean): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (isRoleNoun(word.text)) return true;
  if (isMember(word) ? false : startsWithCapital(word) || word.tag !== 'NOUN') return false;
  // “portfolio holder for housing”, “member of the board”: the complement shows that this is an office.
  const next = words[at + 1];
  const hasComplement = next !== undefined && isAdjacent(next) && COMPLEMENT.test(next.text);
  if (isMember(word)) return hasComplement;
  const lower = word.text.toLowerCase();
  return (article || hasComplement) && PERSONAL.test(lower) && !NOT_OFFICE.test(lower);
}

const COMPLEMENT = /^(?:of|for)$/u;

/** True for “member”, which is an office only with what its holder is a member of: “board member”. */
function isMember(word: SourceWord | undefined): boolean {
  return /^[Mm]ember$/u.test(word?.text ?? '');
}

/** Parses the phrases “of … at … in …” after a title. */
function withAffiliations(
  sentence: NamedSentence,
  title: WordSpan,
  name: string,
  owner: Owner,
): ParsedOffices {
  const { words } = sentence;
  const offices: Office[] = [];
  let whole = name;
  let last = title.last;
  let seat: string | undefined;
  for (;;) {
    const link = words[last + 1];
    if (link === undefined || !isAdjacent(link) || !PREPOSITION.test(link.text)) break;
    const object = objectOf(sentence, last + 2);
    if (object === undefined) break;
    const held = link.text === 'for' && isSubject(object.held) ? undefined : object.held;
    if (held === undefined) {
      const end = endOfSubjects(sentence, object.last);
      whole = `${whole} ${sourceTextOf(sentence, last + 1, end)}`;
      last = end;
      continue;
    } else if (
      link.text === 'in' &&
      offices.length + (owner.affiliation === undefined ? 0 : 1) > 0
    ) {
      seat = held;
    } else if (link.text !== 'to' || offices.length === 0) {
      offices.push({ title: whole, affiliation: held });
      whole = `${whole} ${sourceTextOf(sentence, last + 1, object.last)}`;
    }
    last = object.last;
  }
  const all = offices.length > 0 ? offices : [{ title: whole, ...owner }];
  return { offices: seat === undefined ? all : all.map((office) => ({ ...office, seat })), last };
}

/** True for English words that name no body: “Housing”, “Schools”. */
function isSubject(name: string | undefined): boolean {
  return (
    name?.split(' ').every((word) => isEnglishWordOrPlural(word) && !isBodyHead(word)) === true
  );
}

/** The last word of a list of subjects that ends the phrase: “for transport and the environment,”. */
function endOfSubjects(sentence: NamedSentence, last: number): number {
  const { words } = sentence;
  if (words[last + 1]?.text !== 'and' || !isNext(words, last + 1)) return last;
  const object = objectOf(sentence, last + 2);
  if (object === undefined || (object.held !== undefined && !isSubject(object.held))) return last;
  return isNext(words, object.last + 1) ? last : object.last;
}

/** The most lower-case words between a preposition and the name of a body: “of the research group X”. */
const MAX_BEFORE_BODY = 3;

/** The object of a preposition: the name of the body (`held`) where an office is held, or a subject in lower case. */
function objectOf(
  sentence: NamedSentence,
  from: number,
): { readonly held?: string; readonly last: number } | undefined {
  const { words, runFrom } = sentence;
  let at = from;
  if (isArticle(words[at])) at++;
  const first = at;
  while (at < words.length && isNext(words, at)) {
    const run = runFrom.get(at);
    if (run !== undefined) {
      const next = words[run.last + 1];
      const modifies =
        next !== undefined && isAdjacent(next) && !startsWithCapital(next) && next.tag === 'NOUN';
      if (modifies || words[run.last]?.compoundRest !== undefined) {
        at = run.last + 1;
        continue;
      }
      if (words[run.last]?.possessive === true || at - first > MAX_BEFORE_BODY) return undefined;
      const last = endOfPair(sentence, run);
      return { held: sourceTextOf(sentence, run.first, last), last };
    }
    const word = words[at];
    if (word === undefined || startsWithCapital(word) || !/^(?:NOUN|ADJ|VERB|X)$/u.test(word.tag))
      break;
    if (isNeverName(word.text, false) || (word.tag === 'VERB' && !word.text.endsWith('ing'))) break;
    at++;
  }
  return at > first ? { last: at - 1 } : undefined;
}

/**
 * The last word of two ordinary words with “and” that end the phrase, which name one body or two: “the leader of
 * Orchard and Stream, Ada Roe”.
 */
function endOfPair({ words, runFrom }: NamedSentence, { first, last }: NameRun): number {
  const next = runFrom.get(last + 2);
  const isPair =
    first === last &&
    words[last + 1]?.text === 'and' &&
    isNext(words, last + 1) &&
    isNext(words, last + 2) &&
    next?.last === next?.first;
  if (!isPair || next === undefined || isNext(words, next.last + 1)) return last;
  return [first, next.first].every((at) => isOrdinaryWord(words[at]?.text ?? ''))
    ? next.last
    : last;
}

function isOrdinaryWord(word: string): boolean {
  return isEnglishWordOrPlural(word) && placeNamed(word) === undefined && !isBodyHead(word);
}

/** A title in the form of `Office.title`: office words in lower case, abbreviations written out. */
function titleOf(sentence: NamedSentence, span: WordSpan): string {
  const start = sentence.words[span.first]?.start ?? 0;
  let title = '';
  let at = start;
  for (let index = span.first; index <= span.last; index++) {
    const word = sentence.words[index];
    if (word === undefined) break;
    title += sentence.block.text.slice(at, word.start);
    const office =
      (isRoleNoun(word.text) || isRoleQualifier(word.text)) &&
      placeOfDemonym(word.text) === undefined;
    title +=
      expandedOffice(word.text) ??
      (office && !/^\p{Lu}{2,}$/u.test(word.text) ? word.text.toLowerCase() : word.text);
    at = word.end;
  }
  return title;
}
