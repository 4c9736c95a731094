import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkStyle } from '../../../server/checks/style/style.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited, expectSpans, marked } from '../../marked.js';

function told(draft: string): void {
  expectSpans(draft, (text) =>
    runToCompletion(checkStyle(readProse(text))).map(({ span }) => span),
  );
}

describe('the style check', () => {
  it('points once at an honorific in the rarer style', () => {
    told('Mr. Okafor met Ms. Lund. [|Mr|] Okafor left. Mr Dahl stayed; Mr. Roy sang.');
    told('Mr Okafor met Ms Lund and Dr Roy.');
  });

  it('points once at British among American spelling, or the other way round', () => {
    told('The color of the harbor pleased the [|neighbours|].');
    told('The organisation travelled to the [|center|].');
    told('The organisation travelled to the theatre.');
  });

  it('leaves names and quotations as they are', () => {
    told('The Labor Center said the centre was full. “The color is off,” he said.');
  });

  it('mends to the commoner style', () => {
    const { text } = marked('The color of the harbor pleased the neighbours.');
    const [finding] = runToCompletion(checkStyle(readProse(text)));
    assert.equal(finding?.code, 'style/spelling');
    assert.equal(finding.severity, 'hint');
    assert.equal(
      edited(text, finding.fixes[0]?.edits ?? []),
      'The color of the harbor pleased the neighbors.',
    );
  });
});
