import { describe, it } from 'mocha';
import { findBrokenOffEnds } from '../../../server/checks/sentences/brokenOffEnd.js';
import { expectHints } from './hints.js';

describe('the rule of broken-off ends', () => {
  for (const source of [
    'The clerk said the keys were left [|with|].',
    'The ferry was late because [|the|].',
    '“The ferry was late [|and|].”',
  ]) {
    it(`hints at ${source}`, () => {
      expectHints(findBrokenOffEnds, source);
    });
  }

  for (const draft of ['The ferry was late.', 'The medal is his.', '?!']) {
    it(`sees nothing in ${draft}`, () => {
      expectHints(findBrokenOffEnds, draft);
    });
  }
});
