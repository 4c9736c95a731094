import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSentences } from '../../../server/checks/sentences/checkSentences.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited } from '../../marked.js';

describe('the sentence check', () => {
  it('tells a break where it stands in the draft, markup and all', () => {
    const draft = '# Pool\n\nThe *bridge* is **an an** old one.\n';
    const [finding, ...others] = runToCompletion(checkSentences(readProse(draft)));
    assert.deepEqual(others, []);
    assert.equal(finding?.code, 'sentence/repeated-word');
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.message, '“an” is written twice.');
    assert.deepEqual(draft.slice(finding.span.start, finding.span.end), 'an an');
    assert.deepEqual(finding.evidence, []);
  });

  it('offers a mend that leaves markup alone', () => {
    const draft = 'The [court](https://a.example/x) rose at noon. **the** jury went home.';
    const [finding] = runToCompletion(checkSentences(readProse(draft)));
    const [fix] = finding?.fixes ?? [];
    assert.equal(fix?.preferred, true);
    assert.equal(
      edited(draft, fix.edits),
      'The [court](https://a.example/x) rose at noon. **The** jury went home.',
    );
  });

  it('prefers at most one mend, and none where the writer must choose', () => {
    const splice = 'The mayor will not be at the match, she is sending her son.';
    assert.deepEqual(
      runToCompletion(checkSentences(readProse(splice))).map(({ fixes }) =>
        fixes.map(({ preferred }) => preferred),
      ),
      [[true, false]],
    );
    const placeholder = 'The council spent TK pounds on the pool.';
    assert.deepEqual(
      runToCompletion(checkSentences(readProse(placeholder))).map(({ fixes }) =>
        fixes.map(({ preferred }) => preferred),
      ),
      [[false]],
    );
  });

  it('has nothing to say of an empty draft', () => {
    assert.deepEqual(runToCompletion(checkSentences(readProse(''))), []);
  });
});
