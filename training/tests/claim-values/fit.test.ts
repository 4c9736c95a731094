import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { probabilityOf } from '../../../server/checks/claims/logistic.js';
import { labelledValues } from '../../claim-values/labelledValues.js';
import { fitLogistic } from '../../claim-values/logisticRegression.js';

const STORY = {
  sources: [
    {
      name: 'ferry.txt',
      text: 'The ferry carried 214 passengers on Monday. It left the harbour with 12 lorries.',
    },
  ],
  draft: 'The ferry carried 241 passengers on Monday.',
};
const place = { start: STORY.draft.indexOf('241'), end: STORY.draft.indexOf('241') + 3 };

describe('the fit of the values of claims', () => {
  it('separates samples by the signal that tells them apart', () => {
    const samples = [0, 0, 0, 1, 1, 1].map((share, at) => ({
      signals: { share, constant: 3, noise: at % 2 },
      isPositive: share === 1,
      weight: 1,
    }));
    const weights = fitLogistic(samples, ['share', 'constant', 'noise'], 1);
    assert.ok(weights.signals.share > Math.abs(weights.signals.noise));
    assert.equal(weights.signals.constant, 0);
    assert.ok(probabilityOf(weights, { share: 1, constant: 3, noise: 0 }) > 0.6);
    assert.ok(probabilityOf(weights, { share: 0, constant: 3, noise: 0 }) < 0.4);
  });

  it('gives the same weights for the same samples, whatever their order', () => {
    const samples = [0.1, 0.7, 0.4, 0.9].map((share, at) => ({
      signals: { share },
      isPositive: at % 2 === 1,
      weight: at + 1,
    }));
    assert.deepEqual(
      fitLogistic([...samples].reverse(), ['share'], 0.5),
      fitLogistic(samples, ['share'], 0.5),
    );
  });

  it('takes the value that puts an error right as the right one', () => {
    const values = labelledValues({
      ...STORY,
      errors: [{ span: place, right: '214', kind: 'figure' }],
    });
    assert.deepEqual(
      values.map(({ isRight }) => isRight),
      [true],
    );
  });

  it('leaves out values where the draft has no error', () => {
    assert.deepEqual(labelledValues({ ...STORY, errors: [] }), []);
  });
});
