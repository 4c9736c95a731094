import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectNoErrors } from './errors.js';

describe('missing “to”', () => {
  for (const source of [
    'The ferry was [|unable reach|] the port.',
    'The nurses were [|required attend|] a class.',
    'She had [|decided leave|] the choir.',
    'The choir has [|yet find|] a hall.',
    'The choir moved in [|order save|] money.',
    'The bakers have lost the [|chance sell|] bread on Sundays.',
    'It is [|hard believe|] that the oven was cold.',
    'The club [|appears be|] in debt.',
    'The court ordered the [|firm repay|] its clients.',
    'The club was [|able send|] a scout.',
    'Fans were [|encouraged submit|] their designs.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-to', source);
    });
  }

  it('are inserted by the fix', () => {
    expectFix(
      'The ferry was [|unable reach|] the port.',
      'The ferry was unable to reach the port.',
    );
  });

  for (const draft of [
    'If need be, the army will carry the bread.',
    'The choir helped build the hall.',
    'Few survive the winter there.',
    'The oven will likely be replaced.',
    'Authorities say the oven was faulty.',
    'It was chance and plan alike.',
    'The halls they had chosen have no heating.',
    'She asked how close the port was.',
    'He wasn’t able to.',
    'The nurse, who was on leave from the ward, was called back.',
    'Their duties include the care of the horses.',
    'The sailors need not pay.',
    'Let the bakers decide.',
    'It was dark, so make sure the lamps are lit.',
    'The requests come from the crew.',
    'All they did was try.',
    'She knows how work in a yard is done.',
    'It was a rare and brave choice.',
    'They chose a new captain and set sail.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }

  for (const source of ['The port [|needs raise|] £4 million by June.']) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-to', source);
    });
  }

  for (const draft of [
    'Trains from Leeds take two hours.',
    'The plot involved build-your-own ladders.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
