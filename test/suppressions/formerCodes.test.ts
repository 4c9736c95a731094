import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checked } from './harbour.js';

const SENTENCE = 'The ferry was unable reach the port.';
const WORDS = 'unable reach';

function codesIn(...given: Parameters<typeof checked>): readonly string[] {
  return checked(...given).findings.map(({ code }) => code);
}

describe('a suppression that names the former code of a rule', () => {
  it('still applies as a comment', () => {
    assert.deepEqual(codesIn(SENTENCE), ['sentence/missing-to']);
    for (const code of ['sentence/garbled', 'sentence/missing-to', 'sentence']) {
      assert.deepEqual(codesIn(`<!-- copydesk-ignore ${code}: as spoken -->\n${SENTENCE}`), []);
    }
  });

  it('still applies as an entry of the suppressions file, and counts as used', () => {
    for (const code of ['sentence/garbled', 'sentence/missing-to', 'sentence']) {
      const ignoredFindings = [{ code, sentence: SENTENCE, words: WORDS, draft: 'ferry.md' }];
      assert.deepEqual(codesIn(SENTENCE, { ignoredFindings }, 'ferry.md'), []);
    }
  });

  it('applies to no other rule', () => {
    const comment = '<!-- copydesk-ignore sentence/missing-article: as spoken -->';
    assert.deepEqual(codesIn(`${comment}\n${SENTENCE}`), [
      'style/unused-ignore',
      'sentence/missing-to',
    ]);
  });
});
