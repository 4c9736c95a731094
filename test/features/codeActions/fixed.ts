import type { Finding } from '../../../server/checks/finding.js';
import { applyAllFixes } from '../../../server/features/codeActions/fixAll.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';

/** A Markdown draft with all fixes applied that a check of its text finds. */
export function fixed(
  text: string,
  check: (text: string) => { readonly findings: readonly Finding[] },
): string {
  return runToCompletion(
    applyAllFixes(readProse(text), 'markdown', function* (draft) {
      yield;
      return check(draft.text);
    }),
  ).text;
}
