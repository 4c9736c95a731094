import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import { changedNames } from './names.js';
import { changedQuotations } from './quotations.js';
import type { RewriteChange } from './rewriteChange.js';
import { changedValues } from './values.js';

/**
 * What a rewrite says otherwise than the text that it was made of: names, figures, dates, quotations and their speakers that
 * it changes, adds or leaves out. First what the new text has, in its order, then what is only in the old one. No source is
 * asked: neither text need be right.
 */
export function* compareRewrite(
  before: Prose,
  after: Prose,
): CooperativeTask<readonly RewriteChange[]> {
  const names = yield* changedNames(before, after);
  const values = changedValues(before, after);
  yield;
  const changes = [...names, ...values, ...(yield* changedQuotations(before, after))];
  const place = ({ before: was, after: is }: RewriteChange): number =>
    is === undefined ? after.text.length + (was?.span.start ?? 0) : is.span.start;
  return changes.sort((a, b) => place(a) - place(b));
}
