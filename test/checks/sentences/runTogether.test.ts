import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('missing spaces', () => {
  for (const source of [
    'The court sat for a [|week.Judge|] Ferreira was ill.',
    'Norway beat Denmark [|andSweden|] in one week.',
    'She flew to [|FranceTuesday|] for the hearing.',
    'The vote was [|close,but|] the mayor won it.',
    'Rain fell all [|yearThe|] farmers said.',
    'The fire spread [|tothe|] barn.',
    '“We are [|ready,”she|] said.',
    'She left in [|1911,when|] the mill shut.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('run-together', source);
    });
  }

  for (const [source, right] of [
    [
      'The court sat for a [|week.Judge|] Ferreira was ill.',
      'The court sat for a week. Judge Ferreira was ill.',
    ],
    [
      'Norway beat Denmark [|andSweden|] in one week.',
      'Norway beat Denmark and Sweden in one week.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages('The fire spread tothe barn.', '“tothe” should be “to the”, with a space.');
  });

  for (const draft of [
    'Her son works for YouTube and McDonald’s in St. Louis.',
    'The U.S. Senate voted at 5 p.m. on the bill.',
    'Prices are at www.example.org and on booking.com today.',
    'He holds a Ph.D. from Leeds.',
    'J.K. Rowling read from the book.',
    'The club is worth $1,000,000, by its own count.',
    'She bought an iPhone from eBay.',
    'The Goethe house is shut.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
