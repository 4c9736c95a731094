import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSettings, severityIn } from '../../server/features/settings.js';
import { found } from './drafted.js';

describe('settings', () => {
  it('have defaults for what is missing or of no use', () => {
    const defaults = { enable: true, sources: ['sources/**'], severity: new Map() };
    for (const value of [undefined, null, [], 'x', {}, { enable: 1, sources: 'a', severity: [] }]) {
      assert.deepEqual(readSettings(value), defaults);
    }
    assert.deepEqual(readSettings({ sources: ['a', 1], severity: { name: 'loud' } }), defaults);
  });

  it('take what is given', () => {
    assert.deepEqual(
      readSettings({ enable: false, sources: [], severity: { name: 'hint', claim: 'off' } }),
      {
        enable: false,
        sources: [],
        severity: new Map([
          ['name', 'hint'],
          ['claim', 'off'],
        ]),
      },
    );
  });

  it('let a code count for more than its family', () => {
    const settings = readSettings({
      severity: { sentence: 'off', 'sentence/agreement': 'error', name: 'information' },
    });
    const span = { start: 0, end: 1 };
    assert.equal(severityIn(settings, found(span)), undefined);
    assert.equal(severityIn(settings, found(span, { code: 'sentence/agreement' })), 'error');
    assert.equal(severityIn(settings, found(span, { code: 'name/misspelled' })), 'information');
    assert.equal(severityIn(settings, found(span, { code: 'quote/altered' })), 'warning');
  });
});
