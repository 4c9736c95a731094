import { describe, it } from 'mocha';
import { findMissingSubject } from '../../../server/checks/sentences/missingSubject.js';
import { expectHints } from './hints.js';

describe('the rule of missing subjects', () => {
  for (const source of [
    '[|Said|] the bridge will close in May.',
    '[|Relies|] on the state for its funds.',
    '[|Would|] be a first for the club.',
    '[|Was|] born in Cork in 1950.',
    '[|But has|] outlived its usefulness by years.',
    'The firm lost. [|Also claims|] that the bank is to blame.',
  ]) {
    it(`hints at ${source}`, () => {
      expectHints(findMissingSubject, source);
    });
  }

  for (const draft of [
    '“We will appeal,” said the lawyer.',
    'Asked about the fee, she laughed.',
    'Born in Cork, he moved to Leeds at six.',
    'Had it rained, the match would have been called off.',
    'Do not go alone to the park.',
    'The gym closed. So has the old theatre.',
    'Neither was the second match played.',
    '# Said to be the oldest pub in town',
  ]) {
    it(`sees nothing in ${draft}`, () => {
      expectHints(findMissingSubject, draft);
    });
  }
});
