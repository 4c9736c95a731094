import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: a verb in the wrong form', () => {
  for (const source of [
    'The club [|can builded|] a new stand by June.',
    'The driver [|has went|] home to Leeds.',
    'The hymn [|was wrote|] in 1840.',
    'The judge [|did not believed|] the driver.',
    'The tower [|was build|] in 1901.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('garbled', source);
    });
  }

  it('puts it right', () => {
    expectMend('The driver [|has went|] home to Leeds.', 'The driver has gone home to Leeds.');
    expectMend(
      'She came [|to organised|] the fair herself.',
      'She came to organise the fair herself.',
    );
  });

  for (const draft of [
    'The old will signed in 2003 was void.',
    'Her will, signed in 1998, left the house to the cat.',
    'The might shown by the fleet impressed nobody.',
    'The options are leave on Friday or stay till Monday.',
    'Her advice is look before you leap.',
    'As best they could, rescuers carried on through the night.',
    'The road to ruined castles is steep.',
    'The firm agreed to paid leave for fathers.',
    'According to leaked papers, the bank knew.',
    'The team has won eight, drawn two and lost one.',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }
});
