import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { otherCheckers } from '../../client/knownSpellCheckers.js';

describe('other spell checkers', () => {
  it('count once they are active, in any case of their identifier', () => {
    assert.deepEqual(
      otherCheckers([
        { id: 'streetsidesoftware.code-spell-checker', isActive: false },
        { id: 'Elijah-Potter.harper', isActive: true },
        { id: 'vscode.markdown', isActive: true },
      ]),
      ['Harper'],
    );
  });
});
