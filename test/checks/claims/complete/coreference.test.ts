import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Coreference } from '../../../../server/checks/claims/complete/coreference.js';
import { mayReferBack } from '../../../../server/checks/claims/complete/discourse.js';
import { statementOf } from '../../../../server/checks/claims/statement/statement.js';
import { readProse, sentencesOf } from '../../../../server/prose/prose.js';
import { referenceFromSources } from '../../../../server/reference/reference.js';

/** The antecedents of the pronouns in a text's last sentence, in order. */
function antecedents(text: string): readonly string[] {
  const { names } = referenceFromSources([{ name: 'source.txt', text }]);
  const discourse = new Coreference();
  const read = sentencesOf(readProse(text, 'plain')).map(({ sentence }) =>
    discourse.read(statementOf(sentence.tokens, names)),
  );
  return (read.at(-1)?.terms ?? []).filter(({ resolved }) => resolved).map(({ word }) => word);
}

describe('coreference', () => {
  it('resolves “he” and “she” to the last person', () => {
    assert.deepEqual(antecedents('Mr. Adeyemi opened the fair on Monday. He left at noon.'), [
      'adeyemi',
    ]);
  });

  it('respects gender', () => {
    assert.deepEqual(antecedents('Ms. Novak met Mr. Adeyemi in Oslo. She left at noon.'), [
      'novak',
    ]);
  });

  it('does not resolve “she” to a brother, even if he is named last', () => {
    const draft =
      'Ida Novak praised her brother Emil Novak. Asked about Emil Novak, she smiled. She left at noon.';
    assert.deepEqual(antecedents('Ida Novak praised her brother Emil Novak. She left at noon.'), [
      'ida novak',
    ]);
    assert.ok(!antecedents(draft).includes('emil novak'));
  });

  it('resolves “the two countries” to the last two', () => {
    assert.deepEqual(
      [...antecedents('Peru signed a pact with Chile. The two countries share a border.')].sort(),
      ['chile', 'peru'],
    );
  });

  it('leaves unclear pronouns unresolved', () => {
    assert.deepEqual(antecedents('Rain fell all night. He stayed at home.'), []);
  });

  it('needs the preceding sentences only if a sentence refers back', () => {
    const { names } = referenceFromSources([
      { name: 'source.txt', text: 'The Marlow Trust hired Ada Novak in Oslo.' },
    ]);
    const asks = (text: string): boolean =>
      sentencesOf(readProse(text, 'plain')).some(({ sentence }) =>
        mayReferBack(statementOf(sentence.tokens, names)),
      );
    for (const text of [
      'He left at noon.',
      'The group hired a director.',
      'The two leaders met in May.',
      'It paid the rent.',
    ])
      assert.ok(asks(text), text);
    for (const text of [
      'A group hired a director.',
      'There was a leader of the party in Oslo.',
      'The company of players sang.',
      'The Marlow Trust said that it paid the rent.',
    ])
      assert.ok(!asks(text), text);
  });
});
