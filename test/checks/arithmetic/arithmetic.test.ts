import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkArithmetic } from '../../../server/checks/arithmetic/arithmetic.js';
import type { Finding } from '../../../server/checks/finding.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { NO_REFERENCE } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';

function findingsIn(draft: string): readonly Finding[] {
  return runToCompletion(checkArithmetic(readProse(draft), NO_REFERENCE));
}

/** Asserts that findings are at the marked spans of each sentence, and no others. */
function expectFindings(...sentences: readonly string[]): void {
  for (const sentence of sentences)
    expectSpans(sentence, (text) => findingsIn(text).map(({ span }) => span));
}

/** The message of the only finding of a draft. */
function messageOf(draft: string): string {
  const [finding, ...others] = findingsIn(draft);
  assert.deepEqual(others, []);
  return finding?.message ?? '';
}

/** The draft after the only fix of its only finding, which is not preferred. */
function fixed(draft: string): string {
  const [finding, ...others] = findingsIn(draft);
  assert.deepEqual(others, []);
  const [fix, ...more] = finding?.fixes ?? [];
  assert.deepEqual(more, []);
  assert.equal(fix?.preferred, false);
  return edited(draft, fix.edits);
}

describe('a change between two figures', () => {
  it('is reported if it is not the one given', () => {
    expectFindings(
      'Members rose from 100 to 214, an increase of [|50 per cent|].',
      'The choir grew by [|half|] from 100 to 214 singers.',
      'Visits fell [|12%|] to 3,400 from 4,400.',
      'Profit was up [|40 per cent|] from $1.20 billion to $1.50 billion.',
      'The fee went from £20 to £25, a rise of [|20 per cent|].',
      'The fee went from £20 to £25, a [|20 per cent|] rise.',
      'The herd shrank from 240 in 2019 to 180 last year, down [|40 percent|].',
      'The number of calls rose from 60 to 90, an increase of [|40|].',
      'The shop sold 1,215 bikes, up [|35 per cent|] from 1,012 a year earlier.',
      'Calls [|trebled|] in five years, from 15 in 2019 to 34 last year.',
      'The toll [|doubled|] from 100 to 320.',
      'Places were [|halved|] from 90 to 80.',
    );
    assert.equal(
      messageOf('Members rose from 100 to 214, an increase of 50 per cent.'),
      '“50 per cent” should be “114 per cent”: from 100 to 214 is an increase of 114 per cent.',
    );
    assert.equal(
      messageOf('The toll doubled from 100 to 320.'),
      '“doubled” does not fit: 320 is 3.2 times 100.',
    );
    assert.equal(
      fixed('Visits fell 12% to 3,400 from 4,400.'),
      'Visits fell 23% to 3,400 from 4,400.',
    );
    assert.equal(
      fixed('The number of calls rose from 60 to 90, an increase of 40.'),
      'The number of calls rose from 60 to 90, an increase of 30.',
    );
  });

  it('is left alone if it may be rounded, hedged or of another kind', () => {
    expectFindings(
      'Members rose from 100 to 214, an increase of 114 per cent.',
      'The shop sold 1,215 bikes, up 20 per cent from 1,012 a year earlier.',
      'Calls almost trebled in five years, from 15 in 2019 to 34 last year.',
      'Members rose from 100 to 214, more than 110 per cent up on a year ago.',
      'Profit was up 26 per cent from $1.2 billion to $1.5 billion.',
      'Debt rose from 2 million to 3 million, an increase of 38 per cent.',
      'Costs rose from 20,000 to 30,000 euros, a rise of 42 per cent.',
      'The fee went from £20 to £25, a rise of almost 26 per cent.',
      'The rate rose from 4 to 5 per cent, an increase of 25 per cent.',
      'The rate rose from 20 to 25 per cent, an increase of five percentage points.',
      'The rate rose from 20 to 25 per cent, an increase of 5 per cent.',
      'Rents rose from 400 to 600 euros, an increase of 4 per cent a year.',
      'Rents rose from 400 to 600 euros, an increase of 20 per cent in real terms.',
      'The toll doubled from 100 to 214. It more than doubled from 100 to 320.',
      'The line runs from 12 to 40 Elm Street, and sales rose 3 per cent.',
      'It was cut from 90 to 80, and the price was halved.',
      '“Members rose from 100 to 214, an increase of 50 per cent,” she said.',
    );
  });
});

