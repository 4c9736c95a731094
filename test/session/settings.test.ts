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
      spelling: { isEnabled: true, language: 'auto' },
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
    assert.deepEqual(readSettings({ spelling: { enable: 0, language: 'en-NZ' } }), defaults);
  });

  it('keep valid values', () => {
    assert.deepEqual(
      readSettings({
        enable: false,
        sources: [],
        severity: { name: 'hint', claim: 'off' },
        sentenceReader: 'off',
        spelling: { enable: false, language: 'en-GB' },
      }),
      {
        enable: false,
        sources: [],
        severities: new Map([
          ['name', 'hint'],
          ['claim', 'off'],
        ]),
        sentenceReader: 'off',
        spelling: { isEnabled: false, language: 'en-GB' },
      },
    );
  });
});
