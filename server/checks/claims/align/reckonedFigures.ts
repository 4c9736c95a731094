import type { Quantity } from '../../../values/figures.js';
import type { Statement } from '../statement/statement.js';

/** Words next to a figure that is the difference or the sum of others: “nine fewer”, “seven minutes later”, “12 in all”. */
const RECKONED =
  /^(?:later|earlier|more|fewer|less|higher|lower|ahead|behind|rest|remaining|difference|lead|margin|majority|all|total|altogether|combined|together|both|sum)$/u;

/** How far such a word may be from the figure, in tokens. */
const REACH = 4;

/** True for a figure that a claim gives as a difference or a sum, which the writer may have reckoned; not for “more than 12”. */
export function isReckoned({ first, last }: Quantity, { tokens }: Statement): boolean {
  return tokens.some(
    ({ lower }, at) =>
      (at < first || at > last) &&
      at >= first - REACH &&
      at <= last + REACH &&
      RECKONED.test(lower),
  );
}
