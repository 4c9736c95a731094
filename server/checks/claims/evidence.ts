import { memoizeBy } from '../../prose/memoize.js';
import type { Token } from '../../prose/tokens.js';
import type { Entity, Fact } from '../../reference/model.js';
import type { Hit, Query } from '../../reference/evidenceIndex.js';
import { tokensOf } from '../../reference/sourceIndex.js';
import type { Reference } from '../../reference/reference.js';
import type { Stretch } from './alignment.js';
import { Discourse, mayReferBack } from './coreference.js';
import { synonymsOf } from './kinship.js';
import { OfficeHolders } from './offices.js';
import { type Statement, statementOf } from './statement.js';
import type { Term } from './terms.js';

/** A source sentence that may bear on a claim. */
export interface Witness {
  readonly fact: Fact;
  readonly statement: Statement;
  /** Index into the base's facts. */
  readonly index: number;
}

/** How many sentences a claim is held against, and how far a pronoun in them is followed back. */
const WITNESSES = 7;
const CONTEXT = 3;

/** Of a large base, a sentence that scores less than this beside the best one's speaks of something else. */
const OF_THE_SAME = 0.65;

/** Tokens of a sentence that are read. */
const LONGEST = 250;

/** Sentences of the sources that are kept taken apart. */
const KEPT = 4096;

/** How much a synonym counts in the search, beside the word itself. */
const SYNONYM_WEIGHT = 0.35;
const SYNONYMS = 12;

/** Finds what the sources say of the same thing. One for each reference. */
export class Archive {
  readonly #reference: Reference;
  readonly #holders: OfficeHolders;
  readonly #apart = new Map<number, Statement>();
  readonly #resolved = new Map<number, Statement>();

  constructor(reference: Reference) {
    this.#reference = reference;
    this.#holders = new OfficeHolders(reference.base.entities);
  }

  /** Whom and what the sources know. */
  get entities(): readonly Entity[] {
    return this.#reference.base.entities;
  }

  /** The source sentences that most likely speak of a claim, best first, none of them read yet. */
  hitsOf({ statement, first, last }: Stretch): readonly Hit[] {
    const query = queryOf(statement, first, last);
    return this.#worthReading(this.#reference.evidence.search(query, WITNESSES));
  }

  /** Reads what was found, in that order. */
  witnesses(hits: readonly Hit[]): readonly Witness[] {
    return hits.flatMap(({ fact, index }) => {
      const read = this.#read(index);
      return read === undefined ? [] : [{ fact, index, statement: read }];
    });
  }

  /**
   * Takes a sentence apart by what is known of names and offices. What is longer than any sentence a
   * person writes is cut, so that work stays in proportion to the text. A sentence whose tokens were
   * seen before, as all are that a keystroke did not touch, is not read again.
   */
  takeApart(tokens: readonly Token[]): Statement {
    return Archive.#apartBy(tokens, this);
  }

  static readonly #apartBy = memoizeBy((tokens: readonly Token[], archive: Archive): Statement => {
    const short = tokens.length > LONGEST ? tokens.slice(0, LONGEST) : tokens;
    return archive.#holders.name(statementOf(short, archive.#reference.names));
  });

  /** How rare a word is among the sources, 0 to 1; 1 where they do not have it. */
  rarity(word: string): number {
    return this.#reference.evidence.rarity(word);
  }

  /**
   * All hits of a base whose sentences are read once and then kept. To read them is what a larger one costs,
   * and among thousands of articles some always share a few words with a claim: there only sentences of
   * the same event are read, and what else the sources that have them tell.
   */
  #worthReading(hits: readonly Hit[]): readonly Hit[] {
    if (this.#reference.base.facts.length <= KEPT) return hits;
    const bar = OF_THE_SAME * (hits[0]?.score ?? 0);
    const sources = new Set<string>();
    return hits.filter(({ score, fact: { citation } }) => {
      const isRead = score >= bar || sources.has(citation.source);
      if (isRead) sources.add(citation.source);
      return isRead;
    });
  }

  #read(index: number): Statement | undefined {
    const known = this.#resolved.get(index);
    if (known !== undefined) return known;
    const fact = this.#reference.base.facts.at(index);
    const own = this.#takeApart(index);
    if (fact === undefined || own === undefined) return undefined;
    // The sentences before it are read for nothing else, and reading is what a large base costs.
    if (!mayReferBack(own)) return keep(this.#resolved, index, own);
    const discourse = new Discourse();
    for (let before = Math.max(0, index - CONTEXT); before < index; before++) {
      if (this.#reference.base.facts.at(before)?.citation.source !== fact.citation.source) continue;
      const statement = this.#takeApart(before);
      if (statement !== undefined) discourse.read(statement);
    }
    return keep(this.#resolved, index, discourse.read(own));
  }

  #takeApart(index: number): Statement | undefined {
    const known = this.#apart.get(index);
    if (known !== undefined) return known;
    const fact = this.#reference.base.facts.at(index);
    if (fact === undefined) return undefined;
    return keep(this.#apart, index, this.takeApart(tokensOf(fact)));
  }
}

function keep(cache: Map<number, Statement>, index: number, statement: Statement): Statement {
  cache.set(index, statement);
  const oldest = cache.size > KEPT ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  return statement;
}

function queryOf(statement: Statement, first: number, last: number): readonly Query[] {
  const query: Query[] = [];
  for (const term of statement.terms) {
    if (term.last < first || term.first > last) continue;
    query.push(...wordsOf(term).map((word) => ({ word, weight: term.weight })));
    if (term.kind === 'name' || term.weight < 0.4) continue;
    let count = 0;
    for (const synonym of synonymsOf(term.word)) {
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

/** The words that a source may have a term by. */
function wordsOf(term: Term): readonly string[] {
  if (term.kind !== 'name') return [term.word];
  const words = new Set(term.word.split(/[^\p{L}\p{N}.]+/u));
  for (const word of (term.entity?.name.toLowerCase() ?? '').split(/[^\p{L}\p{N}.]+/u))
    words.add(word);
  return [...words].filter((word) => word.length > 1 && word !== 'of' && word !== 'the');
}
