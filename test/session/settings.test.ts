import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSettings, spellingLanguageProblem } from '../../server/session/settings.js';

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
    assert.deepEqual(readSettings({ claims: 'strict' }), defaults);
    assert.deepEqual(readSettings({ spelling: { enable: 0, language: 'en-NZ' } }), defaults);
  });

  it('say which languages there are if none of them is set', () => {
    for (const language of ['en-UK', 5, ['en-GB']]) {
      assert.equal(
        spellingLanguageProblem({ spelling: { language } }),
        'must be “auto”, “en-US”, “en-GB”, “en-AU” or “en-CA”. Until then it is “auto”.',
      );
    }
    for (const value of [undefined, {}, { spelling: 'en-GB' }, { spelling: { language: 'en-GB' } }])
      assert.equal(spellingLanguageProblem(value), undefined);
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
