import { type Figure, isQuantity } from '../held.js';
import type { Statement } from '../statement.js';

/**
 * True where one of two figures is “twice” and the other counts nothing that was done so often: “twice” may count the
 * goals that another sentence counts, but no bare figure, nor the matches that they fell in.
 */
export function isHowOftenOnly(
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

/** True for what a verb does so many of: “scored three goals”, not “scored in three matches”. */
function isDone(figure: Figure, { tokens }: Statement): boolean {
  if (!isQuantity(figure) || figure.unit === '') return false;
  const before = tokens
    .slice(0, figure.first)
    .findLast(({ tag }) => /^(?:VERB|ADP|PUNCT)$/u.test(tag));
  return before?.tag === 'VERB';
}
