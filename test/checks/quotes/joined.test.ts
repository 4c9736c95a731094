import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';

const ASIDE =
  'The roof leaks. The wheel is worn. The mill race was dredged in the spring of the year before last. The council lent us the money for it. We paid it back in eleven months, which my father would have called haste. He kept the books for forty years and never bought a new pen. The flour goes to four bakers now, and two of them are cousins.';

/** The words of a miller, in one go and after a question. */
const SOURCE = referenceFromSources([
  {
    name: 'mill.md',
    text: `“The mill was the house of my father. We will keep the wheel turning,” said the miller, Ada Brekke.

Rain fell on the valley all day.

“The river is low this year. ${ASIDE} It will be lower in August,” said Ada Brekke.

“Nobody swims there now,” said Ada Brekke.
`,
  },
]);

const LEAD = 'The mill in the valley is old. The miller, Ada Brekke, lives there.\n\n';

const findingsIn = (draft: string) =>
  checkDraft(readProse(LEAD + draft), SOURCE).findings.filter(({ code }) =>
    code.startsWith('quote/'),
  );

const messagesOf = (draft: string): readonly string[] =>
  findingsIn(draft).map(({ code, message }) => `${code}: ${message}`);

describe('quote/joined', () => {
  it('is reported for parts in another order than the source has them', () => {
    const draft =
      '“We will keep the wheel turning … the mill was the house of my father,” said Ada Brekke.';
    expectSpans(draft.replace(/“.*”/u, '[|$&|]'), (text) =>
      findingsIn(text).map(({ span }) => ({
        start: span.start - LEAD.length,
        end: span.end - LEAD.length,
      })),
    );
    assert.deepEqual(messagesOf(draft), [
      'quote/joined: “the mill was the house of my father” comes before “We will keep the wheel turning” in the source.',
    ]);
    const [finding] = findingsIn(draft);
    assert.deepEqual(
      finding?.fixes.map(({ preferred, edits }) => [
        preferred,
        edited(LEAD + draft, edits).slice(LEAD.length),
      ]),
      [
        [
          false,
          '“The mill was the house of my father … We will keep the wheel turning,” said Ada Brekke.',
        ],
      ],
    );
  });

  it('is reported for parts that are far apart in the source', () => {
    assert.deepEqual(
      messagesOf('“The river is low this year … It will be lower in August,” said Ada Brekke.'),
      [
        'quote/joined: “The river is low this year” and “It will be lower in August” are 68 words apart in the source.',
      ],
    );
    assert.deepEqual(
      messagesOf('“The river is low this year … The wheel is worn,” said Ada Brekke.'),
      [],
    );
  });

  it('is reported for parts of two statements', () => {
    assert.deepEqual(
      messagesOf('“We will keep the wheel turning … The river is low this year,” said Ada Brekke.'),
      [
        'quote/joined: “We will keep the wheel turning” and “The river is low this year” are from two statements in the sources.',
      ],
    );
  });

  it('is not reported for parts of two statements in a row', () => {
    assert.deepEqual(
      messagesOf('“It will be lower in August … Nobody swims there now,” said Ada Brekke.'),
      [],
    );
  });

  it('is a claim that is left to check, or false if the order is wrong', () => {
    const verdictOn = (draft: string) =>
      checkDraft(readProse(LEAD + draft), SOURCE).claims.filter(({ isQuote }) => isQuote === true);
    const far = '“The river is low this year … It will be lower in August,” said Ada Brekke.';
    const turned =
      '“We will keep the wheel turning … the mill was the house of my father,” said Ada Brekke.';
    assert.deepEqual(
      [far, turned].flatMap((draft) => verdictOn(draft).map(({ verdict }) => verdict)),
      ['unclear', 'contradicted'],
    );
  });
});
