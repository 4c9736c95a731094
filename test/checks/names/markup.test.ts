import { describe, it } from 'mocha';
import { expectFixed, person } from './findNames.js';

const BASE = [
  person('Grzegorz Wiśniewski', 'captain', 'Brzezina'),
  person("Priya D'Souza", 'investigator', 'Garda'),
];

/** Drafts with a misspelled name inside markup, and the same drafts fixed. */
const DRAFTS: readonly (readonly [string, string])[] = [
  ['On **[|Gzr**egorz|] Wiśniewski left.', 'On **Grz**egorz Wiśniewski left.'],
  ['On Grzegorz\r\n[|Wiśniwski|] left.\r\n', 'On Grzegorz\r\nWiśniewski left.\r\n'],
  [
    'On [Grzegorz [|Wiśniwski|]](https://brzezina.example/w) left.',
    'On [Grzegorz Wiśniewski](https://brzezina.example/w) left.',
  ],
  ['🙂 On Grzegorz [|Wiśniwski|] left.', '🙂 On Grzegorz Wiśniewski left.'],
  ['On Grzegorz&nbsp;[|Wiśniwski|] left.', 'On Grzegorz&nbsp;Wiśniewski left.'],
  ['LATE: GRZEGORZ [|WIŚNIWSKI|] LEFT.', 'LATE: GRZEGORZ WIŚNIEWSKI LEFT.'],
  [
    '> 🙂 On ***Priya***\r\n> [[|D’Suoza|]](x.md)’s **car**.',
    '> 🙂 On ***Priya***\r\n> [D’Souza](x.md)’s **car**.',
  ],
  ["On Priya [|D'Suoza|]’s car.", "On Priya D'Souza’s car."],
  ['On `Grzegorz Wiśniwski` she left.', 'On `Grzegorz Wiśniwski` she left.'],
];

describe('a misspelled name in Markdown', () => {
  for (const [draft, after] of DRAFTS) {
    it(`is fixed without changing the markup: ${JSON.stringify(draft)}`, () => {
      expectFixed(draft, BASE, 'name/misspelled', after);
    });
  }
});
