import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: run-together', () => {
  for (const source of [
    'The court sat for a [|week.Judge|] Ferreira was ill.',
    'Norway beat Denmark [|andSweden|] in one week.',
    'She flew to [|FranceTuesday|] for the hearing.',
    'The vote was [|close,but|] the mayor won it.',
    'Rain fell all [|yearThe|] farmers said.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('run-together', source);
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
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    'Her son works for YouTube and McDonald’s in St. Louis.',
    'The U.S. Senate voted at 5 p.m. on the bill.',
    'Prices are at www.example.org and on booking.com today.',
    'He holds a Ph.D. from Leeds.',
    'J.K. Rowling read from the book.',
    'The club is worth $1,000,000, by its own count.',
    'She bought an iPhone from eBay.',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }

  for (const source of [
    'The fire spread [|tothe|] barn.',
    '“We are [|ready,”she|] said.',
    'She left in [|1911,when|] the mill shut.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('run-together', source);
    });
  }

  for (const draft of ['The Goethe house is shut.']) {
    it(`is silent on ${draft}`, () => {
      expectSound(draft);
    });
  }
});
