import type { Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { writeDateAs, writtenDateAround } from '../../../values/writtenDates.js';
import type { SlotMismatch } from '../align/claimContext.js';

/**
 * A difference in the month, day or year of a date as one in the whole date, with a replacement in the draft's own style:
 * “Oct. 5” beside the source's “22 Sept” becomes “Sept. 22”. Without a replacement if the source leaves out what the draft
 * has. Any other difference as it is.
 */
export function inWholeDate(mismatch: SlotMismatch, draft: Statement): SlotMismatch {
  const source = mismatch.evidence.statement;
  const value = source.dates.find(
    ({ first, last }) => slotWordsOf(source, first, last) === mismatch.expected,
  );
  const own = writtenDateAround(draft.tokens, mismatch);
  const other = value && writtenDateAround(source.tokens, value);
  if (mismatch.slot !== 'date' || own === undefined || other === undefined) return mismatch;
  const { slot, evidence } = mismatch;
  const replacement = writeDateAs(own, draft.tokens, other);
  return {
    slot,
    evidence,
    first: own.first,
    last: own.last,
    expected: slotWordsOf(source, other.first, other.last),
    ...(replacement === undefined ? {} : { replacement }),
  };
}
