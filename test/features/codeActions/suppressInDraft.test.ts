import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Code } from '../../../server/checks/rules.js';
import { suppressInDraft } from '../../../server/features/codeActions/suppressInDraft.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited, marked } from '../../marked.js';
import { createFinding } from '../drafted.js';

/** The draft after each suppressing fix of a finding at the marked words. */
function fixed(source: string, code: Code): readonly string[] {
  const { text, spans } = marked(source);
  const [span = { start: 0, end: 0 }] = spans;
  return suppressInDraft(createFinding(span, { code }), readProse(text)).map(
    ({ edits, preferred }) => {
      assert.equal(preferred, false);
      return edited(text, edits);
    },
  );
}

describe('suppressing a finding in the draft', () => {
  it('adds a mark to verify after the words, in their sentence', () => {
    const cases: readonly (readonly [source: string, code: Code, draft: string])[] = [
      ['Ms. [|Oduay|] swam.', 'name/misspelled', 'Ms. Oduay [TK: verify name] swam.'],
      ['Ms. [|Oduay|]’s dog.', 'name/unknown', 'Ms. Oduay’s [TK: verify name] dog.'],
      ['**[|Oduay|]** swam.', 'name/unknown', '**Oduay [TK: verify name]** swam.'],
      ['[|It is 9 m.|] Cold.', 'claim/unsupported', 'It is 9 m [TK: verify claim]. Cold.'],
      ['[|“Cold.”|] It is.', 'quote/altered', '“Cold.” [TK: verify quote] It is.'],
    ];
    for (const [source, code, draft] of cases) assert.equal(fixed(source, code)[0], draft);
  });

  it('adds a comment where Markdown recognises it', () => {
    const code = 'sentence/repeated-word';
    const mark = `<!-- copydesk-ignore ${code} -->`;
    const cases: readonly (readonly [source: string, draft: string])[] = [
      ['It rained.\n\nIt [|was was|] wet.', `It rained.\n\n${mark}\nIt was was wet.`],
      ['Low.\r\n\r\nIt [|was was|] wet.', `Low.\r\n\r\n${mark}\r\nIt was was wet.`],
      ['- It [|was was|] wet.', `- ${mark} It was was wet.`],
      ['> It [|was was|] wet.', `> ${mark} It was was wet.`],
      ['## It [|was was|] wet', `## ${mark} It was was wet`],
      ['**It** [|was was|] wet.', `**${mark} It** was was wet.`],
      ['| A |\n|---|\n| It [|was was|] wet |', `| A |\n|---|\n| ${mark} It was was wet |`],
      ['![It [|was was|] wet](a.png)', `![${mark} It was was wet](a.png)`],
    ];
    for (const [source, draft] of cases) {
      const [text] = fixed(source, code);
      assert.equal(text, draft);
      const [comment] = readProse(draft).comments;
      assert.ok(comment?.block !== undefined);
      assert.match(draft.slice(comment.block.start, comment.block.end), /was was/u);
    }
  });

  it('adds no comment where it would break a table, nor for an unused comment', () => {
    assert.deepEqual(fixed('[|A A|] | b\n---|---\nc | d', 'sentence/repeated-word'), []);
    assert.deepEqual(fixed('It [|was|] wet.', 'style/unused-ignore'), []);
  });
});
