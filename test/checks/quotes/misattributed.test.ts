import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
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

  it('has no preferred fix if an office follows the name', () => {
    const { findings } = check(`${LEAD}“The wall was never safe,” said Jorge Ibáñez, a lawyer.`);
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [false],
    );
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
