import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { readProse } from '../../server/prose/prose.js';
import { buildBase } from '../../server/reference/indexSource.js';
import { NO_REFERENCE, createReference } from '../../server/reference/reference.js';
import { expectSpans } from '../marked.js';

/** Asserts that exactly the marked words of a draft are reported, each once. */
function expectReported(draft: string, source?: string): void {
  const reference =
    source === undefined
      ? NO_REFERENCE
      : createReference(buildBase([{ name: 'notes.md', text: source }]).base);
  expectSpans(draft, (text) =>
    checkDraft(readProse(text), reference).findings.map(({ span }) => span),
  );
}

describe('an error that two checks find', () => {
  it('is reported once at a confused word', () => {
    expectReported('The road could [|of|] been closed by noon.');
    expectReported('The road should not [|of|] been closed by noon.');
  });

  it('is reported once as a misspelled day that the sources do not have', () => {
    expectReported(
      'The pool will shut on [|Wensday|]. Wensday is the day, Maren Oduya said. The pool in Harne costs 900 pounds.',
      'Council leader Maren Oduya said the pool in Harne will shut in May. The pool costs 900 pounds a day. Harne Council met on Wednesday.',
    );
  });

  it('is still two errors if a word is doubled too', () => {
    expectReported('The road could [|of|] been closed by [|the the|] police.');
  });
});
