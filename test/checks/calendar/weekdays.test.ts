import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkWeekdays } from '../../../server/checks/calendar/weekdays.js';
import type { Finding } from '../../../server/checks/finding.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { NO_REFERENCE, createReference } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';

/** The findings in a draft whose last source is from the given day. */
function findingsIn(draft: string, day?: string): readonly Finding[] {
  const reference =
    day === undefined
      ? NO_REFERENCE
      : createReference({
          entities: [],
          facts: [],
          quotes: [],
          days: new Map([
            ['early.md', '2019-01-01'],
            ['late.md', day],
          ]),
        });
  return runToCompletion(checkWeekdays(readProse(draft), reference));
}

/** Asserts that findings are at the marked spans of a draft, and no others. */
function expectFindings(draft: string, day?: string): void {
  expectSpans(draft, (text) => findingsIn(text, day).map(({ span }) => span));
}

describe('weekdays', () => {
  it('are reported beside a date that falls on another', () => {
    expectFindings('It sank on [|Tuesday|] 22 July 2024, and on Monday, July 22, 2024 it rained.');
    expectFindings('On [|Tuesday|], July 22nd, 2024, the **[|Fri|]**, 23 Jul 2024 edition came.');
    expectFindings('The vote is on Sunday the 6th of June 2027.');
    expectFindings('The vote is on [|Monday|] the 6th of June 2027.');
  });

  it('are left alone without a year, unless the sources are from that month', () => {
    expectFindings('It sank on Tuesday 22 July.');
    expectFindings('It sank on [|Tuesday|] 22 July.', '2024-07-24');
    expectFindings('It sank on Monday 22 July.', '2024-07-24');
    expectFindings('It sank on Tuesday 22 July.', '2024-12-24');
    expectFindings('It sank on [|Monday|] 31 December.', '2025-01-03');
  });

  it('take the year of the draft, if it is dated, rather than that of its sources', () => {
    const dated = '---\ndate: 2026-07-24\n---\n\n';
    expectFindings(`${dated}It sank on [|Monday|] 22 July, and on Wednesday 22 July it rained.`);
    expectFindings(`${dated}It sank on [|Monday|] 22 July.`, '2024-07-24');
    expectFindings('LUND, 24 July 2026 – It sank on [|Monday|] 22 July.', '2024-07-24');
    expectFindings('LUND, 24 July 2026 – It sank on Wednesday 22 July.', '2024-07-24');
  });

  it('are left alone in quotations, beside no date, and beside years of another calendar', () => {
    expectFindings('“It sank on Tuesday 22 July 2024,” she said. On Tuesday 22 people left.');
    expectFindings('On Tuesday 31 February 2024 nothing sank. Marchers met Sun Yat 22 July 2024.');
    expectFindings('So the Harbour Sun, August 16, 2008, has it.');
    expectFindings('He died on Tuesday 22 July 1624.');
  });

  it('can be fixed by another weekday or another day of the month', () => {
    const draft = 'It sank on Tues 22 July 2024.';
    const [finding] = findingsIn(draft);
    assert.equal(finding?.message, '“Tues” should be “Mon”: 22 July 2024 falls on a Monday.');
    assert.deepEqual(
      finding.fixes.map(({ title, preferred, edits }) => [title, preferred, edited(draft, edits)]),
      [
        ['Change to “Mon”', false, 'It sank on Mon 22 July 2024.'],
        ['Change to 23 July', false, 'It sank on Tues 23 July 2024.'],
      ],
    );
  });
});
