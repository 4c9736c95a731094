import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Testimony,
  verdictByJudge,
  verdictByRules,
} from '../../../server/checks/claims/verdict.js';
import { DECISIONS } from './fakeJudge.js';

const NOTHING: Testimony = {
  lacksValue: false,
  differsByRules: false,
  difference: 0,
  lacksPart: false,
  closeness: 0.5,
};

/** The verdict by probabilities of which the rest is 0. */
function verdict(
  says: { readonly supported?: number; readonly contradicted?: number; readonly neither?: number },
  testimony: Partial<Testimony> = {},
): string {
  const reading = { supported: 0, contradicted: 0, neither: 0, ...says };
  return verdictByJudge(reading, { ...NOTHING, ...testimony }, DECISIONS);
}

describe('the verdict of the judge and the values', () => {
  it('is supported if the judge is sure, every value is there and none differs', () => {
    assert.equal(verdict({ supported: 0.8 }), 'supported');
    assert.equal(verdict({ supported: 0.79 }), 'unclear');
    assert.equal(verdict({ supported: 0.99 }, { lacksValue: true }), 'unclear');
    assert.equal(verdict({ supported: 0.99 }, { difference: 0.3 }), 'unclear');
    assert.equal(verdict({ supported: 0.99 }, { difference: 0.1 }), 'supported');
  });

  it('is contradicted if the judge says so and a value differs', () => {
    assert.equal(verdict({ contradicted: 0.5 }, { difference: 0.3 }), 'contradicted');
    assert.equal(verdict({ contradicted: 0.49 }, { difference: 0.3 }), 'unclear');
    assert.equal(verdict({ contradicted: 0.5 }, { difference: 0.1 }), 'unclear');
    assert.equal(verdict({ supported: 0.9 }, { difference: 0.9 }), 'unclear');
  });

  it('is contradicted where the rules find a difference, unless the judge leans towards the claim', () => {
    assert.equal(verdict({ neither: 0.9 }, { differsByRules: true }), 'contradicted');
    const says = (supported: number, contradicted: number): string =>
      verdict({ supported, contradicted }, { differsByRules: true });
    assert.equal(says(0.4, 0.5), 'contradicted');
    assert.equal(says(0.5, 0.4), 'unclear');
    assert.equal(says(0.9, 0.1), 'unclear');
  });

  it('is contradicted without such a value only if the judge is very sure', () => {
    assert.equal(verdict({ contradicted: 0.9 }), 'contradicted');
    assert.equal(verdict({ contradicted: 0.89 }), 'unclear');
  });

  it('is not contradicted by a sentence about something else', () => {
    assert.equal(verdict({ contradicted: 0.9 }, { closeness: 0.29 }), 'unclear');
    assert.equal(
      verdict({ contradicted: 0.9 }, { closeness: 0.29, difference: 0.3 }),
      'contradicted',
    );
  });

  it('is unsupported if the passages are silent and lack a part of the claim', () => {
    assert.equal(verdict({ neither: 0.6 }, { lacksPart: true }), 'unsupported');
    assert.equal(verdict({ neither: 0.6 }), 'unclear');
    assert.equal(verdict({ neither: 0.59 }, { lacksPart: true }), 'unclear');
  });
});

describe('the verdict by rules alone', () => {
  const NONE = { differs: false, isInSources: false, hasAbsentParts: false };

  it('is contradicted if a value differs, whatever else is known', () => {
    assert.equal(
      verdictByRules({ differs: true, isInSources: true, hasAbsentParts: true }),
      'contradicted',
    );
  });

  it('is supported only by a source that says the claim', () => {
    assert.equal(verdictByRules({ ...NONE, isInSources: true }), 'supported');
    assert.equal(verdictByRules(NONE), 'unclear');
  });

  it('is unsupported if a part of the claim is nowhere in the sources', () => {
    assert.equal(verdictByRules({ ...NONE, hasAbsentParts: true }), 'unsupported');
  });
});
