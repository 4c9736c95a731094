import type { Prose } from '../../prose/prose.js';
import { dateOfSource, dayText } from '../../reference/extraction/sourceDate.js';
import type { Base } from '../../reference/model.js';

/**
 * The day on which a draft was written, as “2024-07-22”: from its front matter or dateline,
 * otherwise the last day of its sources; `undefined` if neither has one.
 */
export function dayOfDraft(draft: Prose, { days }: Pick<Base, 'days'>): string | undefined {
  const date = dateOfSource(draft, '');
  return (date && dayText(date)) ?? [...(days?.values() ?? [])].sort().at(-1);
}
