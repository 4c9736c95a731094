import type { Finding } from '../../../server/checks/finding.js';
import { applyAllFixes } from '../../../server/features/codeActions/fixAll.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';

/** A Markdown draft after all fixes that its check offers. */
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
