import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { statusOf } from '../../client/draftStatus.js';
import type { CheckState } from '../../protocol/checkState.js';

const NONE = { error: 0, warning: 0, information: 0, hint: 0 };
const CHECKED: CheckState = {
  kind: 'checked',
  text: 'Checked against your sources.',
  open: '',
  isSample: false,
};
const OPEN: CheckState = { ...CHECKED, open: '14 to check' };

describe('the status of a draft', () => {
  it('has a tick only if nothing was found and nothing is left to check', () => {
    assert.equal(statusOf({ findings: NONE, state: CHECKED }).text, '$(pass) Copydesk');
    const others = [
      { findings: NONE, state: OPEN },
      ...(['error', 'warning', 'information', 'hint'] as const).map((severity) => ({
        findings: { ...NONE, [severity]: 1 },
        state: CHECKED,
      })),
      ...(['nothing', 'uncovered', 'noSources'] as const).map((kind) => ({
        findings: NONE,
        state: { ...CHECKED, kind },
      })),
    ];
    for (const other of others) assert.doesNotMatch(statusOf(other).text, /pass/u);
  });

  it('says how many statements are left to check, in words that a screen reader reads, too', () => {
    const { text, tooltip } = statusOf({ findings: { ...NONE, hint: 2 }, state: OPEN });
    assert.equal(text, '$(search) 14 to check');
    assert.match(tooltip, /^Checked against your sources\. 14 to check\. Errors: 0.*hints: 2\./u);
  });

  it('counts the findings first, and hints if there is nothing else', () => {
    const counted = { ...NONE, warning: 2, hint: 1 };
    assert.equal(statusOf({ findings: counted, state: OPEN }).text, '$(checklist) Copydesk: 2');
    const hinted = { ...NONE, hint: 1 };
    assert.equal(
      statusOf({ findings: hinted, state: CHECKED }).text,
      '$(checklist) Copydesk: 1 hint',
    );
  });
});
