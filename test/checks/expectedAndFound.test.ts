import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { readProse } from '../../server/prose/prose.js';
import { referenceFromSources } from '../../server/reference/reference.js';

/** The code, expected and found text of each finding that has one of the two. */
function differences(
  draft: string,
  sources: Readonly<Record<string, string>>,
): readonly (readonly (string | undefined)[])[] {
  const reference = referenceFromSources(
    Object.entries(sources).map(([name, text]) => ({ name, text })),
  );
  return checkDraft(readProse(draft), reference).findings.flatMap(({ code, expected, found }) =>
    expected === undefined && found === undefined ? [] : [[code, expected, found]],
  );
}

describe('the expected and the found text of a finding', () => {
  it('are the values of the source and of the draft, for a contradicted claim', () => {
    assert.deepEqual(
      differences('The fire at the Bexley mill killed 190 people on Monday.', {
        'agency.txt': 'The fire at the Bexley mill killed 145 people on Monday.',
      }),
      [['claim/contradicted', '145', '190']],
    );
  });

  it('are all values, if the sources differ', () => {
    const [difference] = differences('The fire at the Bexley mill killed 190 people.', {
      'agency.txt': 'The fire at the Bexley mill killed 145 people on Monday.',
      'police.txt': 'The fire at the Bexley mill killed 143 people on Monday, police said.',
    });
    assert.ok(difference !== undefined);
    const [code, expected = '', found] = difference;
    assert.deepEqual([code, found], ['claim/contradicted', '190']);
    assert.deepEqual(expected.split(', ').sort(), ['143', '145']);
  });

  it('are the recorded and the quoted words, for an altered quote', () => {
    assert.deepEqual(
      differences('“We will rebuild the harbour wall next year,” Maren Oduya said.', {
        'talk.txt': '“We will rebuild the harbour wall this year,” Maren Oduya said.',
      }),
      [
        [
          'quote/altered',
          'We will rebuild the harbour wall this year',
          'We will rebuild the harbour wall next year',
        ],
      ],
    );
  });

  it('are the speakers, for a misattributed quote', () => {
    assert.deepEqual(
      differences('“We will rebuild the harbour wall this year,” Mr. Roe said.', {
        'talk.txt':
          'Mr. Tomas Roe left. “We will rebuild the harbour wall this year,” Maren Oduya said.',
      }),
      [['quote/misattributed', 'Maren Oduya', 'Mr. Roe']],
    );
  });

  it('are the right and the wrong spelling, for a misspelled name', () => {
    assert.deepEqual(
      differences('Council leader Maren Oduay opened the lido.', {
        'lido.md':
          '---\ndossier: Lido\n---\n\n## People\n\n### Maren Oduya\n\n- Role: council leader\n',
      }),
      [['name/misspelled', 'Oduya', 'Oduay']],
    );
  });
});
