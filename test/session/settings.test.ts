import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSettings, spellingProblem } from '../../server/session/settings.js';

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
    assert.deepEqual(readSettings({ spelling: 'en-NZ' }), defaults);
  });

  it('list the varieties of English for an unknown one', () => {
    for (const spelling of ['en-UK', 5, ['en-GB'], { language: 'en-GB' }]) {
      assert.equal(
        spellingProblem({ spelling }),
        'must be “auto”, “en-US”, “en-GB”, “en-AU”, “en-CA” or “off”. Until then it is “auto”.',
      );
    }
    for (const value of [undefined, {}, { spelling: 'en-GB' }, { spelling: 'off' }])
      assert.equal(spellingProblem(value), undefined);
  });

  it('turn the spelling check off', () => {
    assert.deepEqual(readSettings({ spelling: 'off' }).spelling, {
      isEnabled: false,
      language: 'auto',
    });
  });

  it('keep valid values', () => {
    assert.deepEqual(
      readSettings({
        enable: false,
        sources: [],
        severity: { name: 'hint', claim: 'off' },
        sentenceReader: 'off',
        spelling: 'en-GB',
      }),
      {
        enable: false,
        sources: [],
        severities: new Map([
          ['name', 'hint'],
          ['claim', 'off'],
        ]),
        sentenceReader: 'off',
        spelling: { isEnabled: true, language: 'en-GB' },
      },
    );
  });
});
