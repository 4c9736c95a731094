import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { splitIntoClaims } from '../../../../server/checks/claims/segment/clauses.js';
import { statementOf } from '../../../../server/checks/claims/statement/statement.js';
import { slotWordsOf } from '../../../../server/checks/claims/statement/statementQueries.js';
import { createNameIndex } from '../../../../server/reference/nameIndex.js';
import { tokensOf } from '../../../tokensOf.js';

function cut(text: string): readonly string[] {
  const statement = statementOf(tokensOf(text), createNameIndex([]));
  return splitIntoClaims(statement).map(({ first, last }) => slotWordsOf(statement, first, last));
}

describe('clauses', () => {
  it('splits off clauses that could stand alone', () => {
    assert.deepEqual(cut('The mayor landed on Sunday, greeted by a brass band.'), [
      'The mayor landed on Sunday',
      'greeted by a brass band.',
    ]);
    assert.deepEqual(cut('The mine closed in 1998, and its workers moved to the coast.'), [
      'The mine closed in 1998',
      'its workers moved to the coast.',
    ]);
    assert.deepEqual(cut('She will fly to Lima, where she is to open a school.'), [
      'She will fly to Lima',
      'where she is to open a school.',
    ]);
    assert.deepEqual(cut('The court rose at noon; the jury went home.'), [
      'The court rose at noon',
      'the jury went home.',
    ]);
  });

  it('splits off what a verb of speech introduces itself', () => {
    assert.deepEqual(cut('The board met on Monday, and the chair announced a vote.'), [
      'The board met on Monday',
      'the chair announced a vote.',
    ]);
    assert.deepEqual(cut('The vote failed, and council leader Ana Roe criticised the mayor.'), [
      'The vote failed',
      'council leader Ana Roe criticised the mayor.',
    ]);
  });

  it('keeps a shared subject and an attribution together', () => {
    for (const text of [
      'The ministry closed the port and sealed the roads.',
      'The dam is safe, she said.',
      'The dam was closed in May, the mayor said on Tuesday.',
      'The roof can be repaired, head librarian Maren Oduya told the council on Monday.',
      'Ines Duarte, who leads the clinic, said the wards were full.',
    ]) {
      assert.deepEqual(cut(text), [text]);
    }
  });
});