describe('a change beside two figures that give another', () => {
  it('is left alone if it belongs to something else', () => {
    expectFindings(
      'Profit fell from £10m to £8m while sales rose 5 per cent.',
      'The price moved from 250p to 230p and the index fell 3 per cent.',
      'Complaints doubled as fares rose from £3 to £4.',
      'The town doubled the fine when complaints rose from 100 to 110.',
      'Sales rose 5 per cent from 10 to 14 May.',
      'Tickets cost from £10 to £50, a cut of 10 per cent for members.',
      'Bids ran from 100 to 400, up 5 per cent.',
      'Members rose from 100 in May to 120 in June, up 50 per cent on last June.',
      'The fee rose from £10 to £12, an increase of 40 per cent since 2010.',
    );
  });

  it('is left alone if it may span the first and the last of several steps', () => {
    expectFindings(
      'Members fell from 200 to 150 in the first year and from 150 to 120 in the second, a decline of 40 per cent.',
      'Members fell from 200 to 150 in Lund, and from 100 to 90 in Ystad, a decline of [|40 per cent|].',
    );
  });
});

describe('a share beside a fraction', () => {
  it('is reported if the two differ', () => {
    expectFindings(
      'One in four ([|31 per cent|]) said no.',
      'Two in five voters, or [|46%|], agreed.',
      'A quarter of members ([|31 per cent|]) left.',
      'Just over a third ([|31 per cent|]) stayed.',
      'Nearly two-thirds ([|51 percent|]) stayed.',
      'Twelve of the 48 members ([|30 per cent|]) left.',
      'Nine out of 12 pupils, or [|70 per cent|], passed.',
    );
    assert.equal(
      messageOf('One in four (31 per cent) said no.'),
      '“31 per cent” should be “25 per cent”: one in four is 25 per cent.',
    );
    assert.equal(
      messageOf('Twelve of the 48 members (30 per cent) left.'),
      '“30 per cent” should be “25 per cent”: 12 of 48 is 25 per cent.',
    );
    assert.equal(fixed('One in four (31%) said no.'), 'One in four (25%) said no.');
  });

  it('is left alone if it is near, hedged or about something else', () => {
    expectFindings(
      'One in four (24 per cent) said no. About one in three (35 per cent) said yes.',
      'A third (32.6 per cent) stayed and more than half (58 per cent) left.',
      'Almost a quarter (23 per cent) left, and around half (46 per cent) stayed.',
      'Twelve of the 48 members (25 per cent) left. Eleven of 48 (23 per cent) stayed.',
      'One in four said no, compared with 31 per cent last year.',
      'A quarter left. In Lund, 31 per cent did.',
      'One in 100 (0.9 per cent) fell ill. Some 340 of 1,200 (28 per cent) did not.',
    );
  });

  it('is left alone if it is beyond a bound', () => {
    expectFindings(
      'More than half (73 per cent) agreed, and at least one in five (31 per cent) came.',
      'Over three-quarters (89 per cent) agreed, and less than a quarter (11 per cent) came.',
      'Fewer than one in ten (4 per cent) agreed.',
      'More than half ([|41 per cent|]) agreed. Just over half ([|73 per cent|]) came.',
      'Less than a quarter ([|31 per cent|]) agreed. Nearly half ([|21 per cent|]) came.',
    );
  });

  it('is left alone beside a part of a year or a place in a contest', () => {
    expectFindings(
      'Growth in the third quarter (3 per cent) was weak.',
      'Sales in the first half (12 per cent) beat those in the second half (9 per cent).',
      'The Greens came third (12 per cent), and the Liberals were the fifth (7 per cent).',
      'Half ([|31 per cent|]) agreed. A quarter ([|31 per cent|]) did not.',
    );
  });

  it('may be rounded in a large whole', () => {
    expectFindings(
      'One in 100 (1.2 per cent) fell ill, and one in 50 (1.7 per cent) died.',
      'One in 50 ([|4 per cent|]) died.',
    );
  });
});

