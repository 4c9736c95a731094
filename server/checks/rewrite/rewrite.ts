import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import { changedNames } from './names.js';
import { changedQuotations } from './quotations.js';
import type { RewriteChange } from './rewriteChange.js';
import { changedValues } from './values.js';

/**
 * The differences between a rewrite and the text before: names, figures, dates, quotations and
 * their speakers that it changes, adds or leaves out. First those in the new text, in its order,
 * then those only in the old one. No source is used: neither text need be right.
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
