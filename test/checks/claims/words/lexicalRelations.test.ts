import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { explainClaims } from '../../../../server/checks/claims/explanation.js';
import {
  areAntonyms,
  relatedWordsOf,
  relatedness,
  similarity,
  synonymsOf,
} from '../../../../server/checks/claims/words/lexicalRelations.js';
import { readProse } from '../../../../server/prose/prose.js';
import { thesaurusOf } from '../../../../training/thesaurus/thesaurus.js';
import { referenceTo, verdicts } from '../judgeDraft.js';

/** The explanation of what no source has of a claim. */
function missing(source: string, draft: string): readonly string[] {
  return explainClaims(readProse(draft), referenceTo(source))
    .flatMap(({ reasons }) => reasons)
    .filter((reason) => reason.startsWith('Not found'));
}

describe('lexical relations', () => {
  it('include words of the same stem and synonyms', () => {
    assert.ok(similarity('founder', 'found') > 0.9);
    assert.ok(similarity('purchase', 'buy') > 0.8);
    assert.equal(similarity('harbour', 'violin'), 0);
  });

  it('include antonyms', () => {
    assert.equal(areAntonyms('rise', 'fall'), true);
    assert.equal(similarity('rise', 'fall'), 0);
    assert.equal(areAntonyms('harbour', 'violin'), false);
  });
});

describe('synonyms and related words', () => {
  const PAIRS = [
    ['woman', 'girl'],
    ['man', 'boy'],
    ['council', 'club'],
    ['barrister', 'lawyer'],
    ['car', 'vehicle'],
    ['kill', 'die'],
    ['charge', 'accuse'],
    ['husband', 'spouse'],
  ] as const;

  it('are kept apart: related words are not similar', () => {
    for (const [one, other] of PAIRS) {
      assert.equal(similarity(one, other), 0, `${one}, ${other}`);
      assert.ok(!synonymsOf(one).includes(other), `${one}, ${other}`);
      assert.ok(relatedness(one, other) > 0, `${one}, ${other}`);
    }
    assert.equal(relatedness('wage', 'price'), 0);
  });

  it('both retrieve evidence', () => {
    for (const [one, other] of PAIRS) assert.ok(relatedWordsOf(one).includes(other), one);
    assert.ok(relatedWordsOf('company').includes('firm'));
  });

  it('differ in support: only synonyms ground a word', () => {
    const source = 'The lawyer paid for the car. The council bought the mill.';
    assert.deepEqual(verdicts(source, 'The attorney paid for the car.'), ['supported']);
    assert.ok(!verdicts(source, 'The barrister paid for the vehicle.').includes('supported'));
    assert.deepEqual(missing(source, 'The council purchased the mill.'), []);
    assert.deepEqual(missing(source, 'The club purchased the mill.'), ['Not found: “club”.']);
  });
});

describe('the thesaurus', () => {
  it('takes synonyms and antonyms from WordNet, in common senses only', () => {
    const senses = [
      'dock%1:06:00:: 00000001 1 9',
      'pier%1:06:00:: 00000001 1 4',
      'dock%1:06:01:: 00000002 2 0',
      'tail%1:06:00:: 00000002 1 5',
      'wet%3:00:00:: 00000003 1 6',
      'dry%3:00:00:: 00000004 1 6',
    ].join('\n');
    const noun = [
      '00000001 06 n 02 dock 0 pier 0 000 | where ships lie',
      '00000002 06 n 02 dock 1 tail 0 000 | a part of an animal',
    ].join('\n');
    const adj = [
      '00000003 00 a 01 wet 0 001 ! 00000004 a 0101 | covered with water',
      '00000004 00 a 01 dry 0 001 ! 00000003 a 0101 | free from water',
    ].join('\n');
    assert.deepEqual(thesaurusOf({ senses, noun, verb: '', adj, adv: '' }), [
      'dock|pier',
      'dry||wet',
    ]);
  });
});
