import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticSeverity } from 'vscode-languageserver';
import {
  type DiagnosticData,
  MOST_REPORTED,
  diagnosticsOf,
} from '../../../server/features/diagnostics/diagnostics.js';
import type { Span } from '../../../server/prose/span.js';
import { marked } from '../../marked.js';
import { drafted, found } from '../drafted.js';

const SPAN: Span = { start: 4, end: 8 };
const TEXT = 'The jury retired at noon.\n';

function dataOf(diagnostic: { readonly data?: unknown } | undefined): DiagnosticData {
  return diagnostic?.data as DiagnosticData;
}

describe('diagnostics', () => {
  it('carry code, source, severity and place', () => {
    const [diagnostic] = diagnosticsOf(drafted(TEXT, { findings: [found(SPAN)] }));
    assert.deepEqual(diagnostic, {
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } },
      severity: DiagnosticSeverity.Warning,
      source: 'copydesk',
      code: 'sentence/repeated-word',
      message: 'A word stands twice.',
      relatedInformation: [],
      data: { version: 3, fixes: [] },
    });
  });

  it('are the first of very many', () => {
    const hints = Array.from({ length: 10 }, () => found(SPAN, { code: 'name/unknown' }));
    const many = Array.from({ length: MOST_REPORTED + 1 }, () => found(SPAN));
    const last = found({ start: 9, end: 16 });
    const settings = { severity: { name: 'off' } };
    const draft = drafted(TEXT, { findings: [...hints, ...many, last], settings });
    const told = diagnosticsOf(draft);
    assert.equal(told.length, MOST_REPORTED);
    assert.ok(told.every(({ code }) => code === 'sentence/repeated-word'));
    assert.equal(diagnosticsOf(drafted(TEXT, { findings: [last, ...hints] })).length, 11);
  });

  it('point to the evidence where its source is a file', () => {
    const evidence = [
      { source: 'court/ruling.md', line: 7, text: 'The jury retired at one.' },
      { source: '/nowhere', line: 1, text: 'Lost.' },
    ];
    const [diagnostic] = diagnosticsOf(drafted(TEXT, { findings: [found(SPAN, { evidence })] }));
    const start = { line: 6, character: 0 };
    assert.deepEqual(diagnostic?.relatedInformation, [
      {
        location: { uri: 'memory:///court/ruling.md', range: { start, end: start } },
        message: 'The jury retired at one.',
      },
    ]);
  });

  it('are as loud as the reporter set them', () => {
    const findings = [found(SPAN), found(SPAN, { code: 'name/unknown', severity: 'hint' })];
    const settings = { severity: { sentence: 'off', 'name/unknown': 'error' } };
    assert.deepEqual(
      diagnosticsOf(drafted(TEXT, { findings, settings })).map(({ code, severity }) => [
        code,
        severity,
      ]),
      [['name/unknown', DiagnosticSeverity.Error]],
    );
  });

  it('offer to correct one slip of a name everywhere', () => {
    const { text, spans } = marked(
      '[|Okonedu|] won. [|Okonedu|] wept. [|Okonado|] sang. [|Okonedu|] left.',
    );
    const findings = spans.map((span, index) =>
      found(span, {
        code: index === 1 ? 'name/inconsistent' : 'name/misspelled',
        fixes: [
          { title: 'Change to “Okonedo”', preferred: true, edits: [{ span, newText: 'Okonedo' }] },
          { title: 'Accept', preferred: false, edits: [] },
        ],
      }),
    );
    const titles = diagnosticsOf(drafted(text, { findings })).map((diagnostic) =>
      dataOf(diagnostic).fixes.map(({ title, edits }) => [title, edits.length]),
    );
    const everywhere = ['Correct “Okonedu” everywhere (3 places)', 3];
    const own = [
      ['Change to “Okonedo”', 1],
      ['Accept', 0],
    ];
    assert.deepEqual(titles, [
      [...own, everywhere],
      [...own, everywhere],
      own,
      [...own, everywhere],
    ]);
  });

  it('do not carry the mend of a slip that stands everywhere with each of its places', () => {
    const { text, spans } = marked('[|Okonedu|] won. '.repeat(1000));
    const findings = spans.map((span) =>
      found(span, {
        code: 'name/misspelled',
        fixes: [
          { title: 'Change to “Okonedo”', preferred: true, edits: [{ span, newText: 'Okonedo' }] },
        ],
      }),
    );
    for (const diagnostic of diagnosticsOf(drafted(text, { findings }))) {
      assert.equal(dataOf(diagnostic).fixes.length, 1);
    }
  });
});
