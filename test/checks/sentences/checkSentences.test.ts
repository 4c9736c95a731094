import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NO_READINGS } from '../../../server/inference/readings.js';
import { checkSentences } from '../../../server/checks/sentences/checkSentences.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited } from '../../marked.js';

describe('the sentence check', () => {
  it('reports an error at its place in the draft, markup included', () => {
    const draft = '# Pool\n\nThe *bridge* is **an an** old one.\n';
    const [finding, ...others] = runToCompletion(
      checkSentences(readProse(draft), NO_READINGS),
    ).findings;
    assert.deepEqual(others, []);
    assert.equal(finding?.code, 'sentence/repeated-word');
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.message, '“an an” should be “an”.');
    assert.deepEqual(draft.slice(finding.span.start, finding.span.end), 'an an');
    assert.deepEqual(finding.evidence, []);
  });

  it('suggests a fix that leaves markup alone', () => {
    const draft = 'The [court](https://a.example/x) rose at noon. **the** jury went home.';
    const [finding] = runToCompletion(checkSentences(readProse(draft), NO_READINGS)).findings;
    const [fix] = finding?.fixes ?? [];
    assert.equal(fix?.preferred, true);
    assert.equal(
      edited(draft, fix.edits),
      'The [court](https://a.example/x) rose at noon. **The** jury went home.',
    );
  });

  it('prefers no fix if the writer must choose', () => {
    const placeholder = 'The council spent TK pounds on the pool.';
    assert.deepEqual(
      runToCompletion(checkSentences(readProse(placeholder), NO_READINGS)).findings.map(
        ({ fixes }) => fixes.map(({ preferred }) => preferred),
      ),
      [[false]],
    );
  });

  it('reports nothing in an empty draft', () => {
    assert.deepEqual(runToCompletion(checkSentences(readProse(''), NO_READINGS)).findings, []);
  });
});
