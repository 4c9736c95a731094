import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Quantity, quantitiesIn } from '../../server/values/figures.js';
import { quantitiesDiffer } from '../../server/values/figureComparison.js';
import { tokensOf } from '../tokensOf.js';

/** The figures of a sentence as `bound value kind unit`. */
function figures(text: string): readonly string[] {
  return quantitiesIn(tokensOf(text)).map(({ bound, value, kind, unit }) =>
    `${bound} ${value} ${kind} ${unit}`.trim(),
  );
}

function figure(text: string): Quantity {
  const [first] = quantitiesIn(tokensOf(text));
  assert.ok(first, `no figure in: ${text}`);
  return first;
}

function compared(one: string, other: string): string {
  return quantitiesDiffer(figure(one), figure(other)) ? 'differs' : 'same';
}

describe('figures in sentences', () => {
  it('reads words and digits with their units', () => {
    assert.deepEqual(figures('The ferry carried 1,250 passengers.'), [
      'exact 1250 count passenger',
    ]);
    assert.deepEqual(figures('Half a dozen witnesses came.'), ['exact 6 count witness']);
    assert.deepEqual(figures('She is a 34-year-old nurse.'), ['exact 34 age year']);
    assert.deepEqual(figures('It cost $3.5 million.'), ['exact 3500000 money $']);
    assert.deepEqual(figures('More than 40 percent of voters stayed home.'), [
      'over 40 share voter',
    ]);
    assert.deepEqual(figures('Thousands of fans sang.'), ['exact 1000 count fan']);
    assert.deepEqual(figures('No more than 40 fans sang, not fewer than 30 cried.'), [
      'under 40 count fan',
      'over 30 count',
    ]);
  });

  it('reads “up to” as a bound unless “up” belongs to the verb', () => {
    assert.deepEqual(figures('Up to 60 guests came.'), ['under 60 count guest']);
    assert.deepEqual(figures('The bus takes up to 60 guests.'), ['under 60 count guest']);
    assert.deepEqual(figures('The fee goes up to £60.'), ['exact 60 money £']);
    assert.deepEqual(figures('The rate climbed up to 60 percent.'), ['exact 60 share']);
  });

  it('reads “all but two of the 17” also as fifteen', () => {
    assert.deepEqual(figures('All but two of the 17 rooms are full.'), [
      'exact 15 count room',
      'exact 2 count room',
      'exact 17 count room',
    ]);
    assert.deepEqual(figures('Two of the 17 rooms are full.'), [
      'exact 2 count room',
      'exact 17 count room',
    ]);
  });

  it('reads parts of an hour as minutes', () => {
    assert.deepEqual(figures('It stopped for a quarter of an hour.'), ['about 15 count minute']);
    assert.deepEqual(figures('About half an hour passed.'), ['about 30 count minute']);
    assert.deepEqual(figures('It took three quarters of an hour.'), ['about 45 count minute']);
    assert.deepEqual(figures('A quarter of the guests left.'), ['exact 25 share guest']);
  });

  it('does not read years', () => {
    assert.deepEqual(figures('The bridge opened in 1987.'), []);
    assert.deepEqual(figures('The Paris 2024 medallist retired.'), []);
  });

  it('reads joined units', () => {
    assert.deepEqual(figures('She signed a five-year deal.'), ['exact 5 count year']);
    assert.deepEqual(figures('Winds of 140mph were measured.'), ['exact 140 count mile per hour']);
  });

  it('reads scores, and anniversaries as years', () => {
    assert.deepEqual(figures('They won 3-1.'), ['exact 3 score']);
    assert.deepEqual(figures('Some 10-12 people came.'), []);
    assert.deepEqual(figures('It was the 20th anniversary.'), ['exact 20 count year']);
    assert.equal(compared('They won 3-1.', 'They lost 1-3.'), 'same');
    assert.equal(compared('They won 3-1.', 'They won 3-2.'), 'differs');
  });

  it('reads ranks, ages and votes', () => {
    assert.deepEqual(figures('Tarn are 13th in the league.'), ['exact 13 rank']);
    assert.deepEqual(figures('She came second.'), ['exact 2 rank']);
    assert.deepEqual(figures('He said he would go there first.'), []);
    assert.deepEqual(figures('The thirteenth vote failed.'), ['exact 13 rank vote']);
    assert.deepEqual(figures('The twenty-third vote failed.'), ['exact 23 rank vote']);
    assert.deepEqual(figures('She died at the age of 91.'), ['exact 91 age year']);
    assert.deepEqual(figures('The driver, who is 44, survived.'), ['exact 44 age year']);
    assert.equal(
      compared('The council voted 19 to 12.', 'It was backed by 19 votes to 12.'),
      'same',
    );
    assert.deepEqual(figures('Hours fall from 50 to 38 a week.'), [
      'exact 50 count',
      'exact 38 count',
    ]);
    assert.deepEqual(figures('Fees rise from 1.40 to 1.90 pounds an hour.'), [
      'exact 1.4 money £',
      'exact 1.9 money £',
    ]);
    assert.deepEqual(figures('It left 17 dead.'), ['exact 17 count person']);
    assert.equal(compared('more than a decade', 'over ten years'), 'same');
  });

  it('reads “twice” as a count of anything', () => {
    assert.equal(compared('She scored twice.', 'She scored two goals.'), 'same');
    assert.equal(compared('She scored twice.', 'She scored three times.'), 'differs');
  });

  it('reads grouped digits as one figure', () => {
    for (const figure of ['12 000 000', '12\u00A0000\u00A0000', "12'000'000", '12 million'])
      assert.equal(compared(`${figure} euros`, '12,000,000 euros'), 'same', figure);
    assert.equal(compared('12 000 000 euros', '12 000 euros'), 'differs');
    assert.equal(compared('2 450,75 euros', '2,450.75 euros'), 'same');
  });

  it('tolerates rounding and hedges, but no other figure', () => {
    assert.equal(compared('about 150 people', '145 people'), 'same');
    assert.equal(compared('more than 140 people', '145 people'), 'same');
    assert.equal(compared('154 people', '145 people'), 'differs');
    assert.equal(compared('more than 3,000 eels', 'more than 2,000 eels'), 'differs');
    assert.equal(
      compared('less than 50 percent of votes', 'more than 90 percent of votes'),
      'differs',
    );
    assert.equal(compared('2.4 million euros', '2,412,000 euros'), 'same');
    assert.equal(compared('thousands of fans', 'millions of fans'), 'differs');
    assert.equal(compared('thousands of fans', '3,200 fans'), 'same');
  });
});
