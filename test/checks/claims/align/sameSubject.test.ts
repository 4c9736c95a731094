import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../../server/checks/check.js';
import { readProse } from '../../../../server/prose/prose.js';
import { buildBase } from '../../../../server/reference/indexSource.js';
import { createReference } from '../../../../server/reference/reference.js';

const NOTES = `Release 7/2025, Port Ansa, Thursday 11 June 2025. The Halvik Bank lost the records of 4,200 customers in May.

The Halvik Bank closed 14 branches in 2019. The Ansa ferry carried 900 cars in 2019.
`;
const reference = createReference(buildBase([{ name: 'notes.md', text: NOTES }]).base);

/** The contradicted words of a draft, with the titles of their fixes. */
function contradicted(draft: string): readonly string[] {
  const { text } = readProse(draft);
  return checkDraft(readProse(draft), reference)
    .findings.filter(({ code }) => code === 'claim/contradicted')
    .map(({ span, fixes }) =>
      [text.slice(span.start, span.end), ...fixes.map(({ title }) => title)].join(' | '),
    );
}

describe('a contradiction', () => {
  it('is reported with a fix if the evidence names the subject', () => {
    assert.deepEqual(contradicted('The Halvik Bank closed 17 branches in 2019.'), [
      '17 | Change to “14”',
    ]);
    assert.deepEqual(contradicted('The bank lost the records of 2,400 customers in May.'), [
      '2,400 | Change to “4,200”',
    ]);
  });

  it('is none if the evidence is about something else', () => {
    assert.deepEqual(contradicted('The Ansa ferry closed 17 branches in 2019.'), []);
    assert.deepEqual(contradicted('The bank carried 300 cars in 2019.'), []);
  });
});
