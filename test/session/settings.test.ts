import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSettings } from '../../server/session/settings.js';

describe('settings', () => {
  it('replace missing and invalid values by defaults', () => {
    const defaults = {
      enable: true,
      sources: ['sources/**'],
      severities: new Map(),
      sentenceReader: 'on',
    };
    for (const value of [
      undefined,
      null,
      [],
      'x',
      {},
      { enable: 1, sources: 'a', severity: [], sentenceReader: false },
    ]) {
      assert.deepEqual(readSettings(value), defaults);
    }
    assert.deepEqual(readSettings({ sources: ['a', 1], severity: { name: 'loud' } }), defaults);
  });

  it('keep valid values', () => {
    assert.deepEqual(
      readSettings({
        enable: false,
        sources: [],
        severity: { name: 'hint', claim: 'off' },
        sentenceReader: 'off',
      }),
      {
        enable: false,
        sources: [],
        severities: new Map([
          ['name', 'hint'],
          ['claim', 'off'],
        ]),
        sentenceReader: 'off',
      },
    );
  });
});
