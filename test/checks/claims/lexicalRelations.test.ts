import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  areAntonyms,
  areContraries,
  similarity,
} from '../../../server/checks/claims/lexicalRelations.js';
import { thesaurusOf } from '../../../training/thesaurus/thesaurus.js';

describe('lexical relations', () => {
  it('include words of the same stem and synonyms', () => {
    assert.ok(similarity('founder', 'found') > 0.9);
    assert.ok(similarity('purchase', 'buy') > 0.8);
    assert.equal(similarity('harbour', 'violin'), 0);
  });

  it('include antonyms, and those that two accounts cannot share', () => {
    assert.equal(areAntonyms('rise', 'fall'), true);
    assert.equal(areContraries('join', 'leave'), true);
    assert.equal(similarity('rise', 'fall'), 0);
    assert.equal(areContraries('harbour', 'violin'), false);
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
