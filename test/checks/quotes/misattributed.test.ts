import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { createReference } from '../../../server/reference/reference.js';
import { edited } from '../../marked.js';
import { LEAD, check, expectFindings, expectNoFindings, fixed, messages } from './quoteFindings.js';

describe('quote/misattributed', () => {
  it('is reported at the attribution', () => {
    expectFindings('quote/misattributed', '“The wall was never safe,” [|Mr. Ibáñez said|].');
    expectFindings(
      'quote/misattributed',
      '“The wall was never safe,” [|said Jorge Ibáñez|], a lawyer.',
    );
    expectFindings('quote/misattributed', '> “The wall was never safe.” [|— Jorge Ibáñez|]');
    assert.deepEqual(messages('“The wall was never safe,” Mr. Ibáñez said.'), [
      '“Mr. Ibáñez” should be “Ngozi Adeyemi”, who says this in your sources.',
    ]);
  });

  it('is reported in addition to altered words in the same quotation', () => {
    assert.deepEqual(
      messages('“The wall was never safe, and every neap tide made it worse,” Mr. Ibáñez said.'),
      [
        '“neap” should be “spring”: Ngozi Adeyemi said “The wall was never safe, … spring tide made it worse”.',
        '“Mr. Ibáñez” should be “Ngozi Adeyemi”, who says this in your sources.',
      ],
    );
  });

  it('is reported once for a quotation in two pieces', () => {
    expectFindings(
      'quote/misattributed',
      '“The wall was never safe,” [|Mr. Ibáñez said|], “and every spring tide made it worse.”',
    );
  });

  it('is fixed with the speaker’s name in the style of the draft', () => {
    assert.equal(
      fixed('“The wall was never safe,” Mr. Ibáñez said.'),
      '“The wall was never safe,” Ms. Adeyemi said.',
    );
    assert.equal(
      fixed('“The wall was never safe,” Mr Ibáñez said.'),
      '“The wall was never safe,” Ms Adeyemi said.',
    );
    assert.equal(
      fixed('> “The wall was never safe.”\n>\n> — Jorge Ibáñez'),
      '> “The wall was never safe.”\n>\n> — Ngozi Adeyemi',
    );
  });

  it('replaces the office of the wrong speaker too', () => {
    const cases: readonly (readonly [draft: string, right: string])[] = [
      ['said Jorge Ibáñez, a lawyer.', 'said Adeyemi.'],
      ['said Jorge Ibáñez, a lawyer, on Monday.', 'said Adeyemi, on Monday.'],
      ['Jorge Ibáñez, a lawyer, said.', 'Adeyemi said.'],
      ['lawyer Jorge Ibáñez said.', 'Adeyemi said.'],
      ['said Jorge Ibáñez, adding nothing.', 'said Adeyemi, adding nothing.'],
    ];
    for (const [draft, right] of cases)
      assert.equal(
        fixed(`“The wall was never safe,” ${draft}`),
        `“The wall was never safe,” ${right}`,
      );
  });

  it('has no preferred fix if other words about the speaker follow the name', () => {
    for (const speaker of ['said Jorge Ibáñez, 44, of Lund.', 'Mr. Ibáñez, who is 44, said.']) {
      const { findings } = check(`${LEAD}“The wall was never safe,” ${speaker}`);
      assert.deepEqual(
        findings.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
        [false],
      );
    }
  });

  it('is reported for “he” only if it cannot refer to the recorded speaker', () => {
    expectFindings(
      'quote/misattributed',
      'Rain fell.\n\nNobody moved.\n\nMr. Ibáñez rose. “The wall was never safe,” [|he said|].',
    );
    expectNoFindings('Mr. Ibáñez met Ms. Adeyemi. “The wall was never safe,” he said.');
  });

  it('is not reported for words that the recorded speaker quotes', () => {
    expectNoFindings('“We have other walls to mend,” Mr. Ibáñez said.');
  });

  it('is not reported for people whom the draft names but does not quote', () => {
    expectNoFindings('“The wall was never safe,” said Jorge Ibáñez’s guest, Ngozi Adeyemi.');
    expectNoFindings('Jorge Ibáñez’s guest said: “The wall was never safe.”');
    expectNoFindings('“The wall was never safe,” Jorge Ibáñez was told by Ngozi Adeyemi.');
    expectNoFindings(
      '“The wall was never safe,” Jorge Ibáñez read from a letter of Ngozi Adeyemi.',
    );
  });

  it('is not reported for organisations, offices and unknown people, who may speak for each other', () => {
    expectNoFindings('“The wall was never safe,” the Whitby Harbour Board said.');
    expectNoFindings('“The wall was never safe,” the engineer said.');
    expectNoFindings('“The wall was never safe,” Downing Street said.');
    expectNoFindings('“A matter of time and tide,” Mr. Ibáñez said.');
  });
});

