import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import { pulledReport } from '../../../server/features/diagnostics/pulledDiagnostics.js';

const start = { line: 0, character: 0 };
const DIAGNOSTICS: readonly Diagnostic[] = [{ range: { start, end: start }, message: 'A word.' }];

describe('pulled diagnostics', () => {
  it('are sent in full at first and after a change, otherwise reported as unchanged', () => {
    const first = pulledReport(DIAGNOSTICS, undefined);
    assert.deepEqual(first, { kind: 'full', resultId: first.resultId, items: DIAGNOSTICS });
    assert.deepEqual(pulledReport([...DIAGNOSTICS], first.resultId), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    assert.equal(pulledReport([], first.resultId).kind, 'full');
    assert.equal(pulledReport([], pulledReport([], undefined).resultId).kind, 'unchanged');
  });
});
