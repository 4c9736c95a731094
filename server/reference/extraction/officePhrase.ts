import { isArticle, isPossessiveDeterminer } from '../../lexicon/functionWords.js';
import { isBodyHead, isNeverName } from '../../lexicon/nameWords.js';
import { isRelationNoun, isRoleNoun } from '../../lexicon/roleWords.js';
import { isEnglishWordOrPlural } from '../../prose/dictionary.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { sourceTextOf } from './mentions.js';
import type { NameRun, NamedSentence } from './nameRun.js';
import { isMember, isPlainWord, isPluralPossessive, titleFrom, titleOf } from './officeTitle.js';
import { type SourceWord, type WordSpan, isAdjacent, isNext } from './words.js';

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
export type Owner = Pick<Office, 'affiliation' | 'owner'>;

/** The offices of a phrase, and where it ends. */
export interface ParsedOffices {
  readonly offices: readonly Office[];
  /** The noun of the title, and the last word of the phrase. */
  readonly head: number;
  readonly last: number;
}

/** False for a relation, such as “colleague”. */
export function isHeld({ title }: Office): boolean {
  return !isRelationNoun(title.split(' ').at(-1) ?? '');
}

/** “His” and “its”, and “trust” in “the trust's treasurer”. */
export function ownerWord(word: SourceWord | undefined): Owner | undefined {
  if (word === undefined) return undefined;
  if (/^(?:his|her|their|its)$/iu.test(word.text)) return { owner: word.text.toLowerCase() };
  return word.possessive && !startsWithCapital(word) ? { owner: word.text } : undefined;
}

/** The country of a demonym; any other text unchanged. */
export function ownerName(text: string): string {
  const place = placeOfDemonym(text);
  return place === undefined || placeNamed(text) !== undefined ? text : place.name;
}

const PREPOSITION = /^(?:of|at|for|with|in|from|to)$/u;

/**
 * Parses an office from word `from` on: article, owner, title and affiliations. After an article, or if `isOffice`, nouns
 * for people are offices without a complement.
 */
export function parseOffices(
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
export function objectOf(
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
