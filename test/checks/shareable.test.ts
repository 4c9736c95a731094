import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { shareableReport } from '../../server/checks/shareable.js';
import { readProse } from '../../server/prose/prose.js';
import { referenceFromSources } from '../../server/reference/reference.js';

const TIP = {
  name: 'sources/tip-from-grigg.md',
  text: `---
confidential: true
---

Harbour master Tobias Wexford-Lind knew of 41 cracks in the flood wall. “Somebody will drown here one day,” said Wexford-Lind.`,
};
const MINUTES = {
  name: 'sources/minutes.md',
  text: 'The council met in the old town hall on Monday. Mayor Maren Oduya opened the meeting.',
};
const DRAFT = `Mayor Maren Oduya opened the meeting on Monday.

Harbour master Tobias Wexfort-Lind knew of 14 cracks in the flood wall.

“Somebody may drown here one day,” said Wexford-Lind.`;

/** The content of a report, as JSON. */
function written(texts: readonly { readonly name: string; readonly text: string }[]): {
  readonly all: string;
  readonly shareable: string;
} {
  const report = checkDraft(readProse(DRAFT), referenceFromSources(texts));
  const json = ({ findings, claims }: typeof report): string =>
    JSON.stringify({
      findings,
      claims: claims.map(({ verdict, evidence, note }) => ({ verdict, evidence, note })),
    });
  return { all: json(report), shareable: json(shareableReport(report)) };
}

describe('a report as others may see it', () => {
  it('has neither the name nor the words of a confidential source', () => {
    const { all, shareable } = written([TIP, MINUTES]);
    // Otherwise the source is not used, and the test proves nothing.
    for (const words of ['tip-from-grigg', '41', 'Somebody will drown', 'Tobias Wexford-Lind'])
      assert.ok(all.includes(words), words);
    for (const words of ['tip-from-grigg', '41', 'will drown', 'Tobias Wexford-Lind'])
      assert.ok(!shareable.includes(words), `${words} in ${shareable}`);
  });

  it('still states its findings, in the words of the draft', () => {
    const report = checkDraft(readProse(DRAFT), referenceFromSources([TIP, MINUTES]));
    const { findings, claims } = shareableReport(report);
    assert.deepEqual(
      findings.map(({ code, span }) => [code, span]),
      report.findings.map(({ code, span }) => [code, span]),
    );
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      report.claims.map(({ verdict }) => verdict),
    );
    assert.ok(
      findings.some(
        ({ message }) => message === '“14”: the sources say otherwise (confidential source).',
      ),
      JSON.stringify(findings),
    );
  });

  it('shows the passages of other sources', () => {
    assert.ok(written([TIP, MINUTES]).shareable.includes('sources/minutes.md'));
  });

  it('is the report itself without such a source', () => {
    const open = { name: 'tip.md', text: TIP.text.replace('true', 'false') };
    const report = checkDraft(readProse(DRAFT), referenceFromSources([open]));
    assert.equal(shareableReport(report), report);
  });
});
