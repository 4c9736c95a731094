import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './breaks.js';

describe('soundness: fragment', () => {
  for (const source of [
    '[|Because the two clubs have shared a small pitch|].',
    '[|Although the judge had asked for more time|].',
    '[|Since open war with the union would be ruinous|].',
    'The court heard from officials of [|the.|]',
    'The firm sold shares for profits [|and.|]',
    'The pool was shut. [|Wales,|]',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('fragment', source);
    });
  }

  for (const [source, right] of [
    ['[|Although the judge had asked for more time|].', 'The judge had asked for more time.'],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    'Because he can.',
    'Why did she leave? Because the club had asked her to go.',
    'Since 2007 the club has been in debt.',
    'After the game the keeper limped off.',
    'If you ask, they answer.',
    'While the jury waited, the lawyers spoke.',
    'It is the house he lives in.',
    'That is what she is looking for.',
    'He was well cared for.',
    '“Although we tried,” she said.',
    'As did his brother.',
    'Though Riverside is closed, other pools such as Hillpark.org have said that they will open.',
    'After the vote comes the count.',
    'The budget passed by three votes, with five members against.',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }
});
