import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { checkDraft } from '../server/checks/check.js';
import { readProse } from '../server/prose/prose.js';
import { buildBase } from '../server/reference/indexSource.js';
import { createReference } from '../server/reference/reference.js';

const name = 'reference/astana-summit.md';
const { base } = buildBase([{ name, text: readFileSync(name, 'utf8') }]);
const text = readFileSync('samples/astana-report.md', 'utf8');
const report = checkDraft(readProse(text), createReference(base, 'sample'));

describe('the sample draft', () => {
  it('shows each kind of finding once that needs no reader, beginning with one that a source contradicts', () => {
    assert.deepEqual(
      report.findings.map(({ code, span }) => `${code} “${text.slice(span.start, span.end)}”`),
      [
        'claim/contradicted “Thursday”',
        'quote/altered ““has lasted for ages.””',
        'claim/contradicted “1996”',
        'name/misspelled “Lavrof”',
        'claim/contradicted “is attending”',
        'sentence/repeated-word “the the”',
        'quote/misattributed “Ms. Yau said”',
        'sentence/agreement “has”',
        'sentence/run-together “Uzbekistan.Niva”',
        'claim/unsupported “2030”',
        'sentence/placeholder “[TK: on which day?]”',
      ],
    );
  });

  it('is clearly about the summit, so that it is checked without sources', () => {
    assert.equal(report.reference.origin, 'sample');
    assert.ok(report.isCovered);
  });
});
