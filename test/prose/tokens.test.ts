import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { splitSentences } from '../../server/prose/sentences.js';

describe('tokens', () => {
  it('have a tag and a lower-case dictionary form', () => {
    const text = 'Vranić’s aides weren’t seen.';
    assert.deepEqual(
      splitSentences(text)
        .flat()
        .map(({ text: word, tag, lemma }) => `${word} ${tag} ${lemma}`),
      [
        'Vranić PROPN vranić',
        "’s PART 's",
        'aides NOUN aide',
        'were AUX be',
        'n’t PART not',
        'seen VERB see',
        '. PUNCT .',
      ],
    );
  });
});
