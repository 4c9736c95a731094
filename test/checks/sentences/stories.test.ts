import { describe, it } from 'mocha';
import { expectNoErrors } from './errors.js';
import { STORIES } from './stories.js';

describe('sound stories', () => {
  for (const [name, story] of Object.entries(STORIES)) {
    it(`have no errors: ${name}`, () => {
      expectNoErrors(story);
    });
  }
});
