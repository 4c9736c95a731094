import { describe, it } from 'mocha';
import { expectErrors, expectMessages, expectNoErrors } from './errors.js';

describe('a sentence that is cut off', () => {
  for (const source of [
    'The mayor praised the work of [|the.|]',
    'The council voted against the plan [|and.|]',
    'Officials came from the ministry [|because.|]',
  ]) {
    it(`is reported in ${source}`, () => {
      expectErrors('fragment', source);
    });
  }

  it('is described by its last word', () => {
    expectMessages(
      'The mayor praised the work of the.',
      '“the” is not the end of a sentence: the rest is missing.',
    );
  });

  for (const draft of [
    'The mayor told us what she was looking for.',
    'Nobody knew where the boat had come from.',
    'That was the harbour he had dreamt of.',
  ]) {
    it(`is not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
