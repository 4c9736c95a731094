import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('missing capitals', () => {
  for (const source of [
    'The court rose at noon. [|the|] jury went home.',
    'The hearing is on [|wednesday|] in Leeds.',
    'It rained until [|november|] in most towns.',
    'The pool shut in May. [|it|] will open again in spring.',
    'She was born in [|peru|] and lives in Texas.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('lowercase-start', source);
    });
  }

  for (const [source, right] of [
    [
      'The court rose at noon. [|the|] jury went home.',
      'The court rose at noon. The jury went home.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The court rose at noon. the jury went home.',
      '“the” should be “The”: sentences start with a capital letter.',
    );
    expectMessages(
      'The hearing is on wednesday in Leeds.',
      '“wednesday” should be “Wednesday”: days and months take a capital letter.',
    );
    expectMessages(
      'She was born in peru and lives in Texas.',
      '“peru” should be “Peru”: names take a capital letter.',
    );
  });

  for (const draft of [
    'Bill de Blasio ran the city. de Blasio left in 2021.',
    'The firm made phones. iPhone sales fell.',
    'He drew on work by Osei et al. in the report.',
    'The march may be long, and many march in March.',
    'The judge was firm... but fair in the end.',
    'The shop sells bread, milk, etc. at low prices.',
    'photo by Ana Roe',
    'The thief climbed a 6 ft. wall.',
    'She studied for a B.Sc. in Leeds and moved to Cork.',
    'Guests must:\n\n- wear shoes;\n\nand must not smoke in the hall.',
    'pilgrims at the shrine in May 2008.',
    'The firm is old. vellomar makes bells. Few bells of vellomar are left.',
    'The poet is old. bell marsh lives in Leeds. Her work is known. bell marsh wrote six books.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
