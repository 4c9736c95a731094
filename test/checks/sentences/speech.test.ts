import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { grammarErrorsIn } from '../../../server/checks/sentences/grammarCheck.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { expectErrors, expectNoErrors } from './errors.js';
import { damaged, othersSound } from './reader/readings.js';
import { SPEECH } from './speech.js';

/** The kinds of error in a draft of one sentence whose marked word the reader considers damaged. */
function kindsByReader(kind: string, source: string): readonly string[] {
  const suspected = damaged(source, kind);
  return runToCompletion(
    grammarErrorsIn(readProse(suspected.text).blocks, othersSound(suspected)),
  ).placed.map(({ found }) => found.kind);
}

describe('speech', () => {
  for (const [name, passage] of Object.entries(SPEECH)) {
    it(`has no errors: ${name}`, () => {
      expectNoErrors(passage);
    });
  }

  it('is not corrected in its grammar, in any kind of quotation', () => {
    for (const kind of ['verb-form', 'agreement', 'run-on', 'missing-subject', 'cut-off']) {
      const found = (source: string): number => kindsByReader(kind, source).length;
      assert.equal(found('Them lads over on the pier [|has|] been good to us.'), 1, kind);
      assert.equal(
        found('“Them lads over on the pier [|has|] been good to us,” he said.'),
        0,
        kind,
      );
      assert.equal(found('He said that “them lads on the pier [|has|] been good to us”.'), 0, kind);
    }
  });

  it('is corrected around the quotation marks', () => {
    assert.deepEqual(
      kindsByReader(
        'verb-form',
        '“Them lads has been good to us,” the miller had [|say|] of them.',
      ),
      ['wrong-form'],
    );
  });

  it('is reported for lost and doubled words', () => {
    assert.deepEqual(
      kindsByReader('missing-word', '“We waited for an hour at the [|end|] the pier,” he said.'),
      ['garbled'],
    );
    expectErrors('repeated-word', '“We waited for [|an an|] hour,” he said.');
    expectErrors('repeated-word', '> We waited for [|an an|] hour.');
  });
});
