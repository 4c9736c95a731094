import type { EvidenceSentence } from '../checks/claims/retrieve/evidenceRetriever.js';
import { retrieverOf } from '../checks/claims/retrieve/evidenceRetriever.js';
import type { Passage } from '../checks/claims/retrieve/judgePassages.js';
import {
  type Figure,
  figuresOf,
  hasFigure,
  mustBeGrounded,
} from '../checks/claims/align/grounding.js';
import { bestMatch } from '../checks/claims/align/termAlignment.js';
import type { ClaimSpan, Statement } from '../checks/claims/statement/statement.js';
import { LIGHT_WEIGHT, type Term } from '../checks/claims/statement/terms.js';
import { overlapsRange } from '../prose/tokenRange.js';
import type { OpinionVerdict } from '../checks/finding.js';
import { type Span, overlaps } from '../prose/span.js';
import type { Reference } from '../reference/reference.js';
import type { Answer } from './answer.js';
import { asData } from './prompt.js';
import { type Question, claimSpanOf } from './questions.js';

/** What is left of an answer when it was examined. It has places in place of texts. */
export interface Examined {
  readonly verdict: OpinionVerdict;
  /** Of a decided claim: which passage decides, from 0, and the quoted words there, in UTF-16 units. */
  readonly passage?: number;
  readonly quote?: Span;
  /** The words at issue, in UTF-16 units of the sentence. */
  readonly words: readonly Span[];
}

/** Why an answer is dropped, as the end of “It was dropped: …”, without any word of the texts. */
export interface Dropped {
  readonly dropped: string;
}

/** The fewest words of a quotation that can decide anything. */
const FEWEST_WORDS = 3;

/** The least likeness of two names of one thing, or of two words for it. */
const SAME = 0.6;

/**
 * Examines an answer by the sources: the words that it quotes must stand in its passage, which must be about the claim's matter
 * and, to support it, have its figures, times and names; the words at issue must be the claim's, and differ.
 */
export function examine(
  { verdict, passage: number, quote, words }: Answer,
  question: Question,
  reference: Reference,
): Examined | Dropped {
  if (verdict === 'undecided' || number === null) return { verdict: 'undecided', words: [] };
  const passage = question.passages[number - 1];
  if (passage === undefined) return { dropped: 'there is no such passage' };
  const quoted = placeOf(quote, passage.text);
  if (quoted === undefined || countWords(quote) < FEWEST_WORDS)
    return { dropped: 'the words that it quotes are not in the passage' };
  const issues = words.map((one) => placeInClaim(one, question));
  const known = issues.filter((one) => one !== undefined);
  if (known.length < issues.length)
    return { dropped: 'the words at issue are not in the statement' };
  const examined = { verdict, passage: number - 1, quote: quoted };
  const claim = claimSpanOf(question.judgement);
  const sources = sentencesOf(passage, claim, reference);
  const decisive = sources.filter(({ place }) => overlaps(place, quoted));
  if (!isAboutMatter(claim, decisive))
    return { dropped: 'the words that it quotes are about something else' };
  if (verdict === 'contradicted')
    return isAtIssue(question, known, sources)
      ? { ...examined, words: known }
      : { dropped: 'the passage has the words at issue' };
  return hasValues(claim, decisive, sources)
    ? { ...examined, words: [] }
    : { dropped: 'the passage does not have all figures, times and names of the statement' };
}

/** True for the reason why an answer is dropped. */
export function isDropped(result: Examined | Dropped): result is Dropped {
  return 'dropped' in result;
}

/** A sentence of a passage with its place there. */
interface PlacedSentence extends EvidenceSentence {
  readonly place: Span;
}

function sentencesOf(
  { sentences }: Passage,
  claim: ClaimSpan,
  reference: Reference,
): readonly PlacedSentence[] {
  const retriever = retrieverOf(reference);
  return sentences.flatMap(({ fact, index, start, end }) =>
    retriever
      .read([{ fact, index }], claim)
      .map((sentence) => ({ ...sentence, place: { start, end } })),
  );
}

/** Where some words stand in a text, each gap counting as one space; `undefined` if they do not. */
function placeOf(words: string, text: string): Span | undefined {
  const pattern = comparable(words)
    .trim()
    .split(/ +/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join(' +');
  if (pattern === '') return undefined;
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').exec(
    comparable(text),
  );
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** A text as it stands in a prompt, of the same length, with the marks of a typewriter: many models know no others. */
function comparable(text: string): string {
  return asData(text).replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—]/gu, '-');
}

function placeInClaim(words: string, { request }: Question): Span | undefined {
  const { sentence, claim } = request;
  const place = placeOf(words, sentence.slice(claim.start, claim.end));
  return place && { start: place.start + claim.start, end: place.end + claim.start };
}

function countWords(text: string): number {
  return text.trim().split(/\s+/u).length;
}

/** True if a quoted sentence has a word of the claim with some weight, or a name. */
function isAboutMatter(claim: ClaimSpan, decisive: readonly EvidenceSentence[]): boolean {
  return claim.statement.terms
    .filter((term) => overlapsRange(claim, term) && term.weight > LIGHT_WEIGHT)
    .some((term) => decisive.some(({ statement }) => hasTerm(statement, term)));
}

/** True if the quoted sentences have every figure and time of a claim, and their passage every name. */
function hasValues(
  claim: ClaimSpan,
  decisive: readonly EvidenceSentence[],
  passage: readonly EvidenceSentence[],
): boolean {
  const figures = figuresOf(claim).filter(mustBeGrounded);
  return (
    figures.every((one) => decisive.some(({ statement }) => hasFigure(statement, one))) &&
    namesOf(claim).every((name) => passage.some(({ statement }) => hasTerm(statement, name)))
  );
}

/** The names that a claim writes out. */
function namesOf(claim: ClaimSpan): readonly Term[] {
  return claim.statement.terms.filter(
    (term) => term.kind === 'name' && !term.resolved && overlapsRange(claim, term),
  );
}

function hasTerm(source: Statement, term: Term): boolean {
  return (bestMatch(term, source)?.likeness ?? 0) >= SAME;
}

/** False if all words at issue are figures, times and names, with their units, that the passage has as well. */
function isAtIssue(
  { judgement, request }: Question,
  words: readonly Span[],
  passage: readonly EvidenceSentence[],
): boolean {
  const { statement, segment } = judgement;
  const claim = claimSpanOf(judgement);
  const shift = request.claim.start - (statement.tokens[segment.first]?.start ?? 0);
  const figures = figuresOf(claim).map((figure) => ({
    span: spanOfRange(statement, figure, shift),
    isValue: true,
    isKnown: passage.some(({ statement: source }) => hasFigure(source, figure)),
  }));
  const terms = statement.terms
    .filter((term) => !term.resolved && overlapsRange(claim, term))
    .map((term) => ({
      span: spanOfRange(statement, term, shift),
      isValue: term.kind === 'name',
      isKnown: passage.some(({ statement: source }) => hasTerm(source, term)),
    }));
  return words.some((word) => {
    const inside = [...figures, ...terms].filter(({ span }) => overlaps(span, word));
    return !inside.some(({ isValue }) => isValue) || inside.some(({ isKnown }) => !isKnown);
  });
}

/** The place of a part of a statement in the sentence of a request, in UTF-16 units. */
function spanOfRange({ tokens }: Statement, { first, last }: Figure | Term, shift: number): Span {
  const start = (tokens[first]?.start ?? 0) + shift;
  return { start, end: (tokens[last]?.end ?? 0) + shift };
}
