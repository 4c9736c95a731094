import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('duplicate items', () => {
  for (const source of [
    'The tour takes in [|Lyon, Turin and Lyon|].',
    'They sold [|lamps, chairs, tables, chairs and rugs|].',
    'The school teaches [|Welsh, Irish, and Welsh|] to all.',
    '- Roads and bridges\n- Schools\n- [|Roads and bridges|]',
    '- Milk\n- [|Milk|]',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('duplicate-item', source);
    });
  }

  for (const [source, right] of [
    ['The tour takes in [|Lyon, Turin and Lyon|].', 'The tour takes in Lyon and Turin.'],
    [
      'They sold [|lamps, chairs, tables, chairs and rugs|].',
      'They sold lamps, chairs, tables and rugs.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The tour takes in Lyon, Turin and Lyon.',
      '“Lyon” is in the list twice: once is enough.',
    );
    expectMessages(
      '- Milk\n- Milk',
      '“Milk” is already an item of this list: delete one of the two.',
    );
  });

  for (const draft of [
    'It is all about location, location and location.',
    'They ran for years and years and years.',
    'Erik Berg, 26, Sam Lund, 25, and Jon Dahl, 25, were freed.',
    'She visited Lyon, Turin and the Lyon suburbs.',
    'Spain beat Italy, Spain beat Malta and Italy lost.',
    '- Monday\n  - Open\n- Tuesday\n  - Open',
    '- Leeds 1\n- Hull 1',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
