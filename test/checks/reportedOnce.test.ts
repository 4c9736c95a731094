import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import type { Finding } from '../../server/checks/finding.js';
import { readProse } from '../../server/prose/prose.js';
import { NO_REFERENCE, referenceFromSources } from '../../server/reference/reference.js';
import { expectSpans } from '../marked.js';

/** The findings in a draft, with a source or none. */
function reported(draft: string, source?: string): readonly Finding[] {
  const reference =
    source === undefined
      ? NO_REFERENCE
      : referenceFromSources([{ name: 'notes.md', text: source }]);
  return checkDraft(readProse(draft), reference).findings;
}

/** Asserts that exactly the marked words of a draft are reported, each once. */
function expectReported(draft: string, source?: string): void {
  expectSpans(draft, (text) => reported(text, source).map(({ span }) => span));
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

describe('a statement about an organisation', () => {
  const source =
    'Council leader Maren Oduya said the pool in Kilvarrow will shut in May. The pool costs 900 pounds a day.';
  const known =
    'The pool in Kilvarrow costs 900 pounds a day. Maren Oduya said it will shut in May. ';

  it('lacks the whole name if the sources lack a part of it', () => {
    for (const draft of [
      'Pupils of [|Kilvarrow Primary School|] swim there.',
      'Pupils of [|Westmoor Primary School|] swim there.',
    ])
      expectSpans(known + draft, (text) =>
        reported(text, source)
          .filter(({ code }) => code === 'claim/unsupported')
          .map(({ span }) => span),
      );
  });
});
