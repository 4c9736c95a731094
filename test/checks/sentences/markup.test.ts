import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSentences } from '../../../server/checks/sentences/checkSentences.js';
import { NO_READINGS, type Readings } from '../../../server/inference/readings.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited } from '../../marked.js';
import { damaged, readingsOf } from './reader/readings.js';

/** The drafts that result from the fixes of a draft. */
function fixed(draft: string, readings: Readings = NO_READINGS): readonly string[] {
  return runToCompletion(checkSentences(readProse(draft), readings))
    .findings.flatMap(({ fixes }) => fixes)
    .map(({ edits }) => edited(draft, edits));
}

describe('a fix of a sentence', () => {
  it('is not offered if it would tear a link, emphasis, an image or a footnote apart', () => {
    for (const draft of [
      'The [the](http://x.y/z) council met on Monday.',
      'The **the** mayor opened the bridge.',
      'The ![alt](i.png) the mayor opened the bridge.',
      'The <!-- x --> the mayor opened the bridge.',
    ])
      assert.deepEqual(fixed(draft), [], draft);
  });

  it('is offered beside markup', () => {
    assert.deepEqual(fixed('**The the mayor** opened the [bridge](http://x.y/z).'), [
      '**The mayor** opened the [bridge](http://x.y/z).',
    ]);
  });

  it('exchanges no words with markup between them', () => {
    const swapped = damaged('The minister said that [|was|] it a good decision.', 'swapped', {
      swap: 0.99,
    });
    const readings = readingsOf([swapped], ['The minister said that it was a good decision.']);
    assert.deepEqual(fixed('The minister said that [was](u) it a good decision.', readings), []);
    assert.deepEqual(fixed(swapped.text, readings), [
      'The minister said that it was a good decision.',
    ]);
  });
});
