import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tokenize } from '../../server/prose/tokens.js';

describe('tokens', () => {
  it('keep words whole whose letters are rare in English', () => {
    const text = 'Ifeoma Vranić, Šimek’s aide, met Nguyễn and Łukasz; Ольга and Zoe\u0301 left.';
    const tokens = tokenize(text).flat();
    for (const { text: word, start, end } of tokens) assert.equal(text.slice(start, end), word);
    const words = tokens.filter(({ kind }) => kind === 'word').map(({ text: word }) => word);
    for (const name of ['Vranić', 'Šimek', '’s', 'Nguyễn', 'Łukasz', 'Ольга', 'Zoe\u0301']) {
      assert.ok(words.includes(name), `${name} in ${words.join(' ')}`);
    }
    assert.equal(tokens.find(({ text: word }) => word === 'Vranić')?.lemma, 'vranić');
  });

  it('cut what the tokenizer leaves whole', () => {
    const words = (text: string): readonly string[] =>
      tokenize(text)
        .flat()
        .map(({ text: word, tag }) => `${word}/${tag}`);
    assert.deepEqual(words("I'm in.").slice(0, 2), ['I/PRON', "'m/AUX"]);
    assert.deepEqual(words('The club made a.').slice(-1), ['./PUNCT']);
    assert.deepEqual(words("The pitch is Leeds's.").slice(-3), [
      'Leeds/PROPN',
      "'s/PART",
      './PUNCT',
    ]);
  });
});
