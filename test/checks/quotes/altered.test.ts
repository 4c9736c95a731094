import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { createReference } from '../../../server/reference/reference.js';
import { expectFindings, expectNoFindings, fixed, messages, verdicts } from './quoteFindings.js';

describe('quote/altered', () => {
  it('is reported at the quotation, with the words of both versions', () => {
    expectFindings('quote/altered', '[|“The wall was rarely safe,”|] Ms. Adeyemi said.');
    assert.deepEqual(messages('“The wall was rarely safe,” Ms. Adeyemi said.'), [
      '“rarely” should be “never”: Ngozi Adeyemi said “The wall was never safe”.',
    ]);
    assert.deepEqual(messages('“The wall was never ever safe,” Ms. Adeyemi said.'), [
      '“ever” is added: Ngozi Adeyemi said “The wall was never safe”.',
    ]);
    assert.deepEqual(messages('“We did what money allowed, no more,” Mr. Ibáñez said.'), [
      '“the” is missing: Jorge Ibáñez said “We did what the money allowed, no more”.',
    ]);
  });

  it('shows the record around the first difference', () => {
    const said =
      'The hills have sent us their milk for forty winters and have not seen one new road, bridge or dairy.';
    const reference = createReference(
      buildBase([{ name: 'notes.md', text: `“${said}” the miller, Ada Brekke, said on Monday.` }])
        .base,
    );
    const messageOf = (quoted: string): string =>
      checkDraft(readProse(`The mill is shut. “${quoted}” Ada Brekke said.`), reference)
        .findings.filter(({ code }) => code === 'quote/altered')
        .map(({ message }) => message)
        .join();
    assert.match(messageOf(said.replace('forty', 'fourteen')), /“… .* for forty winters .* …”\.$/u);
    assert.match(messageOf(said.replace(' not', '')), /“… .* have not seen .* …”\.$/u);
    assert.match(messageOf(said.replace('forty', 'forty long')), /“… .* forty winters .* …”\.$/u);
  });

  it('is fixed with the recorded words within the marks of the draft', () => {
    assert.equal(
      fixed("'The wall was rarely safe,' Ms. Adeyemi said."),
      "'The wall was never safe,' Ms. Adeyemi said.",
    );
    assert.equal(fixed('“The wall was *never* really safe.”'), '“The wall was *never* safe.”');
    assert.equal(
      fixed('Mr. Ibáñez said they “did what money allowed, no less and no more”.'),
      'Mr. Ibáñez said they “did what the money allowed, no more and no less”.',
    );
    assert.equal(
      fixed('“Each spring tide made it worse,” Ms. Adeyemi said.'),
      '“Every spring tide made it worse,” Ms. Adeyemi said.',
    );
  });

  it('is reported in each paragraph of one speech', () => {
    expectFindings(
      'quote/altered',
      '[|“The wall was rarely safe.|]\n\n“And every spring tide made it worse,” Ms. Adeyemi said.',
    );
  });

  it('contradicts the claim', () => {
    assert.deepEqual(verdicts('“The wall was rarely safe,” Ms. Adeyemi said.'), [
      'contradicted: “The wall was rarely safe,” Ms. Adeyemi said.',
    ]);
  });

  it('is not reported against an unreliable record', () => {
    expectNoFindings('“The men were paid for nothing at all there,” Mr. Huang said.');
  });
});
