import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding, Verdict } from '../../../server/checks/finding.js';
import { decisiveWords, withBold } from '../../../server/features/hover/decisiveWords.js';
import { escapeMarkdown } from '../../../server/features/hover/markdown.js';
import { createFinding, drafted } from '../drafted.js';

/** The evidence of the only claim of a draft as the hover shows it. */
function bold(
  text: string,
  evidence: string,
  verdict: Verdict,
  findings: readonly Finding[] = [],
): string {
  const claim = { span: { start: 0, end: text.length }, verdict, score: 0.5, evidence: [] };
  const words = decisiveWords(claim, evidence, drafted(text, { findings, claims: [claim] }));
  return withBold(escapeMarkdown(evidence), words);
}

function contradiction(rest: Partial<Finding>): readonly Finding[] {
  return [createFinding({ start: 0, end: 4 }, { code: 'claim/contradicted', ...rest })];
}

describe('decisive words', () => {
  it("are the source's words in place of the draft's", () => {
    assert.equal(
      bold(
        'The bridge opened in 1996.',
        'The old bridge opened in 2001, not later.',
        'contradicted',
        contradiction({ expected: '2001', found: '1996' }),
      ),
      'The old bridge opened in **2001**, not later.',
    );
    assert.equal(
      bold(
        '“We have some time,” she said.',
        '“We have other *plans*”',
        'contradicted',
        contradiction({
          code: 'quote/altered',
          expected: 'We have other',
          found: 'We have some time',
        }),
      ),
      '“We have **other** \\*plans\\*”',
    );
  });

  it('do not depend on the wording of messages and titles', () => {
    assert.equal(
      bold(
        'The bridge opened in 1996.',
        'The source of the river has changed; the bridge opened in 2001.',
        'contradicted',
        contradiction({
          message: '“1996”: the source says “2001”.',
          fixes: [{ title: 'Change to “the river”', preferred: true, edits: [] }],
          expected: '2001',
          found: '1996',
        }),
      ),
      'The source of the river has changed; the bridge opened in **2001**.',
    );
    assert.equal(
      bold(
        'It ran daily.',
        'Nothing was found in your sources.',
        'unsupported',
        contradiction({ code: 'claim/unsupported', message: 'Not found in your sources.' }),
      ),
      'Nothing was found in your sources.',
    );
  });

  it('include names and figures that the draft has elsewhere in the sentence', () => {
    assert.equal(
      bold(
        'Oulu beat Turku in the final.',
        'In the final, Turku won against Oulu.',
        'contradicted',
        contradiction({ expected: 'Turku', found: 'Oulu' }),
      ),
      'In the final, **Turku** won against Oulu.',
    );
    assert.equal(
      bold(
        'The leader of the council resigned.',
        'The head of the board resigned.',
        'contradicted',
        contradiction({ expected: 'The head of the board', found: 'leader of council' }),
      ),
      'The **head** of the **board** resigned.',
    );
  });

  it('are none if a whole sentence differs', () => {
    const source = 'No ferry ever left the harbour in all of that long winter.';
    assert.equal(
      bold(
        'It ran daily.',
        source,
        'contradicted',
        contradiction({ expected: source, found: 'ran' }),
      ),
      source,
    );
    assert.equal(bold('It ran daily.', source, 'unsupported'), source);
  });

  it('are none for a claim that the source supports', () => {
    const source = 'In May, Port of Oulu took on 41 pilots.';
    assert.equal(bold('The Port of Oulu hired 41 people in May.', source, 'supported'), source);
  });

  it('are set in bold together', () => {
    assert.equal(
      withBold('“That,” — Harsh V. Pant', new Set(['harsh', 'v', 'pant'])),
      '“That,” — **Harsh V. Pant**',
    );
  });
});
