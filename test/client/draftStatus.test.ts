import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readingProgress, statusOf as statusOfDraft } from '../../client/draftStatus.js';
import type { CheckState } from '../../protocol/checkState.js';

const NONE = { error: 0, warning: 0, information: 0, hint: 0 };
const CHECKED: CheckState = {
  kind: 'checked',
  text: 'Checked against your sources.',
  open: '',
  isSample: false,
};
const OPEN: CheckState = { ...CHECKED, open: '14 to check' };

type Draft = Parameters<typeof statusOfDraft>[0];

const statusOf = (
  draft: Omit<Draft, 'unread'>,
  unread = 0,
  engine = '',
): ReturnType<typeof statusOfDraft> => statusOfDraft({ ...draft, unread }, engine);

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

  it('shows the number of statements left to check, also for screen readers', () => {
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

  it('shows that sentences have not been read yet, without a tick', () => {
    const { text, tooltip } = statusOf({ findings: NONE, state: CHECKED }, 12);
    assert.equal(text, '$(loading~spin) Copydesk (reading…)');
    assert.match(tooltip, / Sentences and claims still to be read: 12\. Click/u);
    assert.equal(
      statusOf({ findings: { ...NONE, error: 2 }, state: CHECKED }, 12).text,
      '$(checklist) Copydesk: 2 (reading…)',
    );
  });

  it('ignores the sentences that are being written', () => {
    assert.equal(statusOf({ findings: NONE, state: CHECKED }, 2).text, '$(pass) Copydesk');
    assert.equal(readingProgress({ unread: 2 }), '');
    assert.equal(readingProgress({ unread: 3 }), 'Sentences and claims still to be read: 3.');
  });

  it('shows in the tooltip which engine reads, once that is known', () => {
    const draft = { findings: NONE, state: CHECKED };
    assert.match(statusOf(draft).tooltip, /Click to show the fact sheet\.$/u);
    assert.match(
      statusOf(draft, 0, 'Readers: native engine.').tooltip,
      /Click to show the fact sheet\.\nReaders: native engine\.$/u,
    );
  });
});
