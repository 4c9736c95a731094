import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SpellingIndex } from '../../../server/reference/names/spellingIndex.js';

const WORDS = ['dolin', 'khatib', 'figueiredo', 'tegucigalpa', 'xi', 'wu'];
const index = new SpellingIndex(WORDS);

function found(word: string): readonly string[] {
  return [...index.candidates(word)].map((number) => WORDS[number] ?? '');
}

describe('candidates for a misspelled word', () => {
  it('are found with one letter added, missing, changed or swapped', () => {
    for (const word of ['dollin', 'doin', 'dokin', 'doiln'])
      assert.ok(found(word).includes('dolin'), word);
  });

  it('are found with two wrong letters if they are long', () => {
    for (const word of ['figeuriedo', 'fgueireddo', 'tecugicalpa', 'teguzigalba']) {
      assert.equal(found(word).length, 1, word);
    }
  });

  it('are found by their shape on a scanned page', () => {
    const scanned = new SpellingIndex(['burnett', 'yilmaz', 'hrytsenko', 'clarke']);
    for (const word of ['bumett', 'yilrnaz', 'hrytseriko', 'darke'])
      assert.equal(scanned.candidates(word).size, 1, word);
  });

  it('are found by their sound if they are short', () => {
    assert.deepEqual(found('shi'), ['xi']);
    assert.deepEqual(found('woo'), ['wu']);
  });

  it('are not found for unrelated words', () => {
    for (const word of ['', 'marta', 'organisation']) assert.deepEqual(found(word), []);
  });
});
