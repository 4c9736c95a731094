import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { readProse } from '../../server/prose/prose.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import { edited } from '../marked.js';

/** A draft after the first fix of each finding, with a source that names the harbour master. */
function fixed(draft: string, source: string): string {
  const reference = referenceFromSources([{ name: 'notes.md', text: source }]);
  const { findings } = checkDraft(readProse(draft), reference);
  return edited(
    draft,
    findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

describe('fixes', () => {
  it("write a source's name with the draft's kind of apostrophe", () => {
    const [curly, straight] = ['Nora O’Keeffe', "Nora O'Keeffe"];
    const source = (name: string): string => `${name} is harbour master. ${name} spoke.\n`;
    assert.equal(
      fixed("It isn't so, Nora O'Keefe said.", source(curly)),
      `It isn't so, ${straight} said.`,
    );
    assert.equal(
      fixed('It isn’t so, Nora O’Keefe said.', source(straight)),
      `It isn’t so, ${curly} said.`,
    );
    assert.equal(
      fixed("It isn't so, Nora OKeeffe said.", source(curly)),
      `It isn't so, ${straight} said.`,
    );
  });
});
