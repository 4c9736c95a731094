import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { probabilityOf } from '../../../server/checks/claims/logistic.js';
import { type Case, labelledClaims } from '../../claim-decision/cases.js';
import { fitLogistic } from '../../claim-decision/logisticRegression.js';

const SOURCES = [
  {
    name: 'ferry.txt',
    text: 'The ferry carried 214 passengers on Monday. Mira Tarn steered it. The harbour was closed for two hours.',
  },
];

describe('the fit of the claim decision', () => {
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

  it('labels the claims of a case', () => {
    const draft = 'The ferry carried 241 passengers on Monday. Mira Tarn steered it.';
    const start = draft.indexOf('241');
    const errors: Case['errors'] = [{ span: { start, end: start + 3 } }];
    const claims = labelledClaims({ sources: SOURCES, draft, errors });
    assert.deepEqual(
      claims.map(({ isSupported }) => isSupported),
      [false, true],
    );
  });

  it('leaves out claims outside the part that counts', () => {
    const draft = 'The ferry carried 241 passengers on Monday. Mira Tarn steered it.';
    const within = { start: draft.indexOf('Mira'), end: draft.length };
    assert.equal(labelledClaims({ sources: SOURCES, draft, errors: [], within }).length, 1);
  });
});
