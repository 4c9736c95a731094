import { isArticle, isPossessiveDeterminer } from '../../lexicon/functionWords.js';
import { isHonorific, isPostNominal } from '../../lexicon/honorifics.js';
import { isBodyHead, isNeverName } from '../../lexicon/nameWords.js';
import { isRelationNoun, isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { expandedOffice } from '../../lexicon/titleAbbreviations.js';
import { isEnglishWordOrPlural, isPersonNoun } from '../../prose/dictionary.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { type NameMention, sourceTextOf } from './mentions.js';
import type { NameRun, NamedSentence } from './nameRuns.js';
import { type SourceWord, type WordSpan, isAdjacent } from './words.js';

/** An office that a sentence attributes to a person. */
export interface Office {
  /**
   * The title without article, in lower case except for names: “emeritus professor of Central Asian studies”; empty where
   * only the body is stated: “Dr Ada Roe, from the Reef Council”.
   */
  readonly title: string;
  /** The body or country where it is held. */
  readonly affiliation?: string;
  /** The seat of that body, if mentioned with it. */
  readonly seat?: string;
  /**
   * Refers to a body or person named before: “his”, “its”, or “trust” for “the trust's treasurer”.
   */
  readonly owner?: string;
  /** True if the affiliation is one only if it is the name of a body: “Ada Roe, reporter, Lund Courier”. */
  readonly isTentative?: true;
}

/** The body in which an office is held. */
type Owner = Pick<Office, 'affiliation' | 'owner'>;

interface ParsedOffices {
  readonly offices: readonly Office[];
  /** The noun of the title, and the last word of the phrase. */
  readonly head: number;
  readonly last: number;
}

/** The offices that a sentence attributes to a mentioned person, before or after the name. */
export const officesOf = memoize((mention: NameMention): readonly Office[] =>
  [...officeBefore(mention), ...officeAfter(mention), ...officeBeforeMark(mention)].filter(isHeld),
);

/** False for a relation, such as “colleague”. */
function isHeld({ title }: Office): boolean {
  return !isRelationNoun(title.split(' ').at(-1) ?? '');
}

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

/** True for a word that has its capital from the head of its sentence, if it is not a name. */
function opensTitle({ text, tag, possessive }: SourceWord, next: number): boolean {
  if (!startsWithCapital({ text }) || possessive || isNeverName(text, true)) return false;
  if (isRoleQualifier(text)) return true;
  // “Contracts manager” may be read as a verb and its object.
  return (
    next === 1 && (/^(?:NOUN|ADJ|PROPN)$/u.test(tag) || text.endsWith('s')) && isPlainWord(text)
  );
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
function ownerBefore(sentence: NamedSentence, first: number): Owner | undefined {
  const { words } = sentence;
  if (!isNext(words, first)) return undefined;
  const run = sentence.runTo.get(first - 1);
  if (run !== undefined) return { affiliation: ownerName(wholeOwner(sentence, run)) };
  return ownerWord(words[first - 1]);
}

/** “His” and “its”, and “trust” in “the trust's treasurer”. */
function ownerWord(word: SourceWord | undefined): Owner | undefined {
  if (word === undefined) return undefined;
  if (/^(?:his|her|their|its)$/iu.test(word.text)) return { owner: word.text.toLowerCase() };
  return word.possessive && !startsWithCapital(word) ? { owner: word.text } : undefined;
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

/** Activities of office holders, by the forms of the verb. */
const HOLDERS: readonly (readonly [verb: RegExp, title: string])[] = [
  [/^chair(?:s|ed)?$/u, 'chair'],
  [/^(?:leads?|led)$/u, 'leader'],
  [/^head(?:s|ed)?$/u, 'head'],
  [/^manage[sd]?$/u, 'manager'],
  [/^direct(?:s|ed)?$/u, 'director'],
  [/^edit(?:s|ed)?$/u, 'editor'],
  [/^owns?$/u, 'owner'],
  [/^found(?:s|ed)$/u, 'founder'],
];

/** Verbs for taking up or laying down an office, whose last complement is the office. */
const AS =
  /^(?:serves?|served|works?|worked|acts?|acted|appointed|elected|named|re-?elected|retires?|retired|resigns?|resigned|steps?|stepped|stands?|stood|takes?|took|joins?|joined|returns?|returned)$/u;

/**
 * The offices that a predicate gives its subject, from its verb on: “is the mayor and chairs the
 * port board”, “stood down as head gardener”, “runs”.
 */
export function statedOffices(sentence: NamedSentence, from: number): readonly Office[] {
  const { words } = sentence;
  const verb = words[from];
  if (verb === undefined) return [];
  let parsed: ParsedOffices | undefined;
  const as = words.findIndex(({ text }, at) => at > from && at < from + 4 && text === 'as');
  if (/^(?:is|was|am|became|remains|remained)$/u.test(verb.text)) {
    const at = from + 1;
    const isNamed = isArticle(words[at]) || isPossessiveDeterminer(words[at]);
    const named = officesNamed(sentence, at);
    // “Was mayor of Lund”, “became mayor in May”, but not “is head over heels in love”
    const isWhole =
      named !== undefined && (named.last > named.head || !isNext(words, named.last + 1));
    parsed = isNamed || isWhole || verb.text === 'became' ? named : undefined;
  } else if (AS.test(verb.text) && as >= 0) {
    parsed = officesNamed(sentence, as + 1);
  } else if (verb.text === 'as') {
    const before = words[from - 1];
    const isTaken = words.slice(0, from).some(({ text }) => AS.test(text) && text !== before?.text);
    parsed = isTaken ? officesNamed(sentence, from + 1) : undefined;
  } else {
    parsed = officeDone(sentence, from);
  }
  return parsed === undefined
    ? []
    : [...parsed.offices, ...furtherOffices(sentence, parsed.last + 1)].filter(isHeld);
}

/** The offices that go on a list: “president, chief executive and director”, “the mayor and chairs the port board”. */
function furtherOffices(sentence: NamedSentence, from: number): readonly Office[] {
  const { words } = sentence;
  const isAnd = words[from]?.text === 'and';
  const isListed = /^,? $/u.test(words[from]?.gap ?? '') && (isAnd || words[from]?.gap === ', ');
  if (!isListed) return [];
  const at = isAnd ? from + 1 : from;
  const stated = isAnd ? statedOffices(sentence, at) : [];
  if (stated.length > 0) return stated;
  const next = officesNamed(sentence, at);
  return next === undefined ? [] : [...next.offices, ...furtherOffices(sentence, next.last + 1)];
}

/** The office after “as” at the head of a sentence: “As a councillor I voted against it”. */
export function officesAs(sentence: NamedSentence, as: number): readonly Office[] {
  return officesNamed(sentence, as + 1)?.offices ?? [];
}

/** An office whose noun can be nothing else; “She is a friend of mine” has none. */
function officesNamed(sentence: NamedSentence, from: number): ParsedOffices | undefined {
  const parsed = parseOffices(sentence, from, true);
  if (parsed === undefined) return undefined;
  const before = isNext(sentence.words, parsed.head) ? sentence.words[parsed.head - 1] : undefined;
  // “The shift supervisor”, “a former pilot”, but not “a good sport”
  const isDescribed = before?.tag === 'NOUN' || isRoleQualifier(before?.text ?? '');
  const offices = parsed.offices.filter(
    ({ title, affiliation }) =>
      isDescribed || affiliation !== undefined || title.split(' ').some(isRoleNoun),
  );
  return offices.length === 0 ? undefined : { ...parsed, offices };
}

/** “Chairs the north planning committee”, “manages the Quayside branch”. */
function officeDone(sentence: NamedSentence, from: number): ParsedOffices | undefined {
  const { words } = sentence;
  const title = HOLDERS.find(([verb]) => verb.test(words[from]?.text ?? ''))?.[1];
  const object = title === undefined ? undefined : objectOf(sentence, from + 1);
  if (title === undefined || object === undefined || !isNext(words, from + 1)) return undefined;
  const first = from + (isArticle(words[from + 1]) ? 2 : 1);
  const head = words[object.last]?.text ?? '';
  const branch = isNext(words, object.last + 1) ? (words[object.last + 1]?.text ?? '') : '';
  if (object.held !== undefined && !isGroup(branch))
    return { offices: [{ title, affiliation: object.held }], head: from, last: object.last };
  const last = object.held === undefined ? object.last : object.last + 1;
  if (!isGroup(words[last]?.text ?? head)) return undefined;
  const text = sourceTextOf(sentence, first, last);
  const isKnown = first === last && isArticle(words[first - 1]);
  const home = isKnown ? { owner: text } : { affiliation: text };
  return { offices: [{ title, ...home }], head: from, last };
}

/** True for a noun for people who belong together: “committee”, “branch”. */
function isGroup(word: string): boolean {
  return /^\p{Ll}/u.test(word) && (isBodyHead(word) || word === 'branch');
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

const PREPOSITION = /^(?:of|at|for|with|in|from|to)$/u;

/**
 * Parses an office from word `from` on: article, owner, title and affiliations. After an article, or if `isOffice`, nouns
 * for people are offices without a complement.
 */
function parseOffices(
  sentence: NamedSentence,
  from: number,
  isOffice = false,
): ParsedOffices | undefined {
  const { words } = sentence;
  let at = from;
  const article = isArticle(words[at]);
  let owner: Owner = {};
  if (article || isPossessiveDeterminer(words[at])) owner = ownerWord(words[at++]) ?? {};
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
  if (run === undefined && !isPluralPossessive(sentence, at)) {
    const next = afterPossessive(words, at);
    if (next > at) owner = ownerWord(words[next - 1]) ?? owner;
    at = next;
  }
  const title = titleFrom(sentence, at, article || isOffice);
  if (title === undefined) return undefined;
  return withAffiliations(sentence, title, titleOf(sentence, title), owner);
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
    if (!part && !participle && !before && !(at === first && opensTitle(word, at + 1))) break;
    if (part) last = at;
    if (word.possessive) return undefined;
  }
  if (last === undefined) return undefined;
  const next = words[last + 1];
  if (next === undefined) return { first, last };
  if (isAdjacent(next) && /^(?:emeritus|emerita|elect)$/iu.test(next.text))
    return { first, last: last + 1 };
  // A noun or name directly after it shows that the title is only part of something else.
  const isPart = (startsWithCapital(next) && next.text !== 'I') || next.tag === 'NOUN';
  if (isAdjacent(next) && isPart) return undefined;
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
  const isPerson = isPersonNoun(word.text) || (hasComplement && word.text === 'holder');
  return (article || hasComplement) && isPerson && !UNSAID.test(word.text);
}

const COMPLEMENT = /^(?:of|for)$/u;

/** Nouns for people that do not describe an occupation. */
const UNSAID = /^(?:man|woman|person|boy|girl|child|one|other|lot|number|hero|fan|supporter)$/u;

/** True for “member”, which is an office only together with a body: “board member”. */
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
    const isOwned = owner.affiliation !== undefined;
    const held =
      link.text === 'for' && (isOwned || isSubject(object.held)) ? undefined : object.held;
    if (held === undefined) {
      const end = endOfSubjects(sentence, object.last);
      whole = `${whole} ${sourceTextOf(sentence, last + 1, end)}`;
      last = end;
      continue;
    } else if (link.text === 'in' && offices.length + (isOwned ? 1 : 0) > 0) {
      seat = held;
    } else if (link.text !== 'to' || offices.length === 0) {
      offices.push({ title: whole, affiliation: held });
      whole = `${whole} ${sourceTextOf(sentence, last + 1, object.last)}`;
    }
    last = object.last;
  }
  const all = offices.length > 0 ? offices : [{ title: whole, ...owner }];
  return {
    offices: seat === undefined ? all : all.map((office) => ({ ...office, seat })),
    head: title.last,
    last,
  };
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

/**
 * The maximum number of lower-case words between a preposition and the name of a body: “of the
 * research group X”.
 */
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
  return isPlainWord(word) && !isBodyHead(word);
}

/** True for an English word that is no place. */
function isPlainWord(word: string): boolean {
  return isEnglishWordOrPlural(word) && (placeNamed(word) ?? placeOfDemonym(word)) === undefined;
}

/** A title in the form of `Office.title`: office words in lower case, abbreviations written out. */
function titleOf(sentence: NamedSentence, span: WordSpan): string {
  const start = sentence.words[span.first]?.start ?? 0;
  const isOfRole = isRoleNoun(sentence.words[span.last]?.text ?? '');
  let title = '';
  let at = start;
  for (let index = span.first; index <= span.last; index++) {
    const word = sentence.words[index];
    if (word === undefined) break;
    title += sentence.block.text.slice(at, word.start);
    const office =
      isRoleNoun(word.text) || isRoleQualifier(word.text) || (isOfRole && isPlainWord(word.text));
    title +=
      expandedOffice(word.text) ??
      (office && placeOfDemonym(word.text) === undefined && !/^\p{Lu}{2,}$/u.test(word.text)
        ? word.text.toLowerCase()
        : word.text);
    at = word.end;
  }
  return title;
}
