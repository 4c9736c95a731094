import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PARAMETER_RULES, validate } from '../../server/lsp/parameterValidation.js';

describe('the parameters of a message', () => {
  it('are required of a change of the settings, which may be null', () => {
    const problem = '“settings” must be the new settings, or null.';
    for (const given of [undefined, null, {}, 'all']) {
      assert.equal(validate(given, PARAMETER_RULES.settings), problem);
    }
    for (const settings of [null, {}, { copydesk: { enable: false } }]) {
      assert.equal(validate({ settings }, PARAMETER_RULES.settings), undefined);
    }
  });

  it('are rejected for a decision with a file that is not text', () => {
    const decisions = [{ kind: 'accepted', name: 'Ana Roe', created: 'list', emptyFile: 3 }];
    const params = { textDocument: { uri: 'memory:///draft.md' }, decisions };
    assert.match(validate(params, PARAMETER_RULES.takeBack) ?? '', /“decisions” must be/u);
  });
});
