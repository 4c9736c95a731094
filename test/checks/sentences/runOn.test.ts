import { describe, it } from 'mocha';
import { findRunOns } from '../../../server/checks/sentences/runOn.js';
import { expectHints } from './hints.js';

describe('the rule of run-on sentences', () => {
  for (const source of [
    'The driver was [|hurt The|] fire began in a kitchen.',
    'The mayor will not be at the [|match, she|] is sending her son.',
    'The firm left Leeds in [|2019, the|] union has fought it since then.',
    'The trust is based in [|Dublin she|] is its director.',
    'The ferry was hit by a [|storm the|] captain sent a call for help.',
    'The firm was founded on [|Friday the|] owner hopes it will last.',
    'The pit is [|shut, its|] owner hopes to sell it.',
  ]) {
    it(`hints at ${source}`, () => {
      expectHints(findRunOns, source);
    });
  }

  for (const draft of [
    'The driver was hurt. The fire began in a kitchen.',
    'The council says the bridge will close in May.',
    'The pit will close, its owners say.',
    'After the match, the players went home.',
    'The driver was killed, I am told now, the week after we met.',
    '- The trust is based in Dublin she is its director',
  ]) {
    it(`sees nothing in ${draft}`, () => {
      expectHints(findRunOns, draft);
    });
  }
});
