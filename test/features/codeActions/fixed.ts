import type { Finding } from '../../../server/checks/finding.js';
import { mendAll } from '../../../server/features/codeActions/fixAll.js';
import { readProse } from '../../../server/prose/prose.js';
import { whole } from '../../../server/prose/cooperativeTask.js';

/** A Markdown draft with all mended that a check of its text finds. */
export function mended(
  text: string,
  check: (text: string) => { readonly findings: readonly Finding[] },
): string {
  return whole(
    mendAll(readProse(text), 'markdown', function* (draft) {
      yield;
      return check(draft.text);
    }),
  ).text;
}