describe('“Attribute to …”', () => {
  const NOTES = `“Nobody asked me about the weir,” said Katarzyna Wolniewicz, the borough surveyor.

Idris Bankole, the harbour master, closed the weir on Tuesday. The inquiry heard 41 witnesses.
`;
  const reference = createReference(buildBase([{ name: 'notes.md', text: NOTES }]).base);

  const HYPHENATED = createReference(
    buildBase([{ name: 'notes.md', text: NOTES.replace('Bankole', 'Bankole-Hart') }]).base,
  );

  /** The draft with the right speaker. */
  function attributed(draft: string, sources = reference): string {
    const finding = checkDraft(readProse(draft), sources).findings.find(
      ({ code }) => code === 'quote/misattributed',
    );
    return edited(draft, finding?.fixes[0]?.edits ?? []);
  }

  it('gives the full name and the role of a person whom the draft has not named yet', () => {
    const cases: readonly (readonly [draft: string, right: string])[] = [
      ['said Idris Bankole.', 'said Katarzyna Wolniewicz, the borough surveyor.'],
      ['Idris Bankole said.', 'Katarzyna Wolniewicz, the borough surveyor, said.'],
      [
        'said harbour master Idris Bankole. Wolniewicz left.',
        'said Katarzyna Wolniewicz, the borough surveyor. Wolniewicz left.',
      ],
      [
        'Idris Bankole, the harbour master, said.',
        'Katarzyna Wolniewicz, the borough surveyor, said.',
      ],
    ];
    for (const [draft, right] of cases)
      assert.equal(
        attributed(`The weir is shut. “Nobody asked me about the weir,” ${draft}`),
        `The weir is shut. “Nobody asked me about the weir,” ${right}`,
      );
  });

  it('gives the name alone if the role is the head of something', () => {
    const draft = 'The weir is shut. “Nobody asked me about the weir,” said Idris Bankole.';
    const sources = NOTES.replace('the borough surveyor', 'the director of the Weir Trust');
    assert.equal(
      attributed(draft, createReference(buildBase([{ name: 'notes.md', text: sources }]).base)),
      draft.replace('Idris Bankole', 'Katarzyna Wolniewicz'),
    );
  });

  it('replaces a hyphenated name as a whole', () => {
    const cases: readonly (readonly [draft: string, right: string])[] = [
      [
        'Ms. Bankole-Hart, who was away, said.',
        'Katarzyna Wolniewicz, the borough surveyor, who was away, said.',
      ],
      ['Mayor Bankole-Hart, a lawyer, said.', 'Katarzyna Wolniewicz, the borough surveyor, said.'],
      ['said Ms. Bankole-Hart.', 'said Katarzyna Wolniewicz, the borough surveyor.'],
      ['said Ms. Bankole–Hart.', 'said Katarzyna Wolniewicz, the borough surveyor.'],
    ];
    for (const [draft, right] of cases)
      assert.equal(
        attributed(`The weir is shut. “Nobody asked me about the weir,” ${draft}`, HYPHENATED),
        `The weir is shut. “Nobody asked me about the weir,” ${right}`,
      );
  });

  it('is not offered before the rest of a hyphenated name that is not read as one', () => {
    for (const rest of ['-hart', '‐hart', '–hart']) {
      const draft = `The weir is shut. “Nobody asked me about the weir,” said Idris Bankole${rest}.`;
      assert.equal(attributed(draft), draft);
    }
  });

  it('gives the surname of a person whom the draft has named', () => {
    const lead = 'Katarzyna Wolniewicz saw the weir.\n\n“Nobody asked me about the weir,” ';
    assert.equal(attributed(`${lead}said Idris Bankole.`), `${lead}said Wolniewicz.`);
    assert.equal(
      attributed(`${lead}Idris Bankole, the harbour master, said.`),
      `${lead}Wolniewicz said.`,
    );
  });
});
