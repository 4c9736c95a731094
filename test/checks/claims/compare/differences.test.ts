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
      'Ticket sales at the Ostler rink rose 18 percent in May. The rink gives pensioners a rebate.';
    expectNone(source, 'The Ostler rink gives pensioners a rebate of 22 percent.');
    assert.deepEqual(contradictions(source, 'Ticket sales at the Ostler rink rose 28 percent.'), [
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
      'The harbour board approved the report on the regatta held on Sunday. The weather was fine.';
    expectNone(source, 'The harbour board approved the report on the regatta on Thursday.');
    assert.deepEqual(
      contradictions('The board approved it on Sunday.', 'The board approved it on Thursday.'),
      ['Thursday > Sunday'],
    );
  });

  it('is none of a difference and a total', () => {
    const source = 'The Larks won 41 games. In 2019 the Larks won 30 games.';
    expectNone(source, 'The Larks won 11 games more than in 2019.');
  });

  it('is none of one office in the form for a man, a woman or anybody', () => {
    for (const [source, draft] of [
      [
        'Ida Ruud, chair of the tenants’ union, wanted more.',
        'Its chairwoman Ida Ruud wanted more.',
      ],
      ['Chairman Per Vik called the vote.', 'The chair, Per Vik, called the vote.'],
      ['Spokesman Kim Lee confirmed it.', 'Kim Lee, a spokesperson, confirmed it.'],
    ] as const)
      expectNone(source, draft);
    assert.deepEqual(
      contradictions(
        'Ida Ruud, treasurer of the union, wanted more.',
        'Chairwoman Ida Ruud wanted more.',
      ),
      ['Chairwoman > Treasurer'],
    );
  });

  it('is none of what somebody founded beside what they are now', () => {
    const source =
      'Founder and managing director Jon Vik said that sales had doubled at Vik Sails.';
    expectNone(source, 'Jon Vik, a founder, said that sales had doubled at Vik Sails.');
  });
});
