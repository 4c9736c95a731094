import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import '../../../grammar.js';
import { isProbable, judgeDraft, verdicts } from '../judgeDraft.js';

const MATCH =
  'Brann will play Molde in the cup final on 12 May. Coach Eva Holm may leave the club in summer. ' +
  'The club has agreed to sell Tim Rae to Ajax for 3 million euros. Brann beat Viking 2-1 in the semi-final. ' +
  'Sam Obi could miss the final. If Brann win they will qualify for Europe.';
const WRECK =
  'Rescuers hope to find nine missing sailors. Captain Rui Matos tried to turn the ship back, and the port will close for a week. ' +
  'Divers managed to reach the hull on Monday. The coastguard began to search at dawn and had to stop because of fog. ' +
  'The owner used the insurance money to pay for funerals. Matos decided to leave port despite a warning. ' +
  'The fish market closed on Sunday.';

describe('a plan or possibility in the source', () => {
  const expectProbable = (source: string, ...drafts: readonly string[]): void => {
    for (const draft of drafts) assert.ok(isProbable(source, draft), draft);
  };
  const expectUnclear = (source: string, ...drafts: readonly string[]): void => {
    for (const draft of drafts) assert.deepEqual(verdicts(source, draft), ['unclear'], draft);
  };

  it('does not support that it was done', () => {
    expectUnclear(
      MATCH,
      'Brann played Molde in the cup final on 12 May.',
      'Holm left the club in summer.',
      'The club sold Rae to Ajax for 3 million euros.',
      'Obi missed the final.',
      'Brann qualified for Europe.',
    );
    expectUnclear(
      WRECK,
      'Rescuers found nine missing sailors.',
      'Captain Matos turned the ship back.',
      'The port was closed for a week.',
    );
  });

  it('does not support that it is settled', () => {
    expectUnclear(MATCH, 'Holm will leave the club in summer.', 'Obi will miss the final.');
  });

  it('makes a plan or possibility probable', () => {
    expectProbable(
      MATCH,
      'Brann and Molde play each other in the cup final on 12 May.',
      'Holm may leave the club in summer.',
      'The club will sell Rae to Ajax for 3 million euros.',
      'Brann beat Viking 2-1 in the semi-final.',
    );
  });

  it('makes an act probable if the words imply that it was done', () => {
    expectProbable(
      WRECK,
      'Divers reached the hull on Monday.',
      'The coastguard searched from dawn.',
      'The owner paid for funerals with the insurance money.',
      'Matos left port despite a warning.',
      'Matos decided to leave port.',
    );
  });

  it('is quoted in the note on the claim', () => {
    const { findings, claims } = judgeDraft(MATCH, 'Holm left the club in summer.');
    assert.deepEqual(findings, []);
    assert.deepEqual(
      claims.map(({ note }) => note),
      ['Your sources describe this only as possible: “may leave”.'],
    );
    assert.match(claims[0]?.evidence[0]?.text ?? '', /^Coach Eva Holm may leave/u);
  });
});