describe('parts of a whole', () => {
  it('are reported if they do not add up to their stated whole', () => {
    expectFindings(
      'Of the 48 members, 24 voted for, 12 against and [|the remaining 11|] abstained.',
      'Of its 30 boats, 17 were lost and [|the other 12|] were saved.',
      'Twelve women and 15 men, [|28 people in all|], were held.',
      'The fund paid £12,450 for boats, £3,100 for nets and £950 for rope, [|a total of £17,600|].',
      'A total of [|28 people|], 12 women and 15 men, were held.',
      'Police held [|28 people|] (12 women and 15 men).',
      '[|Three people|] died: two men and two women.',
    );
    assert.equal(
      messageOf('Of the 48 members, 24 voted for, 12 against and the remaining 11 abstained.'),
      '“the remaining 11” should be 12: 24 + 12 + 11 is 47, not 48.',
    );
    assert.equal(
      messageOf('Twelve women and 15 men, 28 people in all, were held.'),
      '“28 people in all” does not fit: 12 + 15 is 27, not 28.',
    );
  });

  it('are left alone if they fit, may be rounded, or need not add up', () => {
    expectFindings(
      'Of the 48 members, 24 voted for, 12 against and the remaining 12 abstained.',
      'Of the 48 members, 24 voted for and 12 against.',
      'Of the 48 members, about 24 voted for and the remaining 20 against.',
      'Of the 48 members, 24 in two wards voted for and the other 23 against.',
      'Twelve women and 15 men, 27 people in all, were held.',
      'Twelve women and 15 men were held, and 28 people in all were questioned.',
      'The fund paid £1.2m for boats and £3.1m for nets, a total of £4.4m.',
      'Police held 28 people (12 women and 15 men among them).',
      'Three people died: two men and a woman. Six people, two men and a woman among them, were hurt.',
      'Three people died, two of them women. Five people, including two men, were hurt.',
      '“Twelve women and 15 men, 28 people in all, were held,” she said.',
    );
  });

  it('are left alone if some may be left out, or counted twice', () => {
    expectFindings(
      'The ferry had 300 people (120 women and 40 children) on board.',
      'The ferry had [|300 people|] (280 women and 40 children) on board.',
      'The ferry had [|300 people|] (240 adults and 40 children) on board.',
      'A total of 40 people, 12 of them children and 30 of them locals, came.',
      'Of 12 jurors, seven were for it and the remaining four against, one having left.',
    );
  });
});

describe('an age', () => {
  it('is reported if it does not fit the years of birth and death', () => {
    expectFindings(
      'Ada Roe, who was born in 1943, died in 2019 at the age of [|71|].',
      'Ada Roe (1943–2019) died at the age of [|71|].',
      '---\ndate: 2026-03-09\n---\n\nAda Roe, [|45|], was born in 1970 in Lund.',
    );
    assert.equal(
      messageOf('Ada Roe, who was born in 1943, died in 2019 at the age of 71.'),
      '“71” should be “75” or “76”: from 1943 to 2019.',
    );
  });

  it('is left alone if it fits, or belongs to another time or person', () => {
    expectFindings(
      'Ada Roe, who was born in 1943, died in 2019 at the age of 75.',
      'Ada Roe (1943–2019) died at the age of 76.',
      '---\ndate: 2026-03-09\n---\n\nAda Roe, 55, was born in 1970 in Lund.',
      '---\ndate: 2026-03-09\n---\n\nAda Roe was born in 1970 and was 21 when she left.',
      '---\ndate: 2026-03-09\n---\n\nAda Roe, 55, has a son, Bo, 21, who was born in 2004.',
      'Ada Roe, 45, was born in 1970 in Lund.',
      'Ada Roe, born in 1943, married at the age of 21 in 1964, and died in 2019.',
      'Ada Roe (1943–2019), whose husband died aged 40, wrote novels.',
      'Born in 1950 to parents who died in 1999, she married at 22.',
    );
  });
});

describe('a duration beside its dates', () => {
  it('is reported if it is longer or shorter', () => {
    expectFindings(
      'The [|six-year|] term ran from 2010 to 2014.',
      'She was mayor from 2010 to 2014, for [|six years|].',
      'The [|three-day|] fair runs from 12 to 18 May.',
      'The [|two-week|] strike lasted from 28 May to 30 June.',
    );
    assert.equal(
      messageOf('The six-year term ran from 2010 to 2014.'),
      '“six-year” does not fit: from 2010 to 2014 is 4 years.',
    );
  });

  it('is left alone if it fits by some count, or belongs to something else', () => {
    expectFindings(
      'The four-year term ran from 2010 to 2014. The five-year plan ran from 2010 to 2014.',
      'The seven-day fair runs from 12 to 18 May, and the six-day one from 12 to 18 June.',
      'For four years between 2010 and 2020 she was ill.',
      'The two-week strike lasted from 28 May to 11 June.',
      'The six-year-old ran from 2010 Elm Street to 2014 Elm Street.',
      'A 12-year sentence was cut. She was mayor from 2010 to 2014.',
    );
  });

  it('is left alone if the dates belong to something else', () => {
    expectFindings(
      'He was jailed for 12 years for thefts committed from 2001 to 2005.',
      'A two-year inquiry into deaths from 2001 to 2010 found nothing.',
      'A three-year review of cases from 1970 to 2010 found nothing.',
      'He got a five-year ban over tests from 2010 to 2012.',
    );
  });

  it('is left alone if it counts days in use', () => {
    expectFindings(
      'The pool is open five days a week from 3 March to 28 April.',
      'Matches are played on four days from 3 to 24 June.',
      'The four-day week was tried from 6 June to 2 December.',
    );
  });
});
