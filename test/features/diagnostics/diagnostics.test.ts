import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticSeverity } from 'vscode-languageserver';
import {
  type DiagnosticData,
  MOST_REPORTED,
  diagnosticsOf,
} from '../../../server/features/diagnostics/diagnostics.js';
import { rulesPage } from '../../../server/checks/rulesPage.js';
import type { Span } from '../../../server/prose/span.js';
import { marked } from '../../marked.js';
import { drafted, createFinding } from '../drafted.js';

const SPAN: Span = { start: 4, end: 8 };
const TEXT = 'The jury retired at noon.\n';

function dataOf(diagnostic: { readonly data?: unknown } | undefined): DiagnosticData {
  return diagnostic?.data as DiagnosticData;
}

describe('diagnostics', () => {
  it('have a code, source, severity and range', () => {
    const [diagnostic] = diagnosticsOf(drafted(TEXT, { findings: [createFinding(SPAN)] }));
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

  it('link to the section on their rule, for a client that can', () => {
    const [diagnostic] = diagnosticsOf(
      drafted(TEXT, { findings: [createFinding(SPAN)] }),
      'file:///copydesk/docs/rules.md',
    );
    const href = diagnostic?.codeDescription?.href ?? '';
    const [, line] = /^file:\/\/\/copydesk\/docs\/rules\.md#L(\d+)$/u.exec(href) ?? [];
    assert.equal(rulesPage().split('\n')[Number(line) - 1], '### sentence/repeated-word');
  });

  it('are limited to the first of very many findings', () => {
    const hints = Array.from({ length: 10 }, () => createFinding(SPAN, { code: 'name/unknown' }));
    const many = Array.from({ length: MOST_REPORTED + 1 }, () => createFinding(SPAN));
    const last = createFinding({ start: 9, end: 16 });
    const settings = { severity: { name: 'off' } };
    const draft = drafted(TEXT, { findings: [...hints, ...many, last], settings });
    const diagnostics = diagnosticsOf(draft);
    assert.equal(diagnostics.length, MOST_REPORTED);
    assert.ok(diagnostics.every(({ code }) => code === 'sentence/repeated-word'));
    assert.equal(diagnosticsOf(drafted(TEXT, { findings: [last, ...hints] })).length, 11);
  });

  it('link to the other place of a draft that contradicts itself', () => {
    const related = [{ span: { start: 9, end: 16 }, text: 'The jury retired at noon.' }];
    const [diagnostic] = diagnosticsOf(
      drafted(TEXT, { findings: [createFinding(SPAN, { related })] }),
    );
    assert.deepEqual(diagnostic?.relatedInformation, [
      {
        location: {
          uri: 'memory:///draft.md',
          range: { start: { line: 0, character: 9 }, end: { line: 0, character: 16 } },
        },
        message: 'The jury retired at noon.',
      },
    ]);
  });

  it('link to the evidence if its source is a file', () => {
    const evidence = [
      { source: 'court/ruling.md', line: 7, text: 'The jury retired at one.' },
      { source: '/nowhere', line: 1, text: 'Lost.' },
    ];
    const [diagnostic] = diagnosticsOf(
      drafted(TEXT, { findings: [createFinding(SPAN, { evidence })] }),
    );
    const start = { line: 6, character: 0 };
    assert.deepEqual(diagnostic?.relatedInformation, [
      {
        location: { uri: 'memory:///court/ruling.md', range: { start, end: start } },
        message: 'The jury retired at one.',
      },
    ]);
  });

  it('have the severity that the reporter configured', () => {
    const findings = [
      createFinding(SPAN),
      createFinding(SPAN, { code: 'name/unknown', severity: 'hint' }),
    ];
    const settings = { severity: { sentence: 'off', 'name/unknown': 'error' } };
    assert.deepEqual(
      diagnosticsOf(drafted(TEXT, { findings, settings })).map(({ code, severity }) => [
        code,
        severity,
      ]),
      [['name/unknown', DiagnosticSeverity.Error]],
    );
  });

  it('have a fix for all places with the same misspelling of a name', () => {
    const { text, spans } = marked(
      '[|Okonedu|] won. [|Okonedu|] wept. [|Okonado|] sang. [|Okonedu|] left.',
    );
    const findings = spans.map((span, index) =>
      createFinding(span, {
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

  it('do not have that fix if there are too many places', () => {
    const { text, spans } = marked('[|Okonedu|] won. '.repeat(1000));
    const findings = spans.map((span) =>
      createFinding(span, {
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
