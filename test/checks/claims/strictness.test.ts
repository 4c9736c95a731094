import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Strictness } from '../../../server/checks/claims/strictness.js';
import { judgementsOf } from '../../../server/checks/claims/judgements.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceTo } from './judgeDraft.js';

/** Another value has a probability of 0.35, and of 0.5. */
const POSSIBLE = {
  source: 'The Halden Star had left Stavanger when it struck a rock. A tug came from Bergen.',
  draft: 'After its departure from Bergen, the Halden Star hit a rock.',
};
const LIKELY = {
  source: 'The council gave the museum 214,000 kronor in May. It had asked for more.',
  draft: 'The museum lives on 307,000 kronor from the council.',
};

describe('the strictness of verdicts on claims', () => {
  const verdictOf = (
    { source, draft }: typeof POSSIBLE,
    strictness?: Strictness,
  ): string | undefined =>
    runToCompletion(
      judgementsOf(readProse(draft), referenceTo(source), strictness ? { strictness } : {}),
    )[0]?.verdict;

  it('moves what is contradicted', () => {
    assert.equal(verdictOf(POSSIBLE, 'usual'), 'unclear');
    assert.equal(verdictOf(POSSIBLE, 'eager'), 'contradicted');
    assert.equal(verdictOf(LIKELY, 'usual'), 'contradicted');
    assert.equal(verdictOf(LIKELY, 'strict'), 'unclear');
  });

  it('is the usual one if nothing is said', () => {
    assert.equal(verdictOf(POSSIBLE), 'unclear');
    assert.equal(verdictOf(LIKELY), 'contradicted');
  });

  it('has a draft judged again when it changes, and not by who does not choose', () => {
    const prose = readProse(POSSIBLE.draft);
    const reference = referenceTo(POSSIBLE.source);
    const judge = (strictness?: Strictness): string | undefined =>
      runToCompletion(judgementsOf(prose, reference, strictness ? { strictness } : {}))[0]?.verdict;
    assert.equal(judge('eager'), 'contradicted');
    assert.equal(judge(), 'contradicted');
    assert.equal(judge('usual'), 'unclear');
    assert.equal(judge(), 'unclear');
  });
});
