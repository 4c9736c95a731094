import type { Report } from '../../checks/check.js';
import type { Edit, Finding } from '../../checks/finding.js';
import { type Prose, type TextFormat, readProseTask } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';

/** Fixes can uncover one another (“the the the”); more rounds than this mean that two undo each other. */
const ROUNDS = 8;

/**
 * A draft with every mechanical break mended: preferred fixes of broken sentences and misspelled names,
 * nothing that touches what it says. Goes on until nothing is left to mend, so that a second run changes
 * nothing. `format` is how the draft is written down, `check` reads it as one.
 */
export function* applyAllFixes(
  draft: Prose,
  format: TextFormat,
  check: (draft: Prose) => CooperativeTask<Pick<Report, 'findings'>>,
): CooperativeTask<Prose> {
  let mended = draft;
  for (let round = 0; round < ROUNDS; round++) {
    const { findings } = yield* check(mended);
    const edits = compatibleEdits(findings, mended.text.length);
    if (edits.length === 0) break;
    mended = yield* readProseTask(applied(mended.text, edits), format, mended);
  }
  return mended;
}

/** The smallest single edit that turns one text into another; `undefined` where they are the same. */
export function differenceOf(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    span: { start: head, end: before.length - tail },
    newText: after.slice(head, after.length - tail),
  };
}

function isMechanical({ code }: Finding): boolean {
  return code.startsWith('sentence/') || code === 'name/misspelled';
}

/** The edits of all mechanical fixes, without those that would get in the way of an earlier one. */
function compatibleEdits(findings: readonly Finding[], length: number): readonly Edit[] {
  const chosen: Edit[] = [];
  const taken = new Uint8Array(length + 1);
  for (const finding of findings.filter(isMechanical)) {
    const edits = finding.fixes.find(({ preferred }) => preferred)?.edits ?? [];
    // Two edits that only touch are in each other's way as well: neither could say what comes first.
    if (edits.some(({ span }) => taken.subarray(span.start, span.end + 1).includes(1))) continue;
    for (const { span } of edits) taken.fill(1, span.start, span.end + 1);
    chosen.push(...edits);
  }
  return chosen;
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
