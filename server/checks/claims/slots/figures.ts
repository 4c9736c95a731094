import { isUnreliable } from '../../unreliable.js';
import { sameUnit } from '../alignment.js';
import { type Figure, holds, isReference } from '../held.js';
import { likeness } from '../kinship.js';
import { type Quantity, compareQuantities } from '../numbers.js';
import type { Statement } from '../statement.js';
import { mayBeTheRest } from './shares.js';
import {
  type Conflict,
  type Hearing,
  type Telling,
  clauseAround,
  inCaseOfTokens,
  shareMet,
  tokensAlike,
  slotWordsOf,
} from './slot.js';

/** How much of the rest of the claim the source sentence must have for its figure to be the same thing's. */
const SAME_EVENT = 0.62;

/** How alike the counted nouns must be: deaths and people killed, but not countries and people. */
const SAME_UNIT = 0.8;

/** Figures that count the same thing otherwise: “154 people” where the source has 145. */
export function differingFigures({
  claim,
  witnesses,
  rarity,
  derived,
  reckoned,
}: Hearing): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  if (isOfAnother(derived)) return conflicts;
  for (const figure of claim.statement.quantities) {
    if (figure.last < claim.first || figure.first > claim.last || isReference(figure)) continue;
    if (derived.has(figure) || reckoned.has(figure)) continue;
    if (witnesses.some(({ statement }) => holds(statement, figure))) continue;
    for (const witness of witnesses) {
      const other = rivalOf(figure, claim.statement, witness.statement);
      if (other === undefined || mayBeTheRest(figure, claim, other, witness.statement)) continue;
      if (shareMet(claim, witness.statement, rarity, figure) < SAME_EVENT) continue;
      if (isUnreliable(witness.fact)) continue;
      conflicts.push({
        slot: figure.kind === 'age' ? 'age' : 'number',
        first: figure.first,
        last: figure.last,
        told: slotWordsOf(witness.statement, other.first, other.last),
        replacement: inCaseOfTokens(claim.statement, figure.first, witness.statement, other),
        witness,
      });
      break;
    }
  }
  return conflicts;
}

/**
 * True where the claim tells of the one that the sources name by an ordinal alone: “the first bus left at 9am, the
 * second an hour later”. What they count may be the other's. `derived` is that of the hearing.
 */
export function isOfAnother(derived: ReadonlySet<Figure>): boolean {
  return [...derived].some(({ kind }) => kind === 'rank');
}

/** What source sentences, damaged ones too, tell of what a figure of the claim counts, best first. */
export function tellingsOfFigure(
  { claim, witnesses, rarity }: Hearing,
  figure: Quantity,
): readonly Telling[] {
  if (isReference(figure)) return [];
  return witnesses.flatMap((witness): readonly Telling[] => {
    const { statement } = witness;
    const own = statement.quantities.find(
      (other) => other.unit !== '' && figure.unit !== '' && mayBeSame(figure, other),
    );
    const told = own ?? rivalOf(figure, claim.statement, statement);
    if (told === undefined || shareMet(claim, statement, rarity, figure) < SAME_EVENT) return [];
    const text = slotWordsOf(statement, told.first, told.last);
    return [{ witness, text, same: own !== undefined }];
  });
}

function mayBeSame(figure: Quantity, other: Quantity): boolean {
  if (figure.kind !== other.kind || compareQuantities(figure, other) !== 'same') return false;
  return figure.unit === '' || other.unit === '' || sameUnit(figure, other);
}

/** The one figure of the source that counts what this one counts. */
function rivalOf(figure: Quantity, draft: Statement, source: Statement): Quantity | undefined {
  const rivals = source.quantities.filter(
    (other) =>
      !isReference(other) &&
      sameUnit(figure, other) &&
      figure.unit !== '' &&
      likeness(figure.unit, other.unit) >= SAME_UNIT &&
      endOf(figure, draft) === endOf(other, source) &&
      describedAlike(figure, other),
  );
  const [rival] = rivals;
  if (rival === undefined || rivals.length > 1 || compareQuantities(figure, rival) === 'same')
    return undefined;
  const own = draft.quantities.filter((other) => other !== figure && sameUnit(other, rival));
  if (own.some((other) => compareQuantities(other, rival) === 'same')) return undefined;
  const verb = clauseAround(draft, figure.figure)?.head;
  const counted = source.clauses.find(
    ({ first, last }) => first <= rival.figure && rival.figure <= last,
  )?.head;
  if (verb === undefined || counted === undefined) return rival;
  if (tokensAlike(draft, verb, source, counted) >= 0.5) return rival;
  if (isChange(figure, draft) !== isChange(rival, source)) return undefined;
  // Who is 41 may have moved at the age of 19.
  if (figure.kind === 'age') return undefined;
  const plain = source.clauses.every(({ head }) => tokensAlike(draft, verb, source, head) < 0.5);
  return plain ? rival : undefined;
}

/** “Cut by 12 million”: by how much, not how much there is. */
function isChange({ first }: Quantity, { tokens }: Statement): boolean {
  return tokens[first - 1]?.lower === 'by';
}

/** “To” or “from” where a figure is the end of a change; what changes by seven is not what falls to fifty. */
function endOf({ first }: Quantity, { tokens }: Statement): string {
  const before = tokens[first - 1]?.lower ?? '';
  return before === 'to' || before === 'from' ? before : '';
}

/** False where both nouns are described and nothing of it is alike: “six separate meetings”, “two public meetings”. */
function describedAlike(a: Quantity, b: Quantity): boolean {
  if (a.described.length === 0 || b.described.length === 0) return true;
  return a.described.some((one) => b.described.some((other) => likeness(one, other) >= 0.6));
}
