import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import '../../../grammar.js';
import { contradictions, isUncontradicted } from '../judgeDraft.js';

type Pair = readonly [source: string, draft: string];

function expectNoContradiction(pairs: readonly Pair[]): void {
  for (const [source, draft] of pairs)
    assert.deepEqual(contradictions(source, draft), [], `${source} | ${draft}`);
}

describe('the outcome of a trial', () => {
  const BOTH = 'Lena Ortiz was found guilty of bribery and acquitted of perjury.';

  it('is the same in other words', () => {
    for (const [source, draft] of [
      [BOTH, 'Lena Ortiz was convicted of bribery.'],
      [BOTH, 'Lena Ortiz was cleared of perjury.'],
      [BOTH, 'Lena Ortiz was found not guilty of perjury.'],
    ] as const)
      assert.ok(isUncontradicted(source, draft), draft);
  });

  it('is not compared across charges, people and courts', () => {
    expectNoContradiction([
      [
        'Lena Ortiz was convicted of fraud in 2019. The Court of Appeal cleared her in 2021.',
        'Lena Ortiz was cleared of fraud in 2021.',
      ],
      [
        'Lena Ortiz was cleared of arson but found guilty of fraud.',
        'Lena Ortiz was convicted of fraud and cleared of arson.',
      ],
      ['Lena Ortiz was found guilty. Her sister Rosa was acquitted.', 'Her sister was acquitted.'],
      [
        'The firm was acquitted of one charge and convicted of two.',
        'The firm was convicted of two charges.',
      ],
      [
        'The firm was acquitted of fouling the Ebro and found guilty of fouling the Cinca.',
        'The firm was found guilty of fouling the Cinca.',
      ],
      [
        'Researchers found that guilty dogs look away.',
        'Guilty dogs look away, researchers found.',
      ],
    ]);
  });
});

describe('the outcome of a vote', () => {
  it('is the same in other words', () => {
    for (const [source, draft] of [
      ['The budget was carried by 30 votes to 11.', 'The budget was approved by 30 votes to 11.'],
      [
        'The amendment was lost by 15 votes to 22.',
        'The amendment was defeated by 22 votes to 15.',
      ],
      ['The motion was lost.', 'The motion was rejected.'],
    ] as const)
      assert.ok(isUncontradicted(source, draft), draft);
  });

  it('is not compared across motions, houses and days', () => {
    expectNoContradiction([
      [
        'A Labour amendment was lost by 15 votes to 22. A Green amendment was carried by 22 votes to 15.',
        'The Green amendment was carried by 22 votes to 15.',
      ],
      [
        'An amendment on buses was lost by 15 votes to 22. An amendment on parks was carried by 25 votes to 12.',
        'An amendment on parks was carried.',
      ],
      [
        'The senate rejected the bill in March, but passed it in May.',
        'The senate passed the bill in May.',
      ],
      [
        'The senate rejected the bill in March, but passed it in May.',
        'The bill was passed in May.',
      ],
      [
        'The council rejected calls to delay the budget and passed it by 30 votes to 11.',
        'The council passed the budget by 30 votes to 11.',
      ],
      [
        'A motion to adopt the plan fell by 11 votes to 30.',
        'The plan was rejected by 30 votes to 11.',
      ],
    ]);
  });

  it('is not a falling budget, a cost that a measure carries, or a smaller bill', () => {
    expectNoContradiction([
      [
        'The budget fell by 3 percent to 40 million euros and was approved on Monday.',
        'The budget was approved on Monday.',
      ],
      [
        'The measure carried a fine of 200 euros and was rejected by the senate.',
        'The measure was rejected by the senate.',
      ],
      ['The bill fell to 40 euros after she complained.', 'The bill was cut to 40 euros.'],
    ]);
  });
});

describe('who beat whom', () => {
  const WON = 'Mina Sato defeated the holder, Piotr Zych, in the third round.';
  const LOST = 'Mina Sato lost to Piotr Zych in the third round.';

  it('is the same from the side of the loser', () => {
    for (const [source, draft] of [
      [WON, 'Piotr Zych lost to Mina Sato in the third round.'],
      [WON, 'Piotr Zych was beaten by Mina Sato.'],
      [LOST, 'Piotr Zych beat Mina Sato in the third round.'],
      [LOST, 'Mina Sato was defeated by Piotr Zych.'],
    ] as const)
      assert.ok(isUncontradicted(source, draft), draft);
  });

  it('is not a lost thing', () => {
    expectNoContradiction([
      ['The clinic lost 40 nurses to better pay.', 'The clinic lost 40 nurses to better pay.'],
      ['Mina Sato lost her bag. Piotr Zych found it.', 'Mina Sato lost her bag.'],
    ]);
  });
});
