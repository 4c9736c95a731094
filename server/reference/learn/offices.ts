import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isHonorific, isPostNominal } from '../names/titles.js';
import { type NameMention, textOf } from './mentions.js';
import type { NameRun, NamedSentence } from './nameRuns.js';
import { isNoName } from '../../lexicon/nameWords.js';
import {
  isRelation,
  isRoleNoun,
  isRoleQualifier,
  shortenedOffice,
} from '../../lexicon/roleWords.js';
import { type SourceWord, type WordSpan, isAdjacent, isCapital } from './words.js';

/** An office as a sentence gives it to someone. */
export interface Office {
  /** Without article, in lower case save for names: “emeritus professor of Central Asian studies”. */
  readonly title: string;
  /** The body or country it is held at. */
  readonly affiliation?: string;
  /** Where that body has its seat, as said in the same breath. */
  readonly seat?: string;
  /** True where the office is “his” or “her” country's: whose, an earlier name tells. */
  readonly borrowed?: boolean;
}

/** Whose an office is: a body's or country's, or that of someone named before. */
type Owner = Pick<Office, 'affiliation' | 'borrowed'>;

interface Parsed {
  readonly offices: readonly Office[];
  /** The last word that belongs to the office. */
  readonly last: number;
}

/** The offices that a sentence gives to the name at a mention, wherever they stand around it. */
export function officesOf(mention: NameMention): readonly Office[] {
  return [...officeBefore(mention), ...officeAfter(mention), ...officeBeforeComma(mention)].filter(
    ({ title }) => !isRelation(title.split(' ').at(-1) ?? ''),
  );
}

/** “Russian Foreign Minister Sergei Lavrov”, “Labour leader Ada Roe”, “India's coach Ada Roe”. */
function officeBefore(mention: NameMention): readonly Office[] {
  const { sentence } = mention;
  const span = mention.office ?? lowerOffice(mention);
  if (span === undefined) return [];
  const title = titleOf(sentence, span);
  if (mention.owner !== undefined) {
    return [
      { title, affiliation: ownerName(textOf(sentence, mention.owner.first, mention.owner.last)) },
    ];
  }
  const owner = ownerBefore(sentence, span.first) ?? ownerBehind(mention);
  return [
    { title, ...(owner === undefined || isSubjectTaught(owner.text, title) ? {} : owner.of) },
  ];
}

/** The lower-case office right before a name. */
function lowerOffice({ sentence, first }: NameMention): WordSpan | undefined {
  const { words } = sentence;
  const head = words[first - 1];
  if (head === undefined || !isNext(words, first) || isCapital(head) || head.possessive)
    return undefined;
  if (!isRoleNoun(head.text)) return undefined;
  let start = first - 1;
  while (
    start > 0 &&
    isNext(words, start) &&
    (isTitleWord(words[start - 1]) || isOwningPeople(sentence, start - 1))
  ) {
    start--;
  }
  // “Chief executive Ada Roe”, at the head of a sentence.
  const opening = words[start - 1];
  if (
    opening !== undefined &&
    isNext(words, start) &&
    isCapital(opening) &&
    isRoleQualifier(opening.text)
  ) {
    start--;
  }
  return { first: start, last: first - 1 };
}

/** “the players' union leader”: the union is theirs by name. */
function isOwningPeople({ words, block }: NamedSentence, index: number): boolean {
  const word = words[index];
  if (word?.possessive !== true || !/^\p{Ll}+s$/u.test(word.text)) return false;
  return !/^['’]s/u.test(block.text.slice(word.end, word.end + 2));
}

/** A lower-case word that can belong to a title from the left: a qualifier, an adjective, a noun. */
function isTitleWord(word: SourceWord | undefined): boolean {
  if (word === undefined || isCapital(word) || word.possessive) return false;
  if (isNoName(word.text, false)) return false;
  return isRoleQualifier(word.text) || isRoleNoun(word.text) || /^(?:NOUN|ADJ)$/u.test(word.tag);
}

function isNext(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  return word !== undefined && isAdjacent(word);
}

/** Whose office it is that begins at `first`: “Labour leader”, “India's coach”, “his aide”. */
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
  return /^(?:his|her|their)$/iu.test(text) ? { text, of: { borrowed: true } } : undefined;
}

/** “Detective Inspector Ada Roe of Kent Police”. */
function ownerBehind({
  sentence,
  last,
}: NameMention): { readonly text: string; readonly of: Owner } | undefined {
  const link = sentence.words[last + 1];
  if (link?.text !== 'of' || !isAdjacent(link) || sentence.words[last]?.possessive === true)
    return undefined;
  const text = objectOf(sentence, last + 2)?.held;
  return text === undefined ? undefined : { text, of: { affiliation: text } };
}

