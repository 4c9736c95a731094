import { describe, it } from 'mocha';
import { entity, expectFixed, expectNoFindings, person } from './findNames.js';

const KNOWN = [
  entity('place', 'Turkey'),
  entity('place', 'Larness'),
  entity('place', 'Reading'),
  entity('body', 'Hvalnes'),
  person('Grace Baker', 'harbour master', 'Larness'),
  person('Bryony Featherstonehaugh', 'chair', 'Larness Parish Council'),
];

function fixes(draft: string, expected: string): void {
  expectFixed(draft, KNOWN, 'name/misspelled', expected);
}

describe('a known name in lower case', () => {
  it('is reported if it can be no other word', () => {
    fixes(
      'Grace Baker spoke. The [|larness|] plan failed.',
      'Grace Baker spoke. The Larness plan failed.',
    );
    fixes(
      'Grace Baker sailed. She landed at [|hvalnes|].',
      'Grace Baker sailed. She landed at Hvalnes.',
    );
  });

  it('is reported as a common word where only a place can stand', () => {
    fixes('They met in [|turkey|] on Monday.', 'They met in Turkey on Monday.');
    fixes('Peppers from southern [|turkey|] are hot.', 'Peppers from southern Turkey are hot.');
  });

  it('is reported as a common word where only a person can stand', () => {
    fixes(
      'Grace Baker waited. “No ship came,” said [|baker|].',
      'Grace Baker waited. “No ship came,” said Baker.',
    );
  });

  it('is accepted as common vocabulary in other places', () => {
    expectNoFindings('Grace Baker owns a turkey farm in turkey country.', KNOWN);
    expectNoFindings('Grace Baker ate turkey. She has an interest in reading.', KNOWN);
    expectNoFindings('Grace Baker left. “No bread,” said the baker.', KNOWN);
  });

  it('is accepted as an occupation if the sources have it with a capital only before the full name', () => {
    const sources = [person('Ruckman Tevita Mahe-Ofa', 'captain', 'Otters')];
    expectNoFindings('“Mud,” said ruckman Tevita Mahe-Ofa.', sources);
  });
});
