import type { Finding, Fix } from '../../checks/finding.js';
import { blockAt } from '../../checks/anchor.js';
import { writeIgnoreComment } from '../../suppressions/ignoreComment.js';
import type { Prose } from '../../prose/prose.js';

/**
 * The fix that adds a comment which suppresses a finding's code in its block: on a line of its own before the block if the
 * block starts a line, otherwise at the start of the block. `undefined` if there is no place for it.
 */
export function suppressInDraft({ code, span }: Finding, draft: Prose): Fix | undefined {
  const block = code === 'style/unused-ignore' ? undefined : blockAt(draft, span);
  if (block === undefined) return undefined;
  const at = block.map.extent.start;
  const opensLine = at === 0 || /[\r\n]/u.test(draft.text.charAt(at - 1));
  // A comment at the start of a table row would end the table.
  if (opensLine && block.kind === 'tableCell') return undefined;
  const lineEnd = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `${writeIgnoreComment(code)}${opensLine ? lineEnd : ' '}`;
  const edits = [{ span: { start: at, end: at }, newText }];
  return { title: `Ignore ${code} in this block (adds a comment)`, preferred: false, edits };
}
