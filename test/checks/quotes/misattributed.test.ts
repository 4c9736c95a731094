import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';
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
  const reference = referenceFromSources([{ name: 'notes.md', text: NOTES }]);

  const HYPHENATED = referenceFromSources([
    { name: 'notes.md', text: NOTES.replace('Bankole', 'Bankole-Hart') },
  ]);

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

  it('gives the role with the body that it belongs to', () => {
    const draft = 'The weir is shut. “Nobody asked me about the weir,” said Idris Bankole.';
    const sources = NOTES.replace('the borough surveyor', 'the director of the Weir Trust');
    assert.equal(
      attributed(draft, referenceFromSources([{ name: 'notes.md', text: sources }])),
      draft.replace('Idris Bankole', 'Katarzyna Wolniewicz, the director of the Weir Trust'),
    );
  });

  it('names the body in the form of the office that it replaces', () => {
    const sources = referenceFromSources([
      {
        name: 'notes.md',
        text: NOTES.replace('the borough surveyor', 'chief engineer of Brede Dredging'),
      },
    ]);
    const draft = (speaker: string): string =>
      `The weir is shut. “Nobody asked me about the weir,” said ${speaker}.`;
    const cases: readonly (readonly [office: string, right: string])[] = [
      [', Lund’s harbour master', ', Brede Dredging’s chief engineer'],
      [', the harbour master of Lund', ', chief engineer of Brede Dredging'],
      ['', ', chief engineer of Brede Dredging'],
    ];
    for (const [office, right] of cases)
      assert.equal(
        attributed(draft(`Idris Bankole${office}`), sources),
        draft(`Katarzyna Wolniewicz${right}`),
      );
  });

  it('leaves out a role that the draft gives later, or whose body is unknown', () => {
    const start = 'The weir is shut. “Nobody asked me about the weir,” said Idris Bankole.';
    const later = ' The bank held. Katarzyna Wolniewicz, the borough surveyor, had tested it.';
    assert.equal(
      attributed(`${start}${later}`),
      `${start.replace('Idris Bankole', 'Katarzyna Wolniewicz')}${later}`,
    );
    const sources = NOTES.replace(
      'Katarzyna Wolniewicz, the borough surveyor',
      'its president, Katarzyna Wolniewicz',
    );
    assert.equal(
      attributed(start, referenceFromSources([{ name: 'notes.md', text: sources }])),
      start.replace('Idris Bankole', 'Katarzyna Wolniewicz'),
    );
  });

  it('gives the role with an article if the sources have none', () => {
    const sources = NOTES.replace(
      'Katarzyna Wolniewicz, the borough surveyor',
      'director Katarzyna Wolniewicz',
    );
    const draft = 'The weir is shut. “Nobody asked me about the weir,” said Idris Bankole.';
    assert.equal(
      attributed(draft, referenceFromSources([{ name: 'notes.md', text: sources }])),
      draft.replace('Idris Bankole', 'Katarzyna Wolniewicz, the director'),
    );
  });

  it('keeps the office if the right speaker has it', () => {
    const cases: readonly (readonly [draft: string, right: string])[] = [
      [
        'said Idris Bankole, the borough surveyor.',
        'said Katarzyna Wolniewicz, the borough surveyor.',
      ],
      ['said its surveyor, Idris Bankole.', 'said its surveyor, Katarzyna Wolniewicz.'],
      ['said surveyor Idris Bankole.', 'said surveyor Katarzyna Wolniewicz.'],
    ];
    for (const [draft, right] of cases)
      assert.equal(
        attributed(`The weir is shut. “Nobody asked me about the weir,” ${draft}`),
        `The weir is shut. “Nobody asked me about the weir,” ${right}`,
      );
  });

  it('gives a family name that comes first', () => {
    const sources = referenceFromSources([
      { name: 'notes.md', text: NOTES.replace('Katarzyna Wolniewicz', 'Seo Min-ji') },
    ]);
    const lead = 'Seo Min-ji saw the weir.\n\n“Nobody asked me about the weir,” ';
    assert.equal(attributed(`${lead}said Idris Bankole.`, sources), `${lead}said Seo.`);
  });

  it('is offered for an office that another person has', () => {
    const draft =
      'Idris Bankole, the harbour master, closed the weir. “Nobody asked me about the weir,” said the harbour master.';
    assert.equal(
      attributed(draft),
      draft.replace('said the harbour master', 'said Katarzyna Wolniewicz, the borough surveyor'),
    );
    const both = `${NOTES}\nKatarzyna Wolniewicz, the harbour master of Lund, left.\n`;
    assert.equal(
      attributed(draft, referenceFromSources([{ name: 'notes.md', text: both }])),
      draft,
    );
  });

  it('prefers neither of two people who both say the words', () => {
    const both = `${NOTES}\n“Nobody asked me about the weir,” said Marta Ilves, a farmer.\n`;
    const draft = 'The weir is shut. “Nobody asked me about the weir,” said Idris Bankole.';
    const [finding] = checkDraft(
      readProse(draft),
      referenceFromSources([{ name: 'notes.md', text: both }]),
    ).findings.filter(({ code }) => code === 'quote/misattributed');
    assert.equal(
      finding?.message,
      '“Idris Bankole” should be “Katarzyna Wolniewicz” or “Marta Ilves”, who both say this in your sources.',
    );
    assert.deepEqual(
      finding.fixes.map(({ title, preferred }) => [title, preferred]),
      [
        ['Attribute to Katarzyna Wolniewicz, the borough surveyor', false],
        ['Attribute to Marta Ilves, a farmer', false],
      ],
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

  it('is not offered before the rest of a hyphenated name that is not read as a name', () => {
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
