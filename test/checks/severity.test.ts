import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Severities, atLeast, severityIn } from '../../server/checks/severity.js';
import { createFinding } from '../features/drafted.js';

describe('severity', () => {
  it('of a code takes precedence over that of its family', () => {
    const severities: Severities = new Map([
      ['sentence', 'off'],
      ['sentence/agreement', 'error'],
      ['name', 'information'],
    ]);
    const span = { start: 0, end: 1 };
    assert.equal(severityIn(severities, createFinding(span)), undefined);
    assert.equal(
      severityIn(severities, createFinding(span, { code: 'sentence/agreement' })),
      'error',
    );
    assert.equal(
      severityIn(severities, createFinding(span, { code: 'name/misspelled' })),
      'information',
    );
    assert.equal(severityIn(severities, createFinding(span, { code: 'quote/altered' })), 'warning');
  });

  it('of a former code applies unless the code itself is set', () => {
    const article = createFinding({ start: 0, end: 1 }, { code: 'sentence/missing-article' });
    const former: readonly [string, 'off'] = ['sentence/garbled', 'off'];
    assert.equal(severityIn(new Map([former]), article), undefined);
    assert.equal(severityIn(new Map([['sentence', 'error'], former]), article), undefined);
    assert.equal(
      severityIn(new Map([['sentence/missing-article', 'error'], former]), article),
      'error',
    );
    assert.equal(
      severityIn(new Map([['sentence/missing-article', 'off']]), createFinding(article.span)),
      'warning',
    );
  });

  it('is ordered from hint to error', () => {
    assert.ok(atLeast('error', 'warning') && atLeast('warning', 'warning'));
    assert.ok(!atLeast('hint', 'information'));
  });
});
