import { describe, it } from 'mocha';
import { entity, expectFixed } from './findNames.js';

describe('a form that the sources advise against', () => {
  it('is reported, and changed to the name itself', () => {
    expectFixed(
      'The [|Baltic Forum|] met. The [|Baltic Fisheries Group|] voted.',
      [entity('body', 'Baltic Fisheries Organisation', { avoided: ['Baltic Forum'] })],
      'name/inconsistent',
      'The Baltic Fisheries Organisation met. The Baltic Fisheries Organisation voted.',
    );
  });
});
