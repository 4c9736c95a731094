import type { Report } from '../../checks/check.js';
import type { Edit, Finding } from '../../checks/finding.js';
import { withEdits } from '../../checks/fix.js';
import { canFixUnattended } from '../../checks/unattended.js';
import { type Prose, type TextFormat, readProseTask } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';

/** One fix can reveal the next (“the the the”); if more rounds are needed than this, two fixes undo each other. */
const MAX_ROUNDS = 8;

/**
 * A draft with all preferred fixes applied that nobody needs to look at (`canFixUnattended`).
 * Repeats until nothing is left to fix, so that a second run changes nothing. `format` is the
 * format of the draft; `check` checks a version of it.
 */
export function* applyAllFixes(
  draft: Prose,
  format: TextFormat,
  check: (draft: Prose) => CooperativeTask<Pick<Report, 'findings'>>,
): CooperativeTask<Prose> {
  let fixed = draft;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { findings } = yield* check(fixed);
    const edits = compatibleEdits(findings, fixed);
    if (edits.length === 0) break;
    fixed = yield* readProseTask(withEdits(fixed.text, edits), format, fixed);
  }
  return fixed;
}

/** The smallest single edit that turns one text into another; `undefined` if they are the same. */
export function differenceOf(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    span: { start: head, end: before.length - tail },
    newText: after.slice(head, after.length - tail),
  };
}

/** The edits of all safe fixes, except those that overlap with an earlier one. */
function compatibleEdits(findings: readonly Finding[], draft: Prose): readonly Edit[] {
  const chosen: Edit[] = [];
  const edited = new Uint8Array(draft.text.length + 1);
  for (const finding of findings) {
    if (!canFixUnattended(finding, draft)) continue;
    const edits =
      finding.fixes.find(({ preferred, needsLook = false }) => preferred && !needsLook)?.edits ??
      [];
    // Edits that only touch count as overlapping too: their order would be undefined.
    if (edits.some(({ span }) => edited.subarray(span.start, span.end + 1).includes(1))) continue;
    for (const { span } of edits) edited.fill(1, span.start, span.end + 1);
    chosen.push(...edits);
  }
  return chosen;
}
