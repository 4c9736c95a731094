import type { Finding, Fix } from '../../checks/finding.js';
import { blockAt } from '../../checks/anchor.js';
import { writeIgnoreComment } from '../../suppressions/comment.js';
import type { Prose } from '../../prose/prose.js';

/** What is to be verified of a finding, by its family; of the others nothing is. */
const VERIFIABLE: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['claim', 'claim'],
  ['quote', 'quote'],
]);

/**
 * The fixes of a draft that let the words of a finding stand: a placeholder behind them that says
 * what is to be verified, and a comment that ignores the finding's code in its block.
 */
export function suppressInDraft(finding: Finding, draft: Prose): readonly Fix[] {
  if (finding.code === 'style/unused-ignore') return [];
  return [...verify(finding, draft), ...comment(finding, draft)];
}

function verify({ code, span }: Finding, { text }: Prose): readonly Fix[] {
  const what = VERIFIABLE.get(code.split('/')[0] ?? '');
  if (what === undefined) return [];
  const note = `[TK: verify ${what}]`;
  // Inside the sentence whose end is marked, and behind all of a word.
  const owned = /^['’]s\b/u.exec(text.slice(span.end, span.end + 3))?.[0].length ?? 0;
  const at = /[.!?…]$/u.test(text.slice(span.start, span.end)) ? span.end - 1 : span.end + owned;
  const edits = [{ span: { start: at, end: at }, newText: ` ${note}` }];
  return [{ title: `Mark as ${note}`, preferred: false, edits }];
}

/** The comment stands on a line of its own before a paragraph, and else at the head of the block. */
function comment({ code, span }: Finding, draft: Prose): readonly Fix[] {
  const block = blockAt(draft, span);
  if (block === undefined) return [];
  const at = block.map.whole.start;
  const opensLine = at === 0 || /[\r\n]/u.test(draft.text.charAt(at - 1));
  // A comment at the head of a table's line would end the table.
  if (opensLine && block.kind === 'tableCell') return [];
  const lineEnd = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `${writeIgnoreComment(code)}${opensLine ? lineEnd : ' '}`;
  const edits = [{ span: { start: at, end: at }, newText }];
  return [{ title: `Ignore ${code} in this block (comment in the text)`, preferred: false, edits }];
}
