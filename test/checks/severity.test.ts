import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Severities, atLeast, severityIn } from '../../server/checks/severity.js';
import { found } from '../features/drafted.js';

describe('severity', () => {
  it('of a code beats that of its family', () => {
    const severities: Severities = new Map([
      ['sentence', 'off'],
      ['sentence/agreement', 'error'],
      ['name', 'information'],
    ]);
    const span = { start: 0, end: 1 };
    assert.equal(severityIn(severities, found(span)), undefined);
    assert.equal(severityIn(severities, found(span, { code: 'sentence/agreement' })), 'error');
    assert.equal(severityIn(severities, found(span, { code: 'name/misspelled' })), 'information');
    assert.equal(severityIn(severities, found(span, { code: 'quote/altered' })), 'warning');
  });

  it('is compared from hint to error', () => {
    assert.ok(atLeast('error', 'warning') && atLeast('warning', 'warning'));
    assert.ok(!atLeast('hint', 'information'));
  });
});
