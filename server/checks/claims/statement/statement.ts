import { isCourtesyTitle } from '../../../lexicon/honorifics.js';
import { isRoleNoun } from '../../../lexicon/roleWords.js';
import { type Token, analysisOf } from '../../../prose/tokens.js';
import type { Mention, NameIndex } from '../../../reference/nameIndex.js';
import { type TimeExpression, datesIn } from '../../../values/dates.js';
import { type Quantity, quantitiesIn } from '../../../values/figures.js';
import { withOutcomes } from './outcomes.js';
import { type Relation, type RelationClause, grammarOf } from './relations.js';
import { type Term, termsIn } from './terms.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** A parsed sentence: its terms, figures, times, clauses and relations. */
export interface Statement {
  readonly tokens: readonly Token[];
  /** In order; the antecedent of a pronoun has the pronoun's place. */
  readonly terms: readonly Term[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly TimeExpression[];
  readonly clauses: readonly RelationClause[];
  readonly relations: readonly Relation[];
}

/** The part of a sentence that makes one claim. */
export interface ClaimSpan extends TokenRange {
  readonly statement: Statement;
  /** The words for times in the sentence before it, which may say when this one takes place. */
  readonly before?: readonly string[];
}

/** An empty sentence. */
export const EMPTY_STATEMENT: Statement = {
  tokens: [],
  terms: [],
  quantities: [],
  dates: [],
  clauses: [],
  relations: [],
};

/** Parses a sentence. */
export function statementOf(tokens: readonly Token[], names: NameIndex): Statement {
  const dates = datesIn(tokens);
  const quantities = quantitiesIn(tokens).filter(
    (quantity) => !dates.some((date) => date.first <= quantity.last && quantity.first <= date.last),
  );
  const mentions = namesIn(tokens, names).filter(
    (mention) => !dates.some((date) => date.first <= mention.last && mention.first <= date.last),
  );
  const terms = termsIn(tokens, mentions, [...dates, ...quantities]);
  const grammar = grammarOf(tokens, terms, analysisOf(tokens));
  return { tokens, terms: withOutcomes(tokens, terms, grammar), quantities, dates, ...grammar };
}

/**
 * The known names in a sentence. A named event is read as words (“state visit to Chile”), so that
 * who and where can be compared.
 */
function namesIn(tokens: readonly Token[], names: NameIndex): readonly Mention[] {
  return names.mentionsIn(tokens).flatMap((mention) => {
    if (isPartOfAnother(tokens, mention)) return [];
    if (mention.entity.kind !== 'event') return [mention];
    const from = mention.first + (mention.first === mention.last ? 0 : 1);
    const inside = names.mentionsIn(tokens.slice(from, mention.last + 1));
    return inside
      .filter(({ entity }) => entity.kind !== 'event')
      .map((one) => ({ ...one, first: one.first + from, last: one.last + from }));
  });
}

/** True for a person's short name inside an unknown name: “Wu” in “Wu Chi-wai”. */
function isPartOfAnother(
  tokens: readonly Token[],
  { first, last, entity, form }: Mention,
): boolean {
  if (entity.kind !== 'person' || form.includes(' ')) return false;
  const after = tokens[last + 1];
  const before = tokens[first - 1];
  const goesOn = after?.tag === 'PROPN' && /^\p{Lu}/u.test(after.text);
  const began =
    first > 1 &&
    before?.tag === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    !isCourtesyTitle(before.text) &&
    !isRoleNoun(before.text);
  return goesOn || began;
}
