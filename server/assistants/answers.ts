import { explainClaims } from '../checks/claims/explanation.js';
import type { Report } from '../checks/check.js';
import type { Evidence, Verdict } from '../checks/finding.js';
import {
  type ComparedWords,
  type QuoteComparison,
  compareQuotation,
} from '../checks/quotes/comparison.js';
import { isContentWord, quotedWords } from '../checks/quotes/words.js';
import type { Readings } from '../inference/readings.js';
import { type Prose, readProse } from '../prose/prose.js';
import { type Span, overlaps } from '../prose/span.js';
import { type EntitySummary, entitySummariesOf, similarNames } from '../reference/entitySummary.js';
import type { Citation, EntityKind, Quote } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';

/** The verdict of the sources on one statement. */
export interface StatementAnswer {
  readonly text: string;
  readonly verdict: Verdict;
  /** How well the sources support it, 0 to 1. */
  readonly score: number;
  /** Why, in plain sentences. */
  readonly reasons: readonly string[];
  readonly passages: readonly Evidence[];
}

/** The answer to `find_evidence`. */
export interface EvidenceAnswer {
  readonly statements: readonly StatementAnswer[];
  /** Passages with the same words, if none of the statements has any. */
  readonly related: readonly Evidence[];
}

/** More related passages would not help. */
const MOST_RELATED = 5;

/** A claim as a text of its own: the text that is checked, and asked about in `findEvidence`. */
export function claimProse(claim: string): Prose {
  return readProse(oneLine(claim), 'plain');
}

/**
 * The answer of the sources about a claim.
 *
 * @param prose From `claimProse`.
 * @param report Of that prose, made with the same reference and readings.
 */
export function findEvidence(
  prose: Prose,
  { claims }: Pick<Report, 'claims'>,
  reference: Reference,
  readings: Readings,
): EvidenceAnswer {
  const quotes = claims.filter(({ isQuote }) => isQuote === true);
  const statements = [
    ...explainClaims(prose, reference, readings).filter(
      ({ span }) => !quotes.some((quote) => overlaps(quote.span, span)),
    ),
    ...quotes.map(({ note, ...quote }) => ({
      ...quote,
      reasons: note === undefined ? [] : [note],
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  const answers = statements.map(({ span, verdict, score, reasons, evidence }) => ({
    text: textAt(prose, span),
    verdict,
    score,
    reasons,
    passages: evidence.map(plainEvidence),
  }));
  const isEmpty = answers.every(({ passages }) => passages.length === 0);
  return { statements: answers, related: isEmpty ? passagesWith(prose.text, reference) : [] };
}

function textAt({ text }: Prose, { start, end }: Span): string {
  return text.slice(start, end);
}

function passagesWith(claim: string, { evidence }: Reference): readonly Evidence[] {
  const query = quotedWords(claim)
    .filter(isContentWord)
    .map(({ key }) => ({ word: key, weight: 1 }));
  return evidence
    .search(query, MOST_RELATED)
    .map(({ fact: { text, citation } }) => ({ ...placeOf(citation), text }));
}

/** A place in a source. */
interface Place {
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
}

/** A recorded quote. */
export interface RecordedWords extends Place {
  readonly words: string;
  readonly speaker?: string;
}

/** The entry of one person, body, place or event. */
export interface EntityAnswer {
  readonly name: string;
  readonly kind: EntityKind;
  readonly bio: string;
  /** Other right forms of the name. */
  readonly forms: readonly string[];
  readonly roles: readonly (Place & { readonly role: string })[];
  readonly quotes: readonly RecordedWords[];
  /** Where it is described, or first named. */
  readonly found: Place;
}

/** The answer to `who_is`. */
export interface NameAnswer {
  /** Everything that the name may mean. */
  readonly known: readonly EntityAnswer[];
  /** Names that are spelled alike, if nothing is known. */
  readonly similar: readonly string[];
}

/** The people and things that a name may refer to. */
export function whoIs(name: string, reference: Reference): NameAnswer {
  const asked = oneLine(name);
  const known = entitySummariesOf(asked, reference).map(entityAnswer);
  return { known, similar: known.length > 0 ? [] : similarNames(asked, reference) };
}

function entityAnswer({ entity, roles, quotes }: EntitySummary): EntityAnswer {
  const { name, kind, bio, forms, demonyms, citation } = entity;
  return {
    name,
    kind,
    bio,
    forms: [...forms, ...demonyms],
    roles: roles.map(({ text, citation: place }) => ({ role: text, ...placeOf(place) })),
    quotes: quotes.map(recordedWords),
    found: placeOf(citation),
  };
}

/** The answer to `compare_quote`. */
export interface QuoteAnswer {
  readonly result: QuoteComparison['result'];
  readonly speaker?: QuoteComparison['speaker'];
  readonly recorded: readonly RecordedWords[];
  readonly differences: readonly ComparedWords[];
  readonly closest?: Evidence;
}

/** More records of the same words would not help. */
const MOST_RECORDS = 5;

/** Compares words with the record. */
export function compareQuote(
  words: string,
  speaker: string | undefined,
  reference: Reference,
): QuoteAnswer {
  const compared = compareQuotation(oneLine(words), speaker && oneLine(speaker), reference);
  return { ...compared, recorded: compared.recorded.slice(0, MOST_RECORDS).map(recordedWords) };
}

function recordedWords({ text, speaker, citation }: Quote): RecordedWords {
  return { words: text, ...(speaker === undefined ? {} : { speaker }), ...placeOf(citation) };
}

function plainEvidence({ source, line, text }: Evidence): Evidence {
  return { source, line, text };
}

function placeOf({ source, line }: Citation): Place {
  return { source, line };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
