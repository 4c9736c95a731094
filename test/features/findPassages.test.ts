import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Claim } from '../../server/checks/finding.js';
import { passagesAt, passagesFor } from '../../server/features/findPassages.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { drafted } from './drafted.js';

const SENTENCES = [
  'The council closed the pool on Monday.',
  'Swimmers of Harrow Bay paid 900 pounds for the pool.',
  'The mayor, Renée Oduya, said the pool costs too much.',
  'The harbour was dredged in spring.',
  'A ferry ran aground.',
];

const BASE = {
  facts: SENTENCES.map((text, at) => ({
    text,
    citation: { source: at === 4 ? 'sources/confidential/tip.md' : 'log.md', line: at + 1 },
    unreliable: false,
  })),
  confidential: new Set(['sources/confidential/tip.md']),
};

describe('the passages for some words', () => {
  const found = (query: string): readonly number[] =>
    runToCompletion(passagesFor(query, drafted('', { base: BASE }))).map(({ line }) => line);

  it('contain them in any form and order, those with most of them first', () => {
    assert.deepEqual([...found('pool council')].sort(), [1, 2, 3]);
    assert.equal(found('pool council')[0], 1);
    assert.equal(found('the cost of pools')[0], 3);
    assert.deepEqual(found('dredging'), [4]);
  });

  it('begin with those that have the words in a row', () => {
    assert.deepEqual(found('pounds for the pool')[0], 2);
  });

  it('are found while the last word is typed, and without accents', () => {
    assert.deepEqual(found('harb'), [4]);
    assert.deepEqual(found('renee od'), [3]);
    assert.deepEqual(found('harb '), []);
    assert.deepEqual(found('h'), []);
  });

  it('are none without words', () => {
    assert.deepEqual(found(' “” '), []);
    assert.deepEqual(found('submarine'), []);
  });

  it('have their file, and show which are confidential', () => {
    const [passage] = runToCompletion(passagesFor('ferry', drafted('', { base: BASE })));
    assert.deepEqual(passage, {
      text: 'A ferry ran aground.',
      source: 'sources/confidential/tip.md',
      line: 5,
      uri: 'memory:///sources/confidential/tip.md',
      isConfidential: true,
    });
  });
});

describe('the passages on a statement', () => {
  const text = 'Rain fell. The pool cost 700 pounds.';
  const claim: Claim = {
    span: { start: 11, end: text.length },
    verdict: 'contradicted',
    score: 0,
    evidence: [{ source: 'log.md', line: 2, text: SENTENCES[1] ?? '' }],
  };
  const at = (offset: number): readonly number[] =>
    runToCompletion(passagesAt(offset, drafted(text, { base: BASE, claims: [claim] }))).map(
      ({ line }) => line,
    );

  it('are its evidence, each once, and then others that share its words', () => {
    const [first, ...others] = at(20);
    assert.equal(first, 2);
    assert.ok(!others.includes(2));
    assert.ok(others.includes(3));
  });

  it('are empty outside of statements', () => {
    assert.deepEqual(at(3), []);
  });
});
