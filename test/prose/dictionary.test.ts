import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isEnglishWord } from '../../server/prose/dictionary.js';

describe('the dictionary', () => {
  it('has English words in any case and inflection', () => {
    for (const word of ['river', 'Counsel', 'FALLEN', 'children', 'was'])
      assert.ok(isEnglishWord(word), word);
  });

  it('has no non-words', () => {
    for (const word of ['', 'wójcik', 'Petrenko', 'rvier', 'two words'])
      assert.ok(!isEnglishWord(word), word);
  });
});
