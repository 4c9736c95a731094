import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../server/prose/prose.js';
import { splitSentences } from '../../server/prose/sentences.js';

/** The sentences of a block's prose. */
function split(text: string): readonly string[] {
  return splitSentences(text).map((group) => text.slice(group[0]?.start, group.at(-1)?.end));
}

/** Asserts that a text is split at exactly the bars in it. */
function expectSentences(marked: string): void {
  const parts = marked.split(' | ');
  assert.deepEqual(split(parts.join(' ')), parts);
}

/** The sentences of a draft as `role: sentence`. */
function roles(draft: string): readonly string[] {
  return readProse(draft).blocks.flatMap(({ sentences }) =>
    sentences.map(({ role, text }) => `${role}: ${text}`),
  );
}

describe('sentences', () => {
  it('include the closing mark', () => {
    expectSentences('“We won.” | Rain fell. | (Nobody minded.) | It was late.');
  });

  it('include the attribution after a question or exclamation', () => {
    expectSentences('“Who is there?” asked Ms. Osei. | Nobody spoke.');
    expectSentences('“Never!” Ms. Osei said. | Nobody spoke.');
    expectSentences('“Who is there?” Ngozi Adeyemi asked the court. | Nobody spoke.');
  });

  it('end at an exclamation that another sentence follows', () => {
    expectSentences('“Never!” | The wall fell at noon.');
    expectSentences('“Never!” | The engineer said she had seen it all.');
  });

  it('separate a quotation from its signature line', () => {
    expectSentences('We won. | — Ngozi Adeyemi');
    expectSentences('“We won.” | — Harsh V. Pant, professor at King’s');
    expectSentences('We won — Adeyemi scored twice.');
  });

  it('do not end at a mark that belongs to a name, a figure or an abbreviation', () => {
    assert.deepEqual(split('Sites such as Example.com have a .22 rifle on show.'), [
      'Sites such as Example.com have a .22 rifle on show.',
    ]);
    expectSentences('The U.S. has left. | The show Jeopardy! has a new host.');
    expectSentences('She holds a Ph.D. from Cork. | He does not.');
  });
});

describe('sentences in news', () => {
  const cases = [
    // Titles, initials, degrees, companies.
    'Mr. Roe, Mrs. Osei and Dr. A. B. Sarr met Gov. Lindqvist. | Sgt. Diaz left.',
    'J. K. Adeyemi and A.J. Smith won. | C. D. Roe lost.',
    'Acme Inc. said so. | He works at Acme Inc. | The firm is old.',
    'Martin Osei Jr. ran. | So did Ada Roe, Ph.D., of Cork.',
    'Rivera v. Sarr was heard. | The score was 3 vs. 2.',
    // Places and countries.
    'He left the U.S. | He likes the U.K. Parliament. | Then he flew to Washington, D.C., by night.',
    'She lives in St. Ives, Ill., near Mt. Roe. | He does not.',
    'Rep. Ada Roe, R-Calif., and Sen. Kofi Osei, D-Mass., agreed.',
    // Times, dates, figures.
    'The talks end at 5 p.m. Monday. | They began at 9 a.m. | Nobody slept.',
    'It opened on Jan. 5 and closed on Dec. 20. | It cost $3.5 million.',
    'See No. 10 on p. 4. | The answer is no. | It rose by 0.5 percent.',
    'He took vitamin C. | It helped him. | So did plan B.',
    'The well had E. coli in it. | The ward had a case of C. difficile.',
    // Quotation marks.
    '“We won,” she said. | “They lost.” | The crowd cheered.',
    '"We won." | "They lost." | Then it rained.',
    'She said, “We won. | We are glad.” | Then she left.',
    '‘We won,’ he said. | ‘They lost.’ | It rained.',
    '“Did we win?” he asked. | “Yes!” | “Good.”',
    'He called it “a mess.” | Nobody laughed.',
    'The sign said “No Exit.” | Ms. Roe left (by the door). | (It was open.)',
    // Dashes, ellipses, colons, brackets.
    'She ran — and won. | He walked – and lost.',
    'He waited … and waited. | Then he left. | She paused ... | The room was still.',
    'There was one rule: Do not run. | Nobody ran!',
    'Was it late? | It was (he said so; she did not). | What now?!',
    // Names with marks, lists, notes.
    'Yahoo! is a firm. | So is E.W. Osei Co. of Cork.',
    '1. The gate. | 2. The wall.',
    'The poet was born in 1802. [3] | She died young.[4] | She had no heirs.',
    // Damaged text.
    'The war is over. | the talks went on. | And then it ended',
    'The price was high(er) than before.”” | It fell.',
  ];
  for (const marked of cases) it(`part ${marked}`, () => expectSentences(marked));

  it('end where a space is missing', () => {
    assert.deepEqual(split('The war is over.William left.'), ['The war is over.', 'William left.']);
    assert.deepEqual(split('“It is over.”The crowd left.'), ['“It is over.”', 'The crowd left.']);
  });
});

describe('the role of a sentence', () => {
  it('is attribution for the line below a quotation', () => {
    assert.deepEqual(roles('> We won.\n> — J. R. Adeyemi'), [
      'prose: We won.',
      'attribution: — J. R. Adeyemi',
    ]);
    assert.deepEqual(roles('> We won.\n\n– Ngozi Adeyemi, coach'), [
      'prose: We won.',
      'attribution: – Ngozi Adeyemi, coach',
    ]);
  });

  it('is prose if no name follows “by”', () => {
    assert.deepEqual(roles('Editing by hand takes a day.'), [
      'prose: Editing by hand takes a day.',
    ]);
  });

  it('distinguishes dateline, byline and credit', () => {
    assert.deepEqual(
      roles('*By Ada Roe*\n\nWHITBY, England — The wall fell.\n\nPhoto by Esa Koli'),
      [
        'byline: By Ada Roe',
        'dateline: WHITBY, England —',
        'prose: The wall fell.',
        'credit: Photo by Esa Koli',
      ],
    );
    for (const dateline of ['WHITBY, 27 February –', 'WHITBY |'])
      assert.deepEqual(roles(`${dateline} The wall fell.`), [
        `dateline: ${dateline}`,
        'prose: The wall fell.',
      ]);
  });
});
