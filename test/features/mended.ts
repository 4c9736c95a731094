import type { Report } from '../../server/checks/check.js';
import { mendAll } from '../../server/features/fixAll.js';
import { readProse } from '../../server/prose/prose.js';
import { whole } from '../../server/prose/slices.js';

/** A Markdown draft with all mended that a check of its text finds. */
export function mended(text: string, check: (text: string) => Report): string {
  return whole(
    mendAll(readProse(text), 'markdown', function* (draft) {
      yield;
      return check(draft.text);
    }),
  ).text;
}
