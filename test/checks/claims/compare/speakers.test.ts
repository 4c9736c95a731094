import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import '../../../grammar.js';
import { contradictions, judgeDraft, verdicts } from '../judgeDraft.js';

const COUNCIL =
  'Mayor Ida Ruud said the pool would close in June. Opposition leader Jon Vik said families would suffer. ' +
  'Police chief Tad Smit said two officers had been suspended. Ruud told reporters she would not resign. ' +
  'Smit met the union on Monday. He said the talks were friendly.';

describe('the speaker of a statement', () => {
  it('is reported if the sources name another', () => {
    assert.deepEqual(contradictions(COUNCIL, 'Vik said the pool would close in June.'), [
      'Vik > Ida Ruud',
    ]);
    assert.deepEqual(contradictions(COUNCIL, 'Families would suffer, Smit said.'), [
      'Smit > Jon Vik',
    ]);
    assert.deepEqual(contradictions(COUNCIL, 'Vik told reporters he would not resign.'), [
      'Vik > Ruud',
    ]);
    const [finding] = judgeDraft(COUNCIL, 'Ruud said two officers had been suspended.').findings;
    assert.equal(finding?.message, '“Ruud”: in the source, the speaker is Tad Smit.');
  });

  it('may be the same in other words', () => {
    for (const draft of [
      'Ruud said the pool would close in June.',
      'The pool will close in June, said Ida Ruud.',
      'The pool will close in June, according to the mayor.',
      'Smit said that two officers were suspended.',
    ])
      assert.deepEqual(verdicts(COUNCIL, draft), ['supported'], draft);
  });

  it('is accepted if both are named or a pronoun is unclear', () => {
    for (const draft of [
      'Ruud and Vik said the pool would close in June.',
      'Ruud told Vik the pool would close in June.',
      'Vik said the talks were friendly.',
      'Vik did not say the pool would close in June.',
    ])
      assert.deepEqual(contradictions(COUNCIL, draft), [], draft);
  });

  it('may be anyone of a bare surname', () => {
    const trust =
      'Dame Olga Lindh, the chair, opened the hall. Nils Lindh, its architect, said the roof would leak.';
    for (const draft of [
      'Mr Lindh said the roof would leak.',
      'Lindh said the roof would leak.',
      'Nils Lindh spoke. Mr Lindh said the roof would leak.',
      'Nils Lindh spoke, and Olga Lindh opened the hall. Mr Lindh said the roof would leak.',
    ])
      assert.deepEqual(contradictions(trust, draft), [], draft);
    assert.deepEqual(contradictions(trust, 'Olga Lindh said the roof would leak.'), [
      'Olga Lindh > Nils Lindh',
    ]);
    // A bare surname refers to the person named in full before.
    assert.deepEqual(
      contradictions(trust, 'Olga Lindh opened the hall. Lindh said the roof would leak.'),
      ['Lindh > Nils Lindh'],
    );
  });

  it('is accepted if the sources may attribute the statement to both', () => {
    for (const [source, draft] of [
      [
        'Captain Lena Vogt said the team was tired. Her deputy, Mia Roth, agreed.',
        'Mia Roth said the team was tired.',
      ],
      [
        'Analyst Femi Bello said prices would rise. Analyst Jana Kos shares his view.',
        'Jana Kos said prices would rise.',
      ],
      [
        'Engineer Li Xiuying said the bridge was unsafe. The mayor said the bridge was unsafe too.',
        'Li Xiuying said the bridge was unsafe.',
      ],
      [
        'Statement by Kaja Lind. The fund is empty. Ines Weber said the fund was empty.',
        'Kaja Lind said the fund was empty.',
      ],
      ['Skier Ian Roy won a medal in Bari, and so did Eva Lim.', 'Eva Lim won a medal in Bari.'],
      [
        'Driver Hamza Yousfi said wages were too low. Agnetha Lindqvist leads the union. The union said wages were too low.',
        "Agnetha Lindqvist's union said wages were too low.",
      ],
      [
        'Ian Roy was arrested in Bari on Monday, Eva Lim on Tuesday.',
        'Eva Lim was arrested in Bari on Tuesday.',
      ],
    ] as const)
      assert.deepEqual(contradictions(source, draft), [], draft);
  });
});
