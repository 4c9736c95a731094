import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectNoErrors } from './errors.js';

describe('wrong verb forms', () => {
  for (const source of [
    'The club [|can builded|] a new stand by June.',
    'The driver [|has went|] home to Leeds.',
    'The hymn [|was wrote|] in 1840.',
    'The judge [|did not believed|] the driver.',
    'The tower [|was build|] in 1901.',
    'They tried [|to caused|] the delay.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('wrong-form', source);
    });
  }

  it('are corrected by the fix', () => {
    expectFix(
      'The club [|can builded|] a new stand by June.',
      'The club can build a new stand by June.',
    );
    expectFix('The driver [|has went|] home to Leeds.', 'The driver has gone home to Leeds.');
    expectFix(
      'She came [|to organised|] the fair herself.',
      'She came to organise the fair herself.',
    );
  });

  it('offer the perfect too where “have” may be lost, and first if nothing else is', () => {
    for (const [at, right] of ['have acted', 'act'].entries())
      expectFix('The council [|should acted|] sooner.', `The council should ${right} sooner.`, at);
    for (const [at, right] of ['write', 'have written'].entries())
      expectFix('She [|might wrote|] to the board.', `She might ${right} to the board.`, at);
  });

  for (const draft of [
    'The old will signed in 2003 was void.',
    'Her will, signed in 1998, left the house to the cat.',
    'The might shown by the fleet impressed nobody.',
    'The owner pays once the repairs are complete, and half of it now.',
    'Her advice is look before you leap.',
    'As best they could, rescuers carried on through the night.',
    'The road to ruined castles is steep.',
    'The firm agreed to paid leave for fathers.',
    'According to leaked papers, the bank knew.',
    'The team has won eight, drawn two and lost one.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
