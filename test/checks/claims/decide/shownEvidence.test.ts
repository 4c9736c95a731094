import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgeDraft } from '../judgeDraft.js';

const SOURCE = `The harbour master inspected the cranes in May. The ferry company owns four boats. Mayor Maren Oduya opened the pier.`;

/** The verdict, the note and the passages that are listed under the only claim of a sentence. */
function listed(sentence: string, source = SOURCE): readonly unknown[] {
  const [claim, ...others] = judgeDraft(source, sentence).claims;
  assert.ok(claim !== undefined && others.length === 0, sentence);
  return [claim.verdict, claim.note, claim.evidence.map(({ text }) => text)];
}

describe('the passages under a claim that is left to check', () => {
  it('have its subject and one more of its words or figures', () => {
    assert.deepEqual(listed('The harbour master praised the cranes.'), [
      'unclear',
      undefined,
      ['The harbour master inspected the cranes in May.'],
    ]);
    assert.deepEqual(listed('Oduya closed the pier in the old town.'), [
      'unclear',
      undefined,
      ['Mayor Maren Oduya opened the pier.'],
    ]);
    assert.deepEqual(listed('The ferry company, which is from Corrie, sold four barges.')[2], [
      'The ferry company owns four boats.',
    ]);
  });

  it('are none if they have only its subject, or one word beside another subject', () => {
    for (const sentence of [
      'The harbour master praised the crew.',
      'The lifeguards inspected the boats.',
    ])
      assert.deepEqual(listed(sentence)[2], [], sentence);
  });

  it('have three of its words if they have another subject', () => {
    assert.deepEqual(listed('The lifeguards inspected the cranes in May.')[2], [
      'The harbour master inspected the cranes in May.',
    ]);
  });

  it('have two of its words if its subject is a pronoun', () => {
    assert.deepEqual(listed('They inspected the cranes of the harbour.')[2], [
      'The harbour master inspected the cranes in May.',
    ]);
    assert.deepEqual(listed('They inspected the lifeboats of the coastguard.')[2], []);
  });
});
