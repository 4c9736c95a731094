import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clearedMessage } from '../../client/cachesMessage.js';

describe('the message after caches were cleared', () => {
  it('says how many there were and what happens now', () => {
    const effect = 'Your sources and drafts are read again now; no file of yours was changed.';
    assert.equal(clearedMessage(1), `1 cache was cleared. ${effect}`);
    assert.equal(clearedMessage(2), `2 caches were cleared. ${effect}`);
  });

  it('does not claim an effect if there were none', () => {
    assert.equal(
      clearedMessage(0),
      'Copydesk has no caches of this folder, so there was nothing to clear.',
    );
  });
});
