import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('unnecessary capitals', () => {
  for (const source of [
    'The keeper was treated [|Mainly|] for a bruised knee.',
    'Ana Ruiz, [|Who|] chairs the inquiry, was not there.',
    'Lena Okafor, dean of the school, [|Expects|] a strike.',
    'The two clubs, however, [|Often|] share a coach.',
    'The team moved quickly [|To|] buy a striker.',
    'The leaders met [|In|] Reykjavik this week.',
    'The talks have been slow [|Since|] then, she said.',
    'The goats were [|Taken|] to a farm.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('stray-capital', source);
    });
  }

  for (const [source, right] of [
    [
      'The keeper was treated [|Mainly|] for a bruised knee.',
      'The keeper was treated mainly for a bruised knee.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The leaders met In Reykjavik this week.',
      '“In” should be “in”, without a capital.',
    );
  });

  for (const draft of [
    'He read from Of Mice and Men and from To the Lighthouse.',
    'The novelist’s Under the Volcano came out in 1947.',
    'The phrase Of the People was struck out.',
    'The sign read In case of fire break glass.',
    'Party leaders Said and Omar agreed.',
    'The film In Bruges won a prize.',
    'He starred in The Wire for years.',
    'The band The Who played last.',
    'Alexander the Great was there, of course.',
    'She reads The Times daily.',
    'She works for Apart, a charity for the old.',
    'Her first single, Never, sold well.',
    '“It is over,” he said: The judge agreed.',
    'She starred in the film In Bruges last year.',
    'He bought it at Marks And Spencer in May.',
    'She sang From Paris With Love at the gala.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
