import { withoutDateline } from '../../calendar/datelines.js';
import { isKeptBeside, keepBeside, memoize, memoizeBy } from '../../../prose/memoize.js';
import type { Token } from '../../../prose/tokens.js';
import type { EvidenceHit, QueryTerm } from '../../../reference/evidenceIndex.js';
import { tokensOfFact } from '../../../reference/indexedFacts.js';
import type { Entity, Fact, Facts } from '../../../reference/model.js';
import type { Reference } from '../../../reference/reference.js';
import type { Evidence } from '../../finding.js';
import { Coreference } from '../complete/coreference.js';
import { mayReferBack } from '../complete/discourse.js';
import { withSpeaker } from '../complete/firstPerson.js';
import { relatedWordsOf } from '../words/lexicalRelations.js';
import { OfficeHolders } from '../complete/offices.js';
import { weekdaysIn, withWeekdays } from '../complete/sourceTimes.js';
import { mayBeRounded } from './sourceFigures.js';
import { type ClaimSpan, type Statement, statementOf } from '../statement/statement.js';
import type { Term } from '../statement/terms.js';

/** A source sentence that may support or contradict a claim. */
export interface EvidenceSentence {
  readonly fact: Fact;
  readonly statement: Statement;
  /** Index into the base's facts. */
  readonly index: number;
}

/** The sentence of a fact, as it is shown. */
export function evidenceOf({ citation, text }: Pick<Fact, 'citation' | 'text'>): Evidence {
  return { ...citation, text };
}

/**
 * How many sentences a claim is checked against, and how many sentences before each are read to
 * resolve its pronouns.
 */
const EVIDENCE_SENTENCES = 7;
const CONTEXT = 3;

/** In a large base, a sentence with a smaller share of the best score is about something else. */
const SAME_EVENT_SHARE = 0.65;

/** The most tokens of a sentence that are parsed. */
const LONGEST = 250;

/** The most source sentences that are kept parsed. */
const KEPT = 4096;

/** The weight of a synonym or related word in the search, where the word itself has 1. */
const SYNONYM_WEIGHT = 0.35;
const SYNONYMS = 12;

/** The retriever of a reference, of which there is one: what it parsed serves all checks. */
export const retrieverOf = memoize((reference: Reference) => new EvidenceRetriever(reference));

/** Retrieves and parses the source sentences for a claim. One for each reference. */
export class EvidenceRetriever {
  readonly #reference: Reference;
  readonly #holders: OfficeHolders;
  readonly #people: ReadonlyMap<string, Entity>;
  readonly #parsed = new Map<number, Statement>();
  readonly #resolved = new Map<number, Statement>();

  constructor(reference: Reference) {
    this.#reference = reference;
    if (isKeptBeside(reference)) keepBeside(this);
    const { entities } = reference.base;
    this.#holders = new OfficeHolders(entities);
    this.#people = new Map(entities.map((entity) => [entity.name, entity]));
  }

  /** The entities of the sources. */
  get entities(): readonly Entity[] {
    return this.#reference.base.entities;
  }

  /** The sentences of the sources. */
  get facts(): Facts {
    return this.#reference.base.facts;
  }

  /** The day on which a source was written, as “2024-07-22”, if it is known. */
  readonly dayOf = (source: string): string | undefined => this.#reference.base.days?.get(source);

  /** True if the year of that day is only the one that the other sources have. */
  hasBorrowedYear(source: string): boolean {
    return this.#reference.base.borrowedYears?.has(source) === true;
  }

  /** The source sentences most likely to be about a claim, best first, not yet parsed. */
  hitsOf(
    { statement, first, last }: ClaimSpan,
    limit = EVIDENCE_SENTENCES,
  ): readonly EvidenceHit[] {
    const query = queryOf(statement, first, last);
    return this.#worthReading(this.#reference.evidence.search(query, limit));
  }

  /** Parses the sentences found for a claim, in the same order. */
  read(
    hits: readonly Pick<EvidenceHit, 'fact' | 'index'>[],
    claim: ClaimSpan,
  ): readonly EvidenceSentence[] {
    const wanted = weekdaysIn(claim);
    return hits.flatMap(({ fact, index }) => {
      const read = this.#read(index);
      return read === undefined
        ? []
        : [{ fact, index, statement: withWeekdays(read, fact.written, wanted) }];
    });
  }

  /** The sentence of a fact, by its index; `undefined` past the end, and for a dateline alone. */
  sentenceAt(index: number): EvidenceSentence | undefined {
    const fact = this.#reference.base.facts.at(index);
    const statement = this.#read(index);
    return fact && statement && { fact, index, statement };
  }

