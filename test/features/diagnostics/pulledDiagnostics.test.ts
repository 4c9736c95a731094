import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import { pulledReport } from '../../../server/features/diagnostics/pulledDiagnostics.js';

const start = { line: 0, character: 0 };
const TOLD: readonly Diagnostic[] = [{ range: { start, end: start }, message: 'A word.' }];

describe('pulled diagnostics', () => {
  it('come whole at first and when they change, and else are unchanged', () => {
    const first = pulledReport(TOLD, undefined);
    assert.deepEqual(first, { kind: 'full', resultId: first.resultId, items: TOLD });
    assert.deepEqual(pulledReport([...TOLD], first.resultId), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    assert.equal(pulledReport([], first.resultId).kind, 'full');
    assert.equal(pulledReport([], pulledReport([], undefined).resultId).kind, 'unchanged');
  });
});
