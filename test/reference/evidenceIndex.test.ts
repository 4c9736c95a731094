import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createEvidenceIndex } from '../../server/reference/evidenceIndex.js';
import { Draw } from '../bench/draw.js';
import type { Fact } from '../../server/reference/model.js';

function index(...texts: readonly string[]): ReturnType<typeof createEvidenceIndex> {
  return createEvidenceIndex(
    texts.map((text, at): Fact => ({
      text,
      unreliable: false,
      citation: { source: 's', line: at + 1 },
    })),
  );
}

function found(searched: ReturnType<typeof index>, words: string, limit = 3): readonly number[] {
  const query = words.split(' ').map((word) => ({ word, weight: 1 }));
  return searched.search(query, limit).map((hit) => hit.index);
}

const HARBOUR = index(
  'The harbour was founded by monks in 1204.',
  'A storm destroyed the old lighthouse.',
  'The founder of the school left his harbour house to the town.',
  'Ferries cross the strait twice a day.',
);

describe('the evidence index', () => {
  it('ranks facts by the rare words that they share', () => {
    assert.deepEqual(found(HARBOUR, 'storm lighthouse'), [1]);
    assert.equal(found(HARBOUR, 'harbour monks')[0], 0);
  });

  it('finds a word in all its forms', () => {
    assert.deepEqual([...found(HARBOUR, 'founding')].sort(), [0, 2]);
    assert.deepEqual(found(HARBOUR, 'ferry'), [3]);
  });

  it('returns at most the requested number, and nothing for unknown words', () => {
    assert.equal(found(HARBOUR, 'harbour founded', 1).length, 1);
    assert.deepEqual(found(HARBOUR, 'volcano'), []);
    assert.deepEqual(found(index(), 'harbour'), []);
  });

  it('carries no scores over to the next search', () => {
    assert.deepEqual(
      HARBOUR.search([{ word: 'storm', weight: 1 }], 3),
      HARBOUR.search([{ word: 'storm', weight: 1 }], 3),
    );
  });

  it('measures how rare a word is', () => {
    assert.equal(HARBOUR.rarity('volcano'), 1);
    assert.ok(HARBOUR.rarity('storm') > HARBOUR.rarity('harbour'));
  });

  it('finds the same facts as by reading every list completely', () => {
    const draw = new Draw(11);
    const words = Array.from({ length: 60 }, (_, index) => `w${String(index).padStart(2, '0')}`);
    const usual = (): string => words[Math.floor(words.length ** draw.share()) - 1] ?? '';
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: 8 + draw.below(8) }, usual).join(' '),
    );
    const many = index(...texts);
    for (let round = 0; round < 60; round++) {
      const query = Array.from({ length: 1 + draw.below(12) }, () => ({
        word: usual(),
        weight: 0.1 + draw.share(),
      }));
      // A search for all facts skips no list.
      const all = many.search(query, texts.length);
      for (const limit of [1, 7]) {
        const best = many.search(query, limit);
        assert.equal(best.length, Math.min(limit, all.length));
        for (const [rank, { score, index: found }] of best.entries()) {
          assert.ok(Math.abs(score - (all[rank]?.score ?? 0)) < 1e-3);
          assert.ok(Math.abs((all.find((hit) => hit.index === found)?.score ?? 0) - score) < 1e-3);
        }
      }
    }
  });
});
