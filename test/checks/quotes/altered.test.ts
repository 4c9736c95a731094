import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Finding } from '../../../server/checks/finding.js';
import { type Reference, referenceFromSources } from '../../../server/reference/reference.js';
import { edited } from '../../marked.js';
import { expectFindings, expectNoFindings, fixed, messages, verdicts } from './quoteFindings.js';

/** A reference learned from one source. */
function sourceOf(text: string): Reference {
  return referenceFromSources([{ name: 'notes.md', text }]);
}

/** The findings of altered quotes in a draft. */
function altered(draft: string, reference: Reference): readonly Finding[] {
  return checkDraft(readProse(draft), reference).findings.filter(
    ({ code }) => code === 'quote/altered',
  );
}

/** The draft after the preferred fix of each altered quote. */
function restored(draft: string, reference: Reference): string {
  const edits = altered(draft, reference).flatMap(
    ({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [],
  );
  return edited(draft, edits);
}

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
    const reference = sourceOf(`“${said}” the miller, Ada Brekke, said on Monday.`);
    const messageOf = (quoted: string): string =>
      altered(`The mill is shut. “${quoted}” Ada Brekke said.`, reference)
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

  it('is reported if an ellipsis drops a “not”, and fixed with the words left out', () => {
    const mill = sourceOf('“We will not, for now, sell the mill,” said the miller, Ada Brekke.');
    const draft = 'The mill stands. “We will … sell the mill,” said the miller, Ada Brekke.';
    assert.deepEqual(
      altered(draft, mill).map(({ message }) => message),
      ['“not, for now” is left out: Ada Brekke said “We will not, for now, sell the mill”.'],
    );
    assert.equal(restored(draft, mill), draft.replace(' … ', ' not, for now, '));
  });

  it('is reported if words have changed places', () => {
    const mill = sourceOf('“I was wet rather than cold,” said the miller, Ada Brekke.');
    const draft = 'The mill stands. “I was cold rather than wet,” said the miller, Ada Brekke.';
    assert.equal(
      restored(draft, mill),
      draft.replace('cold rather than wet', 'wet rather than cold'),
    );
  });

  it('is fixed with the end of the sentence if a change just before it has cut that off', () => {
    const mill = sourceOf(
      '“The mill is not for sale at a rent that would shame a shed,” said the miller, Ada Brekke.',
    );
    const by = 'said the miller, Ada Brekke.';
    assert.equal(
      restored(`The mill stands. “The mill is not for sale at any rent,” ${by}`, mill),
      `The mill stands. “The mill is not for sale at a rent that would shame a shed,” ${by}`,
    );
    const within = (words: string): string =>
      `The miller, Ada Brekke, said that it was “${words}” for now.`;
    assert.equal(
      restored(within('not for sale at any rent'), mill),
      within('not for sale at a rent'),
    );
    assert.equal(
      restored(`The mill stands. “The mill was not for sale at a rent,” ${by}`, mill),
      `The mill stands. “The mill is not for sale at a rent,” ${by}`,
    );
  });

  it('prefers neither of two recorded quotes that are equally near, with a message', () => {
    const mill = sourceOf(`“We will sell the old mill in May,” said the miller, Ada Brekke.

The roof leaks. “We will sell the new mill in May,” Ada Brekke said on Friday.`);
    const draft = 'The mill stands. “We will sell the mill in May,” said the miller, Ada Brekke.';
    const [finding, ...others] = altered(draft, mill);
    assert.deepEqual(others, []);
    assert.equal(
      finding?.message,
      '“We will sell the mill in May” is equally near several recorded quotes: Ada Brekke said “We will sell the old mill in May” and “We will sell the new mill in May”.',
    );
    assert.deepEqual(
      finding.fixes.map(({ title, preferred }) => [title, preferred]),
      [
        ['Restore the words of line 1: “We will sell the old mill in May”', false],
        ['Restore the words of line 3: “We will sell the new mill in May”', false],
      ],
    );
    assert.deepEqual(
      finding.evidence.map(({ line }) => line),
      [1, 3],
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
