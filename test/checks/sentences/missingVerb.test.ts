import { describe, it } from 'mocha';
import {
  findMissingAuxiliaries,
  findMissingVerbs,
} from '../../../server/checks/sentences/missingVerb.js';
import { expectHints } from './hints.js';

describe('the rule of missing verbs', () => {
  for (const source of [
    '[|Rents and|] wages on the rise in most towns.',
    'The [|review also|] offering advice to schools and clubs.',
    '[|Osei born|] in Accra but her parents moved north when she was six.',
    'The [|vet unable|] to save the horse.',
    '[|They one|] crack at the title.',
  ]) {
    it(`hints at ${source}`, () => {
      expectHints(findMissingVerbs, source);
    });
  }

  for (const draft of [
    'The vet was unable to save the horse.',
    'Do not go alone to the park.',
    'The parade went ahead in the rain, its floats wrapped in plastic.',
    '1. Lena Dahl (Norway) 12.31.',
    '# Rents and wages on the rise',
  ]) {
    it(`sees nothing in ${draft}`, () => {
      expectHints(findMissingVerbs, draft);
    });
  }
});

describe('the rule of missing auxiliaries', () => {
  it('hints at a form without an object that may be a participle', () => {
    expectHints(findMissingAuxiliaries, 'The [|vet expected|] in court on Friday.');
  });

  for (const draft of ['The vet expected a fine.', 'The vet used to keep horses.']) {
    it(`sees nothing in ${draft}`, () => {
      expectHints(findMissingAuxiliaries, draft);
    });
  }
});
