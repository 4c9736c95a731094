import { type Figure, isQuantity } from './grounding.js';
import type { Statement } from '../statement/statement.js';

/**
 * True if one of two figures is “twice” and the other does not count what was done: “twice” may
 * count the goals that another sentence counts, but not a bare figure, nor the matches in which
 * they fell.
 */
export function differOnlyInFrequency(
  one: Figure,
  draft: Statement,
  other: Figure,
  source: Statement,
): boolean {
  const isOften = isTimes(one, draft);
  if (isOften === isTimes(other, source)) return false;
  return isOften ? !isDone(other, source) : !isDone(one, draft);
}

function isTimes({ last }: Figure, { tokens }: Statement): boolean {
  return /^(?:twice|thrice)$/iu.test(tokens[last]?.text ?? '');
}

/** True for the object of a verb: “scored three goals”, not “scored in three matches”. */
function isDone(figure: Figure, { tokens }: Statement): boolean {
  if (!isQuantity(figure) || figure.unit === '') return false;
  const before = tokens
    .slice(0, figure.first)
    .findLast(({ tag }) => /^(?:VERB|ADP|PUNCT)$/u.test(tag));
  return before?.tag === 'VERB';
}
