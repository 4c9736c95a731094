import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('sentence fragments', () => {
  for (const source of [
    '[|Because the two clubs have shared a small pitch|].',
    '[|Although the judge had asked for more time|].',
    '[|Since open war with the union would be ruinous|].',
    '[|That the minister had known of the leak for weeks|].',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('fragment', source);
    });
  }

  for (const [source, right] of [
    ['[|Although the judge had asked for more time|].', 'The judge had asked for more time.'],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('can be joined to the previous sentence instead', () => {
    expectFix(
      'The mill was sold in May. [|Because the heirs had quarrelled over every penny|].',
      'The mill was sold in May because the heirs had quarrelled over every penny.',
      1,
    );
  });

  it('have messages that name the words concerned', () => {
    expectMessages(
      'Although the judge had asked for more time.',
      '“Although the …” is only half a sentence: its main clause is missing.',
    );
  });

  for (const draft of [
    'Though the shop is complying with the Bank of Leith’s requests to take down the sign, other shops such as Ross.com have stated that they will keep showing it.',
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
    'That is a big if.',
    'If you stay with friends or family in Rome you have to tell the police.',
    'When the rich treat the poor with scorn and hatred it harms us all.',
    'If you eat and drink a lot then you should walk home.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
