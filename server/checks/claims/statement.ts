import type { Token } from '../../prose/tokens.js';
import type { NameIndex } from '../../reference/nameIndex.js';
import { type When, datesIn } from './dates.js';
import { type Quantity, quantitiesIn } from './numbers.js';
import { type Phrase, phrasesIn } from './phrases.js';
import { type Clause, type Relation, grammarOf } from './relations.js';
import { type Term, termsIn } from './terms.js';

/** A sentence taken apart: what it speaks of, how many, when, and who does what to whom. */
export interface Statement {
  readonly tokens: readonly Token[];
  /** In order; terms that stand in for a pronoun share its place. */
  readonly terms: readonly Term[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly When[];
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
  readonly relations: readonly Relation[];
}

/** Takes a sentence apart. Cannot throw. */
export function statementOf(tokens: readonly Token[], names: NameIndex): Statement {
  const dates = datesIn(tokens);
  const quantities = quantitiesIn(tokens).filter(
    (quantity) => !dates.some((date) => date.first <= quantity.last && quantity.first <= date.last),
  );
  const mentions = names
    .mentionsIn(tokens)
    .filter((mention) => !dates.some((date) => date.first <= mention.last && mention.first <= date.last));
  const terms = termsIn(tokens, mentions, [...dates, ...quantities]);
  const phrases = phrasesIn(tokens, terms, quantities, dates);
  return { tokens, terms, quantities, dates, phrases, ...grammarOf(tokens, phrases) };
}

/** The terms that a token belongs to or stands in for. Cannot throw. */
export function termsAt(statement: Statement, token: number): readonly Term[] {
  return statement.terms.filter((term) => term.first <= token && token <= term.last);
}
