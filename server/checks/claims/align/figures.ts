import { isDefiniteCount } from './grounding.js';
import { relatedness } from '../words/lexicalRelations.js';
import { type Quantity, changeMarkerBefore, compareQuantities } from '../statement/numbers.js';
import type { Statement } from '../statement/statement.js';
import { clauseAround, slotWordsOf } from '../statement/statementQueries.js';
import { isSameUnit, relatedShareOf, tokenRelatedness } from './termAlignment.js';
import type { ClaimContext, SourceValue } from './claimContext.js';

/** The least share of the rest of the claim for a figure of the same thing. */
const SAME_EVENT = 0.62;

/**
 * The least relatedness of the counted nouns: deaths and people killed, but not countries and
 * people.
 */
const SAME_UNIT = 0.8;

/** The values that evidence sentences, damaged ones included, have for a figure, best first. */
export function sourceValuesOfFigure(
  { claim, evidence, rarity }: ClaimContext,
  figure: Quantity,
): readonly SourceValue[] {
  if (isDefiniteCount(figure)) return [];
  return evidence.flatMap((sentence): readonly SourceValue[] => {
    const { statement } = sentence;
    const own = statement.quantities.find(
      (other) => other.unit !== '' && figure.unit !== '' && mayBeSame(figure, other),
    );
    const value = own ?? alternativeFigure(figure, claim.statement, statement);
    if (value === undefined || relatedShareOf(claim, statement, rarity, figure) < SAME_EVENT)
      return [];
    const text = slotWordsOf(statement, value.first, value.last);
    return [{ evidence: sentence, text, same: own !== undefined }];
  });
}

function mayBeSame(figure: Quantity, other: Quantity): boolean {
  if (figure.kind !== other.kind || compareQuantities(figure, other) !== 'same') return false;
  return figure.unit === '' || other.unit === '' || isSameUnit(figure, other);
}

/** The one figure of the source that counts the same thing. */
function alternativeFigure(
  figure: Quantity,
  draft: Statement,
  source: Statement,
): Quantity | undefined {
  const alternatives = source.quantities.filter(
    (other) =>
      !isDefiniteCount(other) &&
      isSameUnit(figure, other) &&
      figure.unit !== '' &&
      relatedness(figure.unit, other.unit) >= SAME_UNIT &&
      endOf(figure, draft) === endOf(other, source) &&
      describedAlike(figure, other),
  );
  const [alternative] = alternatives;
  if (
    alternative === undefined ||
    alternatives.length > 1 ||
    compareQuantities(figure, alternative) === 'same'
  )
    return undefined;
  const own = draft.quantities.filter(
    (other) => other !== figure && isSameUnit(other, alternative),
  );
  if (own.some((other) => compareQuantities(other, alternative) === 'same')) return undefined;
  const verb = clauseAround(draft, figure.figure)?.head;
  const counted = source.clauses.find(
    ({ first, last }) => first <= alternative.figure && alternative.figure <= last,
  )?.head;
  if (verb === undefined || counted === undefined) return alternative;
  if (tokenRelatedness(draft, verb, source, counted) >= 0.5) return alternative;
  if (isChange(figure, draft) !== isChange(alternative, source)) return undefined;
  // Somebody aged 41 may have moved at the age of 19.
  if (figure.kind === 'age') return undefined;
  const plain = source.clauses.every(
    ({ head }) => tokenRelatedness(draft, verb, source, head) < 0.5,
  );
  return plain ? alternative : undefined;
}

/** True for “cut by 12 million”: a change, not an amount. */
function isChange({ first }: Quantity, { tokens }: Statement): boolean {
  return changeMarkerBefore(tokens, first) === 'by';
}

/**
 * “To” or “from” before a figure that is the end of a change; a change by seven is not a fall to
 * fifty.
 */
function endOf({ first }: Quantity, { tokens }: Statement): string {
  const marker = changeMarkerBefore(tokens, first);
  return marker === 'by' ? '' : marker;
}

/**
 * False if both nouns have modifiers and none is related: “six separate meetings”, “two public
 * meetings”.
 */
function describedAlike(a: Quantity, b: Quantity): boolean {
  if (a.described.length === 0 || b.described.length === 0) return true;
  return a.described.some((one) => b.described.some((other) => relatedness(one, other) >= 0.6));
}
