import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contradictions } from '../judgeDraft.js';

describe('a contradiction', () => {
  const expectNone = (source: string, draft: string): void => {
    assert.deepEqual(contradictions(source, draft), [], draft);
  };

  it('needs the source to say the same of the same subject', () => {
    const source =
      'Some 90 gardeners at the Fennick nursery, she would show the greenhouse to half of them. The nursery opened a greenhouse for all its gardeners.';
    expectNone(source, 'So far 310 have seen the greenhouse.');
  });

  it('is none of a share of something else', () => {
    const source =
      'Ostler offers 9.40 euros a share. Shares in Quayle closed up 18 percent at 9.10 euros, below the price that Ostler offers.';
    expectNone(source, 'Ostler is offering 9.40 euros a share, a premium of 22 percent.');
    assert.deepEqual(contradictions(source, 'Shares in Quayle closed up 28 percent.'), [
      '28 percent > 18 percent',
    ]);
  });

  it('never has a pronoun for the source’s value', () => {
    const source =
      'Pelham Dredging kept quiet. It told the harbour office on 4 May, after nine days.';
    expectNone(source, 'Brennan Marine tells the harbour office');
  });

  it('is none of a dateline or the heading of a table', () => {
    const source =
      'WESTHAVEN, 2 June. The boat was found early on Sunday morning. Release, Westhaven, 2 June.';
    expectNone(source, '**WESTHAVEN, 4 June.** The boat was found.');
    expectNone(source, '| Crew | Monday morning |\n| --- | --- |\n| Found | 3 |\n');
  });

  it('is none of the time of another act in the source', () => {
    const source =
      'The harbour board certified the result of the vote held on Sunday. Turnout was high.';
    expectNone(source, 'The harbour board certified the result of the vote on Thursday.');
    assert.deepEqual(
      contradictions('The board certified it on Sunday.', 'The board certified it on Thursday.'),
      ['Thursday > Sunday'],
    );
  });

  it('is none of a difference and a total', () => {
    const source = 'The Fishers won 36 seats. In 2022 the Fishers won 27 seats.';
    expectNone(source, 'The Fishers won nine seats more than in 2022.');
  });

  it('is none of two verbs with different complements', () => {
    const source =
      'The keeper Milan Darko, 24, will join Vaasa on 1 July on a three-year contract.';
    expectNone(source, 'Darko, 24, leaves for Vaasa on 1 July.');
    assert.deepEqual(contradictions('Darko will join Vaasa.', 'Darko will leave Vaasa.'), [
      'leave > join',
    ]);
  });
});