  /**
   * Parses a sentence with the known names and offices. A sentence longer than any that a person
   * writes is cut, so that the work stays proportional to the text. The result is memoized by the
   * tokens, which a keystroke elsewhere leaves the same.
   */
  parse(tokens: readonly Token[]): Statement {
    return EvidenceRetriever.#parseWith(tokens, this);
  }

  static readonly #parseWith = memoizeBy(
    (tokens: readonly Token[], retriever: EvidenceRetriever): Statement => {
      const short = tokens.length > LONGEST ? tokens.slice(0, LONGEST) : tokens;
      return retriever.#holders.resolve(statementOf(short, retriever.#reference.names));
    },
  );

  /** How rare a word is among the sources, 0 to 1; 1 if they do not have it. */
  readonly rarity = (word: string): number => this.#reference.evidence.rarity(word);

  /** True if a figure is one of the sources, in any scale, or a rounding of one. */
  readonly mayBeRounded = (value: number): boolean =>
    mayBeRounded(value, this.#reference.base.facts);

  /**
   * All hits in a base that fits the cache. In a larger one parsing is the main cost, and among
   * thousands of articles some always share a few words with a claim, so that only sentences about
   * the same event and others from their sources are kept.
   */
  #worthReading(hits: readonly EvidenceHit[]): readonly EvidenceHit[] {
    if (this.#reference.base.facts.length <= KEPT) return hits;
    const threshold = SAME_EVENT_SHARE * (hits[0]?.score ?? 0);
    const sources = new Set<string>();
    return hits.filter(({ score, fact: { citation } }) => {
      const isRead = score >= threshold || sources.has(citation.source);
      if (isRead) sources.add(citation.source);
      return isRead;
    });
  }

  #read(index: number): Statement | undefined {
    const known = this.#resolved.get(index);
    if (known !== undefined) return known;
    const fact = this.#reference.base.facts.at(index);
    const own = this.#parse(index);
    if (fact === undefined || own === undefined) return undefined;
    const speaker = fact.speaker === undefined ? undefined : this.#people.get(fact.speaker);
    const spoken = (statement: Statement): Statement =>
      speaker === undefined ? statement : withSpeaker(statement, speaker);
    // The sentences before it serve nothing else, and parsing is the main cost of a large base.
    if (!mayReferBack(own)) return keep(this.#resolved, index, spoken(own));
    const coreference = new Coreference();
    for (let before = Math.max(0, index - CONTEXT); before < index; before++) {
      if (this.#reference.base.facts.at(before)?.citation.source !== fact.citation.source) continue;
      const statement = this.#parse(before);
      if (statement !== undefined) coreference.read(statement);
    }
    return keep(this.#resolved, index, spoken(coreference.read(own)));
  }

  #parse(index: number): Statement | undefined {
    const known = this.#parsed.get(index);
    if (known !== undefined) return known;
    const fact = this.#reference.base.facts.at(index);
    if (fact === undefined) return undefined;
    // Where and when a report was written says nothing of what happened.
    const tokens = withoutDateline(tokensOfFact(fact), this.dayOf(fact.citation.source));
    return tokens.length === 0 ? undefined : keep(this.#parsed, index, this.parse(tokens));
  }
}

function keep(cache: Map<number, Statement>, index: number, statement: Statement): Statement {
  cache.set(index, statement);
  const oldest = cache.size > KEPT ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  return statement;
}

function queryOf(statement: Statement, first: number, last: number): readonly QueryTerm[] {
  const query: QueryTerm[] = [];
  for (const term of statement.terms) {
    if (term.last < first || term.first > last) continue;
    query.push(...wordsOf(term).map((word) => ({ word, weight: term.weight })));
    if (term.kind === 'name' || term.weight < 0.4) continue;
    let count = 0;
    for (const synonym of relatedWordsOf(term.word)) {
      if (++count > SYNONYMS) break;
      query.push({ word: synonym, weight: term.weight * SYNONYM_WEIGHT });
    }
  }
  for (const { first: from, last: to } of [...statement.quantities, ...statement.dates]) {
    if (to < first || from > last) continue;
    for (let at = from; at <= to; at++)
      query.push({ word: statement.tokens[at]?.text ?? '', weight: 0.7 });
  }
  return query;
}

/** The words to search for a term. */
function wordsOf(term: Term): readonly string[] {
  if (term.kind !== 'name') return [term.word];
  const words = new Set(term.word.split(/[^\p{L}\p{N}.]+/u));
  for (const word of (term.entity?.name.toLowerCase() ?? '').split(/[^\p{L}\p{N}.]+/u))
    words.add(word);
  return [...words].filter((word) => word.length > 1 && word !== 'of' && word !== 'the');
}
