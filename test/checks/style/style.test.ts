import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkStyle } from '../../../server/checks/style/style.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited, expectSpans, marked } from '../../marked.js';

/** Asserts that findings are at the marked spans of a draft, and no others. */
function expectFindings(draft: string): void {
  expectSpans(draft, (text) =>
    runToCompletion(checkStyle(readProse(text))).map(({ span }) => span),
  );
}

describe('the style check', () => {
  it('reports the first honorific in the rarer style', () => {
    expectFindings('Mr. Okafor met Ms. Lund. [|Mr|] Okafor left. Mr Dahl stayed; Mr. Roy sang.');
    expectFindings('Mr Okafor met Ms Lund and Dr Roy.');
  });

  it('reports the first word in the rarer of British and American spelling', () => {
    expectFindings('The color of the harbor pleased the [|neighbours|].');
    expectFindings('The organisation travelled to the [|center|].');
    expectFindings('The organisation travelled to the theatre.');
  });

  it('ignores names and quotations', () => {
    expectFindings('The Labor Center said the centre was full. “The color is off,” he said.');
  });

  it('suggests the more common style', () => {
    const { text } = marked('The color of the harbor pleased the neighbours.');
    const [finding] = runToCompletion(checkStyle(readProse(text)));
    assert.equal(finding?.code, 'style/spelling');
    assert.equal(finding.severity, 'hint');
    assert.equal(
      finding.message,
      '“neighbours” is British, but “color” elsewhere in the draft is American.',
    );
    assert.equal(
      edited(text, finding.fixes[0]?.edits ?? []),
      'The color of the harbor pleased the neighbors.',
    );
  });
});
