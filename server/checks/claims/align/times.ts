import { type TimeExpression, datesDiffer } from '../statement/dates.js';
import type { Statement } from '../statement/statement.js';
import { clauseAround, slotWordsOf } from '../statement/statementQueries.js';
import { relatedShareOf, tokenRelatedness } from './termAlignment.js';
import type { ClaimContext, SourceValue } from './claimContext.js';

const SAME_EVENT = 0.6;

/**
 * True if a source gives the time of the same act relative to another: “he died two days later”. A
 * date in the source is then the other's.
 */
export function isRelativeToAnotherEvent(
  { first }: TimeExpression,
  claim: Statement,
  evidence: ClaimContext['evidence'],
): boolean {
  const act = claim.tokens[clauseAround(claim, first)?.head ?? -1]?.lemma;
  return evidence.some(
    ({ statement: { tokens } }) =>
      tokens.some(({ lemma }) => lemma === act) &&
      tokens.some(
        ({ text }, at) =>
          /^(?:later|earlier|after|before)$/iu.test(text) &&
          /^(?:hour|day|week|month|year)$/u.test(tokens[at - 1]?.lemma ?? ''),
      ),
  );
}

/** The values that evidence sentences, damaged ones included, have for a time, best first. */
export function sourceValuesOfTime(
  { claim, evidence, rarity }: ClaimContext,
  date: TimeExpression,
): readonly SourceValue[] {
  return evidence.flatMap((sentence): readonly SourceValue[] => {
    const { statement } = sentence;
    const own = statement.dates.find(
      (other) => other.kind === date.kind && !datesDiffer(date, other),
    );
    const value = own ?? alternativeTime(date, claim.statement, statement);
    if (value === undefined || relatedShareOf(claim, statement, rarity, date) < SAME_EVENT)
      return [];
    const text = slotWordsOf(statement, value.first, value.last);
    return [{ evidence: sentence, text, same: own !== undefined }];
  });
}

/** The one time of the same kind that the source has for the same act. */
function alternativeTime(
  date: TimeExpression,
  draft: Statement,
  source: Statement,
): TimeExpression | undefined {
  const alternatives = source.dates.filter((other) => other.kind === date.kind);
  const [alternative] = alternatives;
  if (alternative === undefined || alternatives.length > 1 || !datesDiffer(date, alternative))
    return undefined;
  // “280,000 two years ago and 320,000 last year” has the source's time too, for another figure.
  const own = draft.dates.filter((other) => other !== date && other.kind === alternative.kind);
  if (own.some((other) => !datesDiffer(other, alternative))) return undefined;
  const verb = clauseAround(draft, date.first)?.head;
  const happens = clauseAround(source, alternative.first)?.head;
  if (verb === undefined || happens === undefined) return undefined;
  return tokenRelatedness(draft, verb, source, happens) >= 0.6 ? alternative : undefined;
}
