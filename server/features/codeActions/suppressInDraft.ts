import type { Finding, Fix } from '../../checks/finding.js';
import { blockAt } from '../../checks/anchor.js';
import { writeIgnoreComment } from '../../suppressions/ignoreComment.js';
import type { Prose } from '../../prose/prose.js';

/** What to verify, by family of findings; other families get no mark. */
const VERIFIABLE: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['claim', 'claim'],
  ['quote', 'quote'],
]);

/**
 * The fixes that keep the words of a finding: a placeholder after them that says what to verify, and a
 * comment that suppresses the finding's code in its block.
 */
export function suppressInDraft(finding: Finding, draft: Prose): readonly Fix[] {
  if (finding.code === 'style/unused-ignore') return [];
  return [...verificationMark(finding, draft), ...ignoreComment(finding, draft)];
}

function verificationMark({ code, span }: Finding, { text }: Prose): readonly Fix[] {
  const what = VERIFIABLE.get(code.split('/')[0] ?? '');
  if (what === undefined) return [];
  const note = `[TK: verify ${what}]`;
  // Before the final punctuation of a marked sentence, and after a possessive ending.
  const possessive = /^['’]s\b/u.exec(text.slice(span.end, span.end + 3))?.[0].length ?? 0;
  const at = /[.!?…]$/u.test(text.slice(span.start, span.end))
    ? span.end - 1
    : span.end + possessive;
  const edits = [{ span: { start: at, end: at }, newText: ` ${note}` }];
  return [{ title: `Mark as ${note}`, preferred: false, edits }];
}

/** On a line of its own before the block if the block starts a line; otherwise at the start of the block. */
function ignoreComment({ code, span }: Finding, draft: Prose): readonly Fix[] {
  const block = blockAt(draft, span);
  if (block === undefined) return [];
  const at = block.map.extent.start;
  const opensLine = at === 0 || /[\r\n]/u.test(draft.text.charAt(at - 1));
  // A comment at the start of a table row would end the table.
  if (opensLine && block.kind === 'tableCell') return [];
  const lineEnd = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `${writeIgnoreComment(code)}${opensLine ? lineEnd : ' '}`;
  const edits = [{ span: { start: at, end: at }, newText }];
  return [{ title: `Ignore ${code} in this block (adds a comment)`, preferred: false, edits }];
}