/** “Domino's Pizza”, where the run alone is only “Pizza”. */
function wholeOwner(sentence: NamedSentence, run: NameRun): string {
  const before = sentence.runTo.get(run.first - 1);
  const owner = sentence.words[run.first - 1];
  if (before === undefined || owner?.possessive !== true || !isNext(sentence.words, run.first))
    return run.text;
  return placeNamed(before.text) === undefined
    ? textOf(sentence, before.first, run.last)
    : run.text;
}

/** “English teacher”: a subject, and nobody's country. */
function isSubjectTaught(owner: string, title: string): boolean {
  return (
    placeOfDemonym(owner) !== undefined &&
    /(?:^|\s)(?:teacher|professor|lecturer|tutor|student|scholar|translator|interpreter)$/u.test(
      title,
    )
  );
}

/** A country for its adjective, anything else as it stands. */
function ownerName(text: string): string {
  const place = placeOfDemonym(text);
  return place === undefined || placeNamed(text) !== undefined ? text : place.name;
}

/** “Ada Roe, 54, director of the Institute of X in Y”, “Ada Roe is the dean of Z”. */
function officeAfter(mention: NameMention): readonly Office[] {
  const { sentence, last } = mention;
  const { words } = sentence;
  let at = last + 1;
  if (words[last]?.possessive === true || words[last]?.compound !== undefined) return [];
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

/** “Ada Roe (Rovers manager)”: nothing but the office stands in the brackets. */
function officeInBrackets(sentence: NamedSentence, from: number): readonly Office[] {
  const parsed = parseOffices(sentence, from);
  const end = sentence.words[parsed?.last ?? from]?.end ?? 0;
  return sentence.block.text.charAt(end) === ')' ? (parsed?.offices ?? []) : [];
}

/** True inside a quotation: there, “is a” may be no more than a speaker's view. */
function isQuoted({ sentence, first }: NameMention): boolean {
  const at = sentence.words[first]?.start ?? 0;
  return sentence.block.quotations.some(({ inner }) => inner.start <= at && at < inner.end);
}

function isArticle(word: SourceWord | undefined): boolean {
  return word !== undefined && /^(?:a|an|the)$/iu.test(word.text);
}

/** “The director of the institute, Ada Roe, said”. */
function officeBeforeComma(mention: NameMention): readonly Office[] {
  const { sentence, last } = mention;
  const { words } = sentence;
  const first = withTitles(mention);
  if (words[first]?.gap !== ', ' || words[last]?.possessive === true) return [];
  const after = words[last + 1];
  if (after !== undefined && !/^[,;—–]/u.test(after.gap.trimStart())) return [];
  for (let at = Math.max(0, first - LONGEST_OFFICE); at < first; at++) {
    const run = sentence.runFrom.get(at);
    const owner = run !== undefined && words[run.last]?.possessive === true;
    const starts =
      isArticle(words[at]) || /^(?:his|her|its|their|our)$/iu.test(words[at]?.text ?? '');
    if (!owner && !starts) continue;
    const parsed = parseOffices(sentence, at);
    if (parsed?.last === first - 1) return parsed.offices;
  }
  return [];
}

/** The first word of a name with its titles: “Councillor” of “Councillor Ada Roe”, “Sir” of “Sir Ian Roe”. */
function withTitles({ sentence, first, office, honorific }: NameMention): number {
  const before = office?.first ?? first;
  return honorific && isHonorific(sentence.words[before - 1]?.text ?? '') ? before - 1 : before;
}

/** The longest office, in words, that is looked for before a name. */
const LONGEST_OFFICE = 16;

const PREPOSITION = /^(?:of|at|for|with|in|from|to)$/u;
const PERSONAL = /(?:er|or|ist|ian|man|woman|person)$/u;
const NO_PERSON =
  /^(?:man|woman|person|number|member|order|matter|letter|center|chapter|power|river|tower|water|weather|winter|summer|paper|newspaper|computer|factor|sector|error|color|flavor|floor|door|motor|minor|major|list|former|latter|other|older|younger|better|larger|bigger|higher|lower|greater|human|urban|suburban|civilian|corner|border|quarter|theater|thriller|offer|answer|disaster|monster|supporter|wonder|outsider|cluster|barrier|carrier|cancer|disorder|encounter|equator|indicator|labor|harbor|favor|tumor|terror|mirror|horror|liquor|humor|rumor|anchor|manor|timber|fiber|rubber|copper|silver|leather|butter|pepper|ginger|pointer|booster|filter|shelter|poster|container|trailer|tanker|cruiser|frontier)$/u;

/** An office that begins at word `from`: article, owner, title, and what it is held at. */
function parseOffices(sentence: NamedSentence, from: number): Parsed | undefined {
  const { words } = sentence;
  let at = from;
  const article = isArticle(words[at]);
  let owner: Owner = {};
  if (article) at++;
  else if (words[at]?.text.toLowerCase() === 'our') at++;
  else if (/^(?:his|her|their|its)$/iu.test(words[at]?.text ?? '')) {
    at++;
    owner = { borrowed: true };
  }
  const run = sentence.runFrom.get(at);
  if (
    run !== undefined &&
    !isRoleNoun(words[run.last]?.text ?? '') &&
    isNext(words, run.last + 1)
  ) {
    owner = { affiliation: ownerName(run.text) };
    at = run.last + 1;
  }
  if (run === undefined && !isOwningPeople(sentence, at)) at = afterPossessive(words, at);
  const title = titleFrom(sentence, at, article);
  if (title === undefined) return undefined;
  const name = titleOf(sentence, title);
  return heldAt(sentence, title, name, owner);
}

/** Past a lower-case owner: “the council's treasurer”, “the city's chief prosecutor”. */
function afterPossessive(words: readonly SourceWord[], from: number): number {
  for (let at = from; at < from + 3; at++) {
    const word = words[at];
    if (word === undefined || isCapital(word) || (at > from && !isAdjacent(word))) return from;
    if (word.possessive) return at + 1;
  }
  return from;
}

/** The words of a title from `first` on, up to its noun. */
function titleFrom(sentence: NamedSentence, first: number, article: boolean): WordSpan | undefined {
  const { words } = sentence;
  let last: number | undefined;
  for (let at = first; at < Math.min(words.length, first + 8); at++) {
    const word = words[at];
    if (word === undefined || (at > first && !isAdjacent(word))) break;
    if (at === first && isOwningPeople(sentence, at)) continue;
    if (word.text === 'and' && last === at - 1 && isTitlePart(words[at + 1], article)) continue;
    const part = isTitlePart(word, article);
    // “a practising solicitor”
    const participle = word.text.endsWith('ing') && isRoleNoun(words[at + 1]?.text ?? '');
    if (!part && !participle && !(isTitleWord(word) || isRoleQualifier(word.text))) break;
    if (part) last = at;
    if (word.possessive) return undefined;
  }
  if (last === undefined) return undefined;
  const next = words[last + 1];
  if (next === undefined) return { first, last };
  if (isAdjacent(next) && /^(?:emeritus|emerita|elect)$/iu.test(next.text))
    return { first, last: last + 1 };
  // A noun or a name right after shows that the title was only a part of something else.
  if (isAdjacent(next) && (isCapital(next) || next.tag === 'NOUN')) return undefined;
  return { first, last };
}

function isTitlePart(word: SourceWord | undefined, article: boolean): boolean {
  if (word === undefined) return false;
  if (isRoleNoun(word.text)) return true;
  const lower = word.text.toLowerCase();
  return (
    article &&
    !isCapital(word) &&
    word.tag === 'NOUN' &&
    PERSONAL.test(lower) &&
    !NO_PERSON.test(lower)
  );
}

/** Follows “of … at … in …” after a title. */
function heldAt(sentence: NamedSentence, title: WordSpan, name: string, owner: Owner): Parsed {
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
    const held = object.held;
    if (held === undefined) {
      whole = `${whole} ${textOf(sentence, last + 1, object.last)}`;
    } else if (
      link.text === 'in' &&
      offices.length + (owner.affiliation === undefined ? 0 : 1) > 0
    ) {
      seat = held;
    } else if (link.text !== 'to' || offices.length === 0) {
      offices.push({ title: whole, affiliation: held });
      whole = `${whole} ${textOf(sentence, last + 1, object.last)}`;
    }
    last = object.last;
  }
  const all = offices.length > 0 ? offices : [{ title: whole, ...owner }];
  return { offices: seat === undefined ? all : all.map((office) => ({ ...office, seat })), last };
}

/** The most lower-case words between a preposition and the name of a body: “of the research group X”. */
const MOST_BEFORE_BODY = 3;

/** What stands after a preposition: a name that an office is held at, or a subject in lower case. */
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
        next !== undefined && isAdjacent(next) && !isCapital(next) && next.tag === 'NOUN';
      if (modifies || words[run.last]?.compound !== undefined) {
        at = run.last + 1;
        continue;
      }
      if (words[run.last]?.possessive === true || at - first > MOST_BEFORE_BODY) return undefined;
      return { held: run.text, last: run.last };
    }
    const word = words[at];
    if (word === undefined || isCapital(word) || !/^(?:NOUN|ADJ|VERB|X)$/u.test(word.tag)) break;
    if (isNoName(word.text, false) || (word.tag === 'VERB' && !word.text.endsWith('ing'))) break;
    at++;
  }
  return at > first ? { last: at - 1 } : undefined;
}

/** A title as a base keeps it: office words in lower case, abbreviations written out. */
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
      shortenedOffice(word.text) ??
      (office && !/^\p{Lu}{2,}$/u.test(word.text) ? word.text.toLowerCase() : word.text);
    at = word.end;
  }
  return title;
}
