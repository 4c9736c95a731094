import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NearWords } from '../../../server/reference/names/nearWords.js';

const WORDS = ['dolin', 'khatib', 'figueiredo', 'tegucigalpa', 'xi', 'wu'];
const near = new NearWords(WORDS);

function found(word: string): readonly string[] {
  return [...near.of(word)].map((index) => WORDS[index] ?? '');
}

describe('near words', () => {
  it('are found with one letter put in, left out, changed or swapped', () => {
    for (const word of ['dollin', 'doin', 'dokin', 'doiln'])
      assert.ok(found(word).includes('dolin'), word);
  });

  it('are found with two letters wrong where they are long', () => {
    for (const word of ['figeuriedo', 'fgueireddo', 'tecugicalpa', 'teguzigalba']) {
      assert.equal(found(word).length, 1, word);
    }
  });

  it('are found by their shape on a scanned page', () => {
    const scanned = new NearWords(['burnett', 'yilmaz', 'hrytsenko', 'clarke']);
    for (const word of ['bumett', 'yilrnaz', 'hrytseriko', 'darke'])
      assert.equal(scanned.of(word).size, 1, word);
  });

  it('are found by their sound where they are short', () => {
    assert.deepEqual(found('shi'), ['xi']);
    assert.deepEqual(found('woo'), ['wu']);
  });

  it('are not found for other words', () => {
    for (const word of ['', 'marta', 'organisation']) assert.deepEqual(found(word), []);
  });
});
