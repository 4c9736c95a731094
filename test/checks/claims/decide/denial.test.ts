import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contradictions, isUncontradicted } from '../judgeDraft.js';

describe('a denial of the sources', () => {
  it('contradicts the claim, in both directions', () => {
    assert.deepEqual(
      contradictions('Mira Tarn does not steer the ferry.', 'Mira Tarn steers the ferry.'),
      ['steers > -'],
    );
    assert.deepEqual(
      contradictions('The council approved the lido.', 'The council never approved the lido.'),
      ['never approved > -'],
    );
  });

  it('contradicts a claim that says more, such as where', () => {
    assert.deepEqual(
      contradictions('Mira Tarn does not steer the ferry.', 'Mira Tarn steers the ferry to Lund.'),
      ['steers > -'],
    );
  });

  it('leaves a claim alone if only more than it is denied', () => {
    const source = 'Mira Tarn did not steer the ferry to Lund. The board meets on Tuesdays.';
    for (const draft of ['Mira Tarn steered the ferry.', 'The board never meets in winter.'])
      assert.ok(isUncontradicted(source, draft), draft);
  });

  it('contradicts nothing that somebody else did, that is only planned, or that it says in another clause', () => {
    const source =
      'Ada Roe did not open the lido. The council, which was not asked, closed the pool.';
    for (const draft of [
      'Mira Tarn opened the lido.',
      'Ada Roe will open the lido.',
      'The council closed the pool.',
    ])
      assert.ok(isUncontradicted(source, draft), draft);
  });

  it('contradicts nothing if it is only demanded', () => {
    const source =
      'Ida Crole asked that no pool be closed, and that the council not sell the lido.';
    for (const draft of ['Two pools have been closed.', 'The council sold the lido.'])
      assert.ok(isUncontradicted(source, draft), draft);
  });
});
