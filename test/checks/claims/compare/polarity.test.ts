import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import '../../../grammar.js';
import { contradictions, judgeDraft, verdicts } from '../judgeDraft.js';

describe('polarity', () => {
  const expectNoContradiction = (source: string, draft: string): void =>
    assert.deepEqual(contradictions(source, draft), [], draft);

  it('is reported if it is the opposite', () => {
    assert.equal(
      contradictions('The mill was closed in May.', 'The mill was not closed.').length,
      1,
    );
    assert.equal(
      contradictions('Minister Jon Vik is not attending the talks.', 'Vik will attend the talks.')
        .length,
      1,
    );
    assert.equal(
      contradictions(
        'Mayor Ida Ruud said no teacher would be dismissed.',
        'Ruud said teachers would be dismissed.',
      ).length,
      1,
    );
  });

  it('has a message that shows the verb of the source, however long the sentence is', () => {
    assert.match(
      judgeDraft(
        'Deputy mayor Ewa Lindqvist, who had run the harbour for eleven years, did not win her seat on the council of the town of Brevik Strand.',
        'Ewa Lindqvist won her seat on the council of Brevik Strand.',
      )
        .findings.map(({ message }) => message)
        .join(),
      /^“won”: the source says the opposite, “… .* did not win her seat .* …”$/u,
    );
  });

  it('is fixed by removing the negation, if that leaves the right form', () => {
    for (const [verb, negated, fixed] of [
      ['attended', 'did not attend', '-'],
      ['attended', "didn't attend", '-'],
      ['attends', 'does not attend', '-'],
      ['attends', "doesn't attend", '-'],
      ['is attending', "isn't attending", 'is attending'],
      ['can attend', "can't attend", '-'],
      ['can attend', 'can not attend', 'can attend'],
    ] as const)
      assert.deepEqual(
        contradictions(`Mayor Ida Ruud ${verb} the talks.`, `Mayor Ida Ruud ${negated} the talks.`),
        [`${negated} > ${fixed}`],
      );
    assert.deepEqual(
      contradictions('The mayors attend the talks.', "The mayors don't attend the talks."),
      ["don't attend > -"],
    );
  });

  it('allows for the exceptions of “all but one”', () => {
    const jury = 'All but one of the nine jurors were women.';
    expectNoContradiction(jury, 'One of the nine jurors was a man.');
    expectNoContradiction('Everyone except the coach lost his job.', 'The coach won his job.');
    assert.equal(contradictions('Nine jurors were women.', 'Nine jurors were men.').length, 1);
  });

  it('allows a plan, attempt or near miss that failed', () => {
    expectNoContradiction(
      'The mill was to be demolished last year but was saved by a court.',
      'The mill was not demolished.',
    );
    expectNoContradiction(
      'Coach Ada Poe may leave the club in June.',
      'Ada Poe has not left the club yet.',
    );
    expectNoContradiction(
      'The dam nearly collapsed in the flood.',
      'The dam did not collapse in the flood.',
    );
    expectNoContradiction(
      'The crew tried to reach the island.',
      'The crew did not reach the island.',
    );
    expectNoContradiction(
      'Owner Rui Matos threatened to sack the cook.',
      'Rui Matos did not sack the cook.',
    );
  });

  it('allows a denial that the sources report, and statements of different speakers', () => {
    expectNoContradiction(
      'Senator Kira Holm denied that she had lied.',
      'Kira Holm said she had not lied.',
    );
    expectNoContradiction(
      'Captain Rui Matos denied having hit anybody.',
      'Rui Matos said he had never hit anybody.',
    );
    expectNoContradiction(
      'Police said cook Ada Poe had taken the ring. Poe says she is innocent.',
      'Ada Poe said she had not taken the ring.',
    );
  });

  it('is negative with “no” before the patient, and with “no longer”', () => {
    expectNoContradiction(
      'She said no doctor would be dismissed.',
      'No doctors will be dismissed.',
    );
    expectNoContradiction('No cook was accused.', 'No cook was blamed.');
    expectNoContradiction('The lake is no longer clean.', 'The lake is dirty.');
  });

  it('does not make a plan support an act', () => {
    assert.deepEqual(
      verdicts('The clinic is to close on 30 June.', 'The clinic closed on 30 June.'),
      ['unclear'],
    );
    assert.deepEqual(verdicts('The city plans to build a tunnel.', 'The city built a tunnel.'), [
      'unclear',
    ]);
    assert.deepEqual(verdicts('The road will be paved.', 'The road has been paved.'), ['unclear']);
  });

  it('is not that of what a source sets against what it says', () => {
    for (const [source, draft] of [
      [
        'The roofs were paid for by the parents, not the council.',
        'The roofs were paid for by the parents.',
      ],
      ['The ferry sails from Lund and not from Brevik.', 'The ferry sails from Lund.'],
      ['The ferry sails from Lund.', 'The ferry sails from Lund, not from Brevik.'],
    ] as const)
      expectNoContradiction(source, draft);
  });
});
