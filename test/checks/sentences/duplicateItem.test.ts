import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: duplicate-item', () => {
  for (const source of [
    'The tour takes in [|Lyon, Turin and Lyon|].',
    'They sold [|lamps, chairs, tables, chairs and rugs|].',
    'The school teaches [|Welsh, Irish, and Welsh|] to all.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('duplicate-item', source);
    });
  }

  for (const [source, right] of [
    ['The tour takes in [|Lyon, Turin and Lyon|].', 'The tour takes in Lyon and Turin.'],
    [
      'They sold [|lamps, chairs, tables, chairs and rugs|].',
      'They sold lamps, chairs, tables and rugs.',
    ],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    'It is all about location, location and location.',
    'They ran for years and years and years.',
    'Erik Berg, 26, Sam Lund, 25, and Jon Dahl, 25, were freed.',
    'She visited Lyon, Turin and the Lyon suburbs.',
    'Spain beat Italy, Spain beat Malta and Italy lost.',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }

  for (const source of [
    '- Roads and bridges\n- Schools\n- [|Roads and bridges|]',
    '- Milk\n- [|Milk|]',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('duplicate-item', source);
    });
  }

  for (const draft of ['- Monday\n  - Open\n- Tuesday\n  - Open', '- Leeds 1\n- Hull 1']) {
    it(`is silent on ${draft}`, () => {
      expectSound(draft);
    });
  }
});
