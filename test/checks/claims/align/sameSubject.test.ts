import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../../server/checks/check.js';
import { readProse } from '../../../../server/prose/prose.js';
import { buildBase } from '../../../../server/reference/indexSource.js';
import { createReference } from '../../../../server/reference/reference.js';
import { contradictions } from '../judgeDraft.js';

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

describe('a contradiction of a company that the sentence before names', () => {
  const DRAFTS = ['The company employs 430 people.', 'It employs 430 people.'];

  it('is reported, whether draft and source say “the company” or “it”', () => {
    for (const source of ['The company employs 340 people.', 'It employs 340 people.'])
      for (const draft of DRAFTS)
        assert.deepEqual(
          contradictions(`Norrvik makes rope. ${source}`, `Norrvik makes rope. ${draft}`),
          ['430 > 340'],
          `${draft} ${source}`,
        );
  });

  it('is reported if one of the two names it in the same sentence', () => {
    const [named, before] = ['Norrvik employs', 'Norrvik makes rope. The company employs'];
    assert.deepEqual(contradictions(`${named} 340 people.`, `${before} 430 people.`), [
      '430 > 340',
    ]);
    assert.deepEqual(contradictions(`${before} 340 people.`, `${named} 430 people.`), [
      '430 > 340',
    ]);
  });

  it('is not reported if the source names two, so that it may be the other', () => {
    const source = 'Norrvik makes rope, and Sjöberg makes sails. The company employs 340 people.';
    for (const draft of DRAFTS)
      assert.deepEqual(contradictions(source, `Norrvik makes rope. ${draft}`), [], draft);
  });
});
