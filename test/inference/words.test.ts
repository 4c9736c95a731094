import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { LETTER_CASE, letterCaseOf, wordsOf } from '../../server/inference/words.js';

const textsOf = (text: string): readonly string[] => [...wordsOf(text)].map((word) => word.text);

describe('the words of the sentence reader', () => {
  it('are runs of letters, marks and digits, or single other characters', () => {
    assert.deepEqual(textsOf('It’s 1,200.50 — “yes”!'), [
      ...['It', '’', 's', '1', ',', '200', '.', '50', '—', '“', 'yes', '”', '!'],
    ]);
    assert.deepEqual(textsOf('e\u0301te\u0301 漢字とかな'), ['e\u0301te\u0301', '漢字とかな']);
  });

  it('have offsets in UTF-16 units', () => {
    assert.deepEqual(
      [...wordsOf('🏊 a\ud83c b')],
      [
        { text: '🏊', start: 0, end: 2 },
        { text: 'a', start: 3, end: 4 },
        { text: '\ud83c', start: 4, end: 5 },
        { text: 'b', start: 6, end: 7 },
      ],
    );
  });

  it('are separated by the white space of Unicode, not of JavaScript', () => {
    assert.deepEqual(textsOf('a\u0085b\u00a0c\u2003d'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(textsOf('a\ufeffb\u001cc'), ['a', '\ufeff', 'b', '\u001c', 'c']);
  });

  it('are found one by one, so that the end of an endless text is not read', () => {
    const [first] = wordsOf('word '.repeat(1_000_000));
    assert.equal(first?.text, 'word');
  });
});

describe('the letter case of a word', () => {
  const cases: readonly (readonly [keyof typeof LETTER_CASE, readonly string[]])[] = [
    ['lower', ['ferry', '1962', '—', '漢字', 'ª', 'ǅ']],
    ['title', ['Ferry', 'A', 'Élan', 'I']],
    ['upper', ['NATO', 'B2B', 'Ⅷ8Ⅷ']],
    ['mixed', ['iPhone', 'McDonald', 'aB', 'ǅA']],
  ];
  for (const [name, words] of cases) {
    it(`is ${name} for ${words.join(', ')}`, () => {
      for (const word of words) assert.equal(letterCaseOf(word), LETTER_CASE[name], word);
    });
  }
});
