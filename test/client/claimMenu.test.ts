import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { claimChoices } from '../../client/claimMenu.js';
import type { SignableEntry } from '../../protocol/factSheet.js';
import type { SignOff } from '../../protocol/signOff.js';
import { SHEET } from '../features/factSheet/sheets.js';

function choices(signOff: Partial<SignOff>, initials = ''): readonly string[] {
  const [entry] = SHEET.entries;
  assert.ok(entry !== undefined);
  const open: SignableEntry = {
    ...entry,
    signOff: { ...entry.signOff, signatures: [], ...signOff },
  };
  return claimChoices(open, initials).map(({ does, description = '' }) =>
    `${does} ${description}`.trim(),
  );
}

const PASSAGE = { source: 'log/tides.md', line: 4, text: 'The tide rose at nine.' };

describe('the choices for a claim', () => {
  it('begin with the likeliest', () => {
    assert.deepEqual(choices({}), ['checked', 'noted', 'rejected', 'find', 'several', 'initials']);
  });

  it('name the evidence that a signature would have, unless it is stale', () => {
    const fresh = choices({ evidence: [PASSAGE] }, 'MO');
    assert.equal(fresh[0], 'checked with “The tide rose at nine.” (log/tides.md:4)');
    assert.deepEqual(fresh.slice(4), ['untie', 'several', 'initials MO']);
    assert.equal(choices({ evidence: [{ ...PASSAGE, stale: 'It is gone.' }] })[0], 'checked');
    const long = { ...PASSAGE, text: 'The tide rose '.repeat(20) };
    assert.match(
      choices({ evidence: [long] })[0] ?? '',
      /^checked with “The tide.{40,70}…” \(log/u,
    );
  });

  it('offer to take a decision back', () => {
    const signatures = [{ by: 'MO', at: '2026-11-28T23:10:00Z', note: '' }];
    assert.equal(choices({ signatures })[0], 'reopened');
  });
});
