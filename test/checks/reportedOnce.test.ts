import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { readProse } from '../../server/prose/prose.js';
import { NO_REFERENCE } from '../../server/reference/reference.js';
import { expectSpans } from '../marked.js';

/** Asserts that exactly the marked words of a draft are reported, each once. */
function expectReported(draft: string): void {
  expectSpans(draft, (text) =>
    checkDraft(readProse(text), NO_REFERENCE).findings.map(({ span }) => span),
  );
}

describe('an error that two checks find', () => {
  it('is reported once at a confused word', () => {
    expectReported('The road could [|of|] been closed by noon.');
    expectReported('The road should not [|of|] been closed by noon.');
  });

  it('is still two errors if a word is doubled too', () => {
    expectReported('The road could [|of|] been closed by [|the the|] police.');
  });
});
