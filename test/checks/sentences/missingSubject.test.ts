import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('missing subjects', () => {
  for (const source of [
    '[|Said|] the bridge will close in May.',
    '[|Relies|] on the state for its funds.',
    '[|Would|] be a first for the club.',
    '[|Was|] born in Cork in 1950.',
    '[|But has|] outlived its usefulness by years.',
    'When the trial ended, [|was|] taken to a prison in Leeds.',
    'The firm lost. [|Also claims|] that the bank is to blame.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-subject', source);
    });
  }

  for (const [source, right] of [
    [
      'She led the inquiry for a year. [|Said|] that the pool must close.',
      'She led the inquiry for a year. She said that the pool must close.',
    ],
    [
      'The club may win the cup. [|Would|] be a first for the town.',
      'The club may win the cup. That would be a first for the town.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'Relies on the state for its funds.',
      '“relies” has no subject: say who or what.',
    );
  });

  for (const draft of [
    'Said Mr. Osei: “We will appeal.”',
    '“We will appeal,” said the lawyer.',
    'Asked about the fee, she laughed.',
    'Born in Cork, he moved to Leeds at six.',
    'Had it rained, the match would have been called off.',
    'Gone are the days of cheap seats.',
    'Reports say the pool will close.',
    'Do not go alone to the park.',
    'Here are a few examples of the work.',
    'Earlier reports said one man had died.',
    '# Said to be the oldest pub in town',
    'Three guards gave evidence. So has the brother of the porter.',
    'The island has a dragon tree. Also found on the island is the desert rose.',
    'Figures to be published today show a rise in fares.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
