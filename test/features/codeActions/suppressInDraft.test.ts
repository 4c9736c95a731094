import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Code } from '../../../server/checks/rules.js';
import { suppressInDraft } from '../../../server/features/codeActions/suppressInDraft.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited, marked } from '../../marked.js';
import { createFinding } from '../drafted.js';

/** The draft after the comment for a finding at the marked words; `undefined` if there is no place for one. */
function fixed(source: string, code: Code): string | undefined {
  const { text, spans } = marked(source);
  const [span = { start: 0, end: 0 }] = spans;
  const fix = suppressInDraft(createFinding(span, { code }), readProse(text));
  assert.notEqual(fix?.preferred, true);
  return fix === undefined ? undefined : edited(text, fix.edits);
}

describe('suppressing a finding in the draft', () => {
  it('adds a comment where Markdown recognises it', () => {
    const code = 'sentence/repeated-word';
    const mark = `<!-- copydesk-ignore ${code} -->`;
    const cases: readonly (readonly [source: string, draft: string])[] = [
      ['It rained.\n\nIt [|was was|] wet.', `It rained.\n\n${mark}\nIt was was wet.`],
      ['Low.\r\n\r\nIt [|was was|] wet.', `Low.\r\n\r\n${mark}\r\nIt was was wet.`],
      ['- It [|was was|] wet.', `- ${mark} It was was wet.`],
      ['> It [|was was|] wet.', `> ${mark} It was was wet.`],
      ['## It [|was was|] wet', `## ${mark} It was was wet`],
      ['**It** [|was was|] wet.', `${mark}\n**It** was was wet.`],
      ['Low.\n\n[**It** [|was was|]](x) wet.', `Low.\n\n${mark}\n[**It** was was](x) wet.`],
      ['6. **It [|was was|] wet.**', `6. **It was was wet.** ${mark}`],
      ['- ~~It~~ [|was was|]\n  wet.\n- Low.', `- ~~It~~ was was\n  wet. ${mark}\n- Low.`],
      ['> _It_ [|was was|] wet.', `> _It_ was was wet. ${mark}`],
      ['## **It** [|was was|] wet', `## **It** was was wet ${mark}`],
      ['| A |\n|---|\n| **It** [|was was|] |', `| A |\n|---|\n| **It** was was ${mark} |`],
      ['| A |\n|---|\n| It [|was was|] wet |', `| A |\n|---|\n| ${mark} It was was wet |`],
      ['![It [|was was|] wet](a.png)', `![${mark} It was was wet](a.png)`],
    ];
    for (const [source, draft] of cases) {
      const text = fixed(source, code);
      assert.equal(text, draft);
      const [comment] = readProse(draft).comments;
      assert.ok(comment?.block !== undefined);
      assert.match(draft.slice(comment.block.start, comment.block.end), /was was/u);
    }
  });

  it('adds no comment where it would break a table, nor for an unused comment', () => {
    assert.equal(fixed('[|A A|] | b\n---|---\nc | d', 'sentence/repeated-word'), undefined);
    assert.equal(fixed('It [|was|] wet.', 'style/unused-ignore'), undefined);
  });
});
