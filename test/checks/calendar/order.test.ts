import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkOrder } from '../../../server/checks/calendar/order.js';
import type { Finding } from '../../../server/checks/finding.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited, expectSpans } from '../../marked.js';

function findingsIn(draft: string): readonly Finding[] {
  return runToCompletion(checkOrder(readProse(draft)));
}

/** Asserts that findings are at the marked spans of a draft, and no others. */
function expectFindings(draft: string): void {
  expectSpans(draft, (text) => findingsIn(text).map(({ span }) => span));
}

/** The draft after the only fix of its only finding. */
function fixed(draft: string): string {
  const [finding, ...others] = findingsIn(draft);
  assert.deepEqual(others, []);
  const [fix, ...more] = finding?.fixes ?? [];
  assert.deepEqual(more, []);
  assert.equal(fix?.preferred, false);
  return edited(draft, fix.edits);
}

describe('the order of dates in a sentence', () => {
  it('is reported if “after” or “before” contradicts it', () => {
    expectFindings('The council voted on 12 May, [|after|] the hearing on 14 May.');
    expectFindings('[|After|] the hearing on 14 May, the council voted on 12 May.');
    expectFindings('The council met on 12 May 2024, a day [|after|] the mayor resigned on 14 May.');
    expectFindings('The yard closed in 2019 [|before|] the strike in 2017.');
    expectFindings('The council voted on 12 May, before the hearing on 14 May.');
    expectFindings('The yard closed in 2019 before the 2021 strike, and after the strike in 2017.');
  });

  it('is reported if the interval is wrong', () => {
    expectFindings('The council voted on 12 May, [|three days|] before the hearing on 14 May.');
    expectFindings("She resigned on Monday, [|two days|] after Friday's vote.");
    expectFindings('Polls open on 14 May, [|the day|] after the debate on 12 May.');
    expectFindings('[|Two days|] after the board met on 8 May, the mayor resigned on 12 May.');
    expectFindings('He left in 2015, [|three years|] after the fire in 2009.');
    expectFindings("She resigned on Monday, three days after Friday's vote.");
    expectFindings('He left in 2012, two years after the fire in 2009.');
    expectFindings('He left on 30 May, two weeks after the fire on 13 May.');
    expectFindings('The deal came on 30 May, less than six weeks after the offer on 13 May.');
  });

  it('is reported if a span ends before it begins', () => {
    expectFindings('The port shrank between [|2019 and 2015|], its owner said.');
    expectFindings('She was mayor from [|2019 to 2015|]. The show runs from [|14 May to 12 May|].');
    expectFindings('The port grew between 2015 and 2019.');
    expectFindings('The ferry runs from November to March, and from 20 December to 6 January.');
  });

  it('is left alone if a date may belong to something else', () => {
    expectFindings('He condemned the raid on 12 May, after the summit on 14 May.');
    expectFindings('She filed for the 16 May election before the deadline on 14 May.');
    expectFindings('He withdrew on 3 May after talks about the 8 May election.');
    expectFindings('He resigned on 3 May after announcing a vote on 8 May.');
    expectFindings('The yard closed on 3 May after the vote planned on 8 May was cancelled.');
    expectFindings('The council met on 3 May after the board met from 8 May to 9 May.');
    expectFindings('The target was moved from 2035 to 2030, and the vote from 14 May to 12 May.');
    expectFindings('The fire broke out on 3 January after the party on 31 December.');
    expectFindings('She left on Monday after the vote on Wednesday.');
  });

  it('is left alone in quotations', () => {
    expectFindings('“We met on 12 May, after the hearing on 14 May,” she said.');
  });

  it('can be corrected in words other than the dates', () => {
    assert.equal(
      fixed('After the hearing on 14 May, the council voted on 12 May.'),
      'Before the hearing on 14 May, the council voted on 12 May.',
    );
    assert.equal(
      fixed("She resigned on Monday, two days after Friday's vote."),
      "She resigned on Monday, three days after Friday's vote.",
    );
    assert.equal(
      fixed('She was mayor of Lund from May 2019 to April 2015.'),
      'She was mayor of Lund from April 2015 to May 2019.',
    );
  });

  it('is reported with the other date', () => {
    const draft = 'The council voted on 12 May, after the hearing on 14 May.';
    const [finding] = findingsIn(draft);
    assert.equal(finding?.code, 'claim/inconsistent');
    assert.equal(finding.message, '“after” here, but 12 May is before 14 May.');
    assert.deepEqual(
      finding.related?.map(({ span }) => draft.slice(span.start, span.end)),
      ['14 May'],
    );
  });
});
